package io.liveroom.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RoomLifeTest {
  private static final Instant EPOCH = Instant.parse("2026-03-01T12:00:00Z");

  private static World world(long seed, int rooms) {
    return new World(
        new WorldSettings(
            seed, rooms, EPOCH, Duration.ofMinutes(30), RoomMix.usual(), Traps.standard()));
  }

  private static List<RoomMessage> live(RoomLife life, Instant until) {
    List<RoomMessage> said = new ArrayList<>();
    life.advanceTo(until, said::add);
    return said;
  }

  @Property(tries = 25)
  void advanceTo_anySteps_sameLife(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 5_000) long step) {
    Broadcast broadcast = world(seed, 1).current(EPOCH).get(0);
    Instant end = EPOCH.plusSeconds(120);
    List<RoomMessage> atOnce = live(new RoomLife(broadcast), end);
    RoomLife stepped = new RoomLife(broadcast);
    List<RoomMessage> inSteps = new ArrayList<>();
    for (Instant now = EPOCH; now.isBefore(end); now = now.plusMillis(step)) {
      stepped.advanceTo(now, inSteps::add);
    }
    stepped.advanceTo(end, inSteps::add);
    assertThat(inSteps).isEqualTo(atOnce);
    assertThat(stepped.view(end)).isEqualTo(broadcastView(broadcast, end));
  }

  private static RoomView broadcastView(Broadcast broadcast, Instant now) {
    RoomLife life = new RoomLife(broadcast);
    live(life, now);
    return life.view(now);
  }

  @Test
  void current_sameSettings_sameRooms() {
    assertThat(world(7, 50).current(EPOCH)).isEqualTo(world(7, 50).current(EPOCH));
    assertThat(world(7, 50).current(EPOCH)).isNotEqualTo(world(8, 50).current(EPOCH));
  }

  @Test
  void current_atTheEpoch_hasRoomsInEveryPartOfLife() {
    Set<RoomStatus> seen = new HashSet<>();
    World world = world(3, 100);
    for (long minute = 0; minute < 40; minute += 2) {
      Instant now = EPOCH.plus(Duration.ofMinutes(minute));
      world.current(now).forEach(room -> seen.add(room.statusAt(now)));
    }
    assertThat(seen).containsExactlyInAnyOrder(RoomStatus.values());
    assertThat(world.current(EPOCH))
        .anyMatch(room -> room.createdAt().isBefore(EPOCH.minusSeconds(60)));
  }

  @Test
  void current_afterTheEnd_isANewRoomOfTheSameAnchor() {
    World world = world(3, 1);
    Broadcast first = world.current(EPOCH).get(0);
    Broadcast second = world.current(first.endsAt().plus(Duration.ofHours(2))).get(0);
    assertThat(second.anchor()).isEqualTo(first.anchor());
    assertThat(second.roomId()).isNotEqualTo(first.roomId());
    assertThat(second.createdAt()).isAfter(first.endsAt());
  }

  @Test
  void roomId_upperHalf_isTheCreationTime() {
    for (Broadcast room : world(5, 30).current(EPOCH)) {
      assertThat(new BigInteger(room.roomId()).shiftRight(32).longValueExact())
          .isEqualTo(room.createdAt().getEpochSecond());
    }
  }

  @Test
  void messages_ids_areUniqueAndNearTheTruth() {
    Broadcast room = largest(world(11, 60));
    List<RoomMessage> said = live(new RoomLife(room), EPOCH.plusSeconds(600));
    assertThat(said).extracting(RoomMessage::id).doesNotHaveDuplicates();
    assertThat(said).extracting(RoomMessage::at).isSorted();
    for (RoomMessage message : said) {
      long lag = message.at().getEpochSecond() - (Long.parseLong(message.id()) >> 32);
      assertThat(lag).isGreaterThanOrEqualTo(0);
      if (message.content().kind() == Content.Kind.GIFT) {
        assertThat(lag).isEqualTo(230);
      }
    }
  }

  private static Broadcast largest(World world) {
    return world.current(EPOCH).stream()
        .filter(r -> r.size() == RoomSize.LARGE && r.statusAt(EPOCH) == RoomStatus.LIVE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void messages_withoutId_haveUniqueTexts() {
    List<RoomMessage> said = live(new RoomLife(largest(world(11, 60))), EPOCH.plusSeconds(1_200));
    List<Content> unnamed =
        said.stream().filter(m -> !m.showsId()).map(RoomMessage::content).toList();
    assertThat(unnamed)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(Content.Chat.class::isInstance);
  }

  @Test
  void messages_largeRoom_sayEverything() {
    List<RoomMessage> said =
        live(new RoomLife(largest(world(11, 60))), EPOCH.plus(Duration.ofHours(1)));
    assertThat(said).extracting(m -> m.content().kind()).contains(Content.Kind.values());
  }

  @Test
  void counters_whileLiving_neverShrink() {
    Broadcast room = largest(world(11, 60));
    RoomLife life = new RoomLife(room);
    RoomView before = life.view(room.createdAt());
    for (Instant now = room.createdAt(); now.isBefore(room.endsAt()); now = now.plusSeconds(20)) {
      live(life, now);
      RoomView view = life.view(now);
      assertThat(view.totalViewers()).isGreaterThanOrEqualTo(before.totalViewers());
      assertThat(view.follows()).isGreaterThanOrEqualTo(before.follows());
      assertThat(view.giftUsers()).isGreaterThanOrEqualTo(before.giftUsers());
      assertThat(view.likes()).isGreaterThanOrEqualTo(before.likes());
      assertThat(view.fanTicket()).isGreaterThanOrEqualTo(before.fanTicket());
      before = view;
    }
    assertThat(before.online()).isBetween(1_000L, 40_000L);
  }

  @Test
  void roomShown_afterTheEnd_isZeroedWhereThePlatformZeroes() {
    Broadcast room = largest(world(11, 60));
    RoomLife life = new RoomLife(room);
    Instant later = room.endsAt().plus(Duration.ofDays(3));
    live(life, later);
    RoomShown shown = RoomShown.of(room, life.view(later));
    assertThat(shown.status()).isEqualTo(RoomStatus.ENDED);
    assertThat(shown.online()).isEqualTo(0);
    assertThat(shown.fanTicket()).isEqualTo(0);
    assertThat(shown.likes()).isPositive();
    assertThat(shown.totalViewers()).isPositive();
    assertThat(shown.follows()).isPositive();
    assertThat(shown.finishSeconds()).isEqualTo(room.endsAt().getEpochSecond());
    assertThat(shown.followers())
        .isEqualTo(room.anchor().followers() + shown.follows() + Duration.ofDays(3).toHours());
  }
}
