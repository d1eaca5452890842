package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.GivenTotals;
import io.liveroom.simulator.world.Product;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hand-written script of what was sent of one room, in seconds after noon. */
final class Facts {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<ChatFact> chat = new ArrayList<>();
  private final List<SnapshotFact> snapshots = new ArrayList<>();
  private final List<PromotionsFact> promotions = new ArrayList<>();
  private final List<StatusFact> statuses = new ArrayList<>();

  static Instant at(double seconds) {
    return NOON.plusMillis(Math.round(seconds * 1_000));
  }

  Facts says(double second, Content.Kind kind, @Nullable String user) {
    chat.add(fact(second, kind, user, null, null, null, null, null));
    return this;
  }

  Facts likes(double second, long count, @Nullable Long total) {
    chat.add(fact(second, Content.Kind.LIKE, "u1", null, count, total, null, null));
    return this;
  }

  Facts online(double second, long count) {
    chat.add(fact(second, Content.Kind.ONLINE, null, null, null, null, count, null));
    return this;
  }

  Facts control(double second, int action) {
    chat.add(fact(second, Content.Kind.CONTROL, null, null, null, null, null, action));
    return this;
  }

  Facts single(double second, String user, long count, @Nullable Long price) {
    GiftFact gift = new GiftFact(null, "玫瑰", price, count, false, null, null, null, null, false);
    chat.add(fact(second, Content.Kind.GIFT, user, gift, null, null, null, null));
    return this;
  }

  Facts tick(double second, String user, long repeat, boolean end) {
    GiftFact gift = new GiftFact("7", "棒棒糖", 9L, null, true, "g1", repeat, null, null, end);
    chat.add(fact(second, Content.Kind.GIFT, user, gift, null, null, null, null));
    return this;
  }

  Facts info(double second, RoomStatus status, long online, long viewers, long follows) {
    snapshots.add(
        new SnapshotFact(
            "info",
            new RoomShown(
                at(second),
                status,
                online,
                viewers,
                follows,
                2,
                null,
                100L,
                5_000 + follows,
                NOON.getEpochSecond() - 60,
                0,
                status == RoomStatus.ENDED ? NOON.getEpochSecond() + 300 : 0,
                new RoomShown.Sources(0, 0.02, 0.7, 0.27))));
    return this;
  }

  Facts shelf(double second, boolean complete, String... ids) {
    List<Product> goods =
        Stream.of(ids).map(id -> new Product(id, id, id, 100, 90, 5, 0, 1, "9")).toList();
    return shelf(second, complete, ids[0], goods);
  }

  Facts shelf(double second, boolean complete, @Nullable String explaining, List<Product> goods) {
    promotions.add(new PromotionsFact(at(second), complete, goods, explaining));
    return this;
  }

  Facts status(double second, boolean alive) {
    statuses.add(new StatusFact(at(second), alive));
    return this;
  }

  RoomFacts facts() {
    return new RoomFacts(
        "1", chat, snapshots, promotions, statuses, Map.of(), new GivenTotals(0, 0, 0));
  }

  private ChatFact fact(
      double second,
      Content.Kind kind,
      @Nullable String user,
      @Nullable GiftFact gift,
      @Nullable Long likes,
      @Nullable Long likeTotal,
      @Nullable Long online,
      @Nullable Integer action) {
    return new ChatFact(
        Integer.toString(chat.size()),
        at(second),
        false,
        at(second),
        "test",
        kind,
        user,
        "111111".equals(user),
        gift,
        likes,
        likeTotal,
        online,
        false,
        action);
  }
}
