package io.liveroom.collector.publish;

import io.liveroom.collector.platform.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one collector, by endpoint; never by room. Safe for all threads. */
public final class Counters {

  private final Map<Key, LongAdder> sums; // never changed after construction

  private record Key(Counted counted, Endpoint endpoint) {}

  public Counters(MeterRegistry meters) {
    Map<Key, LongAdder> all = new HashMap<>();
    for (Counted counted : Counted.values()) {
      for (Endpoint endpoint : Endpoint.values()) {
        LongAdder sum = new LongAdder();
        all.put(new Key(counted, endpoint), sum);
        register(meters, counted, endpoint, sum);
      }
    }
    sums = Map.copyOf(all);
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
    sum(counted, endpoint).increment();
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
    LongAdder sum = sums.get(new Key(counted, endpoint));
    if (sum == null) {
      throw new IllegalStateException("no counter for " + counted + " of " + endpoint);
    }
    return sum;
  }
}
