package io.liveroom.collector.rooms;

import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.CollectorSettings.GroupProtocol;
import io.liveroom.collector.CollectorSettings.Sharing;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's share of the rooms: it is a member of a consumer group on the watchlist, and the
 * rooms of its partitions are its rooms. Its thread does nothing else.
 *
 * <p>Once a second it tells the others how it stands ({@link PartitionMark}) and hears how they do.
 */
public final class Watchlist {

  private static final Logger LOG = LoggerFactory.getLogger(Watchlist.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofSeconds(4);
  private static final int HEARTBEATS_IN_SESSION = 10;

  private final Map<String, Object> client;
  private final Topics topics;
  private final String worker;
  private final Sharing sharing;
  private final Fleet fleet;
  private final StatusRounds rounds;
  private final Supplier<Instant> goodAt;
  private final DoubleConsumer share;
  private final InstantSource clock;
  private final Admin admin;
  private final PartitionMarks marks;
  private final Neighbours neighbours;
  private final WatchedRooms values;
  private final BudgetShare budgetShare = new BudgetShare(SETTLING);
  private final SelfFence fence;
  private final HandOver handOver; // outlives a membership: who joins anew watches on meanwhile
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  private volatile @Nullable Consumer<String, byte[]> consumer; // of the membership, to wake it up
  private volatile boolean isLoaded;
  private volatile String trouble = "";
  private volatile int unheld; // as of the last round
  private volatile Instant turnedAt; // when the thread last came round
  private Instant nextRound = Instant.MIN;

  /** What comes after a turn of the thread. */
  private enum Turn {
    GOES_ON,
    CLOSED,
    /** Another worker has its name. */
    FENCED,
    /** The platform gives to others and not to it. */
    USELESS,
    /** It has to join anew. */
    BROKEN
  }

  /**
   * @param client how to reach Kafka
   * @param goodAt when the platform last gave this worker something usable
   * @param share hears this worker's share of the token's budget, from 0 to 1, once a second
   */
  public Watchlist(
      Map<String, Object> client,
      Topics topics,
      RecordSerdes serdes,
      CollectorSettings settings,
      Fleet fleet,
      StatusRounds rounds,
      Supplier<Instant> goodAt,
      DoubleConsumer share,
      InstantSource clock) {
    this.client = Map.copyOf(client);
    this.topics = topics;
    this.worker = settings.id();
    this.sharing = settings.sharing();
    this.fleet = fleet;
    this.rounds = rounds;
    this.goodAt = goodAt;
    this.share = share;
    this.clock = clock;
    this.turnedAt = clock.instant();
    admin = Admin.create(this.client);
    marks = new PartitionMarks(admin, topics);
    neighbours = new Neighbours(marks, worker);
    values = new WatchedRooms(serdes.serde(topics.watchlist()).deserializer(), clock);
    handOver = new HandOver(worker, fleet);
    fence = new SelfFence(sharing.fenceAfter());
    thread = new Thread(this::run, "watchlist");
  }

  public void start() {
    thread.start();
  }

  /** Whether this worker's share has been read. */
  public boolean isLoaded() {
    return isLoaded;
  }

  /** Why this worker does not take its share; empty where it does. */
  public String trouble() {
    return trouble;
  }

  /** How many partitions of the watchlist nobody watches; none while this worker does not know. */
  public int unheld() {
    return unheld;
  }

  /** When its thread last came round; long ago, and it hangs. */
  public Instant turnedAt() {
    return turnedAt;
  }

  /**
   * Leaves the group and watches on until others see everything, or there are no others; the rooms
   * may end after that. Waits as long as a hand-over may take, and the deadline.
   */
  public void close(Duration deadline) throws InterruptedException {
    closing.countDown();
    Consumer<String, byte[]> asleep = consumer;
    if (asleep != null) {
      asleep.wakeup();
    }
    thread.join(sharing.handOver().plus(deadline).toMillis());
  }

  private void run() {
    try (admin) {
      while (!isClosing()) {
        Membership member = newMembership();
        Turn last = stay(member);
        leave(member, last);
        if (last == Turn.FENCED || last == Turn.USELESS) {
          stayAway(member, last);
        }
      }
      seeOff();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private boolean closesWithin(Duration limit) throws InterruptedException {
    return closing.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Membership newMembership() {
    Consumer<String, byte[]> next =
        new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer());
    consumer = next;
    return new Membership(
        next,
        topics.watchlist().name(),
        worker,
        fleet,
        handOver,
        sharing.handOver(),
        marks,
        values,
        goodAt,
        clock);
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, PartitionMarks.group(topics));
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, worker);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(
        ConsumerConfig.GROUP_PROTOCOL_CONFIG, sharing.protocol().name().toLowerCase(Locale.ROOT));
    if (sharing.protocol() == GroupProtocol.CLASSIC) {
      int session = (int) sharing.sessionTimeout().toMillis();
      config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
      config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_IN_SESSION);
      config.put(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          List.of(CooperativeStickyAssignor.class));
    }
    return config;
  }

  /** In the group, for as long as this worker is of use there; gives why no longer. */
  private Turn stay(Membership member) throws InterruptedException {
    Turn turn = Turn.GOES_ON;
    member.join();
    while (turn == Turn.GOES_ON) {
      turn = turn(member);
      turnedAt = clock.instant();
    }
    return turn;
  }

  private Turn turn(Membership member) throws InterruptedException {
    try {
      if (member.poll(POLL)) {
        reconcile(member);
      }
      isLoaded = member.isLoaded();
      boolean isUseful = round(member);
      recovered();
      return isUseful ? goesOnUnlessClosing() : Turn.USELESS;
    } catch (WakeupException closed) {
      return Turn.CLOSED;
    } catch (FencedInstanceIdException twin) {
      return Turn.FENCED;
    } catch (UnreleasedInstanceIdException taken) {
      return troubled("another worker runs as " + worker + ", or did until just now", taken, true);
    } catch (KafkaException failure) {
      String kind = failure.getClass().getSimpleName();
      return troubled("the watchlist can't be read: " + kind, failure, false);
    } catch (RuntimeException defect) {
      return troubled("the watchlist's thread failed: " + defect, defect, true);
    }
  }

  private Turn goesOnUnlessClosing() {
    return isClosing() ? Turn.CLOSED : Turn.GOES_ON;
  }

  private void reconcile(Membership member) {
    Map<String, RoomOrder> wanted = member.orders();
    handOver.addOrders(wanted);
    fleet.reconcile(wanted, rounds);
  }

  /** Once a second: tells how it stands, hears how others do; gives whether it is of use here. */
  private boolean round(Membership member) throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(nextRound)) {
      return true;
    }
    nextRound = now.plus(ROUND);
    fleet.look();
    member.mark();
    if (!neighbours.read()) {
      return true;
    }
    Map<Integer, Long> weights = member.weights();
    long mine = weights.values().stream().mapToLong(Long::longValue).sum();
    share.accept(budgetShare.update(now, mine, neighbours.weight(weights, member.count())));
    handOver.look(neighbours.marks(), now);
    unheld = neighbours.unheld(now, member.count());
    return !fence.isUseless(now, member.since(), goodAt.get(), neighbours.others());
  }

  private void leave(Membership member, Turn last) throws InterruptedException {
    boolean watchesOn = last == Turn.CLOSED || last == Turn.BROKEN;
    try {
      member.leave(watchesOn ? sharing.handOver() : Duration.ZERO);
    } catch (KafkaException failure) {
      LOG.warn("the group of workers was not left in order", failure);
    }
    consumer = null;
  }

  /** Out of the group: waits until the platform gives this worker something again. */
  private void stayAway(Membership member, Turn last) throws InterruptedException {
    Instant left = clock.instant();
    trouble = last == Turn.FENCED ? fenced() : useless();
    isLoaded = false;
    unheld = 0;
    handOver.look(Map.of(), left);
    fleet.reconcile(Map.of(), rounds);
    do {
      rounds.soon(member.lastRoom());
      turnedAt = clock.instant();
    } while (!closesWithin(PROBE_EVERY) && (last == Turn.FENCED || !goodAt.get().isAfter(left)));
    if (!isClosing()) {
      LOG.info("the platform answers this worker again: it takes its share of the rooms");
      trouble = "";
    }
  }

  private static String useless() {
    String why = "the platform gives this worker nothing and others something: it left its rooms";
    LOG.error("{}; it comes back when the platform answers it", why);
    return why;
  }

  /** Another process runs under the same name, and Kafka believes the later one. */
  private String fenced() {
    String why =
        "another worker runs as " + worker + ": give each liveroom.collector.id of its own";
    LOG.error("{}; this one watches nothing until it is started anew", why);
    return why;
  }

  /** Closing: watches on what was given away until others see it, or nobody is there to. */
  private void seeOff() throws InterruptedException {
    while (!handOver.isEmpty() && neighbours.hasHeirs()) {
      Map<Integer, PartitionMark> marks = neighbours.read() ? neighbours.marks() : Map.of();
      handOver.look(marks, clock.instant());
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    }
    if (!handOver.isEmpty() && neighbours.read()) {
      neighbours.farewell(handOver.partitions(), clock.instant());
    }
  }

  /** The rooms stay as they are, and after a pause it is tried again. */
  private Turn troubled(String why, RuntimeException failure, boolean isBroken)
      throws InterruptedException {
    if (!why.equals(trouble)) {
      LOG.warn("{}; the rooms stay as they are", why, failure);
    }
    trouble = why;
    boolean isClosing = closesWithin(AFTER_TROUBLE);
    return isBroken && !isClosing ? Turn.BROKEN : goesOnUnlessClosing();
  }

  private void recovered() {
    if (!trouble.isEmpty()) {
      LOG.info("the watchlist is read again");
      trouble = "";
    }
  }
}
