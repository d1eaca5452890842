package io.liveroom.alerting;

import io.liveroom.derived.Alert;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a webhook every alert, in each alert's order and at least once. An offset is committed only
 * after the receiver said yes, so nothing is lost while it is away, however long. Meanwhile the job
 * goes on polling with its partitions paused, and so stays in its group.
 */
public final class AlertJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertJob.class);

  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);
  private static final int MOST_RECORDS = 500;

  private final Topic<Alert> topic;
  private final Clock clock;
  private final AlertmanagerJson json;
  private final Receiver receiver;
  private final Patience patience;
  private final Consumer<String, Alert> consumer;
  private final Backlog backlog = new Backlog(); // the thread's
  private final Thread thread = new Thread(this::run, "alert-job");
  private final LongAdder taken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile boolean isEnding;
  private volatile Instant waitingSince = Instant.MAX; // MAX while nothing waits

  /**
   * @param kafkaClientProperties settings of any Kafka client: bootstrap servers, security
   */
  public AlertJob(
      AlertJobSettings settings,
      Topic<Alert> topic,
      Map<String, Object> kafkaClientProperties,
      RecordSerdes serdes,
      Clock clock) {
    this.topic = topic;
    this.clock = clock;
    json = new AlertmanagerJson(settings.format(), settings.externalUrl());
    receiver = new Receiver(settings.url(), settings.tokenFile(), settings.limit());
    patience =
        new Patience(receiver.name(), new Backoff(settings.firstRetry(), settings.lastRetry()));
    Map<String, Object> properties = new HashMap<>(kafkaClientProperties);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    properties.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        settings.isFromBeginning() ? "earliest" : "latest");
    consumer =
        new KafkaConsumer<>(
            properties, new StringDeserializer(), serdes.serde(topic).deserializer());
  }

  public void start() {
    thread.start();
  }

  public AlertJobHealth health() {
    return new AlertJobHealth(
        thread.isAlive(),
        thread.isAlive() && !patience.isTroubled(),
        thread.isAlive() ? patience.words() : "its loop has ended: see the log");
  }

  /** Alerts the receiver has said yes to. */
  public long taken() {
    return taken.sum();
  }

  /** Requests it has not said yes to. */
  public long refused() {
    return refused.sum();
  }

  /** For how long the oldest alert has waited that was read and not taken; zero where none does. */
  public Duration longestWait() {
    Duration wait = Duration.between(waitingSince, clock.instant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Ends after the request that is under way; what is not taken yet is told by the next job. */
  @Override
  public void close() {
    isEnding = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer;
        receiver) {
      consumer.subscribe(List.of(topic.name()), new Assignment());
      while (!isEnding) {
        step();
      }
    } catch (WakeupException | InterruptedException | InterruptException e) {
      LOG.debug("told to end");
    } catch (RuntimeException e) {
      LOG.error("the alerting job has ended: alerts wait until it is started again", e);
    }
  }

  private void step() throws InterruptedException {
    boolean isReady = !backlog.isEmpty() && patience.isOver(clock.instant());
    backlog.add(consumer.poll(isReady ? Duration.ZERO : idle()));
    tellWaiting();
    pauseAndResume();
    if (!backlog.isEmpty() && patience.isOver(clock.instant())) {
      tellOldest();
    }
  }

  private void tellWaiting() {
    waitingSince = backlog.waitingSince().orElse(Instant.MAX);
  }

  private Duration idle() {
    Duration left = backlog.isEmpty() ? IDLE : patience.left(clock.instant());
    return left.compareTo(IDLE) < 0 ? left : IDLE;
  }

  /** A partition whose alerts wait is not read on: what waits is bounded. */
  private void pauseAndResume() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<Boolean, List<TopicPartition>> parts =
        assigned.stream().collect(Collectors.partitioningBy(backlog::holds));
    consumer.pause(parts.getOrDefault(true, List.of()));
    consumer.resume(parts.getOrDefault(false, List.of()));
  }

  private void tellOldest() throws InterruptedException {
    TopicPartition partition = backlog.next().orElseThrow();
    Optional<AlertBatch> batch = backlog.oldest(partition);
    Answer answer = batch.isPresent() ? receiver.tell(json.of(batch.get())) : new Answer.Taken();
    if (answer instanceof Answer.NotTaken refusal) {
      refused.increment();
      patience.failed(refusal.reason(), clock.instant(), ThreadLocalRandom.current().nextDouble());
    } else {
      taken.add(batch.map(told -> told.alerts().size()).orElse(0));
      patience.succeeded(clock.instant());
      commit(partition, backlog.taken(partition));
      tellWaiting();
    }
  }

  /** Where it fails, another job has the partition or gets it, and tells again what it must. */
  private void commit(TopicPartition partition, long offset) {
    try {
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
    } catch (WakeupException e) {
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
      throw e;
    } catch (RetriableException e) {
      LOG.warn(
          "the broker did not take an offset; some alerts may be told again: {}", e.toString());
    } catch (KafkaException e) {
      LOG.info("partition {} has gone to another job", partition);
    }
  }

  /** A group that is new commits where it begins, so that nothing from then on can be missed. */
  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
      for (TopicPartition partition : partitions) {
        if (committed.get(partition) == null) {
          first.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
      }
      if (!first.isEmpty()) {
        consumer.commitSync(first);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      backlog.forget(partitions);
    }
  }
}
