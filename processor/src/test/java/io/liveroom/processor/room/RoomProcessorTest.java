package io.liveroom.processor.room;

import static io.liveroom.processor.Facts.at;
import static io.liveroom.processor.Facts.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatEvent;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.minute.MinuteFolds;
import io.liveroom.schemas.EventHeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that Streams initialises a second time, its uncommitted state thrown away. */
class RoomProcessorTest {

  private static final FigureSettings SETTINGS =
      new FigureSettings(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofSeconds(90),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          16);
  private static final Duration BEHIND = Duration.ofSeconds(5);
  private static final String STORE = "rooms";

  private final MockProcessorContext<String, RoomMinute> context = new MockProcessorContext<>();
  private final Processor<String, Seen, String, RoomMinute> task = task(MinuteFolds.of(SETTINGS));

  @BeforeEach
  void initialise() {
    context.setCurrentSystemTimeMs(at(0).toEpochMilli());
    context.setCurrentStreamTimeMs(at(0).toEpochMilli());
    begin();
  }

  @Test
  void init_again_timeNotCommittedMakesNothingLate() {
    process(chat("1", "ann", 30), chat("2", "ann", 600));

    beginAgain();
    process(chat("1", "ann", 30));
    punctuate();

    assertThat(published())
        .extracting(RoomMinute::getWindowStart, RoomMinute::getChatCount)
        .containsExactly(tuple(at(0), 1L));
  }

  @Test
  void process_factsOfThePast_draftsAreFew() {
    context.setCurrentSystemTimeMs(at(3600).toEpochMilli());
    process(chat("1", "ann", 30));
    punctuate();
    process(chat("2", "ann", 31));
    pass(Duration.ofSeconds(1));
    assertThat(published()).as("the second fact waits").hasSize(1);

    pass(BEHIND);

    assertThat(published()).extracting(RoomMinute::getChatCount).containsExactly(1L, 2L);
    assertThat(context.committed()).isTrue();
  }

  @Test
  void process_factsOfNow_eachIntervalHasItsDraft() {
    process(chat("1", "ann", 0));
    punctuate();
    process(chat("2", "ann", 1));
    pass(Duration.ofSeconds(1));

    assertThat(published()).extracting(RoomMinute::getChatCount).containsExactly(1L, 2L);
  }

  @Test
  void init_again_schedulesAreThoseOfTheSecondTime() {
    int once = context.scheduledPunctuators().size();

    beginAgain();

    assertThat(context.scheduledPunctuators())
        .filteredOn(schedule -> !schedule.cancelled())
        .hasSize(once);
  }

  private void process(ChatEvent... facts) {
    for (ChatEvent fact : facts) {
      long time = fact.getEventTime().toEpochMilli();
      context.setCurrentStreamTimeMs(Math.max(time, context.currentStreamTimeMs()));
      task.process(new Record<>(fact.getRoomId(), new Seen(Observed.of(fact), false), time));
    }
  }

  private void pass(Duration time) {
    context.setCurrentSystemTimeMs(context.currentSystemTimeMs() + time.toMillis());
    punctuate();
  }

  private void punctuate() {
    context.scheduledPunctuators().stream()
        .filter(schedule -> !schedule.cancelled())
        .map(CapturedPunctuator::getPunctuator)
        .forEach(punctuator -> punctuator.punctuate(context.currentSystemTimeMs()));
  }

  private List<RoomMinute> published() {
    return context.forwarded().stream()
        .<RoomMinute>map(forward -> forward.record().value())
        .toList();
  }

  /** What Streams does with a corrupted task: its stream time is that of the last commit. */
  private void beginAgain() {
    task.close();
    context.<StateStore>getStateStore(STORE).close();
    context.resetForwards();
    context.setCurrentStreamTimeMs(at(0).toEpochMilli());
    begin();
  }

  private void begin() {
    StateStore rooms =
        RoomStore.builder(Stores.inMemoryKeyValueStore(STORE), MinuteFolds.of(SETTINGS))
            .withLoggingDisabled()
            .build();
    rooms.init(context.getStateStoreContext(), rooms);
    task.init(context);
  }

  private static <S> Processor<String, Seen, String, RoomMinute> task(
      RoomFold<S, RoomMinute> fold) {
    return new RoomProcessor<>(
        fold,
        Set.of(ChatEvent.class),
        STORE,
        new RoomTopology.Times(Duration.ofSeconds(1), BEHIND, Duration.ZERO),
        SETTINGS.grace(),
        new RoomMeters(new SimpleMeterRegistry(), "minute"),
        new EventHeaders("/test"));
  }
}
