package io.liveroom.processor.view;

import io.liveroom.processor.runtime.StoreShards;
import io.liveroom.processor.runtime.StoreShards.Owner;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What this instance can answer itself, and who can answer the rest. */
public final class View {

  private final StoreShards shards;
  private final RoomBoard board;
  private final String topic;
  private final Deserializer<SpecificRecord> deserializer;

  public View(StoreShards shards, RoomBoard board, Topics topics, RecordSerdes serdes) {
    this.shards = shards;
    this.board = board;
    this.topic = topics.session().name(); // any of the inputs: they have the same partitions
    this.deserializer = serdes.deserializer();
  }

  /** Who has a room; empty until the instances have shared the partitions out. */
  public Optional<Owner> ownerOf(String roomId) {
    return shards.ownerOf(ViewTopology.STORE, roomId);
  }

  /** Who has which partition. */
  public Map<Integer, Owner> owners() {
    return shards.owners(topic);
  }

  /**
   * The rooms of a partition; of a standby's copy as of a moment ago. Empty where there is none.
   */
  public Optional<Collection<RoomView>> rooms(int partition) {
    return board.rooms(partition).or(() -> facts(partition, RoomFacts::rooms));
  }

  /** Asks this instance's copy of a partition; empty where it has none. May wait for a disk. */
  public <R> Optional<R> facts(int partition, Function<RoomFacts, R> question) {
    return shards.read(
        ViewTopology.STORE, partition, store -> question.apply(new RoomFacts(store, deserializer)));
  }

  /** Tells changes of the partitions that this instance works on. A listener must not wait. */
  public void listen(Consumer<Change> listener) {
    board.listen(listener);
  }

  public void ignore(Consumer<Change> listener) {
    board.ignore(listener);
  }
}
