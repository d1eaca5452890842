package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

  private final ManualClock clock = new ManualClock(NOW);
  private final Pipe pipe = new Pipe();
  private final EventStream stream =
      new EventStream(new EventQuery(Set.of(), Optional.of(NOW)), pipe, false, clock);

  /** A reader's connection that takes as much as the test says. */
  private static final class Pipe implements Outlet {
    private final List<String> written = new ArrayList<>();
    private boolean isFull;

    @Override
    public boolean isFull() {
      return isFull;
    }

    @Override
    public void write(String text) {
      written.add(text);
    }

    @Override
    public void end() {}

    @Override
    public void cut() {}

    String text() {
      return String.join("", written);
    }
  }

  /** Another instance as a source, which says up to when it has told everything. */
  private static final class Source implements EventSource {
    private Instant seen = NOW;
    private boolean isReady;

    @Override
    public void look(Instant now) {}

    @Override
    public Instant seen() {
      return seen;
    }

    @Override
    public boolean isReady() {
      return isReady;
    }

    @Override
    public void close() {}
  }

  private static Event room(int room, int revision) {
    return new Event("room", "room" + room, "", () -> "{\"revision\":" + revision + "}");
  }

  @Test
  void offer_readerTakesNothing_keepsTheNewestOfEachRoomOnly() {
    pipe.isFull = true;
    for (int revision = 0; revision < 1000; revision++) {
      for (int room = 0; room < 30; room++) {
        stream.offer(room(room, revision));
      }
      assertThat(stream.flush()).isTrue();
    }
    assertThat(stream.waiting()).isEqualTo(30);

    pipe.isFull = false;
    assertThat(stream.flush()).isTrue();
    assertThat(stream.waiting()).isZero();
    assertThat(pipe.text()).contains("\"revision\":999").doesNotContain("\"revision\":998");
  }

  @Test
  void flush_readerTakesNothingForLong_isToBeCut() {
    pipe.isFull = true;
    clock.advance(Duration.ofSeconds(29));
    assertThat(stream.flush()).isTrue();
    clock.advance(Duration.ofSeconds(2));
    assertThat(stream.flush()).isFalse();
  }

  @Test
  void offerOld_newerIsWaiting_staysBehind() {
    stream.offer(room(1, 7));
    stream.offerOld(room(1, 6));
    stream.flush();

    assertThat(pipe.text()).contains("\"revision\":7").doesNotContain("\"revision\":6");
  }

  @Test
  void flush_oneSourceIsAway_idStandsStill() {
    Source here = new Source();
    Source away = new Source();
    stream.add(here);
    stream.add(away);
    here.seen = NOW.plusSeconds(100);
    here.isReady = true;
    clock.advance(Duration.ofSeconds(20));
    stream.flush();
    assertThat(pipe.text()).contains("id: " + NOW.toEpochMilli()).doesNotContain("ready");

    away.seen = NOW.plusSeconds(50);
    away.isReady = true;
    clock.advance(Duration.ofSeconds(1));
    stream.flush();
    assertThat(pipe.text())
        .contains("event: ready\nid: " + NOW.plusSeconds(50).toEpochMilli() + "\n");
  }
}
