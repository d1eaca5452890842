package io.liveroom.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view's row as the test works it out from the records: sums of what is known, and rates of sums.
 */
final class Figures<R> {

  private final List<R> records;
  private final Map<String, @Nullable Object> row = new HashMap<>();

  Figures(List<R> records) {
    this.records = records;
  }

  Figures<R> with(String column, @Nullable Object value) {
    row.put(column, value);
    return this;
  }

  Figures<R> sum(String column, Function<R, @Nullable Long> figure) {
    return with(column, sum(figure));
  }

  Figures<R> max(String column, Function<R, @Nullable Long> figure) {
    return with(
        column,
        records.stream().map(figure).filter(Objects::nonNull).max(Long::compare).orElse(null));
  }

  /** The sum of the numerators by the sum of the denominators, of records that know both. */
  Figures<R> rate(
      String column,
      Function<R, ? extends @Nullable Number> numerator,
      Function<R, ? extends @Nullable Number> denominator) {
    double above = 0;
    double below = 0;
    for (R record : records) {
      Number over = numerator.apply(record);
      Number under = denominator.apply(record);
      if (over != null && under != null) {
        above += over.doubleValue();
        below += under.doubleValue();
      }
    }
    return with(column, below == 0 ? null : above / below);
  }

  Map<String, @Nullable Object> row() {
    return row;
  }

  private @Nullable Long sum(Function<R, @Nullable Long> figure) {
    return records.stream().map(figure).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
  }
}
