package io.liveroom.processor.room;

import static io.liveroom.processor.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int RENEWAL = 60; // seconds: a fifteenth

  private final MockProcessorContext<String, Seen> context = new MockProcessorContext<>();
  private final KeyValueStore<String, byte[]> bytes =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("sightings"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .withCachingDisabled()
          .build();

  private final Sightings sightings = new Sightings(bytes, WINDOW);

  @BeforeEach
  void initialise() {
    sightings.init(context.getStateStoreContext(), sightings);
    sightings.load();
  }

  @Test
  void isRepeated_withinTheWindow_isAndRenewsIt() {
    assertThat(sees("a", 0)).isFalse();
    assertThat(sees("a", 900)).isTrue();
    assertThat(sees("a", 1800)).isTrue();
    assertThat(sees("a", 1800 + 900 + RENEWAL + 1)).isFalse();
  }

  @Test
  void isRepeated_eventOfTheSameIdInAnotherRoom_isAnother() {
    assertThat(sees("a", 0)).isFalse();
    assertThat(sightings.isRepeated("8", "a", at(1))).isFalse();
  }

  @Test
  void isRepeated_polledEachSecond_lastsAsLongAsFromTheLastPoll() {
    for (int second = 0; second < 1000; second++) {
      assertThat(sees("a", second)).isEqualTo(second > 0);
    }
    assertThat(sees("a", 999 + 900)).isTrue();
  }

  @Test
  void flush_polledEachSecond_writesOnceAMinute() {
    for (int second = 0; second < 600; second++) {
      sees("a", second);
      sightings.flushCache();
    }
    assertThat(Chunks.of(bytes).values().stream().mapToInt(chunk -> chunk.length).sum())
        .isLessThan(11 * 16);
  }

  @Test
  void load_afterACommit_knowsWhatWasCommittedAndNothingElse() {
    sees("a", 0);
    sightings.flushCache();
    sees("b", 1);

    sightings.load();

    assertThat(sees("a", 2)).isTrue();
    assertThat(sees("b", 2)).isFalse();
  }

  @Test
  void sweep_longAfter_forgetsAllButWhatWasRenewed() {
    for (int event = 0; event < 100; event++) {
      sees("event " + event, event);
      sightings.flushCache();
    }
    sees("event 7", 1_000);
    sees("late", 2_000);
    sightings.flushCache();

    sightings.sweep();

    assertThat(sees("event 7", 1_900)).isTrue();
    sightings.load();
    assertThat(sees("event 7", 1_950)).isTrue();
    assertThat(sees("event 8", 1_950)).isFalse();
    assertThat(Chunks.of(bytes)).as("chunks left").hasSizeLessThan(4);
  }

  @Test
  void isRepeated_anyOrderAndRestarts_isWhatAPlainMapSays() {
    Map<String, Long> plain = new TreeMap<>();
    Random random = new Random(7);
    int now = 0;
    for (int step = 0; step < 20_000; step++) {
      now += random.nextInt(3);
      String event = "event " + random.nextInt(400);
      long noted = plain.getOrDefault(event, Long.MIN_VALUE / 2);
      boolean expected = now - noted <= 900 + RENEWAL;
      if (now - noted > RENEWAL) {
        plain.put(event, (long) now);
      }
      assertThat(sees(event, now)).as(event + " at " + now).isEqualTo(expected);
      switch (random.nextInt(200)) {
        case 0 -> sightings.sweep();
        case 1 -> restart();
        default -> {
          if (step % 5 == 0) {
            sightings.flushCache();
          }
        }
      }
    }
  }

  private void restart() {
    sightings.flushCache();
    sightings.load();
  }

  private boolean sees(String event, int second) {
    return sightings.isRepeated("7", event, at(second));
  }

  /** What is written. */
  private static final class Chunks {
    static Map<String, byte[]> of(KeyValueStore<String, byte[]> bytes) {
      Map<String, byte[]> chunks = new TreeMap<>();
      try (KeyValueIterator<String, byte[]> all = bytes.all()) {
        while (all.hasNext()) {
          KeyValue<String, byte[]> chunk = all.next();
          chunks.put(chunk.key, chunk.value);
        }
      }
      return chunks;
    }
  }
}
