package io.liveroom.cli;

/** How a command ended, for scripts. */
public enum ExitCode {
  OK(0, "done"),
  FAILED(1, "the work could not be done"),
  USAGE(2, "wrong option, argument or setting"),
  UNREACHABLE(3, "broker, registry or platform does not answer"),
  DIFFERENT(4, "a comparison found a difference");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }
}
