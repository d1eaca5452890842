package io.liveroom.processor.alert;

import java.util.List;

/** Everything that is wrong with a file of rules, at once. */
public final class RuleMistakes extends RuntimeException {

  private final List<String> mistakes;

  RuleMistakes(List<String> mistakes) {
    super(String.join("; ", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One sentence each: which key, which rule, which value. */
  public List<String> mistakes() {
    return mistakes;
  }
}
