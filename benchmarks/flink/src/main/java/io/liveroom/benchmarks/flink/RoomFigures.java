package io.liveroom.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Minutes and sessions of a room in one function: what was seen is remembered once for both, and
 * each record is read once, which is how one would write it for Flink.
 */
final class RoomFigures extends KeyedProcessFunction<String, Tuple2<String, byte[]>, Published> {

  private static final long DUPLICATES = Duration.ofMinutes(15).toMillis();
  private static final long DRAFTS = 5000; // milliseconds, as of a processor that catches up
  private static final String FACTS = "liveroom.observed"; // the records' schemas say which

  private final String registry;
  private final String minuteTopic;
  private final String sessionTopic;

  @SuppressWarnings("NullAway.Init")
  private transient ValueState<Room> rooms;

  @SuppressWarnings("NullAway.Init")
  private transient MapState<String, Long> sightings; // event id, arrival of the last

  @SuppressWarnings("NullAway.Init")
  private transient Deserializer<SpecificRecord> reading;

  @SuppressWarnings("NullAway.Init")
  private transient Serializer<SpecificRecord> writing;

  @SuppressWarnings("NullAway.Init")
  private transient EventHeaders headers;

  RoomFigures(String registry, String minuteTopic, String sessionTopic) {
    this.registry = registry;
    this.minuteTopic = minuteTopic;
    this.sessionTopic = sessionTopic;
  }

  @Override
  public void open(OpenContext context) {
    RecordSerdes serdes =
        new RecordSerdes(registry, java.util.Map.of("auto.register.schemas", true));
    reading = serdes.deserializer();
    writing = serdes.serializer();
    headers = new EventHeaders("/liveroom/flink");
    rooms =
        getRuntimeContext().getState(new ValueStateDescriptor<>("rooms", RoomSerializer.INSTANCE));
    MapStateDescriptor<String, Long> seen =
        new MapStateDescriptor<>("sightings", Types.STRING, Types.LONG);
    seen.enableTimeToLive(
        StateTtlConfig.newBuilder(Duration.ofMillis(2 * DUPLICATES)).cleanupFullSnapshot().build());
    sightings = getRuntimeContext().getMapState(seen);
  }

  @Override
  public void processElement(
      Tuple2<String, byte[]> record, Context context, Collector<Published> out) throws Exception {
    Observed fact = Observed.of(reading.deserialize(FACTS, record.f1));
    Room known = rooms.value();
    Room room = known == null ? new Room(record.f0) : known;
    if (isRepeated(fact)) {
      room.both().forEach(figures -> figures.duplicate(fact));
    } else {
      long now = Math.max(0, context.timerService().currentWatermark());
      for (Figures<?> figures : room.both()) {
        publish(record.f0, figures.close(now), out);
        figures.apply(fact, now);
      }
      if (!room.isDraftDue) {
        room.isDraftDue = true;
        long wallClock = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(wallClock + DRAFTS);
      }
    }
    setTimers(room, context);
    rooms.update(room);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Published> out)
      throws Exception {
    Room room = rooms.value();
    if (room == null) {
      return;
    }
    boolean draft =
        context.timeDomain() == org.apache.flink.streaming.api.TimeDomain.PROCESSING_TIME;
    for (Figures<?> figures : room.both()) {
      publish(context.getCurrentKey(), draft ? figures.drafts() : figures.close(time), out);
    }
    if (draft) {
      room.isDraftDue = false;
    }
    setTimers(room, context);
    rooms.update(room);
  }

  private boolean isRepeated(Observed fact) throws Exception {
    long now = fact.receivedAt().toEpochMilli();
    Long before = sightings.get(fact.eventId());
    if (before == null || now > before) {
      sightings.put(fact.eventId(), now);
    }
    return before != null && now - before <= DUPLICATES;
  }

  private static void setTimers(Room room, Context context) {
    for (Figures<?> figures : room.both()) {
      long deadline = figures.deadline();
      if (deadline != figures.timer && deadline != Long.MAX_VALUE) {
        figures.timer = deadline;
        context.timerService().registerEventTimeTimer(deadline);
      }
    }
  }

  private void publish(
      String roomId,
      List<? extends Derived<? extends SpecificRecord>> outputs,
      Collector<Published> out) {
    for (Derived<? extends SpecificRecord> output : outputs) {
      String topic = output.value() instanceof RoomMinute ? minuteTopic : sessionTopic;
      out.collect(
          new Published(
              new ProducerRecord<>(
                  topic,
                  null,
                  output.time().toEpochMilli(),
                  roomId.getBytes(UTF_8),
                  writing.serialize(topic, output.value()),
                  headers.of(output.value(), output.id(), output.time()))));
    }
  }
}
