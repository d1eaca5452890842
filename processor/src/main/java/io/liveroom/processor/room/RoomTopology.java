package io.liveroom.processor.room;

import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The chain that every per-room topic has: topics → one processor with its stores → the derived
 * topic. The topics have the same number of partitions, so a task has everything of its rooms.
 *
 * @param name short name, the beginning of every stateful name
 * @param inputs topics to read
 * @param output derived topic to write
 */
public record RoomTopology<S, O extends SpecificRecord>(
    String name,
    List<Topic<?>> inputs,
    Topic<O> output,
    RoomFold<S, O> fold,
    Times times,
    RoomMeters meters) {

  /**
   * When things are done.
   *
   * @param publish between drafts of the same record
   * @param duplicates how long a sighting makes the next one a duplicate; zero where the inputs
   *     have no duplicates, and none are remembered
   * @param silence after which a partition's time goes on with the wall clock
   */
  public record Times(Duration publish, Duration duplicates, Duration silence) {

    private static final Duration SWEEP = Duration.ofSeconds(10);

    Duration sweep() {
      return SWEEP;
    }

    boolean hasDuplicates() {
      return !duplicates.isZero();
    }
  }

  /** Names of the stores, which are names of changelog topics too. */
  record Names(String rooms, String sightings) {}

  /** Adds the chain. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    builder.stream(
            inputs.stream().map(Topic::name).toList(),
            Consumed.<String, SpecificRecord>with(
                    Serdes.String(), Serdes.serdeFrom(serdes.serializer(), serdes.deserializer()))
                .withTimestampExtractor(new EventTimes())
                .withName(name + "-observed"))
        .process(new Supplier<>(this), Named.as(name))
        .to(
            output.name(),
            Produced.with(Serdes.String(), serdes.serde(output)).withName(name + "-derived"));
  }

  private Names names() {
    return new Names(name + "-rooms", name + "-sightings");
  }

  private StoreBuilder<?> rooms() {
    return new RoomStoreBuilder<>(Stores.persistentKeyValueStore(names().rooms()), fold)
        .withLoggingEnabled(Map.of());
  }

  /** Cached, so that a message polled again and again is written once a commit. */
  private StoreBuilder<?> sightings() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(names().sightings()), Serdes.String(), Serdes.Long())
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private record Supplier<S, O extends SpecificRecord>(RoomTopology<S, O> topology)
      implements ProcessorSupplier<String, SpecificRecord, String, O> {

    @Override
    public Processor<String, SpecificRecord, String, O> get() {
      return new RoomProcessor<>(
          topology.fold,
          topology.names(),
          topology.times,
          topology.meters,
          new EventHeaders("/liveroom/processor/" + topology.name));
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return topology.times.hasDuplicates()
          ? Set.of(topology.rooms(), topology.sightings())
          : Set.of(topology.rooms());
    }
  }
}
