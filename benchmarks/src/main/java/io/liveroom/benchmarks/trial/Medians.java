package io.liveroom.benchmarks.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The row that sums up repetitions: the median of each figure. */
final class Medians {

  private Medians() {}

  /**
   * @param label column that says which repetition it is
   */
  static Map<String, Object> of(List<Map<String, Object>> rows, String label) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String column : rows.get(0).keySet()) {
      row.put(column, column.equals(label) ? "median" : (Object) median(rows, column));
    }
    return row;
  }

  private static double median(List<Map<String, Object>> rows, String column) {
    double[] sorted = rows.stream().mapToDouble(row -> number(row, column)).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : 0;
  }
}
