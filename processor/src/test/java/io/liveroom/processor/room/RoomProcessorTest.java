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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
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
  private static final RoomTopology.Names NAMES = new RoomTopology.Names("rooms", "sightings");

  private final MockProcessorContext<String, RoomMinute> context = new MockProcessorContext<>();
  private final Processor<String, SpecificRecord, String, RoomMinute> task =
      task(MinuteFolds.of(SETTINGS));

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
      task.process(new Record<>(fact.getRoomId(), fact, time));
    }
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
    List.of(NAMES.rooms(), NAMES.sightings())
        .forEach(name -> context.<StateStore>getStateStore(name).close());
    context.resetForwards();
    context.setCurrentStreamTimeMs(at(0).toEpochMilli());
    begin();
  }

  private void begin() {
    begin(rooms(MinuteFolds.of(SETTINGS)));
    begin(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(NAMES.sightings()), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build());
    task.init(context);
  }

  private void begin(StateStore store) {
    store.init(context.getStateStoreContext(), store);
  }

  private static <S> StateStore rooms(RoomFold<S, RoomMinute> fold) {
    return new RoomStoreBuilder<>(Stores.inMemoryKeyValueStore(NAMES.rooms()), fold)
        .withLoggingDisabled()
        .build();
  }

  private static <S> Processor<String, SpecificRecord, String, RoomMinute> task(
      RoomFold<S, RoomMinute> fold) {
    return new RoomProcessor<>(
        fold,
        NAMES,
        new RoomTopology.Times(Duration.ofSeconds(1), Duration.ofMinutes(15), SETTINGS.grace()),
        new RoomMeters(new SimpleMeterRegistry(), "minute"),
        new EventHeaders("/test"));
  }
}
