package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where all rooms of a worker line up for their chat sockets. First come, first served, one after
 * the other at an even beat, each within the request budget; only probes while the platform lets
 * nobody in. So a mass disconnect comes back as a steady stream. Safe for all threads.
 */
public final class Doorway {

  private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);
  private static final Duration HELD = Duration.ofMillis(200); // looks again
  private static final int TURNED_AWAY_OFTEN = 10; // in a row: it is how the platform is
  private static final Duration TRIES_AGAIN = Duration.ofSeconds(10); // where it turns away
  private static final Duration BARRED = Duration.ofSeconds(1); // looks again

  private final RequestBudget budget;
  private final Lane lane;
  private final InstantSource clock;
  private final BooleanSupplier isHeld;
  private final BooleanSupplier admits;
  private final ConnectPace pace; // by its lane only, as all below
  private final Deque<Visitor> line = new ArrayDeque<>();
  private Lane.Timer timer = Lane.Timer.NONE;
  private boolean isAsking; // for a place in the budget
  private Instant shutSince = Instant.MAX; // MAX while it is open
  private int turnedAway; // in a row
  private volatile Standstill standstill = Standstill.NONE;
  private volatile boolean turnsAway;
  private volatile int waiting;
  private Instant nextTry = Instant.MIN; // guarded by this

  /** Why the line does not move. */
  public enum Standstill {
    NONE,
    /** Kafka takes less than comes in. */
    PRESSURE,
    /** The token is not accepted. */
    TOKEN,
    /** The platform lets nobody in. */
    PLATFORM
  }

  /** One in the line. */
  private static final class Visitor implements Lane.Timer {
    private final Lane lane;
    private volatile @Nullable Consumer<Knock> turn; // null once it has left

    Visitor(Lane lane, Consumer<Knock> turn) {
      this.lane = lane;
      this.turn = turn;
    }

    @Override
    public void cancel() {
      turn = null;
    }
  }

  /**
   * @param isHeld whether nothing more should be read now
   * @param admits whether a request with the token may go out now; true may be a probe's turn
   */
  public Doorway(
      int connectsPerSecond,
      RequestBudget budget,
      Lane lane,
      InstantSource clock,
      BooleanSupplier isHeld,
      BooleanSupplier admits) {
    this.budget = budget;
    this.lane = lane;
    this.clock = clock;
    this.isHeld = isHeld;
    this.admits = admits;
    this.pace = new ConnectPace(connectsPerSecond);
  }

  /**
   * Lines up.
   *
   * @param turn what to do when it is its turn, on the visitor's lane
   * @return leaves the line when cancelled; who was called already must end its knock
   */
  public Lane.Timer enter(Lane visitors, Consumer<Knock> turn) {
    Visitor visitor = new Visitor(visitors, turn);
    lane.run(
        () -> {
          line.add(visitor);
          advance();
        });
    return visitor;
  }

  /** Why the line does not move now. */
  public Standstill standstill() {
    return standstill;
  }

  /** How many wait. */
  public int waiting() {
    return waiting;
  }

  /** Whether the platform answers, but gives nobody a chat socket. */
  public boolean turnsAway() {
    return turnsAway;
  }

  /**
   * Whether one that has another way may line up: where the platform turns away, only one now and
   * then does, to see whether it still does.
   */
  public synchronized boolean isWorthATry() {
    Instant now = clock.instant();
    if (turnsAway && now.isBefore(nextTry)) {
      return false;
    }
    nextTry = now.plus(TRIES_AGAIN);
    return true;
  }

  void ended(Knock.Result result, Instant begun) {
    lane.run(
        () -> {
          pace.end(result, begun, clock.instant());
          learn(result);
          tell();
          advance();
        });
  }

  private void learn(Knock.Result result) {
    switch (result) {
      case LET_IN -> turnedAway = 0;
      case TURNED_AWAY -> turnedAway++;
      case NO_ANSWER, GIVEN_UP -> {
        // neither
      }
    }
    turnsAway = turnedAway >= TURNED_AWAY_OFTEN;
  }

  private void advance() {
    timer.cancel();
    dropLeavers();
    waiting = line.size();
    if (line.isEmpty() || isAsking) {
      return;
    }
    Duration wait = look();
    if (wait.isZero()) {
      isAsking = true;
      budget.ask(Priority.CONNECT, new Place());
    } else {
      timer = lane.after(wait, this::advance);
    }
  }

  /** How long to wait before the next one; zero means that it goes now. */
  private Duration look() {
    standstill = pace.isShut() ? Standstill.PLATFORM : Standstill.NONE;
    if (isHeld.getAsBoolean()) {
      standstill = Standstill.PRESSURE;
      return HELD;
    }
    Duration wait = pace.wait(clock.instant());
    if (wait.isZero() && !admits.getAsBoolean()) {
      standstill = Standstill.TOKEN;
      return BARRED;
    }
    return wait;
  }

  private void letThrough() {
    dropLeavers();
    Visitor first = line.poll();
    if (first != null) {
      Instant now = clock.instant();
      pace.begin(now);
      Knock knock = new Knock(this, now);
      first.lane.run(() -> go(first, knock));
    }
    advance();
  }

  private static void go(Visitor visitor, Knock knock) {
    Consumer<Knock> turn = visitor.turn;
    if (turn == null) {
      knock.end(Knock.Result.GIVEN_UP);
    } else {
      turn.accept(knock);
    }
  }

  private void dropLeavers() {
    while (!line.isEmpty() && line.peek().turn == null) {
      line.poll();
    }
  }

  private void tell() {
    if (pace.isShut() && shutSince.equals(Instant.MAX)) {
      shutSince = clock.instant();
      LOG.warn("the platform lets no chat socket in; {} rooms wait, probes go", line.size());
    } else if (!pace.isShut() && !shutSince.equals(Instant.MAX)) {
      Duration down = Duration.between(shutSince, clock.instant());
      LOG.info(
          "the platform lets chat sockets in again after {}; {} rooms wait", down, line.size());
      shutSince = Instant.MAX;
    }
    standstill = pace.isShut() ? Standstill.PLATFORM : Standstill.NONE;
  }

  /** A place in the budget that the line waits for. */
  private final class Place implements RequestBudget.Applicant {
    @Override
    public void granted() {
      lane.run(
          () -> {
            isAsking = false;
            letThrough();
          });
    }

    @Override
    public void leftOut() {
      lane.run(
          () -> {
            isAsking = false;
            advance();
          });
    }
  }
}
