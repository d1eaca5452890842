package io.liveroom.benchmarks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decoding beside the tokenizer over the same bytes, compared with the ratios that a quiet machine
 * gave. Both run in the same minute, so a slow machine slows both; what is left of the noise is far
 * less than what is allowed.
 */
class RatiosTest {

  private static final Path EXPECTED = Path.of("ratios.properties");
  private static final double ALLOWED = 1.0 / 3;
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(40);
  private static final int TURNS = 11;

  @SuppressWarnings("UnusedVariable") // written, so that nothing is optimised away
  private static volatile int sink;

  @Test
  void decode_besideTheTokenizer_isNotFarSlowerThanItWas(@TempDir Path folder) throws Exception {
    Properties expected = expected();
    SampleRecorder.record(folder);
    Map<Sample, Double> measured = new EnumMap<>(Sample.class);
    for (Sample sample : Sample.values()) {
      measured.put(sample, ratio(folder, sample));
    }
    System.out.println("decoding, of the tokenizer: " + measured);
    assertThat(measured)
        .as("of the tokenizer; expected are %s", expected)
        .allSatisfy(
            (sample, ratio) ->
                assertThat(ratio).isGreaterThan(ALLOWED * expected(expected, sample)));
  }

  /** The median of turns, each with both ways one right after the other. */
  private static double ratio(Path folder, Sample sample) throws IOException {
    DecodeBenchmark benchmark = new DecodeBenchmark();
    benchmark.sample = sample;
    benchmark.prepare(folder);
    Once decode = () -> System.identityHashCode(benchmark.decode());
    Once tokens = benchmark::tokens;
    nanos(decode, WARM_UP);
    nanos(tokens, WARM_UP);
    return IntStream.range(0, TURNS)
        .mapToDouble(turn -> nanos(tokens, TURN) / nanos(decode, TURN))
        .sorted()
        .skip(TURNS / 2)
        .findFirst()
        .orElseThrow();
  }

  /** One answer, worked through. */
  private interface Once {
    int run() throws IOException;
  }

  /** Nanoseconds of one, on average over so long a time. */
  private static double nanos(Once once, Duration length) {
    long begun = System.nanoTime();
    long count = 0;
    try {
      while (System.nanoTime() - begun < length.toNanos()) {
        sink = once.run();
        count++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (double) (System.nanoTime() - begun) / count;
  }

  private static double expected(Properties all, Sample sample) {
    String key = "decode." + sample;
    String value = all.getProperty(key);
    assertThat(value).as(key + " in " + EXPECTED).isNotNull();
    return Double.parseDouble(value);
  }

  private static Properties expected() throws IOException {
    Properties all = new Properties();
    try (Reader file = Files.newBufferedReader(EXPECTED)) {
      all.load(file);
    }
    return all;
  }
}
