package io.liveroom.cli.doctor;

import java.util.Locale;

/** How it stands with something. */
public enum Verdict {
  OK,
  /** It works, and may not go on working. */
  WARNING,
  /** It does not work. */
  WRONG,
  /** It could not be looked at. */
  SKIPPED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
