package io.liveroom.collector.publish;

import static java.util.Objects.requireNonNull;

import io.liveroom.collector.platform.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one collector, by endpoint; never by room. Safe for all threads. */
public final class Counters {

  private final Map<Counted, Map<Endpoint, LongAdder>> sums = // never changed after construction
      new EnumMap<>(Counted.class);

  public Counters(MeterRegistry meters) {
    for (Counted counted : Counted.values()) {
      Map<Endpoint, LongAdder> byEndpoint = new EnumMap<>(Endpoint.class);
      for (Endpoint endpoint : Endpoint.values()) {
        LongAdder sum = new LongAdder();
        byEndpoint.put(endpoint, sum);
        register(meters, counted, endpoint, sum);
      }
      sums.put(counted, byEndpoint);
    }
  }

  private static void register(
      MeterRegistry meters, Counted counted, Endpoint endpoint, LongAdder sum) {
    String name = counted.name().toLowerCase(Locale.ROOT).replace('_', '.');
    FunctionCounter.builder("liveroom.collector." + name, sum, LongAdder::doubleValue)
        .description(counted.meaning())
        .tag("endpoint", endpoint.label())
        .register(meters);
  }

  public void add(Counted counted, Endpoint endpoint) {
    add(counted, endpoint, 1);
  }

  void add(Counted counted, Endpoint endpoint, int records) {
    sum(counted, endpoint).add(records);
  }

  /** Over all endpoints. */
  public long total(Counted counted) {
    long total = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      total += of(counted, endpoint);
    }
    return total;
  }

  public long of(Counted counted, Endpoint endpoint) {
    return sum(counted, endpoint).sum();
  }

  /** How the equation stands now; what was received is read first. */
  public Balance balance() {
    return new Balance(
        total(Counted.RECEIVED),
        total(Counted.PUBLISHED),
        total(Counted.DUPLICATES),
        total(Counted.DEAD_LETTERS),
        total(Counted.SHED));
  }

  /** Both sides of received = published + duplicates + dead letters + shed. */
  public record Balance(
      long received, long published, long duplicates, long deadLetters, long shed) {

    /** Received and not accounted for: in flight, or 0. */
    public long open() {
      return received - published - duplicates - deadLetters - shed;
    }
  }

  private LongAdder sum(Counted counted, Endpoint endpoint) {
    return requireNonNull(requireNonNull(sums.get(counted)).get(endpoint));
  }
}
