package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What of a viewer may leave the collector. Safe for all threads. */
public final class PrivacyFilter {

  private static final int PSEUDONYM_BYTES = 16; // 128 bits: no two viewers meet

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private static final String MARK = "~"; // in no pseudonym and no id of the platform

  private final Users users;
  private final Text text;
  private final boolean readsMarks;
  private final PseudonymKey key;

  public PrivacyFilter(Privacy privacy) {
    this(privacy, false);
  }

  private PrivacyFilter(Privacy privacy, boolean readsMarks) {
    this.readsMarks = readsMarks;
    users = privacy.users();
    text = privacy.text();
    key = new PseudonymKey(privacy, System::nanoTime);
  }

  /** A filter for what went through one before: an id that is a pseudonym already stays one. */
  public static PrivacyFilter forReplay(Privacy privacy) {
    return new PrivacyFilter(privacy, true);
  }

  /** A viewer's id as it may be published. */
  @Nullable String userId(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (readsMarks && id.startsWith(MARK)) {
      return users == Users.DROP ? null : id.substring(MARK.length());
    }
    return switch (users) {
      case PLAIN -> id;
      case PSEUDONYM -> pseudonym(id);
      case DROP -> null;
    };
  }

  /** The same, and a pseudonym marked as one, for bytes that will be read again. */
  @Nullable String markedUserId(String id) {
    return users == Users.PSEUDONYM ? MARK + pseudonym(id) : userId(id);
  }

  /**
   * A viewer's id for what tells messages apart, and is never published itself: without it two
   * viewers who say the same would be one.
   */
  @Nullable String distinctId(@Nullable String id) {
    return id == null || users != Users.DROP ? userId(id) : pseudonym(id);
  }

  /** 128 bits that only the holder of the key can check a guess against. */
  String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
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
    return BASE64.encodeToString(digest(id.getBytes(UTF_8)));
  }

  private byte[] digest(byte[] bytes) {
    return Arrays.copyOf(key.digest(bytes), PSEUDONYM_BYTES);
  }
}
