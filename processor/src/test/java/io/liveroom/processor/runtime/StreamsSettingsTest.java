package io.liveroom.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

  private static final InstanceSettings INSTANCE =
      InstanceSettings.alone("test", Path.of("state")).withId("east-1");

  @Test
  void properties_longestCommitInterval_transactionsOutliveIt() {
    assertThat(transactionTimeout(Duration.ofMinutes(1), Map.of())).isEqualTo(70_000);
    assertThat(transactionTimeout(Duration.ofMillis(500), Map.of())).isEqualTo(10_500);
  }

  @Test
  void properties_operatorsOwnTimeout_isKept() {
    Map<String, Object> own = Map.of("producer.transaction.timeout.ms", 30_000);

    assertThat(transactionTimeout(Duration.ofSeconds(1), own)).isEqualTo(30_000);
  }

  @Test
  void properties_ofOneThatIsAsked_readsOnlyWhatIsCommittedAndSaysWhereItIs() {
    StreamsSettings settings =
        new StreamsSettings("view", INSTANCE, clients(Map.of()), Optional.of("host:8080"));
    StreamsConfig config = config(settings);

    assertThat(config.getMainConsumerConfigs("group", "client", 0))
        .containsEntry("isolation.level", "read_committed");
    assertThat(config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG)).isEqualTo("host:8080");
    assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
        .isEqualTo(StreamsConfig.AT_LEAST_ONCE);
  }

  @Test
  void properties_everyThread_isAMemberByItsInstancesName() {
    StreamsConfig config =
        config(new StreamsSettings("minute", INSTANCE, clients(Map.of()), Optional.empty()));

    assertThat(config.getMainConsumerConfigs("group", "client", 1))
        .containsEntry("group.instance.id", "east-1-1");
  }

  /** As the producer of a thread gets it, from settings that Streams has found valid. */
  private static @Nullable Object transactionTimeout(
      Duration commitInterval, Map<String, Object> own) {
    StreamsSettings settings =
        new StreamsSettings(
            "minute", INSTANCE.withCommitInterval(commitInterval), clients(own), Optional.empty());
    return config(settings).getProducerConfigs("test").get("transaction.timeout.ms");
  }

  private static StreamsConfig config(StreamsSettings settings) {
    Topics topics = new Topics("test");
    DeadLetters deadLetters =
        new DeadLetters(
            topics.deadLetter(),
            new RecordSerdes("mock://settings"),
            settings.applicationId(),
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    return new StreamsConfig(settings.properties(deadLetters));
  }

  private static Map<String, Object> clients(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(own);
    all.put("bootstrap.servers", "127.0.0.1:1");
    return all;
  }
}
