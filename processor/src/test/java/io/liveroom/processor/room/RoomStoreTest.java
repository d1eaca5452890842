package io.liveroom.processor.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class RoomStoreTest {

  private static final String STORE = "rooms";

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();

  @Test
  void flush_memoryIsFull_leastRecentlyUsedGoAndTheirBytesStay() {
    LiveMemory memory = new LiveMemory(20);
    RoomStore<StringBuilder> rooms = store(memory);
    StringBuilder one = state(rooms, "1");
    StringBuilder two = state(rooms, "2");
    StringBuilder three = state(rooms, "3");
    rooms.flushCache();
    assertThat(rooms.get("3")).isSameAs(three);
    assertThat(rooms.get("2")).isSameAs(two);
    assertThat(rooms.get("1")).isNotSameAs(one).hasToString("ten bytes1");
  }

  @Test
  void flush_otherStoresFillTheMemory_stateChangedBeforeItGoesIsNotLost() {
    LiveMemory memory = new LiveMemory(100);
    RoomStore<StringBuilder> rooms = store(memory);
    state(rooms, "1");
    rooms.flushCache();
    memory.add(100);
    StringBuilder changed = Objects.requireNonNull(rooms.get("1")).append('!');
    rooms.put("1", changed, 1);
    rooms.flushCache();
    assertThat(rooms.get("1")).isNotSameAs(changed).hasToString("ten bytes1!");
  }

  @Test
  void put_memoryIsFullBetweenCommits_eldestAreWrittenAndGo() {
    RoomStore<StringBuilder> rooms = store(new LiveMemory(25));
    StringBuilder one = state(rooms, "1");
    StringBuilder two = state(rooms, "2");
    StringBuilder three = state(rooms, "3");
    assertThat(rooms.bytes.get("1")).as("written before any commit").isNotNull();
    assertThat(rooms.bytes.get("2")).isNull();
    assertThat(rooms.get("3")).isSameAs(three);
    assertThat(rooms.get("2")).isSameAs(two);
    assertThat(rooms.get("1")).isNotSameAs(one).hasToString("ten bytes1");
  }

  @Test
  void put_oneStateFillsTheMemory_itStaysUntilAnotherIsUsed() {
    RoomStore<StringBuilder> rooms = store(new LiveMemory(0));
    StringBuilder one = state(rooms, "1");
    assertThat(rooms.get("1")).isSameAs(one);
    state(rooms, "2");
    assertThat(rooms.get("1")).isNotSameAs(one).hasToString("ten bytes1");
  }

  @Test
  void memory_allRoomsGone_nothingIsTaken() {
    LiveMemory memory = new LiveMemory(0);
    RoomStore<StringBuilder> counted = store(memory);
    state(counted, "1");
    counted.flushCache();
    assertThat(memory.isExceeded()).as("what was written went at once").isFalse();
    state(counted, "2");
    counted.remove("2");
    counted.get("1");
    assertThat(memory.isExceeded()).as("what was read is live").isTrue();
    counted.clearCache();
    assertThat(memory.isExceeded()).isFalse();
  }

  private static StringBuilder state(RoomStore<StringBuilder> rooms, String room) {
    StringBuilder state = new StringBuilder("ten bytes").append(room);
    rooms.put(room, state, state.length());
    return state;
  }

  private RoomStore<StringBuilder> store(LiveMemory memory) {
    RoomStore<StringBuilder> store =
        new BytesStoreBuilder<>(
                Stores.inMemoryKeyValueStore(STORE),
                bytes ->
                    new RoomStore<StringBuilder>(
                        bytes,
                        state -> state.toString().getBytes(UTF_8),
                        written -> new StringBuilder(new String(written, UTF_8)),
                        memory))
            .withLoggingDisabled()
            .build();
    StateStore root = store;
    store.init(context.getStateStoreContext(), root);
    return store;
  }
}
