package io.liveroom.processor.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class RoomStoreTest {

  private static final String STORE = "rooms";
  private static final long PLENTY = 1_000_000;

  /** What a state of {@link #put} takes when it is written. */
  private static final int BYTES = 10;

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();

  /** A state that remembers words, and has others apart. */
  private static final class Note {
    final StringBuilder words;
    final Annex<StringBuilder> apart =
        new Annex<>(
            StringBuilder::new,
            (text, out) -> out.text(text.toString()),
            in -> new StringBuilder(in.text()));

    Note(String words) {
      this.words = new StringBuilder(words);
    }
  }

  private static final class Notes implements RoomFold<Note, String> {
    @Override
    public Note open(String roomId) {
      return new Note("");
    }

    @Override
    public void apply(Note room, Observed fact, long now) {}

    @Override
    public void duplicate(Note room, Observed fact) {}

    @Override
    public List<Derived<String>> close(Note room, long now) {
      return List.of();
    }

    @Override
    public List<Derived<String>> drafts(Note room) {
      return List.of();
    }

    @Override
    public long deadline(Note room) {
      return NEVER;
    }

    @Override
    public boolean isSpent(Note room, long now) {
      return false;
    }

    @Override
    public long time(Note room) {
      return 0;
    }

    @Override
    public Annex<?> annex(Note room) {
      return room.apart;
    }

    @Override
    public void write(Note room, StateWriter out) {
      out.text(room.words.toString());
    }

    @Override
    public Note read(StateReader in) {
      return new Note(in.text());
    }
  }

  @Test
  void flush_memoryIsFull_leastRecentlyUsedGoAndTheirBytesStay() {
    RoomStore<Note> rooms = store(new LiveMemory(2 * BYTES));
    Note one = put(rooms, "1");
    Note two = put(rooms, "2");
    Note three = put(rooms, "3");
    rooms.flushCache();
    assertThat(rooms.get("3")).isSameAs(three);
    assertThat(rooms.get("2")).isSameAs(two);
    assertThat(rooms.get("1")).isNotSameAs(one);
    assertThat(words(rooms, "1")).isEqualTo("note of 1");
  }

  @Test
  void flush_otherStoresFillTheMemory_stateChangedBeforeItGoesIsNotLost() {
    LiveMemory memory = new LiveMemory(100);
    RoomStore<Note> rooms = store(memory);
    put(rooms, "1");
    rooms.flushCache();
    memory.add(100);
    Note changed = Objects.requireNonNull(rooms.get("1"));
    changed.words.append('!');
    rooms.put("1", changed, 1);
    rooms.flushCache();
    assertThat(rooms.get("1")).isNotSameAs(changed);
    assertThat(words(rooms, "1")).isEqualTo("note of 1!");
  }

  @Test
  void put_memoryIsFullBetweenCommits_eldestAreWrittenAndGo() {
    RoomStore<Note> rooms = store(new LiveMemory(2 * BYTES));
    Note one = put(rooms, "1");
    Note two = put(rooms, "2");
    Note three = put(rooms, "3");
    assertThat(rooms.bytes.get("1")).as("written before any commit").isNotNull();
    assertThat(rooms.bytes.get("2")).isNull();
    assertThat(rooms.get("3")).isSameAs(three);
    assertThat(rooms.get("2")).isSameAs(two);
    assertThat(rooms.get("1")).isNotSameAs(one);
    assertThat(words(rooms, "1")).isEqualTo("note of 1");
  }

  @Test
  void put_oneStateFillsTheMemory_itStaysUntilAnotherIsUsed() {
    RoomStore<Note> rooms = store(new LiveMemory(0));
    Note one = put(rooms, "1");
    assertThat(rooms.get("1")).isSameAs(one);
    put(rooms, "2");
    assertThat(rooms.get("1")).isNotSameAs(one);
    assertThat(words(rooms, "1")).isEqualTo("note of 1");
  }

  @Test
  void memory_allRoomsGone_nothingIsTaken() {
    LiveMemory memory = new LiveMemory(0);
    RoomStore<Note> counted = store(memory);
    put(counted, "1");
    counted.flushCache();
    assertThat(memory.isExceeded()).as("what was written went at once").isFalse();
    put(counted, "2");
    counted.remove("2");
    counted.get("1");
    assertThat(memory.isExceeded()).as("what was read is live").isTrue();
    counted.clearCache();
    assertThat(memory.isExceeded()).isFalse();
  }

  @Test
  void annex_changed_isWrittenOnceAndReadWhenAskedFor() {
    RoomStore<Note> rooms = store(new LiveMemory(PLENTY));
    Note note = put(rooms, "1");
    note.apart.change().append("apart");
    rooms.flushCache();
    assertThat(rooms.bytes.get("\0" + "1")).isNotNull();

    rooms.bytes.delete("\0" + "1");
    rooms.put("1", note, 1);
    rooms.flushCache();
    assertThat(rooms.bytes.get("\0" + "1")).as("not changed, so not written again").isNull();
  }

  @Test
  void annex_afterARestart_isWhatItWas() {
    RoomStore<Note> rooms = store(new LiveMemory(PLENTY));
    put(rooms, "1").apart.change().append("apart");
    rooms.flushCache();
    rooms.clearCache();
    Note read = Objects.requireNonNull(rooms.get("1"));
    assertThat(read.apart.get()).hasToString("apart");
    read.apart.change().append(", and more");
    rooms.put("1", read, 1);
    rooms.flushCache();
    assertThat(read.apart.get())
        .as("read again after it was let go")
        .hasToString("apart, and more");
  }

  @Test
  void remove_roomWithAnnex_nextOfThatNameBeginsWithout() {
    RoomStore<Note> rooms = store(new LiveMemory(PLENTY));
    put(rooms, "1").apart.change().append("apart");
    rooms.flushCache();
    rooms.remove("1");
    Note next = put(rooms, "1");
    assertThat(next.apart.get()).isEmpty();
  }

  @Test
  void forEach_roomsWithAnnexes_showsEachRoomOnce() {
    RoomStore<Note> rooms = store(new LiveMemory(PLENTY));
    put(rooms, "1").apart.change().append("apart");
    put(rooms, "2");
    List<String> shown = new ArrayList<>();
    rooms.forEach((room, note) -> shown.add(room + ": " + note.words));
    assertThat(shown).containsExactlyInAnyOrder("1: note of 1", "2: note of 2");
  }

  private static Note put(RoomStore<Note> rooms, String room) {
    Note note = new Note("note of " + room);
    rooms.put(room, note, BYTES);
    return note;
  }

  private static String words(RoomStore<Note> rooms, String room) {
    return Objects.requireNonNull(rooms.get(room)).words.toString();
  }

  private RoomStore<Note> store(LiveMemory memory) {
    RoomStore<Note> store =
        RoomStore.builder(Stores.inMemoryKeyValueStore(STORE), new Notes(), memory)
            .withLoggingDisabled()
            .build();
    StateStore root = store;
    store.init(context.getStateStoreContext(), root);
    return store;
  }
}
