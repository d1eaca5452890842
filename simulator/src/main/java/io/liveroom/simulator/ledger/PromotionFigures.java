package io.liveroom.simulator.ledger;

import io.liveroom.simulator.ledger.ProductLine.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed on one room's shelf, product by product, and what was sold. */
final class PromotionFigures {
  private final RoomFacts facts;
  private final FigureRules rules;
  private final List<PromotionsFact> readings;
  private final int seen;
  private final List<ProductLine> lines = new ArrayList<>();

  PromotionFigures(RoomFacts facts, FigureRules rules) {
    this.facts = facts;
    this.rules = rules;
    this.readings =
        facts.promotions().stream()
            .sorted(Comparator.comparing(PromotionsFact::eventTime))
            .toList();
    TreeSet<String> ids = new TreeSet<>();
    readings.forEach(reading -> ids.addAll(reading.promotionIds()));
    seen = ids.size();
    ids.addAll(Lists.known(readings, PromotionsFact::explainingPromotionId));
    for (String id : ids) {
      ProductLine line = new ProductLine(facts.roomId(), id, readings);
      line.explain(stretches(id));
      lines.add(line);
    }
  }

  List<TrueChange> changes() {
    return lines.stream().flatMap(line -> line.changes().stream()).toList();
  }

  /** Distinct products seen; null where none was. */
  @Nullable Integer seen() {
    return seen == 0 ? null : Integer.valueOf(seen);
  }

  /** Units sold; null while all is hidden. */
  @Nullable Long units() {
    return isShown() ? sold(Lists.known(changes(), TrueChange::salesGained)) : null;
  }

  /** What they were worth; null while all is hidden. */
  @Nullable Long fen() {
    return isShown() ? sold(Lists.known(changes(), TrueChange::gmvEstimateFen)) : null;
  }

  private boolean isShown() {
    return lines.stream().anyMatch(line -> line.most() > 0);
  }

  private static Long sold(List<Long> parts) {
    return parts.stream().mapToLong(Long::longValue).sum();
  }

  /** A partial reading that names no product says nothing of what is explained. */
  private List<Stretch> stretches(String id) {
    List<Stretch> stretches = new ArrayList<>();
    Instant from = null;
    Instant last = null;
    for (PromotionsFact reading : readings) {
      boolean isIt = id.equals(reading.explainingPromotionId());
      boolean tells = reading.isComplete() || reading.explainingPromotionId() != null;
      if (isIt) {
        from = from == null ? reading.eventTime() : from;
        last = reading.eventTime();
      } else if (tells && from != null) {
        stretches.add(new Stretch(from, reading.eventTime()));
        from = null;
      }
    }
    if (from != null) {
      stretches.add(new Stretch(from, endAfter(last)));
    }
    return joined(stretches);
  }

  private List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches) {
      Stretch before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      Instant until = before == null ? null : before.to();
      if (before != null && until != null && isShort(until, next.from())) {
        joined.set(joined.size() - 1, new Stretch(before.from(), next.to()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private boolean isShort(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(rules.explainGap()) < 0;
  }

  /** The end of the room, if it has ended, and not before the last reading that shows it. */
  private @Nullable Instant endAfter(@Nullable Instant last) {
    StateEvidence evidence = new StateEvidence(facts.withoutChat());
    Instant end = evidence.isEnded() ? evidence.earliestSignal() : null;
    for (SnapshotFact snapshot : facts.snapshots()) {
      Instant finish = Instant.ofEpochSecond(snapshot.shown().finishSeconds());
      if (end != null && snapshot.isEnded() && finish.isBefore(end)) {
        end = finish;
      }
    }
    return end == null || last == null || end.isAfter(last) ? end : last;
  }
}
