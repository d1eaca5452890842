package io.liveroom.cli.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every setting there is: what {@code config} prints, what values are checked against and what the
 * README's table says.
 */
public final class SettingCatalogue {

  /** Keys below this go to Kafka's clients as they are. */
  public static final String KAFKA_FAMILY = "liveroom.kafka.";

  /**
   * Keys below this go to Confluent's serializers as {@code schema.registry.…} clients know them.
   */
  public static final String REGISTRY_FAMILY = "liveroom.registry.";

  private static final List<SettingKey<?>> ALL =
      Stream.of(CommonKeys.all(), CollectorKeys.all(), ProcessorKeys.all(), SimulatorKeys.all())
          .flatMap(List::stream)
          .toList();

  private static final Map<String, SettingKey<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(SettingKey::name, Function.identity()));

  private SettingCatalogue() {}

  public static List<SettingKey<?>> all() {
    return ALL;
  }

  static boolean holds(String name) {
    return BY_NAME.containsKey(name) || isPassedThrough(name);
  }

  /** Kafka's own names have dots where ours have hyphens: near misses of ours are mistakes. */
  static boolean isPassedThrough(String name) {
    boolean isInFamily = name.startsWith(KAFKA_FAMILY) || name.startsWith(REGISTRY_FAMILY);
    return isInFamily && !BY_NAME.containsKey(name) && !BY_NAME.containsKey(hyphenated(name));
  }

  /** The key most like the one asked for, where one is like it at all. */
  static Optional<String> nearest(String name) {
    return BY_NAME.keySet().stream()
        .min(Comparator.comparingInt((String key) -> distance(name, key)).thenComparing(key -> key))
        .filter(key -> distance(name, key) <= Math.max(3, name.length() / 3));
  }

  private static String hyphenated(String name) {
    int family = name.indexOf('.', "liveroom.".length()) + 1;
    return name.substring(0, family) + name.substring(family).replace('.', '-');
  }

  /** Edit distance: letters to insert, drop or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
