package io.liveroom.examples;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells final minutes, broadcasts and alerts, one line each. Single-threaded. */
final class Figures {

  private record Minute(String roomId, Instant start) {}

  private final Latest<Minute, RoomMinute> finals = new Latest<>(RoomMinute::getRevision);
  private final Latest<String, RoomSession> sessions = new Latest<>(RoomSession::getRevision);
  private final Map<String, AlertStatus> alerts = new HashMap<>();
  private final PrintStream out;

  Figures(PrintStream out) {
    this.out = out;
  }

  /** Takes the next record of a topic; the class says which. */
  void take(ConsumerRecord<String, @Nullable SpecificRecord> record) {
    SpecificRecord value = record.value();
    if (value instanceof RoomMinute minute) {
      minute(minute);
    } else if (value instanceof RoomSession session) {
      session(session);
    } else if (value instanceof Alert alert) {
      alert(alert);
    } else if (value == null) {
      sessions.forget(record.key()); // a tombstone: only the compacted topic has them
    }
  }

  /** Tells the broadcasts that go on. */
  void end() {
    sessions.values().stream().filter(session -> !session.getIsFinal()).forEach(this::tell);
  }

  /** Drafts are passed over. A final may be revised once more, when a gap is told late. */
  private void minute(RoomMinute minute) {
    Minute key = new Minute(minute.getRoomId(), minute.getWindowStart());
    if (minute.getIsFinal() && finals.take(key, minute)) {
      out.printf(
          "minute  %s  %s  online %s  follow rate %s  gifts %d♦  r%d%n",
          minute.getRoomId(),
          minute.getWindowStart(),
          shown(minute.getOnlineLast()),
          percent(minute.getFollowRate()),
          minute.getGiftValue(),
          minute.getRevision());
    }
  }

  /** The latest of a room counts; told when the broadcast is over, the others at the end. */
  private void session(RoomSession session) {
    if (sessions.take(session.getRoomId(), session) && session.getIsFinal()) {
      tell(session);
    }
  }

  private void tell(RoomSession session) {
    out.printf(
        "session %s  %s%s  viewers %s  gift UV %s  sales %s  r%d%n",
        session.getRoomId(),
        session.getState(),
        session.getIsFinal() ? " final" : "",
        shown(session.getTotalViewers()),
        shown(session.getGiftUv()),
        yuan(session.getGmvEstimateFen()),
        session.getRevision());
  }

  /** An alert comes raised and resolved under one id; what comes twice is told once. */
  private void alert(Alert alert) {
    if (alerts.put(alert.getAlertId(), alert.getStatus()) != alert.getStatus()) {
      Instant at = alert.getResolvedAt() == null ? alert.getStartedAt() : alert.getResolvedAt();
      out.printf(
          "alert   %s  %s  %s %s: %s%n",
          alert.getRoomId(), at, alert.getStatus(), alert.getRule(), alert.getSummary());
    }
  }

  private static String shown(@Nullable Long count) {
    return count == null ? "–" : count.toString();
  }

  private static String percent(@Nullable Double rate) {
    return rate == null ? "–" : String.format(Locale.ROOT, "%.2f %%", rate * 100);
  }

  /** Fen are whole numbers: a sum of them is exact, and yuan are only shown. */
  private static String yuan(@Nullable Long fen) {
    return fen == null ? "–" : "¥" + BigDecimal.valueOf(fen, 2);
  }
}
