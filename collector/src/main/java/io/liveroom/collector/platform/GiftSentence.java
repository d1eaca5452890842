package io.liveroom.collector.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A gift told in words: {@code 送给主播 2个小心心}. */
record GiftSentence(long count, String name) {

  private static final Pattern SHAPE = Pattern.compile("送给主播\\s*(\\d{1,9})\\s*个\\s*(\\S.*)");

  /** Null where the words are no such sentence. */
  static @Nullable GiftSentence parse(@Nullable String words) {
    if (words == null) {
      return null;
    }
    Matcher found = SHAPE.matcher(words);
    return found.find()
        ? new GiftSentence(Long.parseLong(found.group(1)), found.group(2).strip())
        : null;
  }
}
