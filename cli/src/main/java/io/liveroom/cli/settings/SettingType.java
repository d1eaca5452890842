package io.liveroom.cli.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the value of a setting may be.
 *
 * @param rule completes the sentence "KEY must be …"
 * @param parser reads the text; throws {@link IllegalArgumentException} where it breaks the rule
 * @param isSecret the value is shown to nobody
 */
public record SettingType<T>(String rule, Function<String, T> parser, boolean isSecret) {

  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(KiB|MiB|GiB|B|)");

  public static final SettingType<String> TEXT = open("a text", Function.identity());

  /** A value that is never printed. */
  public static final SettingType<String> SECRET =
      new SettingType<>("a text", Function.identity(), true);

  public static final SettingType<Boolean> SWITCH = open("true or false", SettingType::parseSwitch);

  /** A whole number from 1. */
  public static final SettingType<Integer> COUNT =
      open("a whole number from 1", text -> atLeast(1, Integer.parseInt(text)));

  /** A whole number from 0. */
  public static final SettingType<Integer> COUNT_OR_NONE =
      open("a whole number from 0", text -> atLeast(0, Integer.parseInt(text)));

  /** A TCP port; 0 takes any free one, off is -1. */
  public static final SettingType<Integer> PORT_OR_OFF =
      open("a port from 1 to 65535, 0 for any free one, or off", SettingType::parsePort);

  public static final SettingType<Long> WHOLE = open("a whole number", Long::parseLong);

  /** A number above zero, whole or not. */
  public static final SettingType<Double> FACTOR =
      open("a number above zero", SettingType::parseFactor);

  /** A length of time above zero. */
  public static final SettingType<Duration> DURATION_TYPE =
      open("a duration above zero such as 500ms, 30s, 2m or PT30S", SettingType::parseDuration);

  /** A length of time, or none. */
  public static final SettingType<Duration> DURATION_OR_NONE =
      open("a duration such as 0s, 30s, 2m or PT30S", SettingType::parseDurationOrNone);

  /** Bytes. */
  public static final SettingType<Integer> SIZE_TYPE =
      open("a size such as 4MiB, 512KiB or 1048576", SettingType::parseSize);

  public static final SettingType<Instant> INSTANT =
      open("a time such as 2026-11-01T08:00:00Z", Instant::parse);

  public static final SettingType<Path> FILE = open("a path", Path::of);

  public static final SettingType<URI> HTTP_URL =
      open("a URL that begins with http:// or https://", SettingType::parseHttpUrl);

  /** One word of a few, any case. */
  public static SettingType<String> oneOf(String... words) {
    List<String> allowed = List.of(words);
    return open(
        "one of " + String.join(", ", allowed),
        text -> {
          String word = text.toLowerCase(Locale.ROOT);
          if (!allowed.contains(word)) {
            throw new IllegalArgumentException(text);
          }
          return word;
        });
  }

  private static <T> SettingType<T> open(String rule, Function<String, T> parser) {
    return new SettingType<>(rule, parser, false);
  }

  private static int atLeast(int least, int number) {
    if (number < least) {
      throw new IllegalArgumentException("too small");
    }
    return number;
  }

  private static int parsePort(String text) {
    int port = text.equalsIgnoreCase("off") ? -1 : Integer.parseInt(text);
    if (port < -1 || port > 65_535) {
      throw new IllegalArgumentException("no port");
    }
    return port;
  }

  private static Double parseFactor(String text) {
    double number = Double.parseDouble(text);
    if (!(number > 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Boolean parseSwitch(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Duration parseDuration(String text) {
    Duration duration = parseDurationOrNone(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static Duration parseDurationOrNone(String text) {
    Matcher matcher = DURATION.matcher(text);
    Duration duration =
        matcher.matches()
            ? ofUnit(Long.parseLong(matcher.group(1)), matcher.group(2))
            : Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static Duration ofUnit(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Integer parseSize(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    int shift =
        switch (matcher.group(2)) {
          case "KiB" -> 10;
          case "MiB" -> 20;
          case "GiB" -> 30;
          default -> 0;
        };
    return atLeast(
        1, Math.toIntExact(Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift)));
  }

  private static URI parseHttpUrl(String text) {
    URI url = URI.create(text);
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!isHttp || url.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return url;
  }
}
