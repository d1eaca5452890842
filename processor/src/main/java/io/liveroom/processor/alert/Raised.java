package io.liveroom.processor.alert;

import io.liveroom.derived.AlertSeverity;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it was raised; what ends it repeats the same.
 *
 * @param startedAt milliseconds
 * @param until when it ends by itself, milliseconds; {@link Long#MAX_VALUE} = never
 */
record Raised(
    RuleKind kind,
    String ruleText,
    AlertSeverity severity,
    long startedAt,
    long until,
    Reading reading) {

  void write(StateWriter out) {
    out.text(kind.name()).text(ruleText).text(severity.name()).number(startedAt).number(until);
    out.optionalDouble(reading.value()).optionalDouble(reading.threshold());
    out.optionalDouble(reading.previous()).text(reading.summary());
  }

  static Raised read(StateReader in) {
    return new Raised(
        RuleKind.valueOf(in.text()),
        in.text(),
        AlertSeverity.valueOf(in.text()),
        in.number(),
        in.number(),
        new Reading(
            true, false, in.optionalDouble(), in.optionalDouble(), in.optionalDouble(), in.text()));
  }

  /** What a lasting alert was compared with; NaN where there is none. */
  static double beaten(@Nullable Raised raised) {
    Double previous = raised == null ? null : raised.reading().previous();
    return previous == null ? Double.NaN : previous;
  }
}
