package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HMAC-SHA256 under the key of the pseudonyms. The key is looked at again every second, as its file
 * may change; a new one that is too short is not taken. Safe for all threads.
 */
final class PseudonymKey {

  private static final Logger LOG = LoggerFactory.getLogger(PseudonymKey.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1); // between two looks

  private final Secret secret;
  private final int shortest;
  private final LongSupplier nanos;
  private final AtomicBoolean isRejected = new AtomicBoolean();
  private final ThreadLocal<Maker> makers =
      ThreadLocal.withInitial(this::make); // making one is slow

  private volatile String key;
  private volatile long lastLook;

  /** One thread's Mac, and the key it was made for. */
  private record Maker(String key, Mac mac) {
    static Maker of(String key) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        byte[] bytes = key.getBytes(UTF_8);
        mac.init(new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, ALGORITHM));
        return new Maker(key, mac);
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("this Java lacks " + ALGORITHM, missing);
      }
    }
  }

  /**
   * @param nanos tells the time like {@link System#nanoTime}
   */
  PseudonymKey(Privacy privacy, LongSupplier nanos) {
    this.secret = privacy.key();
    this.shortest = privacy.users() == Users.PSEUDONYM ? Privacy.SHORTEST_KEY : 0;
    this.nanos = nanos;
    this.key = secret.reveal();
    this.lastLook = nanos.getAsLong();
  }

  byte[] digest(byte[] bytes) {
    long now = nanos.getAsLong();
    if (now - lastLook >= PAUSE) {
      lastLook = now;
      look();
    }
    Maker maker = makers.get();
    if (!maker.key.equals(key)) {
      maker = make();
      makers.set(maker);
    }
    return maker.mac.doFinal(bytes);
  }

  private Maker make() {
    return Maker.of(key);
  }

  private void look() {
    String found = secret.reveal();
    if (found.length() < shortest) {
      if (!isRejected.getAndSet(true)) {
        LOG.warn(
            "the key of the pseudonyms is now shorter than {} characters: the old one is kept",
            shortest);
      }
      return;
    }
    isRejected.set(false);
    if (!found.equals(key)) {
      key = found;
      LOG.info("there is a new key of the pseudonyms: from now on every viewer is a stranger");
    }
  }
}
