package io.liveroom.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One room's life, lived event by event: the same broadcast gives the same life each time, however
 * far each step goes. Not safe for several threads.
 */
public final class RoomLife {
  private static final long TICK_MILLIS = 5_000;

  /** What happens at one moment. */
  private record Due(Instant at, long order, Runnable happening) {}

  private final Broadcast broadcast;
  private final Traps traps;
  private final SplittableRandom random;
  private final Counters counters = new Counters();
  private final Crowd crowd;
  private final Conversation conversation;
  private final Gifting gifting;
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private long entries;
  private long messages;
  private Consumer<RoomMessage> out = message -> {};

  public RoomLife(Broadcast broadcast) {
    this.broadcast = broadcast;
    this.traps = broadcast.traps();
    this.random = broadcast.seed().child(1).random();
    this.crowd = new Crowd(broadcast.seed().child(2), broadcast.quirks().anonymous());
    this.conversation = new Conversation(random, broadcast, counters);
    this.gifting = new Gifting(random, broadcast.quirks());
    plan();
  }

  public Broadcast broadcast() {
    return broadcast;
  }

  /** When the next thing happens; null after the end. */
  public @Nullable Instant nextAt() {
    Due due = agenda.peek();
    return due == null ? null : due.at();
  }

  /** Lives on until (and with) a moment, handing out what is said on the way. */
  public void advanceTo(Instant now, Consumer<RoomMessage> listener) {
    out = listener;
    while (!agenda.isEmpty() && !agenda.element().at().isAfter(now)) {
      agenda.remove().happening().run();
    }
  }

  /** A share of the people leaves at once, as no plan foresaw. */
  public void leave(double share) {
    counters.online *= 1 - share;
  }

  /** What the platform shows of the room as lived so far. */
  public RoomView view(Instant now) {
    return new RoomView(
        now,
        broadcast.statusAt(now),
        Math.round(counters.online),
        (long) counters.totalViewers,
        counters.follows,
        counters.givers.size(),
        counters.likes,
        counters.diamonds,
        broadcast.anchor().followers() + counters.follows + afterglow(now));
  }

  /** Gifts and diamonds really given so far, by the givers' own account. */
  public GivenTotals given() {
    return new GivenTotals(counters.gifts, counters.diamonds, counters.givers.size());
  }

  /** The greatest givers, best first. */
  public List<RankedGiver> ranking(int places) {
    Map<String, RankedGiver> best = new HashMap<>();
    counters.givers.forEach(
        (number, diamonds) -> {
          Viewer viewer = crowd.viewer(number);
          best.merge(
              viewer.id(),
              new RankedGiver(viewer, diamonds),
              (one, other) -> new RankedGiver(viewer, one.diamonds() + other.diamonds()));
        });
    return best.values().stream()
        .sorted(
            Comparator.comparingLong(RankedGiver::diamonds)
                .reversed()
                .thenComparing(giver -> giver.viewer().id()))
        .limit(places)
        .toList();
  }

  /** The anchor's followers go on changing after the end: one an hour or so. */
  private long afterglow(Instant now) {
    long hours = (now.getEpochSecond() - broadcast.endsAt().getEpochSecond()) / 3_600;
    return Math.max(0, hours);
  }

  private void plan() {
    at(broadcast.startsAt(), this::begin);
    if (broadcast.pausesAt() != null && broadcast.resumesAt() != null) {
      at(broadcast.pausesAt(), () -> control(1));
      at(broadcast.resumesAt(), () -> control(2));
    }
    at(broadcast.endsAt(), this::finish);
  }

  private void begin() {
    counters.online = 1;
    counters.totalViewers = 1;
    Instant start = broadcast.startsAt();
    say(null, new Content.Intro("欢迎来到" + broadcast.anchor().name()), start);
    at(start.plusMillis(TICK_MILLIS), () -> tick(start.plusMillis(TICK_MILLIS)));
    long census = broadcast.size() == RoomSize.LARGE ? 5_000 : 10_000;
    at(start.plusMillis(census), () -> census(start.plusMillis(census), census));
    talkAfter(start);
  }

  private void control(int action) {
    Instant at = action == 1 ? broadcast.pausesAt() : broadcast.resumesAt();
    say(null, new Content.Control(action), at == null ? broadcast.endsAt() : at);
  }

  private void finish() {
    say(null, new Content.Control(3), broadcast.endsAt());
    agenda.clear();
  }

  /** Every few seconds people come and go, some follow or like unseen. */
  private void tick(Instant now) {
    double pull = (broadcast.targetAt(now) - counters.online) * 0.08;
    double noise = (random.nextDouble() - 0.5) * 0.04 * Math.sqrt(broadcast.peak() * 20.0);
    double before = counters.online;
    counters.online = Math.max(0, before + pull + noise);
    counters.totalViewers += Math.max(0, counters.online - before) + counters.online * 0.01;
    if (random.nextDouble() < counters.online / 4_000) {
      counters.follows++;
    }
    counters.likes += random.nextInt(1 + (int) (counters.online / 50));
    at(now.plusMillis(TICK_MILLIS), () -> tick(now.plusMillis(TICK_MILLIS)));
  }

  private void census(Instant now, long everyMillis) {
    if (broadcast.statusAt(now) == RoomStatus.LIVE) {
      say(null, conversation.census(now), now);
    }
    at(now.plusMillis(everyMillis), () -> census(now.plusMillis(everyMillis), everyMillis));
  }

  private void talkAfter(Instant now) {
    double pace = broadcast.paceAt(now);
    double seconds = pace == 0 ? 1 : -Math.log(1 - random.nextDouble()) / pace;
    Instant next = now.plusMillis(1 + (long) (Math.min(seconds, 60) * 1_000));
    at(next, () -> talk(next));
  }

  private void talk(Instant now) {
    if (broadcast.statusAt(now) == RoomStatus.LIVE) {
      int who = conversation.someone();
      Content content = conversation.next();
      if (content != null) {
        say(crowd.viewer(who), content, now);
      } else if (now.plus(Gifting.LONGEST).isBefore(broadcast.endsAt())) {
        gifting.give(now, who).forEach(step -> at(step.at(), () -> give(step)));
      }
    }
    talkAfter(now);
  }

  private void give(Gifting.Step step) {
    Long price = step.given().gift().diamonds();
    counters.given(step.viewer(), step.gifts(), price == null ? 0 : step.gifts() * price);
    say(crowd.viewer(step.viewer()), step.given(), step.at());
  }

  private void at(Instant when, Runnable happening) {
    agenda.add(new Due(when, entries++, happening));
  }

  private void say(@Nullable Viewer viewer, Content content, Instant at) {
    long number = messages++;
    Seed own = broadcast.seed().child(3).child(number);
    boolean showsId =
        !(content instanceof Content.Chat)
            || !traps.has(Trap.MISSING_IDS)
            || own.fraction(0) >= 0.03;
    Content written =
        content instanceof Content.Chat chat && !showsId
            ? new Content.Chat(chat.text() + " " + (number + 1))
            : content;
    out.accept(
        new RoomMessage(
            broadcast.roomId(),
            number,
            MessageIds.of(broadcast, content, at, number),
            showsId,
            at,
            showsTime(content, own.fraction(1)),
            viewer,
            written));
  }

  /** A combo without group id is told apart by time alone, so it always says its time. */
  private boolean showsTime(Content content, double point) {
    if (content instanceof Content.Given given
        && given.combo() != null
        && given.combo().groupId() == null) {
      return true;
    }
    double untimed =
        broadcast.quirks().edition() == ChatEdition.FIRST
            ? traps.untimedFirst()
            : traps.untimedLater();
    return point >= untimed;
  }
}
