package io.liveroom.collector.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that an unreadable payload gives to viewers, so that they can be taken out of words.
 */
final class ViewerNames {

  // On bytes as Latin-1, so that it works on anything; "content" may come before "nickname".
  private static final Pattern NAMED = Pattern.compile("[\"']nick_?[nN]ame[\"']\\s*:\\s*([\"'])");

  private final List<String> names;

  private ViewerNames(List<String> names) {
    this.names = names;
  }

  static ViewerNames in(byte[] payload) {
    List<String> names = new ArrayList<>();
    Matcher found =
        NAMED.matcher(new String(payload, java.nio.charset.StandardCharsets.ISO_8859_1));
    while (found.find()) {
      int open = found.start(1);
      int close = PayloadMask.closing(payload, open);
      String name = JsonText.unescaped(Arrays.copyOfRange(payload, open + 1, close));
      if (name != null && !name.isBlank()) {
        names.add(name);
      }
    }
    return new ViewerNames(List.copyOf(names));
  }

  /** Words without the name in front of them; none where a name may still be in them. */
  String removedFrom(String words) {
    String rest = words;
    for (String name : names) {
      boolean isInFront = words.startsWith(name) && words.length() > name.length();
      if (isInFront && isColon(words.charAt(name.length()))) {
        rest = words.substring(name.length() + 1).strip();
      }
    }
    int gift = rest.indexOf("送给主播");
    rest = gift > 0 ? rest.substring(gift) : rest;
    boolean mayName = rest.chars().anyMatch(ViewerNames::isColon) || holdsName(rest);
    return mayName ? "" : rest;
  }

  private boolean holdsName(String words) {
    return names.stream().anyMatch(words::contains);
  }

  private static boolean isColon(int character) {
    return character == ':' || character == '：';
  }
}
