package io.liveroom.processor.runtime;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running Streams application: figures, alert or view. */
public final class DerivedStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DerivedStream.class);

  /** Less than Kafka's five minutes, after which the group takes the partitions away. */
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(8);

  private final String name;
  private final KafkaStreams streams;
  private final ThreadFailures failures;
  private final KafkaStreamsMetrics measured;

  /**
   * @param name short name of the application
   * @param shape adds the topology to a builder
   */
  public DerivedStream(
      String name,
      StreamsSettings settings,
      Topic<DeadLetter> deadLetterTopic,
      RecordSerdes serdes,
      MeterRegistry meters,
      Consumer<StreamsBuilder> shape) {
    this.name = name;
    DeadLetters deadLetters =
        new DeadLetters(
            deadLetterTopic, serdes, settings.applicationId(), meters, Clock.systemUTC());
    Properties properties = settings.properties(deadLetters);
    StreamsConfig config = new StreamsConfig(properties);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    shape.accept(builder);
    streams = new KafkaStreams(builder.build(properties), config);
    failures = new ThreadFailures(name);
    streams.setUncaughtExceptionHandler(this::onThreadFailure);
    measured = new KafkaStreamsMetrics(streams);
    measured.bindTo(meters);
    streams.setStateListener((now, before) -> failures.stateChanged(now));
  }

  public void start() {
    streams.start();
  }

  /** False once it has died, or one of its threads has come to a stand: only a restart helps. */
  public boolean isLive() {
    KafkaStreams.State state = streams.state();
    return state != KafkaStreams.State.ERROR
        && state != KafkaStreams.State.NOT_RUNNING
        && standstill().compareTo(STANDSTILL) < 0;
  }

  /** It has its share of the partitions, their state is restored, and it gets through. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING && failures.inARow() == 0;
  }

  /** What it is doing, for a person. */
  public String words() {
    StringBuilder words = new StringBuilder(streams.state().name().toLowerCase(Locale.ROOT));
    if (failures.inARow() > 0) {
      words.append(", failed ").append(count(failures.inARow())).append(": see the log");
    }
    if (standstill().compareTo(STANDSTILL) >= 0) {
      words.append(", a thread has not polled for ").append(standstill().toSeconds()).append(" s");
    }
    return words.toString();
  }

  private static String count(int failures) {
    return failures == 1 ? "once" : failures + " times in a row";
  }

  private static boolean isMainConsumer(MetricName metric) {
    String client = metric.tags().getOrDefault("client-id", "");
    return client.endsWith("-consumer") && !client.endsWith("-restore-consumer");
  }

  /** How long ago the thread polled that has not for longest. */
  private Duration standstill() {
    return streams.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("last-poll-seconds-ago"))
        .filter(metric -> isMainConsumer(metric.getKey()))
        .map(metric -> metric.getValue().metricValue())
        .filter(Number.class::isInstance)
        .map(seconds -> Duration.ofSeconds(Math.max(0, ((Number) seconds).longValue())))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  public String name() {
    return name;
  }

  /** What may be asked of its stores. */
  public StoreShards stores() {
    return new StoreShards(streams);
  }

  /** Leaves the group too: who stays, or comes back, need not wait for a session to run out. */
  @Override
  public void close() {
    measured.close();
    if (!streams.close(
        CloseOptions.timeout(CLOSE_DEADLINE)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP))) {
      LOG.warn(
          "{} did not close within {}; its transaction will be rolled back", name, CLOSE_DEADLINE);
    }
  }

  /** A new thread takes over from the last commit: what failed is tried again. */
  private StreamThreadExceptionResponse onThreadFailure(Throwable failure) {
    failures.failed(failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
