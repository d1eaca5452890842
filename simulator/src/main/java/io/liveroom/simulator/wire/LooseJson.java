package io.liveroom.simulator.wire;

/** JSON as the platform writes it on a bad day: not JSON, yet readable without guessing. */
public final class LooseJson {
  private LooseJson() {}

  /**
   * Loosens an answer.
   *
   * @param point 0 to 1: most answers stay as they are
   */
  public static String loosen(String answer, double point) {
    if (point < 0.03) {
      return answer.replace("\"msg\":\"success\"}", "\"msg\":'success'}");
    }
    if (point < 0.06) {
      return answer.replace("],\"msg\"", ",],\"msg\"").replace("[,]", "[]");
    }
    return point < 0.12 ? answer.replace("\\n", "\n") : answer;
  }

  /** Makes an answer that nobody can read: cut in the middle of a string. */
  public static String ruin(String answer) {
    return answer.substring(0, answer.length() * 2 / 3) + "\u0001{{";
  }

  /** Makes an answer far larger than any reader should take. */
  public static String inflate(String answer) {
    return answer + " ".repeat(8 * 1_024 * 1_024);
  }
}
