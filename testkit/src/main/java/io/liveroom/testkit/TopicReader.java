package io.liveroom.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a topic from its beginning and remembers everything it read. Single-threaded. */
public final class TopicReader<V extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, V> consumer;
  private final List<ConsumerRecord<String, V>> read = new ArrayList<>();

  TopicReader(Consumer<String, V> consumer) {
    this.consumer = consumer;
  }

  /** Reads what has come since the last call; returns all read so far. */
  public List<ConsumerRecord<String, V>> poll() {
    consumer.poll(POLL).forEach(read::add);
    return List.copyOf(read);
  }

  /**
   * Reads until all that was read satisfies the condition.
   *
   * @throws AssertionError when it does not within the limit
   */
  public List<ConsumerRecord<String, V>> until(
      Predicate<List<ConsumerRecord<String, V>>> condition, Duration limit) {
    List<ConsumerRecord<String, V>> all = atMost(condition, limit);
    if (!condition.test(all)) {
      throw new AssertionError(
          "the topic did not show what was waited for within "
              + limit
              + "; it holds "
              + all.size()
              + " records");
    }
    return all;
  }

  /** Reads until all that was read satisfies the condition, or the time is up. */
  public List<ConsumerRecord<String, V>> atMost(
      Predicate<List<ConsumerRecord<String, V>>> condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<ConsumerRecord<String, V>> all = poll();
    while (!condition.test(all) && System.nanoTime() < deadline) {
      all = poll();
    }
    return all;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
