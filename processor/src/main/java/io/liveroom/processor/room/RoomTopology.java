package io.liveroom.processor.room;

import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * An application over topics that have the same number of partitions, so that a task has everything
 * of its rooms. Each record is read once, however many topics are derived from it:
 *
 * <pre>
 * topics ── sieve ─┬─ derivation ── derived topic
 *                  └─ derivation ── derived topic
 * </pre>
 *
 * @param name short name, the beginning of its stateful names
 */
public record RoomTopology(String name, List<Derivation<?, ?>> derivations, Times times) {

  /**
   * When things are done.
   *
   * @param publish between drafts of the same record, which others see at once
   * @param behind the same while the application catches up, and nobody waits for the latest
   * @param duplicates how long a sighting makes the next one a duplicate; zero where the inputs
   *     have no duplicates, and none are remembered
   */
  public record Times(Duration publish, Duration behind, Duration duplicates) {}

  /** Adds the application. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    KStream<String, Seen> read =
        builder.stream(
                derivations.stream().flatMap(RoomTopology::inputs).distinct().toList(),
                Consumed.<String, SpecificRecord>with(
                        Serdes.String(),
                        Serdes.serdeFrom(serdes.serializer(), serdes.deserializer()))
                    .withTimestampExtractor(new EventTimes())
                    .withName(name + "-observed"))
            .process(new Supplier(this), Named.as(name + "-sieve"));
    derivations.forEach(derivation -> derivation.addTo(read, times, serdes));
  }

  private static Stream<String> inputs(Derivation<?, ?> derivation) {
    return derivation.inputs().stream().map(Topic::name);
  }

  /** Name of the store of sightings, which is a changelog topic's too. */
  private Optional<String> sightings() {
    return times.duplicates.isZero() ? Optional.empty() : Optional.of(name + "-sightings");
  }

  private StoreBuilder<Sightings> store(String storeName) {
    return new BytesStoreBuilder<>(
            Stores.persistentKeyValueStore(storeName),
            bytes -> new Sightings(bytes, times.duplicates))
        .withLoggingEnabled(Map.of());
  }

  private record Supplier(RoomTopology topology)
      implements ProcessorSupplier<String, SpecificRecord, String, Seen> {

    @Override
    public Processor<String, SpecificRecord, String, Seen> get() {
      return new Sieve(topology.sightings());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return topology
          .sightings()
          .<Set<StoreBuilder<?>>>map(name -> Set.of(topology.store(name)))
          .orElse(Set.of());
    }
  }
}
