package io.liveroom.processor.alert;

import static io.liveroom.processor.alert.Parameter.AFTER;
import static io.liveroom.processor.alert.Parameter.BASELINE;
import static io.liveroom.processor.alert.Parameter.BELOW;
import static io.liveroom.processor.alert.Parameter.CHANGE;
import static io.liveroom.processor.alert.Parameter.COVERAGE;
import static io.liveroom.processor.alert.Parameter.DROP;
import static io.liveroom.processor.alert.Parameter.FACTOR;
import static io.liveroom.processor.alert.Parameter.HOLD;
import static io.liveroom.processor.alert.Parameter.LASTS;
import static io.liveroom.processor.alert.Parameter.MIN_AUDIENCE;
import static io.liveroom.processor.alert.Parameter.MIN_FOLLOWS;
import static io.liveroom.processor.alert.Parameter.MIN_VALUE;
import static io.liveroom.processor.alert.Parameter.RESOLVE;
import static io.liveroom.processor.alert.Parameter.RESOLVE_FACTOR;
import static io.liveroom.processor.alert.Parameter.RISE;
import static io.liveroom.processor.alert.Parameter.SPAN;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule can look at, and the numbers it has for that. */
enum RuleKind {
  ROOM_STARTED(LASTS),
  ROOM_ENDED(LASTS),
  ONLINE_DROP(SPAN, DROP, RESOLVE, COVERAGE, MIN_AUDIENCE, HOLD),
  ONLINE_PEAK(SPAN, AFTER, RISE, MIN_AUDIENCE, HOLD),
  FOLLOW_RATE_SPIKE(SPAN, BASELINE, FACTOR, RESOLVE_FACTOR, MIN_FOLLOWS, MIN_AUDIENCE, HOLD),
  GIFT_SPIKE(SPAN, BASELINE, FACTOR, RESOLVE_FACTOR, MIN_VALUE, MIN_AUDIENCE, HOLD),
  PRODUCT_LISTED(LASTS, AFTER),
  PRODUCT_SOLD_OUT(),
  PRODUCT_PRICE_CHANGED(LASTS, CHANGE),
  COLLECTION_STALE(AFTER),
  COVERAGE_DROP(SPAN, BELOW, RESOLVE, MIN_AUDIENCE, HOLD);

  @SuppressWarnings("ImmutableEnumChecker") // a list that can't be changed
  private final List<Parameter> parameters;

  RuleKind(Parameter... own) {
    parameters = Stream.concat(Stream.of(Parameter.COOL_DOWN), Stream.of(own)).toList();
  }

  /** As it is written in a file; the built-in rule of the kind has the same name. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RuleKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Whether it is of a moment, and ends by itself. */
  boolean isMoment() {
    return parameters.contains(LASTS);
  }

  /** Whether it is judged window by window. */
  boolean isOfWindows() {
    return parameters.contains(HOLD);
  }

  /** Whether a window must be final: of one that is not, the coverage is not known yet. */
  boolean needsFinals() {
    return this == COVERAGE_DROP;
  }
}
