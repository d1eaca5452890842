package io.liveroom.collector.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A viewer as the platform names them, raw: nothing of it leaves without the privacy filter. */
final class Person {

  /** Ids that anonymous rooms send for everybody. */
  private static final Set<String> SENTINELS = Set.of("111111");

  /** Of a message that tells of its viewer in its own fields. */
  static final FieldTable<Person> FLAT =
      new FieldTable<Person>()
          .with((who, in) -> who.exactId = Wire.id(in), "uid_str")
          .with((who, in) -> who.id = orElse(Wire.id(in), who.id), "uid", "user_id", "userId")
          .with((who, in) -> who.name = Wire.filled(in), "nickname", "nickName")
          .with(ifPlain((who, in) -> who.secId = unquoted(Wire.filled(in))), "sec_uid", "secUid")
          .with(ifPlain((who, in) -> who.shortId = Wire.id(in)), "short_id", "shortId")
          .with(
              ifPlain((who, in) -> who.handle = Wire.filled(in)),
              "unique_id",
              "uniqueId",
              "display_id");

  /** Of an object that is a viewer. */
  static final FieldTable<Person> USER =
      new FieldTable<Person>()
          .with(FLAT, who -> who)
          .with((who, in) -> who.exactId = Wire.id(in), "id_str")
          .with((who, in) -> who.id = orElse(Wire.id(in), who.id), "id");

  private final boolean isPlain;
  private @Nullable String exactId; // id_str
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String secId;
  private @Nullable String shortId;
  private @Nullable String handle;

  /**
   * @param isPlain whether all that the platform says of viewers is published
   */
  Person(boolean isPlain) {
    this.isPlain = isPlain;
  }

  /** What would not be published is not even read. The name is: it stands in front of words. */
  private static FieldTable.Reader<Person> ifPlain(FieldTable.Reader<Person> reader) {
    return (who, in) -> {
      if (who.isPlain) {
        reader.read(who, in);
      }
    };
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
