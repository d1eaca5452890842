package io.liveroom.local.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/**
 * A styled piece of one line. Widths are columns of the terminal: a Chinese character takes two.
 *
 * @param spans one after the other
 */
record Text(List<Span> spans) {

  private static final String CUT = "…";

  /** Text of one look. */
  record Span(String text, Style style) {}

  static Text of(String text, Style style) {
    return new Text(List.of(new Span(printable(text), style)));
  }

  static Text plain(String text) {
    return of(text, Style.PLAIN);
  }

  static Text empty() {
    return new Text(List.of());
  }

  Text then(Text other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Text(all);
  }

  Text then(String text, Style style) {
    return then(of(text, style));
  }

  int width() {
    return spans.stream().mapToInt(span -> width(span.text())).sum();
  }

  /** At least as wide, filled up on the right; no wider, cut with an ellipsis. */
  Text left(int width) {
    Text cut = cut(width);
    return cut.then(" ".repeat(width - cut.width()), Style.PLAIN);
  }

  /** At least as wide, filled up on the left; no wider, cut with an ellipsis. */
  Text right(int width) {
    Text cut = cut(width);
    return Text.plain(" ".repeat(width - cut.width())).then(cut);
  }

  /** Not wider than this. */
  Text cut(int width) {
    if (width() <= width) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int room = width - 1; // for the ellipsis
    for (Span span : spans) {
      String part = prefix(span.text(), room);
      kept.add(new Span(part, span.style()));
      room -= width(part);
      if (part.length() < span.text().length()) {
        kept.add(new Span(CUT, span.style()));
        break;
      }
    }
    return new Text(kept);
  }

  String render(boolean isColoured) {
    return spans.stream()
        .map(span -> isColoured ? span.style().paint(span.text()) : span.text())
        .collect(Collectors.joining());
  }

  private static String prefix(String text, int width) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += Math.max(0, WCWidth.wcwidth(point));
      if (used > width) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }

  /** A title may hold line breaks, escape sequences and marks that turn text around. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(point -> !isUnsafe(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnsafe(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
