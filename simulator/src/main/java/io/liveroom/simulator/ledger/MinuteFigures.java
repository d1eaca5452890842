package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One room's figures, window by window. */
final class MinuteFigures {
  private static final Duration NEIGHBOURHOOD = Duration.ofSeconds(2);

  private final RoomFacts facts;
  private final Duration size;
  private final OnlineFigures online;
  private final List<GiftAddition> gifts;
  private final List<SnapshotFact> unended;
  private final List<Sample> likeTotals;

  MinuteFigures(RoomFacts facts, Duration size, FigureRules rules) {
    this.facts = facts;
    this.size = size;
    this.online = new OnlineFigures(facts, rules);
    this.gifts = Combos.additions(facts.chat(), rules);
    this.unended = facts.snapshots().stream().filter(s -> !s.isEnded()).toList();
    this.likeTotals = Lists.likeTotals(unended, facts.chat());
  }

  /** Every window in which something happened, in order. */
  List<TrueMinute> all() {
    TreeSet<Instant> starts = new TreeSet<>();
    facts.chat().forEach(fact -> starts.add(startOf(fact.eventTime())));
    unended.forEach(snapshot -> starts.add(startOf(snapshot.eventTime())));
    facts.promotions().forEach(shelf -> starts.add(startOf(shelf.eventTime())));
    return starts.stream().map(this::minute).toList();
  }

  private Instant startOf(Instant at) {
    return Instant.ofEpochMilli(
        Math.floorDiv(at.toEpochMilli(), size.toMillis()) * size.toMillis());
  }

  private TrueMinute minute(Instant start) {
    Tally tally =
        new Tally(
            inside(facts.chat(), ChatFact::eventTime, start),
            inside(gifts, GiftAddition::at, start));
    Instant end = start.plus(size);
    double covered = online.coveredSeconds(start, end);
    Double average =
        covered == 0 ? null : Double.valueOf(online.personSeconds(start, end) / covered);
    return minute(
        start,
        end,
        tally,
        online.within(start, end).stream().map(Sample::value).toList(),
        average,
        covered / OnlineFigures.seconds(start, end),
        lastComplete(start));
  }

  private TrueMinute minute(
      Instant start,
      Instant end,
      Tally tally,
      List<Long> people,
      @Nullable Double average,
      double coverage,
      @Nullable PromotionsFact shelf) {
    return new TrueMinute(
        facts.roomId(),
        start,
        end,
        tally.count(Content.Kind.CHAT),
        tally.users(Content.Kind.CHAT),
        tally.count(Content.Kind.ENTER),
        tally.users(Content.Kind.ENTER),
        tally.count(Content.Kind.FOLLOW),
        tally.users(Content.Kind.FOLLOW),
        tally.count(Content.Kind.SHARE),
        likes(tally, start, end),
        tally.giftCount(),
        tally.giftValue(),
        tally.unpriced(),
        tally.giftUsers(),
        tally.interactingUsers(),
        people.isEmpty() ? null : people.get(people.size() - 1),
        people.stream().min(Comparator.naturalOrder()).orElse(null),
        people.stream().max(Comparator.naturalOrder()).orElse(null),
        average,
        coverage,
        online.slope(end),
        online.trend(end),
        growth(start, s -> s.shown().totalViewers()),
        growth(start, s -> s.shown().follows()),
        growth(start, s -> s.shown().giftUsers()),
        shelf == null ? null : Integer.valueOf(shelf.promotionIds().size()),
        shelf == null ? null : shelf.explainingPromotionId(),
        tally.count(Content.Kind.UNKNOWN),
        tally.isAnonymous(),
        tally.likesSeen(),
        Growth.within(likeTotals, start, end),
        growth(start, s -> s.shown().fanTicket()),
        secondsSince(facts.chat().stream().map(ChatFact::eventTime), end),
        secondsSince(unended.stream().map(SnapshotFact::eventTime), end),
        isNearUntimed(start, end),
        sentAfter(tally.chat(), end));
  }

  private @Nullable Long likes(Tally tally, Instant start, Instant end) {
    Long grown = Growth.within(likeTotals, start, end);
    return grown == null ? tally.likesSeen() : grown;
  }

  private static @Nullable Long secondsSince(Stream<Instant> times, Instant end) {
    return times
        .filter(at -> at.isBefore(end))
        .max(Comparator.naturalOrder())
        .map(last -> Duration.between(last, end).toSeconds())
        .orElse(null);
  }

  private @Nullable Long growth(Instant start, Function<SnapshotFact, @Nullable Long> counter) {
    return Growth.within(Lists.counter(unended, counter), start, start.plus(size));
  }

  private @Nullable PromotionsFact lastComplete(Instant start) {
    return inside(facts.promotions(), PromotionsFact::eventTime, start).stream()
        .filter(PromotionsFact::isComplete)
        .max(Comparator.comparing(PromotionsFact::eventTime))
        .orElse(null);
  }

  private boolean isNearUntimed(Instant start, Instant end) {
    List<Instant> untimed = new ArrayList<>();
    facts.chat().stream().filter(ChatFact::timeIsArrival).forEach(f -> untimed.add(f.eventTime()));
    facts.promotions().forEach(shelf -> untimed.add(shelf.eventTime()));
    return untimed.stream()
        .anyMatch(
            at -> at.isAfter(start.minus(NEIGHBOURHOOD)) && at.isBefore(end.plus(NEIGHBOURHOOD)));
  }

  private static Duration sentAfter(List<ChatFact> chat, Instant end) {
    Instant last = chat.stream().map(ChatFact::sentAt).max(Comparator.naturalOrder()).orElse(end);
    return last.isAfter(end) ? Duration.between(end, last) : Duration.ZERO;
  }

  /** The facts whose time is at or after the window's start and before its end. */
  private <T> List<T> inside(List<T> all, Function<T, Instant> time, Instant start) {
    return all.stream().filter(fact -> startOf(time.apply(fact)).equals(start)).toList();
  }
}
