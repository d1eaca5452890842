package io.liveroom.cli.settings;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
public final class SettingMistakes extends RuntimeException {

  private final List<String> mistakes;

  public SettingMistakes(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One sentence each: which key, which rule, which value, from where. */
  public List<String> mistakes() {
    return mistakes;
  }
}
