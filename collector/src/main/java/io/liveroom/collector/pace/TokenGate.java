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
  private Instant refusedSince = Instant.MAX; // guarded by this, as all below; MAX = not refused
  private Instant nextProbe = Instant.MIN;
  private String refusedToken = "";

  public TokenGate(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a request with this token may go out now. */
  public synchronized boolean admits(String token) {
    if (!isRefused() || !token.equals(refusedToken)) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextProbe)) {
      return false;
    }
    nextProbe = now.plus(PROBE_EVERY);
    return true;
  }

  /** The service refused this token. */
  public synchronized void refused(String token) {
    Instant now = clock.instant();
    if (!isRefused()) {
      LOG.warn("the platform refuses the token; asking once a minute until it is accepted");
      refusedSince = now;
    }
    refusedToken = token;
    nextProbe = now.plus(PROBE_EVERY);
  }

  /** The service answered. */
  public synchronized void accepted() {
    if (isRefused()) {
      LOG.info("token accepted again after {}", Duration.between(refusedSince, clock.instant()));
      refusedSince = Instant.MAX;
    }
  }

  public synchronized boolean isRefused() {
    return !refusedSince.equals(Instant.MAX);
  }
}
