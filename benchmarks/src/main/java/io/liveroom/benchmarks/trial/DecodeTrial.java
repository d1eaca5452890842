package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.decode.Decoding;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of each kind decoded, beside Jackson's tokenizer and its tree over the same bytes. */
final class DecodeTrial implements Trial {

  private final Duration length;

  /**
   * @param length of each measurement
   */
  DecodeTrial(Duration length) {
    this.length = length;
  }

  @Override
  public Report play() throws Exception {
    Report report = new Report("decode", Instant.now());
    report.setting("milliseconds", length.toMillis());
    for (Decoding.Result result : Decoding.measure(length)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("sample", result.sample());
      row.put("bytes", result.bytes());
      row.put("decode µs", result.decode().micros());
      row.put("tokens µs", result.tokens().micros());
      row.put("tree µs", result.tree().micros());
      row.put("of the tokenizer", result.tokens().micros() / result.decode().micros());
      row.put("of the tree", result.tree().micros() / result.decode().micros());
      row.put("decode allocates B", result.decode().allocated());
      row.put("tree allocates B", result.tree().allocated());
      report.row(row);
    }
    return report;
  }
}
