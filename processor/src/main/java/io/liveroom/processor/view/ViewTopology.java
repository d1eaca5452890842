package io.liveroom.processor.view;

import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The shape of view, which publishes nothing: it is there to be asked.
 *
 * <pre>
 * derived.session ──────────┐
 * derived.room-minute ──────┤
 * derived.promotion-change ─┤
 * derived.alert ────────────┼─ view (view-facts), and the board in memory
 * observed.gap ─────────────┤
 * observed.audience ────────┤
 * control.watchlist ────────┘
 * </pre>
 */
public final class ViewTopology {

  /** Short name: application id, stateful names and metric tag. */
  public static final String NAME = "view";

  static final String STORE = "view-facts";

  private final Topics topics;
  private final Duration keep;
  private final RoomBoard board;
  private final InstantSource clock;

  /**
   * @param keep how long history is kept
   */
  public ViewTopology(Topics topics, Duration keep, RoomBoard board, InstantSource clock) {
    this.topics = topics;
    this.keep = keep;
    this.board = board;
    this.clock = clock;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    Deserializer<SpecificRecord> facts = serdes.deserializer();
    builder.stream(
            inputs(),
            Consumed.with(
                    Serdes.String(),
                    Serdes.serdeFrom(ViewTopology.nothing(), new Received.Reader(facts)))
                .withTimestampExtractor((record, time) -> Math.max(0, record.timestamp()))
                .withName(NAME + "-read"))
        .process(new Supplier(this, facts), Named.as(NAME));
  }

  private List<String> inputs() {
    return Stream.<Topic<?>>of(
            topics.session(),
            topics.roomMinute(),
            topics.promotionChange(),
            topics.alert(),
            topics.gap(),
            topics.audience(),
            topics.watchlist())
        .map(Topic::name)
        .toList();
  }

  /** Cached: the drafts of a minute between two commits become one entry of the changelog. */
  private static StoreBuilder<?> store() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private static Serializer<Received> nothing() {
    return (topic, received) -> {
      throw new UnsupportedOperationException("view publishes nothing");
    };
  }

  private record Supplier(ViewTopology topology, Deserializer<SpecificRecord> facts)
      implements ProcessorSupplier<String, Received, Void, Void> {

    @Override
    public Processor<String, Received, Void, Void> get() {
      return new ViewProcessor(topology.board, facts, topology.keep, topology.clock);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(store());
    }
  }
}
