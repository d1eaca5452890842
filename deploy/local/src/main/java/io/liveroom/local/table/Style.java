package io.liveroom.local.table;

/** How a piece of text looks, by its meaning. */
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("90"),
  GOOD("32"),
  CAUTION("33"),
  BAD("31"),
  ACCENT("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text between the terminal's codes for this look. */
  String paint(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
