package io.liveroom.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EndSignalsTest {

  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of("nothing", List.of(), false),
        Arguments.of("status once", List.of(notAlive(1)), false),
        Arguments.of("the same status answer twice", List.of(notAlive(1), notAlive(1)), false),
        Arguments.of("status twice", List.of(notAlive(1), notAlive(2)), true),
        Arguments.of("status twice, later first", List.of(notAlive(2), notAlive(1)), true),
        Arguments.of("info alone, twice", List.of(info(1), info(2)), false),
        Arguments.of("status and info", List.of(notAlive(1), info(2)), true),
        Arguments.of("control alone", List.of(control(1)), false),
        Arguments.of("control and status", List.of(control(1), notAlive(2)), true),
        Arguments.of("control and info", List.of(control(1), info(2)), true),
        Arguments.of("alive between", List.of(notAlive(1), alive(2), notAlive(3)), false),
        Arguments.of("alive after", List.of(notAlive(1), info(2), alive(3)), false),
        Arguments.of("late alive", List.of(notAlive(2), info(3), alive(1)), true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isConfirmed_signals_followTheTable(
      String name, List<UnaryOperator<EndSignals>> signals, boolean confirmed) {
    assertThat(fold(signals).isConfirmed()).as(name).isEqualTo(confirmed);
  }

  @Test
  void firstSignal_afterConfirmation_isTheEarliestThatCounts() {
    assertThat(fold(List.of(notAlive(1), alive(2), info(5), notAlive(4))).firstSignal())
        .isEqualTo(Instant.ofEpochSecond(4));
  }

  @Test
  void endsRoom_pauseAndResume_doNot() {
    assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7).filter(EndSignals::endsRoom))
        .containsExactly(3, 4, 6);
  }

  @Property
  void fold_anyOrder_confirmsAlike(@ForAll("signals") List<Signal> signals) {
    List<Signal> sorted = signals.stream().sorted((a, b) -> Long.compare(a.at, b.at)).toList();
    assertThat(fold(signals.stream().map(Signal::step).toList()).isConfirmed())
        .isEqualTo(fold(sorted.stream().map(Signal::step).toList()).isConfirmed());
  }

  @Provide
  Arbitrary<List<Signal>> signals() {
    return Arbitraries.of("alive", "notAlive", "info", "control")
        .flatMap(kind -> Arbitraries.longs().between(1, 9).map(at -> new Signal(kind, at)))
        .list()
        .ofMaxSize(6);
  }

  record Signal(String kind, long at) {
    UnaryOperator<EndSignals> step() {
      return switch (kind) {
        case "alive" -> alive(at);
        case "notAlive" -> notAlive(at);
        case "info" -> info(at);
        default -> control(at);
      };
    }
  }

  private static EndSignals fold(List<UnaryOperator<EndSignals>> signals) {
    EndSignals state = EndSignals.NONE;
    for (UnaryOperator<EndSignals> signal : signals) {
      state = signal.apply(state);
    }
    return state;
  }

  private static UnaryOperator<EndSignals> alive(long second) {
    return state -> state.alive(Instant.ofEpochSecond(second));
  }

  private static UnaryOperator<EndSignals> notAlive(long second) {
    return state -> state.notAlive(Instant.ofEpochSecond(second));
  }

  private static UnaryOperator<EndSignals> info(long second) {
    return state -> state.infoEnded(Instant.ofEpochSecond(second));
  }

  private static UnaryOperator<EndSignals> control(long second) {
    return state -> state.controlEnded(Instant.ofEpochSecond(second));
  }
}
