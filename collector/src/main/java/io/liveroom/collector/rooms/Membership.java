package io.liveroom.collector.rooms;

import io.liveroom.control.WatchedRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's time in the group of all workers, from joining it to leaving it: which partitions
 * of the watchlist it holds, which rooms are in them, and the marks it sets on them. By the
 * watchlist's thread only.
 */
final class Membership implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(3);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final Duration MARKS_LIMIT = Duration.ofSeconds(2);
  private static final Duration SPARE_AFTER = Duration.ofSeconds(10); // without any partition

  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final String worker;
  private final Fleet fleet;
  private final HandOver handOver;
  private final PartitionMarks marks;
  private final WatchedRooms values;
  private final Supplier<Instant> goodAt;
  private final InstantSource clock;
  private final Map<TopicPartition, SharedPartition> held = new HashMap<>();
  private Duration watchesOn; // after giving rooms away, at most
  private int count; // partitions of the watchlist
  private String lastRoom = "1";
  private boolean hasChanged;
  private Instant idleSince = Instant.MAX; // a member, but without rooms; MAX while it is not so
  private Instant since = Instant.EPOCH; // when it last got rooms; the epoch while it has none

  Membership(
      Consumer<String, byte[]> consumer,
      String topic,
      String worker,
      Fleet fleet,
      HandOver handOver,
      Duration watchesOn,
      PartitionMarks marks,
      WatchedRooms values,
      Supplier<Instant> goodAt,
      InstantSource clock) {
    this.consumer = consumer;
    this.topic = topic;
    this.worker = worker;
    this.fleet = fleet;
    this.handOver = handOver;
    this.watchesOn = watchesOn;
    this.marks = marks;
    this.values = values;
    this.goodAt = goodAt;
    this.clock = clock;
  }

  void join() {
    consumer.subscribe(List.of(topic), this);
  }

  /** Waits for news of the list or of the group; gives whether the rooms have changed. */
  boolean poll(Duration limit) {
    consumer.poll(limit).forEach(this::take);
    Set<TopicPartition> missing = new HashSet<>(consumer.assignment());
    missing.removeAll(held.keySet());
    if (!missing.isEmpty()) {
      adopt(missing);
    }
    assigned().forEach(this::look);
    lookAround();
    boolean changed = hasChanged;
    hasChanged = false;
    return changed;
  }

  /**
   * Leaves the group, so that its partitions go to others at once.
   *
   * @param watchOn how long the rooms are watched on at most
   */
  void leave(Duration watchOn) {
    watchesOn = watchOn;
    consumer.close(
        CloseOptions.timeout(CLOSE_LIMIT)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  /**
   * Whether everything assigned has been read; or nothing is assigned, and has not been for a
   * while, because there are more workers than partitions.
   */
  boolean isLoaded() {
    return held.isEmpty()
        ? Duration.between(idleSince, clock.instant()).compareTo(SPARE_AFTER) >= 0
        : held.values().stream().allMatch(SharedPartition::isLoaded);
  }

  /** What is wanted of the rooms this worker holds. */
  Map<String, RoomOrder> orders() {
    Map<String, RoomOrder> all = new HashMap<>();
    held.values().stream()
        .filter(SharedPartition::isLoaded)
        .forEach(shared -> all.putAll(shared.orders()));
    return all;
  }

  /** Any room of the last that were held; one that no service knows where there was none. */
  String lastRoom() {
    return lastRoom;
  }

  Instant since() {
    return since;
  }

  /** Partitions of the whole watchlist; 0 while it is not known. */
  int count() {
    return count;
  }

  /** Weight of the rooms of each partition that has been read. */
  Map<Integer, Long> weights() {
    Map<Integer, Long> weights = new HashMap<>();
    held.forEach(
        (partition, shared) -> {
          if (shared.isLoaded()) {
            weights.put(partition.partition(), shared.weight());
          }
        });
    return weights;
  }

  /** Sets this worker's marks, without waiting. */
  void mark() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    Instant now = clock.instant();
    assigned()
        .forEach(
            (partition, shared) -> {
              if (shared.isLoaded()) {
                offsets.put(partition, offset(partition, mark(shared, now, true)));
              }
            });
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (committed, failure) -> {
            if (failure != null) {
              LOG.debug("marks not set, tried again in a second", failure);
            }
          });
    }
  }

  /** Nothing is done here: what fails here would be lost, so {@link #poll} looks for itself. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    LOG.debug("assigned: {}", partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    Instant until = clock.instant().plus(watchesOn);
    for (TopicPartition partition : partitions) {
      SharedPartition shared = give(partition, until);
      if (shared != null) {
        offsets.put(partition, offset(partition, mark(shared, until, false)));
      }
    }
    given(partitions);
    commit(offsets);
  }

  /** The group went on without this worker: somebody else may have them already. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    Instant until = clock.instant().plus(watchesOn);
    partitions.forEach(partition -> give(partition, until));
    given(partitions);
  }

  private void adopt(Collection<TopicPartition> partitions) {
    Map<Integer, PartitionMark> before = marksBefore();
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    count = consumer.partitionsFor(topic).size();
    for (TopicPartition partition : partitions) {
      PartitionMark mark = before.get(partition.partition());
      long end = ends.getOrDefault(partition, 0L);
      held.put(partition, new SharedPartition(end, mark == null ? null : mark.seenUntil()));
    }
    since = clock.instant();
    LOG.info("got {} partitions of the watchlist, now {}", partitions.size(), held.size());
  }

  /** What is still watched after it was given away is watched on until it is known anew. */
  private void look(TopicPartition partition, SharedPartition shared) {
    if (!shared.isLoaded() && shared.isCompletedBy(consumer.position(partition))) {
      handOver.takeBack(partition.partition());
      hasChanged = true;
    }
  }

  private @Nullable SharedPartition give(TopicPartition partition, Instant until) {
    SharedPartition shared = held.remove(partition);
    if (shared == null || !shared.isLoaded()) {
      return null;
    }
    handOver.begin(partition.partition(), shared.orders(), until);
    lastRoom = shared.rooms().stream().findFirst().orElse(lastRoom);
    return shared;
  }

  private void given(Collection<TopicPartition> partitions) {
    hasChanged = true;
    since = held.isEmpty() ? Instant.EPOCH : since;
    LOG.info("gave {} partitions of the watchlist, now {}", partitions.size(), held.size());
  }

  /** What is held and the consumer knows of; a callback that says what is not may come later. */
  private Map<TopicPartition, SharedPartition> assigned() {
    Map<TopicPartition, SharedPartition> assigned = new HashMap<>(held);
    assigned.keySet().retainAll(consumer.assignment());
    return assigned;
  }

  private void lookAround() {
    boolean isIdle = held.isEmpty() && consumer.groupMetadata().generationId() >= 0;
    if (!isIdle || idleSince.equals(Instant.MAX)) {
      idleSince = isIdle ? clock.instant() : Instant.MAX;
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    SharedPartition shared = held.get(new TopicPartition(record.topic(), record.partition()));
    if (shared == null || record.key() == null) {
      return;
    }
    if (record.value() == null) {
      shared.forget(record.key());
    } else {
      WatchedRoom room = values.read(record);
      shared.watch(record.key(), room.getWeight(), room.getAddedAt());
    }
    hasChanged |= shared.isLoaded();
  }

  private Map<Integer, PartitionMark> marksBefore() {
    try {
      return marks.read(MARKS_LIMIT);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.warn("it can't be read until when rooms taken over were seen: no gap for them", failure);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    return Map.of();
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, COMMIT_LIMIT);
      }
    } catch (KafkaException failure) {
      LOG.warn("a hand-over is not marked: its gap is recorded longer than it is", failure);
    }
  }

  private OffsetAndMetadata offset(TopicPartition partition, PartitionMark mark) {
    return new OffsetAndMetadata(consumer.position(partition), mark.text());
  }

  private PartitionMark mark(SharedPartition shared, Instant until, boolean maySettle) {
    Fleet.Standing standing = fleet.standing(shared.rooms());
    return new PartitionMark(
        worker,
        until,
        goodAt.get(),
        standing.rooms(),
        standing.live(),
        shared.weight(),
        maySettle && shared.settle(standing.isSettled()));
  }
}
