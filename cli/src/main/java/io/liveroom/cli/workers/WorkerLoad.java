package io.liveroom.cli.workers;

import io.liveroom.collector.rooms.PartitionMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one worker has taken on.
 *
 * @param partitions of the watchlist
 * @param settled of them, everything live in which is being seen
 * @param live rooms that are live or paused
 * @param share of the token's budget, 0 to 1: its weight in the weight of all
 * @param skew how much more than the mean it carries, such as 0.2; 0 where there is no weight
 * @param seenAt its last sign of life
 * @param goodAt when the platform last gave it something usable; the epoch if never
 */
public record WorkerLoad(
    String worker,
    int partitions,
    int settled,
    int rooms,
    int live,
    long weight,
    double share,
    double skew,
    Instant seenAt,
    Instant goodAt) {

  /** A worker that has not said anything for as long is gone, or can't reach Kafka. */
  public static final Duration SILENCE = Duration.ofSeconds(15);

  /** Of every worker that holds anything, by name. */
  public static List<WorkerLoad> of(Collection<PartitionMark> marks) {
    Map<String, List<PartitionMark>> byWorker =
        marks.stream()
            .collect(
                Collectors.groupingBy(PartitionMark::worker, TreeMap::new, Collectors.toList()));
    long all = weight(marks);
    double mean = byWorker.isEmpty() ? 0 : (double) all / byWorker.size();
    return byWorker.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), all, mean))
        .toList();
  }

  private static WorkerLoad of(String worker, List<PartitionMark> marks, long all, double mean) {
    long weight = weight(marks);
    return new WorkerLoad(
        worker,
        marks.size(),
        (int) marks.stream().filter(PartitionMark::isSettled).count(),
        marks.stream().mapToInt(PartitionMark::rooms).sum(),
        marks.stream().mapToInt(PartitionMark::live).sum(),
        weight,
        all == 0 ? 0 : (double) weight / all,
        mean == 0 ? 0 : weight / mean - 1,
        marks.stream().map(PartitionMark::seenUntil).max(Comparator.naturalOrder()).orElseThrow(),
        marks.stream().map(PartitionMark::goodAt).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static long weight(Collection<PartitionMark> marks) {
    return marks.stream().mapToLong(PartitionMark::weight).sum();
  }

  /** Whether it has given no sign of life for too long. */
  public boolean isSilent(Instant now) {
    return seenAt.plus(SILENCE).isBefore(now);
  }
}
