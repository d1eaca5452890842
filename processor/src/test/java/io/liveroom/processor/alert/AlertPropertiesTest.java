package io.liveroom.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.DerivedFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificRecord;

/**
 * Whatever a broadcast does, alerts begin and end once, and repeats and restarts change nothing.
 */
class AlertPropertiesTest {

  private static final int MINUTES = 60;
  private static final DerivedFacts FACTS = DerivedFacts.usual();
  private static final AlertRules RULES =
      AlertRules.of(
          """
          rules:
            online_drop: {span: 2m, cool-down: 1m}
            online_peak: {span: 2m, after: 2m, cool-down: 0s}
            gift_spike: {span: 1m, baseline: 4m, min-value: 10, cool-down: 0s}
            follow_rate_spike: {span: 1m, baseline: 4m, min-follows: 1, cool-down: 0s}
            coverage_drop: {span: 2m, cool-down: 0s}
          """,
          "test");

  @Property(tries = 150)
  void told_anyBroadcast_eachAlertBeginsAndEndsOnce(@ForAll("facts") List<SpecificRecord> facts) {
    Map<String, AlertStatus> last = new HashMap<>();
    for (Alert alert : told(facts, false)) {
      AlertStatus before = last.put(alert.getAlertId(), alert.getStatus());
      assertThat(before)
          .as(alert.getAlertId())
          .isEqualTo(alert.getStatus() == AlertStatus.RAISED ? null : AlertStatus.RAISED);
      if (alert.getStatus() == AlertStatus.RESOLVED) {
        assertThat(alert.getResolvedAt()).isAfterOrEqualTo(alert.getStartedAt());
      }
    }
    assertThat(last.values())
        .as("all over in the end")
        .allMatch(status -> status == AlertStatus.RESOLVED);
  }

  @Property(tries = 100)
  void told_everythingTwiceAndRestartsBetween_same(
      @ForAll("facts") List<SpecificRecord> facts, @ForAll long seed) {
    Random random = new Random(seed);
    List<SpecificRecord> twice = new ArrayList<>();
    for (SpecificRecord fact : facts) {
      twice.add(fact);
      if (random.nextBoolean()) {
        twice.add(fact);
      }
    }

    assertThat(told(twice, true)).isEqualTo(told(facts, false));
  }

  private static List<Alert> told(List<SpecificRecord> facts, boolean isRestarting) {
    Watch watch = new Watch(RULES);
    if (isRestarting) {
      watch.rewriting();
    }
    facts.forEach(watch::see);
    watch.see(FACTS.session(RoomState.ENDED, MINUTES * 60 + 60)).until(MINUTES * 60 + 3600);
    return watch.told();
  }

  @Provide
  Arbitrary<List<SpecificRecord>> facts() {
    Arbitrary<Timed> one =
        Arbitraries.frequencyOf(
            Tuple.of(6, minutes()), Tuple.of(4, sessions()), Tuple.of(2, changes()));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(120)
        .map(
            all ->
                all.stream()
                    .sorted(Comparator.comparingDouble(Timed::seconds))
                    .map(Timed::fact)
                    .toList());
  }

  private static Arbitrary<Timed> minutes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, MINUTES - 1),
            Arbitraries.of(0, 100, 150, 300, 1000).injectNull(0.1),
            Arbitraries.of(0L, 10L, 100L),
            Arbitraries.of(true, false))
        .as(
            (minute, online, amount, isFinal) -> {
              var record = FACTS.minute(minute, online);
              record.setGiftValue(amount);
              record.setPlatformFollowsGained(amount / 10);
              record.setViewersGained(100L);
              record.setIsFinal(isFinal);
              record.setRevision(isFinal ? 2 : 1);
              return new Timed(minute * 60 + 60, record);
            });
  }

  private static Arbitrary<Timed> sessions() {
    return Combinators.combine(
            Arbitraries.of(
                RoomState.LIVE, RoomState.LIVE, RoomState.LIVE, RoomState.PAUSED, RoomState.ENDED),
            Arbitraries.integers().between(0, MINUTES * 6))
        .as((state, step) -> new Timed(step * 10.0, FACTS.session(state, step * 10.0)));
  }

  private static Arbitrary<Timed> changes() {
    return Combinators.combine(
            Arbitraries.of(ChangeKind.class),
            Arbitraries.of("cup", "pot"),
            Arbitraries.integers().between(0, MINUTES * 6),
            Arbitraries.of(0L, 5L))
        .as(
            (kind, product, step, stock) -> {
              PromotionChange change = FACTS.change(kind, product, step * 10.0);
              change.setStockAfter(stock);
              change.setPriceFenBefore(100L);
              change.setPriceFenAfter(100 + stock);
              return new Timed(step * 10.0, change);
            });
  }

  private record Timed(double seconds, SpecificRecord fact) {}
}
