package io.liveroom.processor.alert;

import static java.util.Objects.requireNonNull;

import io.liveroom.derived.AlertSeverity;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One rule, whole.
 *
 * @param labels it is limited to rooms with one of these; empty for all rooms
 * @param numbers every parameter of its kind; durations are milliseconds
 */
record AlertRule(
    String name,
    RuleKind kind,
    boolean isEnabled,
    AlertSeverity severity,
    List<String> labels,
    Map<Parameter, Double> numbers) {

  AlertRule {
    labels = List.copyOf(labels);
    numbers = Map.copyOf(numbers);
  }

  double number(Parameter parameter) {
    return requireNonNull(numbers.get(parameter), () -> name + " has no " + parameter.key());
  }

  /** A duration in milliseconds. */
  long millis(Parameter parameter) {
    return (long) number(parameter);
  }

  boolean concerns(Collection<String> roomLabels) {
    return isEnabled && (labels.isEmpty() || !Collections.disjoint(labels, roomLabels));
  }

  /** How far back from the end of a window it looks, in milliseconds. */
  long memory() {
    return switch (kind) {
      case ONLINE_DROP -> 2 * millis(Parameter.SPAN);
      case ONLINE_PEAK, COVERAGE_DROP -> millis(Parameter.SPAN);
      case FOLLOW_RATE_SPIKE, GIFT_SPIKE -> millis(Parameter.SPAN) + millis(Parameter.BASELINE);
      case ROOM_STARTED,
          ROOM_ENDED,
          PRODUCT_LISTED,
          PRODUCT_SOLD_OUT,
          PRODUCT_PRICE_CHANGED,
          COLLECTION_STALE ->
          0;
    };
  }

  /** What it says, with its thresholds, in one sentence. */
  String text() {
    return switch (kind) {
      case ROOM_STARTED -> "a broadcast is seen live for the first time";
      case ROOM_ENDED -> "a broadcast that was seen live has ended";
      case ONLINE_DROP ->
          "the mean online figure of the last %s is at least %s below that of the %s before, which is at least %s"
              .formatted(
                  time(Parameter.SPAN),
                  percent(Parameter.DROP),
                  time(Parameter.SPAN),
                  count(Parameter.MIN_AUDIENCE));
      case ONLINE_PEAK ->
          "the online figure is at least %s above its highest up to %s before, which is at least %s"
              .formatted(
                  percent(Parameter.RISE), time(Parameter.SPAN), count(Parameter.MIN_AUDIENCE));
      case FOLLOW_RATE_SPIKE ->
          "new followers per new viewer in the last %s are at least %s times those of the %s before, and at least %s"
              .formatted(
                  time(Parameter.SPAN),
                  Words.number(number(Parameter.FACTOR)),
                  time(Parameter.BASELINE),
                  count(Parameter.MIN_FOLLOWS));
      case GIFT_SPIKE ->
          "diamonds per minute in the last %s are at least %s times those of the %s before, and at least %s in all"
              .formatted(
                  time(Parameter.SPAN),
                  Words.number(number(Parameter.FACTOR)),
                  time(Parameter.BASELINE),
                  count(Parameter.MIN_VALUE));
      case PRODUCT_LISTED -> "a product is put on the shelf";
      case PRODUCT_SOLD_OUT -> "a product is sold out";
      case PRODUCT_PRICE_CHANGED ->
          "a product's price changes by at least " + percent(Parameter.CHANGE);
      case COLLECTION_STALE ->
          "nothing new is known for %s though the room is live".formatted(time(Parameter.AFTER));
      case COVERAGE_DROP ->
          "less than %s of the last %s is covered by samples of the online figure"
              .formatted(percent(Parameter.BELOW), time(Parameter.SPAN));
    };
  }

  private String time(Parameter parameter) {
    return Durations.text(Duration.ofMillis(millis(parameter)));
  }

  private String percent(Parameter parameter) {
    return Words.percent(number(parameter));
  }

  private String count(Parameter parameter) {
    return Words.count(number(parameter));
  }
}
