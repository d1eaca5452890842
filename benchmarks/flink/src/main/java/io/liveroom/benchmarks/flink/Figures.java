package io.liveroom.benchmarks.flink;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.minute.MinuteArithmetic;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.RoomFold;
import io.liveroom.processor.session.SessionArithmetic;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One room's figures of one kind, minutes or sessions: a fold of the product and its state. Flink
 * keeps these objects on its heap, the fastest of its state backends.
 *
 * @param <S> the fold's state
 */
final class Figures<S> {

  /** The processor's defaults. */
  private static final FigureSettings SETTINGS =
      new FigureSettings(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofSeconds(90),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          4096);

  private static final RoomFold<?, ? extends SpecificRecord> MINUTES =
      MinuteArithmetic.of(SETTINGS);
  private static final RoomFold<?, ? extends SpecificRecord> SESSIONS =
      SessionArithmetic.of(SETTINGS);

  private final RoomFold<S, ? extends SpecificRecord> fold;
  private final S state;
  long timer = Long.MIN_VALUE; // event time for which a timer is set

  private Figures(RoomFold<S, ? extends SpecificRecord> fold, S state) {
    this.fold = fold;
    this.state = state;
  }

  static Figures<?> minutes(String roomId) {
    return open(MINUTES, roomId);
  }

  static Figures<?> sessions(String roomId) {
    return open(SESSIONS, roomId);
  }

  private static <S> Figures<S> open(RoomFold<S, ? extends SpecificRecord> fold, String roomId) {
    return new Figures<>(fold, fold.open(roomId));
  }

  List<? extends Derived<? extends SpecificRecord>> close(long now) {
    return fold.close(state, now);
  }

  void apply(Observed fact, long now) {
    fold.apply(state, fact, now);
  }

  void duplicate(Observed fact) {
    fold.duplicate(state, fact);
  }

  List<? extends Derived<? extends SpecificRecord>> drafts() {
    return fold.drafts(state);
  }

  long deadline() {
    return fold.deadline(state);
  }

  byte[] write() {
    StateWriter out = new StateWriter();
    out.number(timer);
    fold.write(state, out);
    return out.toBytes();
  }

  static Figures<?> readMinutes(byte[] bytes) {
    return read(MINUTES, new StateReader(bytes));
  }

  static Figures<?> readSessions(byte[] bytes) {
    return read(SESSIONS, new StateReader(bytes));
  }

  private static <S> Figures<S> read(RoomFold<S, ? extends SpecificRecord> fold, StateReader in) {
    long timer = in.number();
    Figures<S> figures = new Figures<>(fold, fold.read(in));
    figures.timer = timer;
    return figures;
  }
}
