package io.liveroom.cli.doctor;

import java.util.Locale;

/** What is looked at, in the order it is told. The first that is wrong gives the exit code. */
public enum Area {
  CONFIGURATION(11),
  PLATFORM(12),
  TOKEN(13),
  BROKER(14),
  REGISTRY(15),
  TOPICS(16),
  CLOCK(17);

  private final int exitCode;

  Area(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
