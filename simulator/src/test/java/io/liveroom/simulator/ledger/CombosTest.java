package io.liveroom.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.GivenTotals;
import io.liveroom.simulator.world.RoomLife;
import io.liveroom.simulator.world.RoomMix;
import io.liveroom.simulator.world.Trap;
import io.liveroom.simulator.world.Traps;
import io.liveroom.simulator.world.World;
import io.liveroom.simulator.world.WorldSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CombosTest {
  private static long gifts(Facts script) {
    return Combos.additions(script.facts().chat(), FigureRules.usual()).stream()
        .mapToLong(GiftAddition::gifts)
        .sum();
  }

  @Test
  void additions_skippedAndRepeatedTicks_countOnce() {
    Facts script =
        new Facts()
            .tick(0, "a", 1, false)
            .tick(1, "a", 4, false)
            .tick(2, "a", 9, false)
            .tick(3, "a", 9, false)
            .tick(4, "a", 4, false)
            .tick(5, "a", 9, true);
    assertThat(gifts(script)).isEqualTo(9);
  }

  @Test
  void additions_afterTheEnd_smallerIsANewCombo() {
    Facts closed = new Facts().tick(0, "a", 5, true);
    assertThat(gifts(closed.tick(1, "a", 5, false))).isEqualTo(5);
    assertThat(gifts(closed.tick(2, "a", 2, false))).isEqualTo(7);
    assertThat(gifts(new Facts().tick(0, "a", 5, true).tick(1, "a", 8, false))).isEqualTo(8);
  }

  @Test
  void additions_silenceOfMoreThanThirtySeconds_isANewCombo() {
    assertThat(gifts(new Facts().tick(0, "a", 5, false).tick(30, "a", 6, false))).isEqualTo(6);
    assertThat(gifts(new Facts().tick(0, "a", 5, false).tick(30.001, "a", 6, false))).isEqualTo(11);
  }

  @Test
  void additions_twoUsers_areTwoCombos() {
    assertThat(gifts(new Facts().tick(0, "a", 5, false).tick(1, "b", 5, false))).isEqualTo(10);
  }

  @Property(tries = 20)
  void additions_worldsGifts_areWhatWasGivenInAnyOrder(@ForAll long seed) {
    Traps timed = Traps.standard().without(Trap.MISSING_VALUES).withUntimed(0, 0);
    Broadcast room =
        new World(
                new WorldSettings(
                    seed, 1, Facts.NOON, Duration.ofMinutes(20), new RoomMix(0, 1, 1), timed))
            .current(Facts.NOON)
            .get(0);
    RoomLife life = new RoomLife(room);
    RoomLedger ledger = new RoomLedger(room.roomId(), true, () -> life.given());
    life.advanceTo(room.endsAt(), m -> ledger.first(m, null, m.at(), "test"));
    List<ChatFact> shuffled = new ArrayList<>(ledger.facts().chat());
    Collections.shuffle(shuffled, new Random(seed));
    List<GiftAddition> additions = Combos.additions(shuffled, FigureRules.usual());
    GivenTotals given = life.given();
    assertThat(additions.stream().mapToLong(GiftAddition::gifts).sum()).isEqualTo(given.gifts());
    if (!room.quirks().anonymous()) {
      assertThat(Users.givers(additions)).isEqualTo(given.givers());
    }
  }
}
