package io.liveroom.processor.alert;

import io.liveroom.common.RoomState;
import io.liveroom.derived.Alert;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules know of one room. Changed in place by the fold. Times are milliseconds. */
final class AlertRoom {

  private static final int FORMAT = 1;

  final String roomId;
  Windows windows = new Windows();
  final TreeMap<Mark.Key, Mark> marks = new TreeMap<>();
  final List<Alert> outbox = new ArrayList<>(); // to be published
  List<String> labels = List.of();
  boolean isListed; // on the watchlist
  boolean isWatched = true; // until it is taken off the watchlist
  RoomState state = RoomState.UNKNOWN;
  boolean wasLive;
  long liveSince = Long.MAX_VALUE; // when it last became live; the end of time while it is not
  long firstSeen = Long.MAX_VALUE; // the first thing known of it
  long lastNews = Long.MIN_VALUE; // when something new was known of it
  long lastEvent = Long.MIN_VALUE; // the last event its session knew
  @Nullable String ownerId;
  @Nullable String ownerName;
  @Nullable String title;
  long time = Long.MIN_VALUE; // stream time at the last record

  AlertRoom(String roomId) {
    this.roomId = roomId;
  }

  Mark mark(String rule, String product) {
    return marks.computeIfAbsent(new Mark.Key(rule, product), absent -> new Mark());
  }

  boolean isQuiet() {
    return outbox.isEmpty() && marks.values().stream().allMatch(mark -> mark.raised == null);
  }

  boolean isOver() {
    return state == RoomState.ENDED || !isWatched;
  }

  void write(StateWriter out) {
    out.number(FORMAT).text(roomId);
    windows.write(out);
    out.number(marks.size());
    marks.forEach(
        (key, mark) -> {
          out.text(key.rule()).text(key.product());
          mark.write(out);
        });
    out.each(outbox, alert -> AlertBytes.write(alert, out));
    out.each(labels, out::text).flag(isListed).flag(isWatched).text(state.name()).flag(wasLive);
    out.number(liveSince).number(firstSeen).number(lastNews).number(lastEvent);
    out.optionalText(ownerId).optionalText(ownerName).optionalText(title).number(time);
  }

  static AlertRoom read(StateReader in) {
    in.requireFormat("alert", FORMAT);
    AlertRoom room = new AlertRoom(in.text());
    room.windows = Windows.read(in);
    for (int left = in.count(); left > 0; left--) {
      room.marks.put(new Mark.Key(in.text(), in.text()), Mark.read(in));
    }
    for (int left = in.count(); left > 0; left--) {
      room.outbox.add(AlertBytes.read(in));
    }
    room.labels = texts(in);
    room.isListed = in.flag();
    room.isWatched = in.flag();
    room.state = RoomState.valueOf(in.text());
    room.wasLive = in.flag();
    room.liveSince = in.number();
    room.firstSeen = in.number();
    room.lastNews = in.number();
    room.lastEvent = in.number();
    room.ownerId = in.optionalText();
    room.ownerName = in.optionalText();
    room.title = in.optionalText();
    room.time = in.number();
    return room;
  }

  private static List<String> texts(StateReader in) {
    List<String> texts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      texts.add(in.text());
    }
    return List.copyOf(texts);
  }
}
