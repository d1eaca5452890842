package io.liveroom.cli.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Shows the records of a topic as JSON lines until it has shown enough. */
public final class TopicTail {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Consumer<byte[], byte[]> consumer;
  private final Deserializer<Object> values;
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /**
   * @param values reads any schema; fails with {@link SerializationException}
   */
  public TopicTail(
      Consumer<byte[], byte[]> consumer,
      Deserializer<Object> values,
      PrintStream out,
      PrintStream err,
      InstantSource clock) {
    this.consumer = consumer;
    this.values = values;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** Returns how many records were shown. */
  public long run(TailRequest request, List<PartitionInfo> partitions) {
    Map<TopicPartition, Long> backlog = seek(request, partitions);
    Instant lastShown = clock.instant();
    long shown = 0;
    while (shown < request.most() && !isIdle(request, lastShown) && !out.checkError()) {
      long before = shown;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (shown < request.most() && isWanted(request, record)) {
          shown += show(record);
        }
      }
      if (shown > before || isBehind(backlog)) {
        lastShown = clock.instant();
      }
    }
    return shown;
  }

  /** Returns where the topic ended when this began. */
  private Map<TopicPartition, Long> seek(TailRequest request, List<PartitionInfo> partitions) {
    List<TopicPartition> all =
        partitions.stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    if (request.isFromBeginning()) {
      consumer.seekToBeginning(all);
    } else {
      consumer.seekToEnd(all);
    }
    all.forEach(consumer::position); // seeking is lazy: fix the places now
    return consumer.endOffsets(all);
  }

  private boolean isBehind(Map<TopicPartition, Long> backlog) {
    return backlog.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private boolean isIdle(TailRequest request, Instant lastShown) {
    return request
        .idleExit()
        .filter(idle -> lastShown.plus(idle).isBefore(clock.instant()))
        .isPresent();
  }

  private static boolean isWanted(TailRequest request, ConsumerRecord<byte[], byte[]> record) {
    return request.room().isEmpty() || request.room().get().equals(key(record));
  }

  private long show(ConsumerRecord<byte[], byte[]> record) {
    try {
      out.println(line(record));
      return 1;
    } catch (SerializationException e) {
      if (RegistryOutage.isCauseOf(e)) {
        throw e;
      }
      err.printf(
          "liveroom: can't decode %s partition %d offset %d: %s%n",
          record.topic(), record.partition(), record.offset(), e.getMessage());
      return 0;
    }
  }

  private String line(ConsumerRecord<byte[], byte[]> record) {
    String key = key(record);
    return "{\"topic\":%s,\"partition\":%d,\"offset\":%d,\"timestamp\":\"%s\",\"key\":%s,\"value\":%s}"
        .formatted(
            RecordJson.quoted(record.topic()),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            key == null ? "null" : RecordJson.quoted(key),
            value(record));
  }

  private String value(ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = record.value();
    if (bytes == null) {
      return "null"; // a tombstone
    }
    Object value = values.deserialize(record.topic(), bytes);
    if (value instanceof GenericContainer avro) {
      return RecordJson.of(avro.getSchema(), avro);
    }
    throw new SerializationException("not an Avro record");
  }

  private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key();
    return key == null ? null : new String(key, UTF_8);
  }
}
