package io.liveroom.benchmarks.ceiling;

import io.liveroom.collector.publish.KafkaOutlet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The collector's own producer with records of a topic, serialized beforehand, keys and headers
 * included. Arguments: brokers, topic to take them from, topic to write to, threads, seconds, file
 * for the rate.
 */
public final class ProducerMain {

  private static final int RECORDS = 50_000;

  private ProducerMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", arguments[0]);
    List<ConsumerRecord<String, byte[]>> records = records(client, arguments[1]);
    List<ProducerRecord<String, byte[]>> copies =
        copies(client, records, arguments[1], arguments[2]);
    Producer<String, byte[]> producer = new KafkaOutlet(client, new SimpleMeterRegistry()).get();
    LongAdder acknowledged = new LongAdder();
    AtomicInteger next = new AtomicInteger();
    Rate.start(
        Integer.parseInt(arguments[3]),
        () -> {
          int at = Math.floorMod(next.getAndIncrement(), copies.size());
          producer.send(copies.get(at), (written, failure) -> count(acknowledged, failure));
          return 1;
        });
    double rate = Rate.measure(acknowledged::sum, 6, Long.parseLong(arguments[4]));
    Rate.tell(Path.of(arguments[5]), rate);
    System.exit(0);
  }

  private static void count(LongAdder acknowledged, @Nullable Exception failure) {
    if (failure == null) {
      acknowledged.increment();
    }
  }

  private static List<ProducerRecord<String, byte[]>> copies(
      Map<String, Object> client,
      List<ConsumerRecord<String, byte[]>> records,
      String from,
      String to)
      throws Exception {
    try (Admin admin = Admin.create(client)) {
      Collection<TopicDescription> described =
          admin.describeTopics(List.of(from)).allTopicNames().get().values();
      int partitions = described.iterator().next().partitions().size();
      if (!admin.listTopics().names().get().contains(to)) {
        admin.createTopics(List.of(new NewTopic(to, partitions, (short) 1))).all().get();
      }
    }
    List<ProducerRecord<String, byte[]>> copies = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : records) {
      copies.add(
          new ProducerRecord<>(
              to, null, each.timestamp(), each.key(), each.value(), each.headers()));
    }
    return copies;
  }

  private static List<ConsumerRecord<String, byte[]>> records(
      Map<String, Object> client, String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (records.size() < RECORDS) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }
}
