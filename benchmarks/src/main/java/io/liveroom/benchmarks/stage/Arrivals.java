package io.liveroom.benchmarks.stage;

import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What a reader of committed minutes and sessions gets, and when: the finals, how many of each, and
 * how long nothing came. Reads on a thread of its own; safe for all threads.
 */
public final class Arrivals implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Thread thread = new Thread(this::read, "arrivals");
  private final Map<String, SpecificRecord> finals = new TreeMap<>(); // guarded by this
  private final Map<String, Integer> copies = new HashMap<>(); // of each final, guarded by this
  private final Map<Integer, List<Instant>> times =
      new HashMap<>(); // by partition, guarded by this
  private volatile boolean isClosing;

  Arrivals(String bootstrapServers, String registryUrl, Topics topics) {
    consumer =
        Consumers.committed(
            bootstrapServers,
            new RecordSerdes(registryUrl).deserializer(),
            topics.roomMinute(),
            topics.session());
    consumer.seekToBeginning(consumer.assignment());
    thread.setDaemon(true);
    thread.start();
  }

  /** The latest final of each minute and session, by what it is of. */
  public synchronized Map<String, SpecificRecord> finals() {
    return Map.copyOf(finals);
  }

  /** Finals that came more than once. */
  public synchronized long repeated() {
    return copies.values().stream().filter(count -> count > 1).count();
  }

  /** Whether every partition that ever gave anything has given something since a moment. */
  public synchronized boolean isHeardSince(Instant moment) {
    return !times.isEmpty()
        && times.values().stream().allMatch(each -> each.get(each.size() - 1).isAfter(moment));
  }

  /** The longest time that a partition gave nothing, of those times that hold a moment. */
  public synchronized Duration standstill(Instant moment) {
    return times.values().stream()
        .map(arrivals -> around(arrivals, moment))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration around(List<Instant> arrivals, Instant moment) {
    Instant before = moment;
    for (Instant arrival : arrivals) {
      if (arrival.isAfter(moment)) {
        return Duration.between(before, arrival);
      }
      before = arrival;
    }
    return Duration.ZERO; // nothing came any more, and nothing had to
  }

  private void read() {
    while (!isClosing) {
      for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
        take(record, Instant.now());
      }
    }
    consumer.close();
  }

  private synchronized void take(ConsumerRecord<String, SpecificRecord> record, Instant now) {
    times.computeIfAbsent(record.partition(), any -> new ArrayList<>()).add(now);
    if (record.value() instanceof RoomMinute minute && minute.getIsFinal()) {
      take("minute " + record.key() + ' ' + minute.getWindowStart(), minute);
    } else if (record.value() instanceof RoomSession session && session.getIsFinal()) {
      take("session " + record.key(), session);
    }
  }

  private void take(String of, SpecificRecord last) {
    finals.put(of, last);
    copies.merge(of, 1, Integer::sum);
  }

  @Override
  public void close() {
    isClosing = true;
    Waiting.forEnd(thread);
  }
}
