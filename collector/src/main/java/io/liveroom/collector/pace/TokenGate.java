package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the token is worth asking with. Once refused, one request a minute goes through as a
 * probe, or at once when the token has changed; an answer opens the gate again. Safe for all
 * threads.
 */
public final class TokenGate {

  private static final Logger LOG = LoggerFactory.getLogger(TokenGate.class);
  private static final Duration PROBE_EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private volatile boolean isRefused;
  private Instant refusedSince = Instant.MIN; // guarded by this, as all below
  private Instant nextProbe = Instant.MIN;
  private String refusedToken = "";
  private String token = ""; // as last asked with
  private Instant tokenSince = Instant.MIN;

  public TokenGate(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a request with this token may go out now; of a refused one, this is the probe. */
  public synchronized boolean admits(String asking) {
    Instant now = clock.instant();
    if (!asking.equals(token)) {
      token = asking;
      tokenSince = now;
    }
    if (isBarred(asking)) {
      return false;
    }
    if (isRefused && asking.equals(refusedToken)) {
      nextProbe = now.plus(PROBE_EVERY);
    }
    return true;
  }

  /** Whether {@link #admits} would say no. */
  public synchronized boolean isBarred(String asking) {
    return isRefused && asking.equals(refusedToken) && clock.instant().isBefore(nextProbe);
  }

  /**
   * The service refused the token.
   *
   * @param asked when; what was asked with a former token says nothing of this one
   */
  public synchronized void refused(Instant asked) {
    if (asked.isBefore(tokenSince)) {
      return;
    }
    Instant now = clock.instant();
    if (!isRefused) {
      LOG.warn("the platform refuses the token; asking once a minute until it is accepted");
      refusedSince = now;
      isRefused = true;
    }
    refusedToken = token;
    nextProbe = now.plus(PROBE_EVERY);
  }

  /** The service answered. */
  public void accepted() {
    if (isRefused) {
      open();
    }
  }

  private synchronized void open() {
    if (isRefused) {
      LOG.info("token accepted again after {}", Duration.between(refusedSince, clock.instant()));
      isRefused = false;
    }
  }

  public boolean isRefused() {
    return isRefused;
  }
}
