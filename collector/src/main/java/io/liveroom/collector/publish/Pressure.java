package io.liveroom.collector.publish;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much is on its way to Kafka. Above the high-water mark reading stops, below the low-water
 * mark it goes on: what the socket gives is read no faster than the producer takes it. Safe for all
 * threads.
 */
public final class Pressure {

  private static final Logger LOG = LoggerFactory.getLogger(Pressure.class);

  private final long high; // bytes
  private final long low; // bytes
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicBoolean isHigh = new AtomicBoolean();
  private final Set<Flow> flows = ConcurrentHashMap.newKeySet();

  Pressure(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** Something that can stop reading. Called on any thread. */
  public interface Flow {
    void pause();

    void resume();
  }

  /** Puts a flow under this pressure, from now on. */
  public void join(Flow flow) {
    flows.add(flow);
    if (isHigh.get()) {
      flow.pause();
    }
  }

  public void leave(Flow flow) {
    flows.remove(flow);
  }

  /** Whether nothing more should be read now. */
  public boolean isHigh() {
    return isHigh.get();
  }

  /** Bytes on their way. */
  public long inFlight() {
    return inFlight.get();
  }

  void add(long bytes) {
    if (inFlight.addAndGet(bytes) > high && isHigh.compareAndSet(false, true)) {
      LOG.warn("Kafka takes less than comes in: reading stops until it has caught up");
      flows.forEach(Flow::pause);
    }
  }

  void remove(long bytes) {
    if (inFlight.addAndGet(-bytes) < low && isHigh.compareAndSet(true, false)) {
      LOG.info("Kafka has caught up: reading goes on");
      flows.forEach(Flow::resume);
    }
  }
}
