package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What of a viewer may leave the collector. Safe for all threads. */
public final class PrivacyFilter {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 16; // 128 bits: no two viewers meet

  private final Users users;
  private final Text text;
  private final ThreadLocal<Mac> mac; // a Mac is made once for each thread: making one is slow

  public PrivacyFilter(Privacy privacy) {
    users = privacy.users();
    text = privacy.text();
    byte[] key = privacy.key().reveal().getBytes(UTF_8);
    mac = ThreadLocal.withInitial(() -> mac(key));
  }

  /** A viewer's id as it may be published. */
  @Nullable String userId(@Nullable String id) {
    if (id == null) {
      return null;
    }
    return switch (users) {
      case PLAIN -> id;
      case PSEUDONYM -> pseudonym(id);
      case DROP -> null;
    };
  }

  /** A name or another id of a viewer. */
  @Nullable String personal(@Nullable String value) {
    return isPlain() ? value : null;
  }

  /** What a viewer wrote. */
  @Nullable String text(@Nullable String written) {
    return switch (text) {
      case KEEP -> written;
      case DROP -> null;
    };
  }

  /** Whether nothing is hidden. */
  boolean isPlain() {
    return users == Users.PLAIN;
  }

  /** Whether raw bytes may leave as they came. */
  boolean keepsPayloads() {
    return isPlain() && text == Text.KEEP;
  }

  private String pseudonym(String id) {
    byte[] digest = mac.get().doFinal(id.getBytes(UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest, PSEUDONYM_BYTES));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac made = Mac.getInstance(ALGORITHM);
      made.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, ALGORITHM));
      return made;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, missing);
    }
  }
}
