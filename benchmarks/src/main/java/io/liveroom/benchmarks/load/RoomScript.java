package io.liveroom.benchmarks.load;

import io.liveroom.common.EventTimeSource;
import io.liveroom.common.RoomState;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.Promotion;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.observed.SnapshotSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The broadcast of one invented room, second by second: the same seed gives the same facts. The mix
 * is that of a middling room: mostly entries, words and likes, some gifts in combos, few follows;
 * every twentieth message comes twice, as polls and reconnects repeat them.
 */
final class RoomScript {

  private static final int VIEWERS = 500;
  private static final int SNAPSHOT_EVERY = 30; // seconds
  private static final int SHELF_EVERY = 60; // seconds
  private static final int REPEATED_ONE_IN = 20;
  private static final int[] TICKS = {1, 4, 9, 9}; // of a combo; the last one ends it
  private static final long FIRST_ROOM = 7_300_000_000_000_000_000L;

  private final String roomId;
  private final Instant start;
  private final int length; // seconds
  private final double rate; // messages a second
  private final int goods; // on its shelf
  private final Random random;
  private long messages;
  private long likes;
  private long viewers = 1_000;
  private long follows;
  private long givers;

  RoomScript(long seed, int number, Instant start, int length, double rate, int goods) {
    this.roomId = Long.toString(FIRST_ROOM + number);
    this.start = start;
    this.length = length;
    this.rate = rate;
    this.goods = goods;
    this.random = new Random(seed * 31 + number);
  }

  /** Gives all facts of a second, in their order. */
  void second(int second, Consumer<SpecificRecord> out) {
    if (second % SNAPSHOT_EVERY == phase(SNAPSHOT_EVERY)) {
      out.accept(snapshot(second, RoomState.LIVE));
    }
    if (second % SHELF_EVERY == phase(SHELF_EVERY)) {
      out.accept(shelf(second));
    }
    if (second >= length) {
      end(second, out);
      return;
    }
    int count = (int) rate + (random.nextDouble() < rate % 1 ? 1 : 0);
    for (int number = 0; number < count; number++) {
      message(second, number * 1_000 / count, out);
    }
  }

  private int phase(int interval) {
    return Math.floorMod(roomId.hashCode(), interval);
  }

  private void message(int second, int millis, Consumer<SpecificRecord> out) {
    Instant time = start.plusSeconds(second).plusMillis(millis);
    int dice = random.nextInt(100);
    if (dice < 8) {
      combo(time, out);
      return;
    }
    ChatEvent event = plain(dice, time);
    out.accept(event);
    if (random.nextInt(REPEATED_ONE_IN) == 0) {
      out.accept(ChatEvent.newBuilder(event).setReceivedAt(time.plusMillis(700)).build());
    }
  }

  private ChatEvent plain(int dice, Instant time) {
    if (dice < 40) {
      viewers++;
      return event(ChatKind.ENTER, time).build();
    }
    if (dice < 68) {
      return event(ChatKind.CHAT, time).setText("这个多少钱呀 " + dice).build();
    }
    if (dice < 90) {
      likes += dice % 7 + 1;
      return event(ChatKind.LIKE, time).setLikeCount(dice % 7 + 1L).setLikeTotal(likes).build();
    }
    if (dice < 94) {
      follows++;
      return event(ChatKind.FOLLOW, time).build();
    }
    return dice < 95
        ? event(ChatKind.SHARE, time).build()
        : event(ChatKind.ONLINE, time).setUserId(null).setOnlineCount(online(time)).build();
  }

  private void combo(Instant time, Consumer<SpecificRecord> out) {
    ChatEvent.Builder first = event(ChatKind.GIFT, time);
    String group = "g" + messages;
    givers++;
    for (int tick = 0; tick < TICKS.length; tick++) {
      Instant at = time.plusMillis(tick * 200L);
      String id = nextId();
      out.accept(
          ChatEvent.newBuilder(first)
              .setEventId(roomId + ':' + id)
              .setMessageId(id)
              .setEventTime(at)
              .setReceivedAt(at)
              .setGiftId("463")
              .setGiftName("小心心")
              .setGiftGroupId(group)
              .setGiftRepeatCount((long) TICKS[tick])
              .setGiftRepeatEnd(tick == TICKS.length - 1)
              .setGiftUnitDiamonds(1L + dice(group))
              .build());
    }
  }

  private static int dice(String text) {
    return Math.floorMod(text.hashCode(), 50);
  }

  private String nextId() {
    return Long.toString(FIRST_ROOM + ++messages);
  }

  private ChatEvent.Builder event(ChatKind kind, Instant time) {
    String id = nextId();
    return ChatEvent.newBuilder()
        .setEventId(roomId + ':' + id)
        .setRoomId(roomId)
        .setEventTime(time)
        .setEventTimeSource(EventTimeSource.MESSAGE)
        .setReceivedAt(time)
        .setCollectorId("bench")
        .setEndpoint("chat")
        .setKind(kind)
        .setPlatformType("Webcast" + kind + "Message")
        .setMessageId(id)
        .setUserId("u" + Math.floorMod(roomId.hashCode() + random.nextInt(VIEWERS), 1 << 20))
        .setIsAnonymous(false)
        .setOnlineIsLowerBound(false);
  }

  private long online(Instant time) {
    return 200L + Math.floorMod(time.getEpochSecond() * 7 + roomId.hashCode(), 100);
  }

  private RoomSnapshot snapshot(int second, RoomState state) {
    Instant time = start.plusSeconds(second);
    return RoomSnapshot.newBuilder()
        .setEventId(roomId + ":info:" + second + state)
        .setRoomId(roomId)
        .setEventTime(time)
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(time)
        .setCollectorId("bench")
        .setEndpoint("info")
        .setSource(SnapshotSource.INFO)
        .setState(state)
        .setTitle("room " + roomId)
        .setOwnerId("o" + roomId)
        .setOwnerName("anchor " + roomId)
        .setCreateTime(start)
        .setStartTime(start)
        .setOnlineCount(online(time))
        .setTotalViewers(viewers)
        .setFollowCount(follows)
        .setGiftUvCount(givers)
        .setLikeCount(likes)
        .build();
  }

  private PromotionList shelf(int second) {
    Instant time = start.plusSeconds(second);
    List<Promotion> promotions = new ArrayList<>();
    for (int number = 0; number < goods; number++) {
      promotions.add(
          Promotion.newBuilder()
              .setPromotionId(roomId + number)
              .setTitle("product " + number)
              .setPriceFen(9_900L + number)
              .setStock(1_000L - second / 10L)
              .setSales(second / 10L * number)
              .setPosition(number)
              .build());
    }
    return PromotionList.newBuilder()
        .setEventId(roomId + ":promotions:" + second)
        .setRoomId(roomId)
        .setEventTime(time)
        .setEventTimeSource(EventTimeSource.ARRIVAL)
        .setReceivedAt(time)
        .setCollectorId("bench")
        .setEndpoint("promotions")
        .setPromotions(promotions)
        .setIsComplete(true)
        .setTotal(goods)
        .setExplainingPromotionId(roomId + second / 120 % goods)
        .build();
  }

  /** Two answers of {@code status} and a last look confirm it; then its time goes on. */
  private void end(int second, Consumer<SpecificRecord> out) {
    if (second - length < 10) {
      out.accept(status(second));
      out.accept(snapshot(second, RoomState.ENDED));
    } else if (second % 10 == 0) {
      out.accept(status(second));
    }
  }

  private RoomStatus status(int second) {
    Instant time = start.plusSeconds(second);
    return RoomStatus.newBuilder()
        .setEventId(roomId + ":status:" + second)
        .setRoomId(roomId)
        .setEventTime(time)
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(time)
        .setCollectorId("bench")
        .setEndpoint("status")
        .setAlive(false)
        .build();
  }
}
