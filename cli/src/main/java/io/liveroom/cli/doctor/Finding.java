package io.liveroom.cli.doctor;

import java.util.regex.Pattern;

/**
 * One thing that was looked at.
 *
 * @param found what was seen; never a secret
 * @param advice what to do; empty where nothing is to be done
 */
public record Finding(Area area, Verdict verdict, String found, String advice) {

  private static final Pattern CREDENTIALS = Pattern.compile("//[^/@\\s]+@");

  public Finding {
    found = CREDENTIALS.matcher(found).replaceAll("//***@");
  }

  static Finding ok(Area area, String found) {
    return new Finding(area, Verdict.OK, found, "");
  }

  static Finding warning(Area area, String found, String advice) {
    return new Finding(area, Verdict.WARNING, found, advice);
  }

  static Finding wrong(Area area, String found, String advice) {
    return new Finding(area, Verdict.WRONG, found, advice);
  }

  static Finding skipped(Area area, String found) {
    return new Finding(area, Verdict.SKIPPED, found, "");
  }
}
