package io.liveroom.collector.publish;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether everything received is accounted for: received = published + duplicates + dead letters +
 * shed + at hand.
 *
 * <p>The counters go on while they are read. They only grow, though, so reading received and closed
 * tickets first, the rest afterwards, can make the difference too small and never too large. The
 * largest of many readings over a minute is therefore what is missing, and what it says above 0 is
 * certain. Used by one thread; its figure may be read by all.
 */
public final class BalanceCheck {

  private static final Logger LOG = LoggerFactory.getLogger(BalanceCheck.class);
  private static final int READINGS = 25; // of one look
  static final int LOOKS = 12; // before a figure below 0 is believed

  private final Counters counters;
  private final Tickets tickets;
  private long largest = Long.MIN_VALUE; // since the last figure
  private int looks;
  private volatile long unaccounted;

  BalanceCheck(Counters counters, Tickets tickets) {
    this.counters = counters;
    this.tickets = tickets;
  }

  /** Reads the books; every few seconds. */
  public void look() {
    for (int count = 0; count < READINGS; count++) {
      largest = Math.max(largest, difference());
    }
    looks++;
    if (largest > unaccounted || looks == LOOKS) {
      tell(largest);
      largest = Long.MIN_VALUE;
      looks = 0;
    }
  }

  /** Records that were received and are nowhere, or are counted twice where it is negative. */
  public long unaccounted() {
    return unaccounted;
  }

  private long difference() {
    long closed = tickets.closed();
    long open = counters.balance().open();
    return open - tickets.opened() + closed;
  }

  private void tell(long found) {
    if (found != 0 && found != unaccounted) {
      LOG.error("{} records are not accounted for: this is a defect, please report it", found);
    }
    unaccounted = found;
  }
}
