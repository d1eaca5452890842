package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One room's figures over everything that was sent of it. */
final class SessionFigures {
  private final RoomFacts facts;
  private final OnlineFigures online;
  private final Tally tally;
  private final StateEvidence evidence;
  private final PromotionFigures goods;
  private final List<SnapshotFact> inOrder;
  private final List<SnapshotFact> unended;

  SessionFigures(RoomFacts facts, FigureRules rules) {
    this.facts = facts;
    this.online = new OnlineFigures(facts, rules);
    this.tally = new Tally(facts.chat(), Combos.additions(facts.chat(), rules));
    this.evidence = new StateEvidence(facts);
    this.goods = new PromotionFigures(facts, rules);
    this.inOrder =
        facts.snapshots().stream().sorted(Comparator.comparing(SnapshotFact::eventTime)).toList();
    this.unended = inOrder.stream().filter(s -> !s.isEnded()).toList();
  }

  TrueSession session() {
    PromotionsFact shelf =
        facts.promotions().stream()
            .filter(PromotionsFact::isComplete)
            .max(Comparator.comparing(PromotionsFact::eventTime))
            .orElse(null);
    return session(Online.of(online), shelf);
  }

  private TrueSession session(Online people, @Nullable PromotionsFact shelf) {
    return new TrueSession(
        facts.roomId(),
        evidence.state(),
        startedAt(),
        endedAt(),
        tally.count(Content.Kind.CHAT),
        tally.users(Content.Kind.CHAT),
        tally.count(Content.Kind.ENTER),
        tally.users(Content.Kind.ENTER),
        tally.count(Content.Kind.FOLLOW),
        tally.users(Content.Kind.FOLLOW),
        tally.count(Content.Kind.SHARE),
        likeCount(),
        tally.giftCount(),
        tally.giftValue(),
        tally.unpriced(),
        tally.giftUsers(),
        tally.interactingUsers(),
        people.last(),
        people.lowest(),
        people.coverage(),
        people.slope(),
        people.trend(),
        growth(s -> s.shown().totalViewers()),
        growth(s -> s.shown().follows()),
        growth(s -> s.shown().giftUsers()),
        people.highest(),
        people.highestAt(),
        people.personSeconds(),
        people.coveredSeconds(),
        highest(s -> s.shown().totalViewers()),
        highest(s -> s.shown().follows()),
        highest(s -> s.shown().giftUsers()),
        growth(s -> s.shown().fanTicket()),
        Growth.highest(Lists.likeTotals(inOrder, facts.chat()), Instant.MAX),
        followersGained(),
        tally.count(Content.Kind.UNKNOWN),
        tally.isAnonymous(),
        tally.likesSeen(),
        likesGrown(),
        shelf == null ? null : Integer.valueOf(shelf.products().size()),
        shelf == null ? null : shelf.explainingPromotionId(),
        goods.seen(),
        goods.units(),
        goods.fen(),
        lastSources());
  }

  private @Nullable Long highest(Function<SnapshotFact, @Nullable Long> counter) {
    return Growth.highest(Lists.counter(inOrder, counter), Instant.MAX);
  }

  private @Nullable Long growth(Function<SnapshotFact, @Nullable Long> counter) {
    return Growth.overall(Lists.counter(unended, counter));
  }

  private @Nullable Long likesGrown() {
    return Growth.overall(Lists.likeTotals(unended, facts.chat()));
  }

  private @Nullable Long likeCount() {
    Long grown = likesGrown();
    return grown == null ? tally.likesSeen() : grown;
  }

  /** The anchor's followers, last less first, while live or paused. */
  private @Nullable Long followersGained() {
    List<Long> followers =
        inOrder.stream()
            .filter(s -> s.isLive() || s.shown().status() == RoomStatus.PAUSED)
            .map(s -> s.shown().followers())
            .toList();
    return followers.isEmpty()
        ? null
        : Long.valueOf(followers.get(followers.size() - 1) - followers.get(0));
  }

  private RoomShown.@Nullable Sources lastSources() {
    List<SnapshotFact> live = inOrder.stream().filter(SnapshotFact::isLive).toList();
    return live.isEmpty() ? null : live.get(live.size() - 1).shown().sources();
  }

  /** The start, else the creation, that the last snapshot tells. */
  private @Nullable Instant startedAt() {
    if (inOrder.isEmpty()) {
      return null;
    }
    RoomShown last = inOrder.get(inOrder.size() - 1).shown();
    return Instant.ofEpochSecond(
        last.startSeconds() == 0 ? last.createSeconds() : last.startSeconds());
  }

  private @Nullable Instant endedAt() {
    if (!evidence.isEnded()) {
      return null;
    }
    List<SnapshotFact> ended = inOrder.stream().filter(SnapshotFact::isEnded).toList();
    return ended.isEmpty()
        ? evidence.firstSignal()
        : Instant.ofEpochSecond(ended.get(ended.size() - 1).shown().finishSeconds());
  }

  /** The online figure over the whole broadcast. */
  private record Online(
      @Nullable Long last,
      @Nullable Long lowest,
      @Nullable Long highest,
      @Nullable Instant highestAt,
      @Nullable Double personSeconds,
      @Nullable Double coveredSeconds,
      @Nullable Double coverage,
      @Nullable Double slope,
      Trend trend) {
    private static final Online NONE =
        new Online(null, null, null, null, null, null, null, null, Trend.UNKNOWN);

    static Online of(OnlineFigures online) {
      List<Sample> all = online.all();
      if (all.isEmpty()) {
        return NONE;
      }
      Sample first = all.get(0);
      Sample last = all.get(all.size() - 1);
      double covered = online.coveredSeconds(first.at(), last.at());
      double area = online.personSeconds(first.at(), last.at());
      double length = OnlineFigures.seconds(first.at(), last.at());
      Sample peak = all.stream().reduce(first, (a, b) -> b.value() > a.value() ? b : a);
      return new Online(
          last.value(),
          all.stream().mapToLong(Sample::value).min().orElse(0),
          peak.value(),
          peak.at(),
          covered == 0 ? null : Double.valueOf(area),
          covered,
          length == 0 ? null : Double.valueOf(covered / length),
          online.slope(last.at()),
          online.trend(last.at()));
    }
  }
}
