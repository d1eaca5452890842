package io.liveroom.collector.rooms;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's share of the rooms: it is a member of a consumer group on the watchlist, and the
 * rooms of its partitions are its rooms. Its thread does nothing else.
 *
 * <p>A partition that is assigned is read from the start to the end before its rooms are acted on.
 */
public final class Watchlist implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Watchlist.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SESSION = Duration.ofSeconds(10);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final Consumer<Map<String, RoomOrder>> desired;
  private final Thread thread;

  private final Map<TopicPartition, Set<String>> rooms = new HashMap<>(); // by its thread only
  private final Map<TopicPartition, Long> ends = new HashMap<>(); // not read to the end yet
  private volatile boolean isRunning;
  private volatile boolean isLoaded;
  private volatile String trouble = "";
  private Set<String> last = Set.of();
  private boolean isToldOnce;

  /**
   * @param client how to reach Kafka
   * @param group all workers of one deployment
   * @param desired hears of the rooms that should be watched, on this thread, whenever they change
   */
  public Watchlist(
      Map<String, Object> client,
      String topic,
      String group,
      String memberId,
      Consumer<Map<String, RoomOrder>> desired) {
    this.topic = topic;
    this.desired = desired;
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, memberId);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    thread = new Thread(this::run, "watchlist");
  }

  public void start() {
    isRunning = true;
    thread.start();
  }

  /** Whether this worker's share has been read. */
  public boolean isLoaded() {
    return isLoaded;
  }

  /** Why the watchlist can't be read; empty where it can. */
  public String trouble() {
    return trouble;
  }

  /** Stops reading; gives up waiting for its thread after the deadline. */
  public void close(Duration deadline) throws InterruptedException {
    isRunning = false;
    consumer.wakeup();
    thread.join(deadline.toMillis());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
    ends.putAll(consumer.endOffsets(partitions));
    partitions.forEach(partition -> rooms.put(partition, new HashSet<>()));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      rooms.remove(partition);
      ends.remove(partition);
    }
  }

  private void run() {
    consumer.subscribe(List.of(topic), this);
    while (isRunning) {
      try {
        consumer.poll(POLL).forEach(this::take);
        tell();
        recovered();
      } catch (WakeupException closing) {
        LOG.debug("woken up to close");
      } catch (KafkaException failure) {
        troubled(failure);
      }
    }
    consumer.close();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Set<String> of = rooms.get(new TopicPartition(record.topic(), record.partition()));
    if (of == null || record.key() == null) {
      return;
    }
    if (record.value() == null) {
      of.remove(record.key());
    } else {
      of.add(record.key());
    }
  }

  private void tell() {
    ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    if (!ends.isEmpty() || rooms.isEmpty()) {
      return;
    }
    Set<String> now = new HashSet<>();
    rooms.values().forEach(now::addAll);
    if (!now.equals(last) || !isToldOnce) {
      isToldOnce = true;
      last = Set.copyOf(now);
      Map<String, RoomOrder> orders = new HashMap<>();
      last.forEach(roomId -> orders.put(roomId, new RoomOrder(1, null)));
      desired.accept(orders);
    }
    isLoaded = true;
  }

  private void troubled(KafkaException failure) {
    if (trouble.isEmpty()) {
      LOG.warn("the watchlist can't be read; the rooms stay as they are", failure);
    }
    trouble = "the watchlist can't be read: " + failure.getClass().getSimpleName();
    try {
      Thread.sleep(AFTER_TROUBLE.toMillis());
    } catch (InterruptedException stop) {
      isRunning = false;
      Thread.currentThread().interrupt();
    }
  }

  private void recovered() {
    if (!trouble.isEmpty()) {
      LOG.info("the watchlist is read again");
      trouble = "";
    }
  }
}
