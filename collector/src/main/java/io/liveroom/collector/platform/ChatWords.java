package io.liveroom.collector.platform;

import io.liveroom.observed.ChatKind;
import org.jspecify.annotations.Nullable;

/** What a message says, without the viewer's name that some messages put in front of it. */
final class ChatWords {

  private ChatWords() {}

  /** The words of a message of a kind; null where there are none. */
  static @Nullable String of(ChatFields fields, ChatKind kind) {
    String written = kind == ChatKind.CHAT ? first(fields.text, fields.msg) : fields.msg;
    String other = kind == ChatKind.CHAT ? fields.content : first(fields.content, fields.text);
    String words = first(written, other);
    return words == null ? null : withoutName(words, fields.person.name(), kind);
  }

  private static String withoutName(String words, @Nullable String name, ChatKind kind) {
    if (name != null && words.startsWith(name) && words.length() > name.length()) {
      char mark = words.charAt(name.length());
      if (mark == ':' || mark == '：') {
        return words.substring(name.length() + 1).strip();
      }
    }
    return kind == ChatKind.GIFT ? fromSentence(words) : words;
  }

  /** Where the name is not told in a field of its own, the sentence still begins with it. */
  private static String fromSentence(String words) {
    int start = words.indexOf("送给");
    return start > 0 ? words.substring(start) : words;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
