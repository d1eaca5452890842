package io.liveroom.processor;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.processor.alert.AlertTopology;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology of a derived topic on Kafka's test driver. */
public final class Driver<O extends SpecificRecord> implements AutoCloseable {

  private final RecordSerdes serdes =
      new RecordSerdes("mock://driver", Map.of("auto.register.schemas", true));
  private final TopologyTestDriver driver;
  private final Topic<O> output;
  private final List<O> outputs = new ArrayList<>();
  private final ManualClock clock;

  private Driver(Topology topology, Topic<O> output, Path stateDir) {
    this(topology, output, stateDir, new ManualClock(Facts.START));
  }

  private Driver(Topology topology, Topic<O> output, Path stateDir, ManualClock clock) {
    this.clock = clock;
    this.output = output;
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "driver");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(topology, properties, Facts.START);
  }

  public static Driver<RoomMinute> minute(ProcessorSettings settings, Path dir) {
    return new Driver<>(figuresTopology(settings), new Topics("liveroom").roomMinute(), dir);
  }

  public static Driver<RoomSession> session(ProcessorSettings settings, Path dir) {
    return new Driver<>(figuresTopology(settings), new Topics("liveroom").session(), dir);
  }

  public static Driver<PromotionChange> promotion(ProcessorSettings settings, Path dir) {
    return new Driver<>(figuresTopology(settings), new Topics("liveroom").promotionChange(), dir);
  }

  public static Driver<Alert> alert(ProcessorSettings settings, Path dir) {
    ManualClock clock = new ManualClock(Facts.START);
    return new Driver<>(alertTopology(settings, clock), new Topics("liveroom").alert(), dir, clock);
  }

  static Topology alertTopology(ProcessorSettings settings, InstantSource clock) {
    return built(
        AlertTopology.of(
            new Topics("liveroom"),
            settings.alerts(),
            settings.alertTimes(),
            new RoomMeters(new SimpleMeterRegistry(), AlertTopology.NAME),
            clock));
  }

  static Topology figuresTopology(ProcessorSettings settings) {
    return built(FiguresTopology.of(new Topics("liveroom"), settings, new SimpleMeterRegistry()));
  }

  private static Topology built(RoomTopology topology) {
    StreamsBuilder builder = new StreamsBuilder();
    topology.addTo(
        builder, new RecordSerdes("mock://driver", Map.of("auto.register.schemas", true)));
    return builder.build();
  }

  /** Sends facts, each to the topic of its type. */
  public Driver<O> send(SpecificRecord... facts) {
    for (SpecificRecord fact : facts) {
      driver
          .createInputTopic(topicOf(fact), new StringSerializer(), serdes.serializer())
          .pipeInput(new TestRecord<>(Facts.roomOf(fact), fact, Facts.START));
    }
    return this;
  }

  /** Lets the wall clock go on, in steps in which punctuators run. */
  public Driver<O> pass(Duration time) {
    clock.advance(time);
    driver.advanceWallClockTime(time);
    return this;
  }

  /** Everything published so far. */
  public List<O> outputs() {
    driver
        .createOutputTopic(
            output.name(), new StringDeserializer(), serdes.serde(output).deserializer())
        .readValuesToList()
        .forEach(outputs::add);
    return outputs;
  }

  /** The Kafka timestamps and headers of what is published next. */
  public List<TestRecord<String, O>> records() {
    return driver
        .createOutputTopic(
            output.name(), new StringDeserializer(), serdes.serde(output).deserializer())
        .readRecordsToList();
  }

  /** Takes a room off the watchlist. */
  public Driver<O> unwatch(String roomId) {
    driver
        .createInputTopic(
            new Topics("liveroom").watchlist().name(), new StringSerializer(), serdes.serializer())
        .pipeInput(roomId, null);
    return this;
  }

  private static String topicOf(SpecificRecord fact) {
    Topics topics = new Topics("liveroom");
    return topics.all().stream()
        .filter(topic -> topic.recordType() == fact.getClass())
        .findFirst()
        .orElseThrow()
        .name();
  }

  @Override
  public void close() {
    driver.close();
  }
}
