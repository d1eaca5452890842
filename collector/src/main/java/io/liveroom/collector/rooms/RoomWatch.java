package io.liveroom.collector.rooms;

import io.liveroom.collector.chat.ChatSupervisor;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.poll.PollLoop;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.common.RoomState;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watched room: its life, and what runs for it. Level-triggered: after every answer it runs
 * exactly what its state asks for. Lives on one lane.
 */
final class RoomWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);
  private static final int LAST_INFO_ATTEMPTS = 3;

  private final String roomId;
  private final StatusRounds statusRounds;
  private final InstantSource clock;
  private final PollLoop info;
  private final PollLoop promotions;
  private final PollLoop audience;
  private final ChatSupervisor chat;
  private final RoomParts parts;
  private final RoomPulse pulse;

  private RoomLife life = RoomLife.NEW;
  private Instant endedAt = Instant.MAX; // by our clock; MAX while it has not
  private int lastInfoAttempts;
  private Heat heat = Heat.USUAL; // that the loops follow
  private boolean hasTurn; // for its first info, among the new rooms
  private boolean wasLive; // ever, as far as this worker knows
  private boolean isRunning;
  private boolean hasAnswer; // the platform has said something of it, or that it cannot
  private volatile boolean isLive; // read by other threads
  private volatile boolean isSettled;

  /**
   * @param seenUntil until when another worker saw it; null where nobody did
   */
  RoomWatch(
      String roomId,
      @Nullable Instant seenUntil,
      Lane lane,
      RoomParts parts,
      StatusRounds rounds,
      InstantSource clock) {
    this.roomId = roomId;
    this.statusRounds = rounds;
    this.clock = clock;
    this.parts = parts;
    this.pulse = new RoomPulse(clock.instant());
    this.info = parts.info(roomId, lane, this::snapshot, this::infoAsked);
    this.promotions = parts.promotions(roomId, lane, pulse::promotions);
    this.audience = parts.audience(roomId, lane);
    this.chat = parts.chat(roomId, lane, this::event, pulse::isPeopled);
    chat.takeOver(seenUntil);
  }

  /** Whether it is live or paused. Safe for all threads. */
  boolean isLive() {
    return isLive;
  }

  /**
   * Whether all is seen of it that there is to see, so that a worker that watched it before may let
   * it go. Safe for all threads.
   */
  boolean isSettled() {
    return isSettled;
  }

  void start() {
    isRunning = true;
    apply();
  }

  /** Nothing more is asked; a gap that is open is recorded up to here. */
  void stop() {
    isRunning = false;
    info.stop();
    promotions.stop();
    audience.stop();
    statusRounds.forget(roomId);
    chat.stop();
  }

  /** Looks at itself for other threads. */
  void report() {
    isLive = life.duties().contains(Duty.CHAT);
    isSettled = hasAnswer && !life.isSuspected() && (!isLive || chat.isProven());
  }

  void status(RoomStatus status) {
    become(life.statusSaid(status.getAlive(), status.getEventTime()));
  }

  void snapshot(RoomSnapshot snapshot) {
    pulse.snapshot(snapshot);
    become(life.infoSaid(snapshot.getState(), snapshot.getEventTime()));
    follow();
  }

  /** A status answer said nothing of it: perhaps its info does. */
  void unmentioned() {
    if (isRunning && life.state() == RoomState.UNKNOWN && !hasAnswer) {
      firstInfo();
    }
  }

  private void firstInfo() {
    if (!hasTurn && !pulse.hasSnapshot()) {
      hasTurn = true;
      info.within(parts.firstInfo());
    }
  }

  /** Has the loops follow its heat. */
  private void follow() {
    Heat now = parts.counting(pulse.heat(life.state(), clock.instant()));
    if (now != heat) {
      heat = now;
      info.follow(parts.infoSchedule(roomId, now));
      audience.follow(parts.audienceSchedule(roomId, now));
    }
    promotions.follow(parts.promotionsSchedule(roomId, now, pulse.isSelling()));
  }

  private void event(ChatEvent event) {
    pulse.event(event);
    Integer action = event.getControlAction();
    if (action != null) {
      become(life.controlSaid(action, event.getEventTime()));
    }
  }

  private void become(RoomLife next) {
    if (!isRunning) {
      return;
    }
    hasAnswer = true;
    if (next.state() == RoomState.ENDED || next.state() == RoomState.PREPARING) {
      chat.takeOver(null); // nobody could have seen anything meanwhile
    }
    if (next.equals(life)) {
      return;
    }
    RoomLife before = life;
    life = next;
    if (next.state() != before.state()) {
      LOG.info("room {}: {} -> {}", roomId, before.state(), next.state());
      lastInfoAttempts = 0;
      endedAt = next.state() == RoomState.ENDED ? clock.instant() : Instant.MAX;
    }
    apply();
    askMore(before);
  }

  /** What has just become of it may need another look before its next slot. */
  private void askMore(RoomLife before) {
    boolean isNewlySuspected = life.isSuspected() && !before.isSuspected();
    boolean isNewlyEnded = life.state() == RoomState.ENDED && before.state() != RoomState.ENDED;
    if (isNewlySuspected) {
      statusRounds.soon(roomId);
    }
    if (wasLive && (isNewlySuspected || (isNewlyEnded && !isSeenOff()))) {
      info.soon();
    } else {
      firstInfo();
    }
    wasLive |= life.duties().contains(Duty.CHAT);
  }

  private void infoAsked(PollOutcome outcome) {
    hasAnswer |= outcome instanceof PollOutcome.Unreadable;
    if (isRunning && life.state() == RoomState.ENDED) {
      lastInfoAttempts += outcome instanceof PollOutcome.Observed ? LAST_INFO_ATTEMPTS : 1;
      apply();
    }
  }

  /** Runs what should run, and nothing else; twice changes nothing. */
  private void apply() {
    Set<Duty> duties = life.duties();
    boolean isEnding = life.state() == RoomState.ENDED && !isSeenOff();
    run(info, duties.contains(Duty.INFO) || isEnding);
    run(promotions, duties.contains(Duty.PROMOTIONS));
    run(audience, duties.contains(Duty.AUDIENCE));
    if (duties.contains(Duty.CHAT)) {
      chat.start();
    } else {
      chat.stop();
    }
    statusRounds.watch(roomId, endedAt);
  }

  /** After the end: the last info has come, or did not come often enough. */
  private boolean isSeenOff() {
    return life.isEndShown() || lastInfoAttempts >= LAST_INFO_ATTEMPTS;
  }

  private static void run(PollLoop loop, boolean should) {
    if (should) {
      loop.start();
    } else {
      loop.stop();
    }
  }
}
