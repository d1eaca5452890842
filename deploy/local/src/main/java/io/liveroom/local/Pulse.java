package io.liveroom.local;

import io.liveroom.collector.Collector;
import io.liveroom.collector.publish.Counters;
import io.liveroom.local.table.Vitals;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads how collector and processor are doing. Used by one thread. */
final class Pulse {

  private static final Duration SPAN = Duration.ofSeconds(10);

  private final Collector collector;
  private final Processor processor;
  private final InstantSource clock;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, long received) {}

  Pulse(Collector collector, Processor processor, InstantSource clock) {
    this.collector = collector;
    this.processor = processor;
    this.clock = clock;
  }

  Vitals vitals() {
    Counters.Balance balance = collector.counters().balance();
    return new Vitals(
        perSecond(balance.received()),
        balance.published(),
        balance.duplicates(),
        balance.deadLetters(),
        troubles());
  }

  private double perSecond(long received) {
    Instant now = clock.instant();
    samples.addLast(new Sample(now, received));
    while (samples.getFirst().at().isBefore(now.minus(SPAN))) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    long millis = Duration.between(first.at(), now).toMillis();
    return millis == 0 ? 0 : (received - first.received()) * 1000.0 / millis;
  }

  private List<String> troubles() {
    List<String> troubles = new ArrayList<>(collector.health().troubles().values());
    ProcessorHealth health = processor.health();
    if (!health.isLive()) {
      troubles.add("the processor has failed, the log says why: " + words(health));
    } else if (!health.isReady()) {
      troubles.add("the processor is getting ready: " + words(health));
    }
    return troubles;
  }

  private static String words(ProcessorHealth health) {
    return new TreeMap<>(health.applications())
        .entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue().words())
            .collect(Collectors.joining(", "));
  }
}
