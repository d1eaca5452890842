package io.liveroom.simulator.world;

/**
 * An invented viewer.
 *
 * @param id the uid; in anonymous rooms everybody's is 111111
 * @param name shown name
 * @param secretBits what {@code sec_uid} follows from
 * @param shortId {@code short_id}
 * @param isAnonymous the id stands for everybody
 */
public record Viewer(String id, String name, long secretBits, String shortId, boolean isAnonymous) {
  /** What an anonymous room sends for everybody. */
  public static final String NOBODY = "111111";

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** The platform's {@code sec_uid}. */
  public String secretId() {
    return secretId(secretBits);
  }

  static String secretId(long bits) {
    StringBuilder text = new StringBuilder("MS4wLjABAAAA");
    Seed seed = new Seed(bits);
    for (int place = 0; place < 43; place++) {
      text.append(ALPHABET.charAt((int) (seed.fraction(place) * ALPHABET.length())));
    }
    return text.toString();
  }
}
