package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.Objects;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;

/** Lets tests of other packages read a state as it was written, as a restarted processor does. */
public final class Rewriting<S> {

  private static final String ROOM = "1";

  private final RoomFold<S, ?> fold;
  private final RoomStore<S> store;

  public Rewriting(RoomFold<S, ?> fold) {
    this.fold = fold;
    store =
        RoomStore.builder(Stores.inMemoryKeyValueStore("rewriting"), fold)
            .withLoggingDisabled()
            .build();
    StateStore root = store;
    store.init(new MockProcessorContext<String, String>().getStateStoreContext(), root);
  }

  public S rewritten(S room) {
    StateWriter out = new StateWriter();
    fold.write(room, out);
    StateReader in = new StateReader(out.toBytes());
    fold.read(in);
    if (!in.isAtEnd()) {
      throw new AssertionError("the state was not read to its end");
    }
    store.put(ROOM, room, 0);
    store.flushCache();
    store.clearCache();
    return Objects.requireNonNull(store.get(ROOM));
  }
}
