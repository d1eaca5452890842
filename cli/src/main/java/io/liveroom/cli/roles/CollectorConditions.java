package io.liveroom.cli.roles;

import io.liveroom.cli.manage.Condition;
import io.liveroom.cli.manage.Conditions;
import io.liveroom.collector.Collector;
import io.liveroom.collector.CollectorHealth;
import io.liveroom.collector.Trouble;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What must hold for a collector. */
public final class CollectorConditions implements Conditions {

  /** A loop that has not turned for as long will not turn again. */
  private static final Duration STANDSTILL = Duration.ofSeconds(10);

  /** This one may wait for Kafka, which no restart brings back. */
  private static final String PATIENT = "watchlist";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Collector collector;

  public CollectorConditions(Collector collector) {
    this.collector = collector;
  }

  /** Puts them among the figures too: what an alert can be made of. */
  public CollectorConditions measured(MeterRegistry meters) {
    Gauge.builder("liveroom.collector.rooms", () -> collector.health().rooms())
        .description("rooms this worker watches")
        .register(meters);
    for (Trouble trouble : Trouble.values()) {
      Gauge.builder("liveroom.collector.trouble", () -> troubled(trouble) ? 1 : 0)
          .description("1 while this is wrong; /readyz says more")
          .tag("kind", trouble.label())
          .register(meters);
    }
    Gauge.builder("liveroom.collector.ready", () -> collector.health().isWell() ? 1 : 0)
        .description("1 where /readyz answers 200")
        .register(meters);
    return this;
  }

  @Override
  public List<Condition> live() {
    return new TreeMap<>(collector.health().standstill())
        .entrySet().stream().map(loop -> turns(loop.getKey(), loop.getValue())).toList();
  }

  @Override
  public List<Condition> ready() {
    CollectorHealth health = collector.health();
    List<Condition> all = new ArrayList<>();
    all.add(
        new Condition(
            "collector.watchlist",
            health.isReady(),
            health.isReady()
                ? "its share has been read: %d rooms".formatted(health.rooms())
                : "its share of the watchlist has not been read yet"));
    if (health.troubles().isEmpty()) {
      all.add(new Condition("collector.troubles", true, "none"));
    }
    health
        .troubles()
        .values()
        .forEach(words -> all.add(new Condition("collector.troubles", false, words)));
    return all;
  }

  private boolean troubled(Trouble trouble) {
    return collector.health().troubles().containsKey(trouble);
  }

  private static Condition turns(String loop, Duration standstill) {
    boolean holds = standstill.compareTo(loop.equals(PATIENT) ? PATIENCE : STANDSTILL) < 0;
    String words = holds ? "turned %.1f s ago" : "stands still for %.1f s: restart this worker";
    return new Condition(
        "collector." + loop,
        holds,
        String.format(Locale.ROOT, words, standstill.toMillis() / 1000.0));
  }
}
