package io.liveroom.processor.promotion;

import io.liveroom.derived.ChangeKind;
import io.liveroom.processor.room.RoomFold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which product is being explained. An interruption is over or long enough before an end is told,
 * so an end that was told stays true.
 */
final class ExplainTurn {

  /** A room of which nothing was heard for this long is watched no more. */
  private static final long UNHEARD = Duration.ofMinutes(15).toMillis();

  private final PromotionSettings settings;
  private final PromotionRoom room;

  ExplainTurn(PromotionSettings settings, PromotionRoom room) {
    this.settings = settings;
    this.room = room;
  }

  /** Takes what a list says, after its products were taken. */
  void take(SeenList list, ChangeLog log) {
    if (!list.tellsExplaining()) {
      return;
    }
    String explained = list.explaining();
    room.explanations.replaceAll(
        (id, explanation) ->
            id.equals(explained)
                ? explanation
                : explanation.stopped(list.time(), room.goods.get().product(id).picture()));
    if (explained != null) {
      see(list.time(), explained, log);
    }
  }

  private void see(long time, String id, ChangeLog log) {
    Explanation known = room.explanations.get(id);
    Long stopped = known == null ? null : known.stopped();
    boolean isOver = stopped != null && time - stopped >= settings.explainGap().toMillis();
    if (known != null && !isOver) {
      room.explanations.put(id, known.seen(time));
      return;
    }
    OnShelf product = room.goods.get().product(id);
    if (known != null && stopped != null) {
      log.explained(stopped, product.offer(), known, known.atStop());
    }
    log.changed(
        ChangeKind.EXPLAIN_STARTED, time, product.offer(), product.picture(), product.picture());
    room.explanations.put(id, Explanation.begun(time, product.picture()));
  }

  /** Tells the ends that are sure by now. */
  void tellEnds(long now, ChangeLog log) {
    for (Map.Entry<String, Explanation> entry : List.copyOf(room.explanations.entrySet())) {
      Explanation explanation = entry.getValue();
      Long end = end(explanation);
      if (end != null && sureAt(end) <= now) {
        OnShelf product = room.goods.get().product(entry.getKey());
        Picture stop = explanation.atStop();
        log.explained(end, product.offer(), explanation, stop == null ? product.picture() : stop);
        room.explanations.remove(entry.getKey());
      }
    }
  }

  /** When the next end will be sure. */
  long deadline() {
    long next = RoomFold.NEVER;
    for (Explanation explanation : room.explanations.values()) {
      Long end = end(explanation);
      next = end == null ? next : Math.min(next, sureAt(end));
    }
    return next;
  }

  /** When it stopped; at the latest when the room ended. */
  private @Nullable Long end(Explanation explanation) {
    if (explanation.stopped() != null || room.ended == null) {
      return explanation.stopped();
    }
    return Math.max(room.ended, explanation.last());
  }

  /**
   * When no list that shows it again can come any more. While the room is watched, something of it
   * that is younger must have come: the silence of an outage is not the silence of the anchor.
   */
  private long sureAt(long end) {
    long sure = end + settings.explainGap().plus(settings.settle()).toMillis();
    return room.ended != null || room.heard >= sure ? sure : sure + UNHEARD;
  }
}
