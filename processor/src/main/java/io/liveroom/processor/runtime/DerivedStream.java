package io.liveroom.processor.runtime;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running Streams application: the one that makes one derived topic. */
public final class DerivedStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DerivedStream.class);
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(8);

  private final String name;
  private final KafkaStreams streams;
  private final ThreadFailures failures;

  /**
   * @param name short name of the derived topic
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
    streams.setStateListener((now, before) -> failures.stateChanged(now));
  }

  public void start() {
    streams.start();
  }

  /** What the application is doing now. */
  public KafkaStreams.State state() {
    return streams.state();
  }

  public String name() {
    return name;
  }

  /** Leaves the group too: who stays, or comes back, need not wait for a session to run out. */
  @Override
  public void close() {
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
