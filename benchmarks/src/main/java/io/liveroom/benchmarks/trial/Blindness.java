package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.stage.PlatformPages.Room;
import io.liveroom.benchmarks.stage.PlatformPages.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each room had no open socket within a stretch of time, by the platform's own account:
 * the longest such time of a room counts.
 */
final class Blindness {

  /** A time without a socket. */
  record Blind(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  private final Map<String, Blind> longest = new HashMap<>(); // by room; rooms never blind left out

  Blindness(List<Room> rooms, Instant from, Instant to) {
    for (Room room : rooms) {
      holes(room.sockets(), from.toEpochMilli(), to.toEpochMilli()).stream()
          .max(Comparator.comparing(Blind::length))
          .ifPresent(blind -> longest.put(room.roomId(), blind));
    }
  }

  Map<String, Blind> rooms() {
    return longest;
  }

  /** The blind time that a share of the rooms does not exceed, in seconds; 0 where none was. */
  double seconds(double share) {
    List<Duration> sorted = longest.values().stream().map(Blind::length).sorted().toList();
    return Percentile.of(sorted, share).orElse(Duration.ZERO).toMillis() / 1000.0;
  }

  private static List<Blind> holes(List<Span> sockets, long from, long to) {
    List<Blind> holes = new ArrayList<>();
    long seenUntil = from;
    for (Span socket : sockets.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
      long end = socket.to() == 0 ? to : socket.to();
      if (end <= from || socket.from() >= to) {
        continue;
      }
      if (socket.from() > seenUntil) {
        holes.add(hole(seenUntil, socket.from()));
      }
      seenUntil = Math.max(seenUntil, end);
    }
    if (seenUntil < to) {
      holes.add(hole(seenUntil, to));
    }
    return holes;
  }

  private static Blind hole(long from, long to) {
    return new Blind(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }
}
