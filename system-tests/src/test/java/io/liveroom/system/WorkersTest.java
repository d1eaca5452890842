package io.liveroom.system;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.collector.rooms.PartitionMark;
import io.liveroom.collector.rooms.PartitionMarks;
import io.liveroom.control.WatchedRoom;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.GapCause;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several workers, each in a process of its own, share the rooms of one watchlist. */
class WorkersTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PARTITIONS = 12;
  private static final int ROOMS = 48;

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(PARTITIONS);
  private final Admin admin = Admin.create(stack.clientProperties());
  private final PartitionMarks marks = new PartitionMarks(admin, topics);
  private final Map<String, WorkerProcess> workers = new TreeMap<>();
  private final Simulator simulator =
      new Simulator(Simulated.world(7, ROOMS).withLife(Duration.ofMinutes(30)), Clock.systemUTC());
  private int started;

  private final Path directory;

  WorkersTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void start() throws Exception {
    simulator.start();
    watch(simulator.roomIds());
    for (String id : List.of("worker-1", "worker-2", "worker-3")) {
      startWorker(id);
    }
    awaitSettled(Set.of("worker-1", "worker-2", "worker-3"));
  }

  @AfterEach
  void end() {
    workers.values().forEach(WorkerProcess::close);
    admin.close();
    simulator.close();
  }

  @Test
  void kill_oneOfThree_othersWatchItsRoomsAndSayWhatWasMissed() throws Exception {
    Map<Integer, PartitionMark> before = marks.read(LIMIT);
    Set<Integer> lost = partitionsOf(before, "worker-2");
    Instant killed = Instant.now();
    worker("worker-2").kill();
    Map<Integer, PartitionMark> after = awaitSettled(Set.of("worker-1", "worker-3"));

    assertThat(after.values().stream().mapToInt(PartitionMark::rooms).sum()).isEqualTo(ROOMS);
    Map<String, Integer> liveRooms = roomsWithChat(lost);
    try (TopicReader<CollectionGap> reader = stack.reader(topics.gap())) {
      List<CollectionGap> gaps =
          since(
              killed,
              reader.until(all -> roomsSince(killed, all).containsAll(liveRooms.keySet()), LIMIT));
      assertThat(gaps)
          .allSatisfy(
              gap -> {
                assertThat(gap.getCause()).isEqualTo(GapCause.WORKER_DOWN);
                assertThat(gap.getGapFrom()).isBetween(killed.minusSeconds(5), killed);
                assertThat(gap.getGapTo()).isAfter(killed);
                assertThat(gap.getCollectorId()).isNotEqualTo("worker-2");
              });
      assertThat(gaps).extracting(CollectionGap::getRoomId).doesNotHaveDuplicates();
    }
  }

  @Test
  void stop_oneAfterTheOther_noRoomIsMissedForAMoment() throws Exception {
    Instant begun = Instant.now();
    for (String id : List.copyOf(workers.keySet())) {
      worker(id).stop();
      startWorker(id);
      awaitSettled(workers.keySet());
    }
    assertThat(gaps(begun)).isEmpty();
    assertThat(PlatformSockets.read(simulator.port()).blindSince(begun)).isEmpty();
    assertThat(workers.values())
        .allSatisfy(one -> assertThat(one.output()).doesNotContain("ERROR"));
  }

  @Test
  void start_oneMore_onlyRoomsOfMovedPartitionsMove() throws Exception {
    Map<Integer, PartitionMark> three = marks.read(LIMIT);
    Instant grown = Instant.now();
    startWorker("worker-4");
    Map<Integer, PartitionMark> four = awaitSettled(workers.keySet());

    Set<Integer> moved = moved(three, four);
    assertThat(moved).hasSize(PARTITIONS / workers.size());
    Set<Integer> speaking = withLiveRooms(moved, four);
    try (TopicReader<ChatEvent> reader = stack.reader(topics.chat())) {
      Set<Integer> takenUp =
          takenUp(
              reader.until(all -> takenUp(all, three, grown).containsAll(speaking), LIMIT),
              three,
              grown);
      assertThat(moved).containsAll(takenUp);
    }
    assertThat(gaps(grown)).isEmpty();
    assertThat(PlatformSockets.read(simulator.port()).blindSince(grown)).isEmpty();
  }

  @Test
  void start_twinOfARunningWorker_oneSaysSoAndTheRoomsStayWatched() throws Exception {
    WorkerProcess first = worker("worker-1");
    startWorker("worker-1");
    WorkerProcess second = worker("worker-1");
    await()
        .atMost(LIMIT)
        .until(
            () -> (first.output() + second.output()).contains("another worker runs as worker-1"));
    awaitSettled(workers.keySet());
    first.close();
  }

  @Test
  void start_workerThatThePlatformRefuses_leavesItsRoomsToOthersUntilItsTokenIsGood()
      throws Exception {
    Set<String> good = Set.copyOf(workers.keySet());
    Path token = WorkerProcess.tokenFile(directory, "worker-4");
    Files.writeString(token, "a token of somebody else");
    startWorker("worker-4");
    await().atMost(LIMIT).until(() -> marks.read(LIMIT), now -> holds(now, "worker-4"));
    awaitSettled(good);
    assertThat(worker("worker-4").output())
        .contains("the platform gives this worker nothing and others something");

    Files.writeString(token, Simulated.TOKEN);
    awaitSettled(workers.keySet());
  }

  /** Room ids differ from run to run: a partition may be without rooms, or without live ones. */
  private static Set<Integer> withLiveRooms(
      Set<Integer> partitions, Map<Integer, PartitionMark> marks) {
    return partitions.stream()
        .filter(partition -> requireNonNull(marks.get(partition)).live() > 0)
        .collect(toSet());
  }

  private static boolean holds(Map<Integer, PartitionMark> marks, String worker) {
    return !partitionsOf(marks, worker).isEmpty();
  }

  /**
   * Partitions whose rooms have chat, since a moment, by a worker that neither held them then nor
   * had chat of them before. Who gave them up shortly before may still be closing its sockets.
   */
  private static Set<Integer> takenUp(
      List<ConsumerRecord<String, ChatEvent>> events,
      Map<Integer, PartitionMark> then,
      Instant since) {
    Map<Boolean, Map<Integer, Set<String>>> workers =
        events.stream()
            .collect(
                partitioningBy(
                    event -> event.value().getReceivedAt().isAfter(since),
                    groupingBy(
                        ConsumerRecord::partition,
                        mapping(event -> event.value().getCollectorId(), toSet()))));
    Map<Integer, Set<String>> before = requireNonNull(workers.get(false));
    Map<Integer, Set<String>> after = requireNonNull(workers.get(true));
    then.forEach(
        (partition, mark) -> {
          Set<String> newcomers = after.getOrDefault(partition, new HashSet<>());
          newcomers.remove(mark.worker());
          newcomers.removeAll(before.getOrDefault(partition, Set.of()));
        });
    after.values().removeIf(Set::isEmpty);
    return after.keySet();
  }

  /** Gaps that reach beyond a moment. */
  private List<CollectionGap> gaps(Instant moment) {
    try (TopicReader<CollectionGap> reader = stack.reader(topics.gap())) {
      return since(moment, reader.poll());
    }
  }

  private static List<CollectionGap> since(
      Instant moment, List<ConsumerRecord<String, CollectionGap>> read) {
    return read.stream()
        .map(ConsumerRecord::value)
        .filter(gap -> gap.getGapTo().isAfter(moment))
        .toList();
  }

  /** Rooms of some partitions of which chat has come, with their partition. */
  private Map<String, Integer> roomsWithChat(Set<Integer> partitions) {
    try (TopicReader<ChatEvent> reader = stack.reader(topics.chat())) {
      Map<String, Integer> rooms = new HashMap<>();
      for (ConsumerRecord<String, ChatEvent> event : reader.until(all -> !all.isEmpty(), LIMIT)) {
        if (partitions.contains(event.partition())) {
          rooms.put(event.key(), event.partition());
        }
      }
      return rooms;
    }
  }

  private Map<Integer, PartitionMark> awaitSettled(Set<String> ids) {
    Instant asked = Instant.now();
    try {
      return await()
          .atMost(LIMIT)
          .until(
              () -> marks.read(LIMIT),
              now ->
                  now.size() == PARTITIONS
                      && now.values().stream()
                          .map(PartitionMark::worker)
                          .collect(toSet())
                          .equals(ids)
                      && now.values().stream()
                          .allMatch(mark -> mark.isSettled() && mark.seenUntil().isAfter(asked)));
    } catch (ConditionTimeoutException late) {
      workers.forEach((id, worker) -> System.out.println(id + ":\n" + worker.output()));
      throw late;
    }
  }

  private static Set<Integer> moved(
      Map<Integer, PartitionMark> before, Map<Integer, PartitionMark> after) {
    Set<Integer> moved = new HashSet<>();
    before.forEach(
        (partition, mark) -> {
          if (!partitionsOf(after, mark.worker()).contains(partition)) {
            moved.add(partition);
          }
        });
    return moved;
  }

  private static Set<Integer> partitionsOf(Map<Integer, PartitionMark> marks, String worker) {
    return marks.entrySet().stream()
        .filter(entry -> entry.getValue().worker().equals(worker))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static Set<String> roomsSince(
      Instant moment, List<ConsumerRecord<String, CollectionGap>> read) {
    return since(moment, read).stream().map(CollectionGap::getRoomId).collect(toSet());
  }

  private void startWorker(String id) throws Exception {
    int number = started++;
    workers.put(id, WorkerProcess.start(id, stack, topics, simulator.port(), directory, number));
  }

  private WorkerProcess worker(String id) {
    return requireNonNull(workers.get(id), id);
  }

  private void watch(List<String> roomIds) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      for (String roomId : roomIds) {
        WatchedRoom room =
            WatchedRoom.newBuilder().setRoomId(roomId).setAddedAt(Instant.now()).build();
        producer.send(new ProducerRecord<>(topics.watchlist().name(), roomId, room));
      }
      producer.flush();
    }
  }
}
