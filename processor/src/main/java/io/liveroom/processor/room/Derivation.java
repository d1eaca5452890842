package io.liveroom.processor.room;

import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * How one derived topic is made: one processor with the states of its rooms.
 *
 * @param name short name, the beginning of every stateful name
 * @param inputs topics whose facts it takes
 * @param output derived topic to write
 * @param silence after which a partition's time goes on with the wall clock
 */
public record Derivation<S, O extends SpecificRecord>(
    String name,
    List<Topic<?>> inputs,
    Topic<O> output,
    RoomFold<S, O> fold,
    Duration silence,
    RoomMeters meters) {

  /** Adds it behind what is read. */
  void addTo(KStream<String, Seen> read, RoomTopology.Times times, RecordSerdes serdes) {
    read.process(new Supplier<>(this, times), Named.as(name))
        .to(
            output.name(),
            Produced.with(Serdes.String(), serdes.serde(output)).withName(name + "-derived"));
  }

  /** Name of the store of states, which is a changelog topic's too. */
  String rooms() {
    return name + "-rooms";
  }

  private Set<Class<?>> kinds() {
    return inputs.stream().map(Topic::recordType).collect(Collectors.toUnmodifiableSet());
  }

  private StoreBuilder<?> store() {
    return RoomStore.builder(Stores.persistentKeyValueStore(rooms()), fold)
        .withLoggingEnabled(Map.of());
  }

  private record Supplier<S, O extends SpecificRecord>(
      Derivation<S, O> derivation, RoomTopology.Times times)
      implements ProcessorSupplier<String, Seen, String, O> {

    @Override
    public Processor<String, Seen, String, O> get() {
      return new RoomProcessor<>(
          derivation.fold,
          derivation.kinds(),
          derivation.rooms(),
          times,
          derivation.silence,
          derivation.meters,
          new EventHeaders("/liveroom/processor/" + derivation.name));
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(derivation.store());
    }
  }
}
