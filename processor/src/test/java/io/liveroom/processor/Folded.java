package io.liveroom.processor;

import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.processor.minute.MinuteFolds;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.Rewriting;
import io.liveroom.processor.room.RoomFold;
import io.liveroom.processor.session.SessionFolds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a fold makes of facts in a given order, all within the grace of their windows. */
final class Folded {

  private static final ProcessorSettings SETTINGS = ProcessorSettings.defaults(Path.of("state"));
  private static final long NOW = Facts.at(60).toEpochMilli();

  private Folded() {}

  static List<RoomMinute> minutes(List<SpecificRecord> facts, boolean rewritten) {
    return fold(MinuteFolds.of(SETTINGS.figures()), facts, rewritten);
  }

  static List<RoomSession> session(List<SpecificRecord> facts, boolean rewritten) {
    return fold(SessionFolds.of(SETTINGS.figures()), facts, rewritten);
  }

  private static <S, O> List<O> fold(
      RoomFold<S, O> fold, List<SpecificRecord> facts, boolean rewritten) {
    Rewriting<S> rewriting = new Rewriting<>(fold);
    S room = fold.open(Facts.ROOM);
    for (SpecificRecord fact : facts) {
      fold.apply(room, Observed.of(fact), NOW);
      room = rewritten ? rewriting.rewritten(room) : room;
    }
    return fold.drafts(room).stream().map(Derived::value).toList();
  }

  /** Facts as they arrive, stream time being that of the latest, and all that is told at last. */
  static <S, O> List<O> closed(
      RoomFold<S, O> fold, List<SpecificRecord> facts, boolean rewritten, long end) {
    List<Derived<O>> told = new ArrayList<>();
    Rewriting<S> rewriting = new Rewriting<>(fold);
    S room = fold.open(Facts.ROOM);
    long now = Long.MIN_VALUE;
    for (SpecificRecord record : facts) {
      Observed fact = Observed.of(record);
      now = Math.max(now, fact.time());
      told.addAll(fold.close(room, now));
      fold.apply(room, fact, now);
      room = rewritten ? rewriting.rewritten(room) : room;
      while (fold.deadline(room) <= now) {
        told.addAll(fold.close(room, now));
      }
    }
    told.addAll(fold.close(room, end));
    return told.stream().map(Derived::value).toList();
  }
}
