package io.liveroom.simulator.server;

import io.liveroom.simulator.wire.LooseJson;
import io.liveroom.simulator.wire.PlatformJson;
import io.liveroom.simulator.wire.PromotionsJson;
import io.liveroom.simulator.wire.ShelfPage;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import io.liveroom.simulator.world.Shelf;
import io.liveroom.simulator.world.Trap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each endpoint answers when nothing goes wrong; every answer is entered into the ledger. */
final class Answers {
  private static final int BATCH = 100;
  private static final int FED = 6;
  private static final int RANKED = 10;

  /** Share of the later pages of a shelf that are not refused. */
  private static final double LIKELY_READ = 0.95;

  private final Rooms rooms;
  private final Service service;
  private final PlatformJson platform = new PlatformJson();

  Answers(Rooms rooms, Service service) {
    this.rooms = rooms;
    this.service = service;
  }

  boolean isWelcome(String presented) {
    return presented.equals(service.token());
  }

  Answer answer(Query query, Instant now) {
    if (!isWelcome(query.token())) {
      return Answer.ok(PlatformJson.error(401, "token invalid"));
    }
    double mood =
        service.seed().child(query.endpoint().word().hashCode()).fraction(now.toEpochMilli());
    if (service.traps().has(Trap.UNREADABLE_ANSWERS) && mood > 0.98) {
      return Answer.ok(LooseJson.ruin(PlatformJson.error(200, "success")));
    }
    String body =
        switch (query.endpoint()) {
          case INFO -> ofRoom(query, now, room -> info(room, now));
          case CHAT -> ofRoom(query, now, room -> room.poll(now, query.connection()));
          case PROMOTIONS -> ofRoom(query, now, room -> promotions(room, query.page(), mood, now));
          case AUDIENCE ->
              ofRoom(query, now, room -> platform.audience(room.ranking(now, RANKED), now));
          case STATUS -> status(query, now);
          case FEED -> feed(now);
        };
    return Answer.ok(service.traps().has(Trap.LOOSE_JSON) ? LooseJson.loosen(body, mood) : body);
  }

  private String ofRoom(Query query, Instant now, Function<LiveRoom, String> reading) {
    if (query.rooms().isEmpty()) {
      return PlatformJson.error(400, "room_id required");
    }
    return rooms
        .find(query.rooms(), now)
        .map(reading)
        .orElseGet(() -> PlatformJson.error(404, "room not found"));
  }

  private String info(LiveRoom room, Instant now) {
    RoomShown shown = RoomShown.of(room.broadcast(), room.view(now));
    room.ledger().snapshot("info", shown);
    return platform.info(room.broadcast(), shown, sells(room.broadcast()));
  }

  private static boolean sells(Broadcast room) {
    return new Shelf(room).sells();
  }

  private String promotions(LiveRoom room, String name, double mood, Instant now) {
    boolean breaksOff =
        service.traps().has(Trap.PAGES_REFUSED)
            && !ShelfReader.isFirst(name, now)
            && mood > LIKELY_READ;
    if (breaksOff) {
      return PlatformJson.error(500, "service busy");
    }
    ShelfPage page = ShelfReader.page(room.broadcast(), name, now);
    room.ledger().promotions(ShelfReader.fact(room.broadcast(), name, page, now));
    return PromotionsJson.page(page);
  }

  /** Rooms it does not know are left out. */
  private String status(Query query, Instant now) {
    String[] ids = query.rooms().split(",", -1);
    if (query.rooms().isEmpty() || ids.length > BATCH) {
      return PlatformJson.error(400, "room_id: 1 to " + BATCH + " ids");
    }
    Map<String, Boolean> alive = new LinkedHashMap<>();
    for (String id : ids) {
      rooms
          .find(id, now)
          .ifPresent(
              room -> {
                boolean answer = room.broadcast().statusAt(now) != RoomStatus.ENDED;
                room.ledger().status(now, answer);
                alive.put(id, answer);
              });
    }
    return PlatformJson.status(alive, now);
  }

  /** A few live rooms, others each time. */
  private String feed(Instant now) {
    List<Broadcast> all = rooms.current(now);
    int start = (int) (service.seed().fraction(now.toEpochMilli()) * all.size());
    List<String> shown = new ArrayList<>();
    for (int step = 0; step < all.size() && shown.size() < FED; step++) {
      Broadcast broadcast = all.get((start + step) % all.size());
      if (broadcast.statusAt(now) == RoomStatus.LIVE) {
        shown.add(fed(broadcast, now));
      }
    }
    return PlatformJson.feed(shown, now);
  }

  private String fed(Broadcast broadcast, Instant now) {
    LiveRoom room = rooms.lived(broadcast);
    RoomShown shown = RoomShown.of(broadcast, room.view(now));
    room.ledger().snapshot("feed", shown);
    return platform.room(broadcast, shown, sells(broadcast));
  }
}
