package io.liveroom.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** All anchors and every room they have made. Safe for several threads. */
public final class World {
  private final List<AnchorLine> anchors;
  private final Map<String, Broadcast> byId = new ConcurrentHashMap<>();

  /** Each anchor's latest, as of {@code lookedAt}. */
  private List<Broadcast> current = List.of();

  private Instant lookedAt = Instant.EPOCH;

  public World(WorldSettings settings) {
    this.anchors =
        IntStream.range(0, settings.rooms())
            .mapToObj(index -> new AnchorLine(settings, index))
            .toList();
  }

  /** Each anchor's latest room, in the order of the anchors. */
  public synchronized List<Broadcast> current(Instant now) {
    if (now.isBefore(lookedAt.plusSeconds(1)) && !now.isBefore(lookedAt)) {
      return current;
    }
    List<Broadcast> latest = new ArrayList<>(anchors.size());
    for (AnchorLine anchor : anchors) {
      List<Broadcast> made = anchor.until(now);
      made.forEach(broadcast -> byId.putIfAbsent(broadcast.roomId(), broadcast));
      latest.add(made.get(made.size() - 1));
    }
    lookedAt = now;
    current = List.copyOf(latest);
    return current;
  }

  /** The room of an id, if it has been made by now. */
  public Optional<Broadcast> find(String roomId, Instant now) {
    Broadcast known = byId.get(roomId);
    if (known == null) {
      current(now);
      known = byId.get(roomId);
    }
    return Optional.ofNullable(known).filter(room -> !room.createdAt().isAfter(now));
  }
}
