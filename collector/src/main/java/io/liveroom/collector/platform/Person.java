package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A viewer as the platform names them, raw: nothing of it leaves without the privacy filter. */
final class Person {

  /** Ids that anonymous rooms send for everybody. */
  private static final Set<String> SENTINELS = Set.of("111111");

  private @Nullable String exactId; // id_str
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String secId;
  private @Nullable String shortId;
  private @Nullable String handle;

  /** Takes a field of a user object, or of a flat message. */
  boolean field(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "id_str", "uid_str" -> exactId = Wire.id(parser);
      case "id", "uid", "user_id", "userId" -> id = orElse(Wire.id(parser), id);
      case "nickname", "nickName" -> name = Wire.filled(parser);
      case "sec_uid", "secUid" -> secId = unquoted(Wire.filled(parser));
      case "short_id", "shortId" -> shortId = Wire.id(parser);
      case "unique_id", "uniqueId", "display_id" -> handle = Wire.filled(parser);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Nullable String id() {
    return orElse(exactId, id);
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String secId() {
    return secId;
  }

  @Nullable String shortId() {
    return orElse(shortId, handle);
  }

  boolean isAnonymous() {
    String known = id();
    return known != null && isSentinel(known);
  }

  /** Whether an id stands for nobody in particular. */
  static boolean isSentinel(String id) {
    return SENTINELS.contains(id);
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }

  /** The first edition of chat puts sec_uid in a second pair of quotes, inside the string. */
  private static @Nullable String unquoted(@Nullable String text) {
    boolean isQuoted =
        text != null && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return text != null && isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
