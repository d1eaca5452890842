package io.liveroom.processor;

import io.liveroom.processor.alert.AlertTopology;
import io.liveroom.processor.minute.MinuteTopology;
import io.liveroom.processor.promotion.PromotionTopology;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.runtime.DerivedStream;
import io.liveroom.processor.runtime.StreamsSettings;
import io.liveroom.processor.session.SessionTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsBuilder;

/** The processor: one Streams application for each derived topic. */
public final class Processor implements AutoCloseable {

  private final ProcessorSettings settings;
  private final Topics topics;
  private final Map<String, Object> clients;
  private final RecordSerdes serdes;
  private final MeterRegistry meters;
  private final List<DerivedStream> streams;

  /**
   * @param kafkaClientProperties settings of every Kafka client: bootstrap servers, security
   */
  public Processor(
      ProcessorSettings settings,
      Topics topics,
      Map<String, Object> kafkaClientProperties,
      RecordSerdes serdes,
      MeterRegistry meters) {
    this.settings = settings;
    this.topics = topics;
    this.clients = Map.copyOf(kafkaClientProperties);
    this.serdes = serdes;
    this.meters = meters;
    streams = List.of(minute(), session(), promotion(), alert());
  }

  /** Starts every application. The topics, that of the dead letters too, must exist. */
  public void start() {
    streams.forEach(DerivedStream::start);
  }

  public ProcessorHealth health() {
    Map<String, ProcessorHealth.Application> applications = new TreeMap<>();
    streams.forEach(stream -> applications.put(stream.name(), application(stream)));
    return new ProcessorHealth(applications);
  }

  private static ProcessorHealth.Application application(DerivedStream stream) {
    return new ProcessorHealth.Application(stream.isLive(), stream.isReady(), stream.words());
  }

  /** Commits and leaves, all applications at once, within some seconds. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            streams.stream()
                .map(stream -> CompletableFuture.runAsync(stream::close))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private DerivedStream minute() {
    RoomMeters counters = new RoomMeters(meters, MinuteTopology.NAME);
    MinuteTopology topology =
        new MinuteTopology(topics, settings.figures(), settings.minuteTimes(), counters);
    return stream(MinuteTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream session() {
    RoomMeters counters = new RoomMeters(meters, SessionTopology.NAME);
    SessionTopology topology =
        new SessionTopology(topics, settings.figures(), settings.sessionTimes(), counters);
    return stream(SessionTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream promotion() {
    RoomMeters counters = new RoomMeters(meters, PromotionTopology.NAME);
    PromotionTopology topology =
        new PromotionTopology(topics, settings.promotions(), settings.promotionTimes(), counters);
    return stream(PromotionTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream alert() {
    RoomMeters counters = new RoomMeters(meters, AlertTopology.NAME);
    AlertTopology topology =
        new AlertTopology(
            topics, settings.alerts(), settings.alertTimes(), counters, Clock.systemUTC());
    return stream(AlertTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream stream(String name, Consumer<StreamsBuilder> shape) {
    StreamsSettings application =
        new StreamsSettings(
            settings.applicationIdPrefix() + '-' + name,
            settings.stateDir(),
            settings.threads(),
            settings.standbys(),
            settings.commitInterval(),
            clients);
    return new DerivedStream(name, application, topics.deadLetter(), serdes, meters, shape);
  }
}
