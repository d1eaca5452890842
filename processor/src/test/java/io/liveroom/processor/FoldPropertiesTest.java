package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.GapCause;
import io.liveroom.schemas.RecordSerdes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Any order gives the same records, and so does a state that was written and read on the way. */
class FoldPropertiesTest {

  static {
    new RecordSerdes("mock://folds").serializer().close(); // tells Avro to trust our records
  }

  private static final int SPAN = 240; // seconds, within the grace, so that nothing is late
  private static final List<ChatKind> KINDS = List.of(ChatKind.values());

  @Property(tries = 150)
  void minute_anyOrder_sameRecords(@ForAll("facts") List<SpecificRecord> facts, @ForAll long seed) {
    List<?> expected = Folded.minutes(facts, false);

    assertThat(Folded.minutes(shuffled(facts, seed), false)).isEqualTo(expected);
    assertThat(Folded.minutes(shuffled(facts, seed), true)).isEqualTo(expected);
  }

  @Property(tries = 150)
  void session_anyOrder_sameRecord(@ForAll("facts") List<SpecificRecord> facts, @ForAll long seed) {
    Object expected = Folded.session(facts, false);

    assertThat(Folded.session(shuffled(facts, seed), false)).isEqualTo(expected);
    assertThat(Folded.session(shuffled(facts, seed), true)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<SpecificRecord>> facts() {
    Arbitrary<SpecificRecord> one =
        Arbitraries.frequencyOf(
            Tuple.of(6, messages()),
            Tuple.of(3, ticks()),
            Tuple.of(3, snapshots()),
            Tuple.of(1, lists()),
            Tuple.of(1, statuses()),
            Tuple.of(2, gaps()),
            Tuple.of(1, seconds().map(second -> Facts.letter("l", second).build())));
    return one.list().ofMaxSize(60).map(FoldPropertiesTest::withOwnIds);
  }

  private static Arbitrary<SpecificRecord> messages() {
    return Combinators.combine(
            Arbitraries.of(KINDS), users(), seconds(), counts(), counts().injectNull(0.5))
        .as(
            (kind, user, second, count, total) ->
                Facts.message(kind, "m", user, second)
                    .setIsAnonymous("anonymous".equals(user))
                    .setLikeCount(count)
                    .setLikeTotal(total)
                    .setOnlineCount(count)
                    .setGiftCount(count)
                    .setGiftName("rose")
                    .setControlAction(kind == ChatKind.CONTROL ? count.intValue() % 5 : null)
                    .build());
  }

  private static Arbitrary<SpecificRecord> ticks() {
    return Combinators.combine(users(), seconds(), counts(), Arbitraries.of(true, false))
        .as((user, second, count, end) -> Facts.tick("t", user, second, count % 20, end));
  }

  private static Arbitrary<SpecificRecord> snapshots() {
    return Combinators.combine(Arbitraries.of(RoomState.class), seconds(), counts(), counts())
        .as(
            (state, second, online, total) ->
                Facts.snapshot(state, second)
                    .setOnlineCount(online)
                    .setTotalViewers(total)
                    .setFollowCount(total / 10)
                    .setFanTicket(total)
                    .setOwnerFollowers(total)
                    .setLikeCount(total)
                    .build());
  }

  private static Arbitrary<SpecificRecord> lists() {
    return Combinators.combine(seconds(), counts(), counts())
        .as(
            (second, sales, price) ->
                Facts.shelf(second, "p" + price, Facts.promotion("p", sales, price)));
  }

  private static Arbitrary<SpecificRecord> statuses() {
    return Combinators.combine(Arbitraries.of(true, false), seconds()).as(Facts::status);
  }

  private static Arbitrary<SpecificRecord> gaps() {
    return Combinators.combine(Arbitraries.of(GapCause.class), seconds(), seconds())
        .as((cause, one, other) -> Facts.gap(cause, Math.min(one, other), Math.max(one, other)));
  }

  private static Arbitrary<String> users() {
    return Arbitraries.of("ann", "bob", "eve", "anonymous");
  }

  /** Few distinct times, so that several facts have the same. */
  private static Arbitrary<Double> seconds() {
    return Arbitraries.integers().between(0, SPAN / 5).map(step -> step * 5.0);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, 1000);
  }

  /** Facts that came out alike are different facts. */
  private static List<SpecificRecord> withOwnIds(List<SpecificRecord> facts) {
    List<SpecificRecord> named = new ArrayList<>();
    for (SpecificRecord fact : facts) {
      SpecificRecord copy = copy(fact);
      copy.put(0, fact.get(0) + ":" + named.size());
      named.add(copy);
    }
    return named;
  }

  private static SpecificRecord copy(SpecificRecord fact) {
    return fact instanceof ChatEvent chat
        ? ChatEvent.newBuilder(chat).build()
        : SpecificData.get().deepCopy(fact.getSchema(), fact);
  }

  private static List<SpecificRecord> shuffled(List<SpecificRecord> facts, long seed) {
    List<SpecificRecord> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
