package io.liveroom.benchmarks.decode;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecodeBenchmark} in a JVM of its own, over samples taken just before. */
public final class Decoding {

  private static final int REPETITIONS = 3;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Decoding() {}

  /**
   * What one way took.
   *
   * @param micros microseconds an answer
   * @param allocated bytes an answer
   */
  public record Cost(double micros, double allocated) {}

  /** The three ways over one sample of so many bytes. */
  public record Result(Sample sample, long bytes, Cost decode, Cost tokens, Cost tree) {}

  /**
   * @param length of each of the repetitions
   */
  public static List<Result> measure(Duration length)
      throws IOException, InterruptedException, RunnerException {
    Path folder = Files.createTempDirectory("liveroom-samples");
    SampleRecorder.record(folder);
    Map<String, Cost> costs = costs(folder, length);
    List<Result> results = new ArrayList<>();
    for (Sample sample : Sample.values()) {
      results.add(
          new Result(
              sample,
              Files.size(folder.resolve(sample.fileName())),
              cost(costs, "decode", sample),
              cost(costs, "tokens", sample),
              cost(costs, "tree", sample)));
    }
    return results;
  }

  private static Map<String, Cost> costs(Path folder, Duration length) throws RunnerException {
    Collection<RunResult> runs =
        new Runner(
                new OptionsBuilder()
                    .include(DecodeBenchmark.class.getName())
                    .jvmArgsAppend("-D" + DecodeBenchmark.FOLDER + "=" + folder, "-XX:+UseSerialGC")
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .forks(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.milliseconds(length.toMillis()))
                    .measurementIterations(REPETITIONS)
                    .measurementTime(TimeValue.milliseconds(length.toMillis()))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Cost> costs = new HashMap<>();
    for (RunResult run : runs) {
      double nanos = run.getPrimaryResult().getStatistics().getPercentile(50);
      double allocated = requireNonNull(run.getSecondaryResults().get(ALLOCATED)).getScore();
      costs.put(
          run.getPrimaryResult().getLabel() + run.getParams().getParam("sample"),
          new Cost(nanos / 1000, allocated));
    }
    return costs;
  }

  private static Cost cost(Map<String, Cost> costs, String way, Sample sample) {
    Cost cost = costs.get(way + sample);
    if (cost == null) {
      throw new IllegalStateException("JMH told nothing of " + way + " over " + sample);
    }
    return cost;
  }
}
