package io.liveroom.processor;

import io.liveroom.processor.alert.AlertTopology;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.processor.runtime.DerivedStream;
import io.liveroom.processor.runtime.StreamsSettings;
import io.liveroom.processor.view.ViewTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor: Streams applications for the figures, the alerts, and the query API's view. */
public final class Processor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Processor.class);

  /**
   * The view writes the same minutes again and again, and publishes nothing that anybody waits for:
   * what is between two commits is read again after a crash.
   */
  private static final Duration VIEW_COMMITS = Duration.ofSeconds(10);

  private final ProcessorSettings settings;
  private final Topics topics;
  private final Map<String, Object> clients;
  private final RecordSerdes serdes;
  private final MeterRegistry meters;
  private final List<DerivedStream> streams;
  private final Optional<QueryApi> api;

  /** One that is not asked: without the query API. */
  public Processor(
      ProcessorSettings settings,
      Topics topics,
      Map<String, Object> kafkaClientProperties,
      RecordSerdes serdes,
      MeterRegistry meters) {
    this(settings, Optional.empty(), topics, kafkaClientProperties, serdes, meters);
  }

  /**
   * @param api settings of the query API; empty = none
   * @param kafkaClientProperties settings of every Kafka client: bootstrap servers, security
   */
  public Processor(
      ProcessorSettings settings,
      Optional<ApiSettings> api,
      Topics topics,
      Map<String, Object> kafkaClientProperties,
      RecordSerdes serdes,
      MeterRegistry meters) {
    this.settings = settings;
    this.topics = topics;
    this.clients = Map.copyOf(kafkaClientProperties);
    this.serdes = serdes;
    this.meters = meters;
    streams = List.of(figures(), alert());
    this.api = api.map(wanted -> new QueryApi(wanted, topics, serdes, meters, this::view));
  }

  /**
   * Takes the address of the query API, before anything can be answered there; throws where it is
   * taken.
   *
   * @return where it is, without a path; empty where there is none
   */
  public Optional<String> listen() throws IOException, InterruptedException {
    if (api.isPresent()) {
      return Optional.of(api.get().listen());
    }
    return Optional.empty();
  }

  /** Starts every application. The topics, that of the dead letters too, must exist. */
  public void start() {
    streams.forEach(DerivedStream::start);
    api.ifPresent(QueryApi::start);
  }

  public ProcessorHealth health() {
    Map<String, ProcessorHealth.Application> applications = new TreeMap<>();
    streams.forEach(stream -> applications.put(stream.name(), application(stream)));
    api.ifPresent(asked -> applications.put(QueryApi.NAME, asked.health()));
    return new ProcessorHealth(applications);
  }

  static ProcessorHealth.Application application(DerivedStream stream) {
    return new ProcessorHealth.Application(stream.isLive(), stream.isReady(), stream.words());
  }

  /** Commits and leaves, all applications at once, within some seconds. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            Stream.concat(streams.stream(), api.stream())
                .map(part -> CompletableFuture.runAsync(() -> close(part)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private DerivedStream figures() {
    RoomTopology topology = FiguresTopology.of(topics, settings, meters);
    return stream(FiguresTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream alert() {
    RoomMeters counters = new RoomMeters(meters, AlertTopology.NAME);
    RoomTopology topology =
        AlertTopology.of(
            topics, settings.alerts(), settings.alertTimes(), counters, Clock.systemUTC());
    return stream(AlertTopology.NAME, builder -> topology.addTo(builder, serdes));
  }

  private DerivedStream stream(String name, Consumer<StreamsBuilder> shape) {
    return stream(name, settings.instance().commitInterval(), Optional.empty(), shape);
  }

  private DerivedStream view(String address, Consumer<StreamsBuilder> shape) {
    return stream(ViewTopology.NAME, VIEW_COMMITS, Optional.of(address), shape);
  }

  private DerivedStream stream(
      String name, Duration commits, Optional<String> address, Consumer<StreamsBuilder> shape) {
    StreamsSettings application =
        new StreamsSettings(
            name, settings.instance().withCommitInterval(commits), clients, address);
    return new DerivedStream(name, application, topics.deadLetter(), serdes, meters, shape);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // the other parts must end too
      LOG.warn("{} did not close in order", part, e);
    }
  }
}
