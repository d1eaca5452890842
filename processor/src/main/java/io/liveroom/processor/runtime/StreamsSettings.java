package io.liveroom.processor.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of one Streams application.
 *
 * @param name short name of what it derives
 * @param clients the operator's own settings of Kafka clients: where the broker is, security
 * @param address host:port where this instance answers for its stores; only an application that is
 *     asked has one. Such a one publishes nothing, so at-least-once is enough for it
 */
public record StreamsSettings(
    String name, InstanceSettings instance, Map<String, Object> clients, Optional<String> address) {

  private static final String DEAD_LETTERS = "liveroom.dead.letters";
  private static final Duration SESSION = Duration.ofSeconds(15);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  /**
   * Longest that a killed processor's open transaction outlives the commit it was waiting for.
   * Until the broker gives it up nobody who reads committed records gets past it, nor does its
   * successor get the offsets to go on from, unless that has the same state folder and so the same
   * transactional id, which ends the transaction at once. Streams' own ten seconds are too short
   * for a commit interval that long.
   */
  private static final Duration TRANSACTION_SLACK = Duration.ofSeconds(10);

  private static final long ASKED_CACHE_BYTES = 32L << 20; // for drafts between two commits
  private static final int BATCH_BYTES = 256 << 10; // of states: Kafka's 16 KiB hold a few
  private static final String COMPRESSION = "lz4";

  /** Consumer group, transactional ids and internal topics begin with it. */
  String applicationId() {
    return instance.applicationIdPrefix() + '-' + name;
  }

  Properties properties(DeadLetters deadLetters) {
    Properties all = new Properties();
    all.putAll(clients);
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
    all.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, instance.threads());
    all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbys());
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, instance.commitInterval().toMillis());
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
    all.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    all.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) instance.commitInterval().plus(TRANSACTION_SLACK).toMillis());
    address.ifPresentOrElse(own -> asked(all, own), () -> publishing(all));
    membership(all);
    handlers(all, deadLetters);
    return all;
  }

  private static void publishing(Properties all) {
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
  }

  /** What it reads was published in transactions: without this it would show what was undone. */
  private static void asked(Properties all, String address) {
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address);
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, ASKED_CACHE_BYTES);
    all.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
  }

  /** What an operator's own client settings may override. Each thread is a member of its own. */
  private void membership(Properties all) {
    consumer(all, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance.id());
    all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    consumer(all, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    consumer(all, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
    consumer(all, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), COMPRESSION);
    all.putIfAbsent(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    all.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), "producer");
    all.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5000L);
  }

  private static void handlers(Properties all, DeadLetters deadLetters) {
    all.put(DEAD_LETTERS, deadLetters);
    all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
    all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecords.class);
    all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnsendableRecords.class);
  }

  /** What a handler made by Streams finds in its settings. */
  static DeadLetters deadLetters(Map<String, ?> settings) {
    if (settings.get(DEAD_LETTERS) instanceof DeadLetters deadLetters) {
      return deadLetters;
    }
    throw new IllegalStateException("the settings hold no dead letters");
  }

  private static void consumer(Properties all, String key, Object value) {
    all.putIfAbsent(StreamsConfig.mainConsumerPrefix(key), value);
  }
}
