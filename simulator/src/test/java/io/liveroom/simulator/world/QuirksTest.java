package io.liveroom.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QuirksTest {
  private static List<Quirks> draw(Traps traps) {
    return IntStream.range(0, 300)
        .mapToObj(seed -> Quirks.draw(new SplittableRandom(seed), traps))
        .toList();
  }

  @Test
  void draw_standardTraps_everyWayOccurs() {
    List<Quirks> rooms = draw(Traps.standard());
    assertThat(rooms).extracting(Quirks::edition).contains(ChatEdition.values());
    assertThat(rooms).extracting(Quirks::frames).contains(FrameShape.values());
    assertThat(rooms)
        .extracting(Quirks::giftShape)
        .contains(
            GiftShape.NESTED_SNAKE,
            GiftShape.NESTED_CAMEL,
            GiftShape.FLAT_SNAKE,
            GiftShape.FLAT_CAMEL);
    assertThat(rooms).extracting(Quirks::acceptsUpgrade).contains(true, false);
    assertThat(rooms).extracting(Quirks::anonymous).contains(true, false);
    assertThat(rooms).extracting(Quirks::idsAsText).contains(true, false);
    assertThat(rooms).extracting(Quirks::numbersAsText).contains(true, false);
    assertThat(rooms).extracting(Quirks::twins).contains(true, false);
    assertThat(rooms).extracting(Quirks::startTimeMissing).contains(true, false);
    assertThat(rooms).extracting(Quirks::salesHidden).contains(true, false);
    assertThat(rooms).extracting(Quirks::shelfCutShort).contains(true, false);
  }

  @Test
  void draw_noTraps_roomsAreTidy() {
    assertThat(draw(Traps.none()))
        .allMatch(room -> room.acceptsUpgrade() && !room.anonymous() && !room.idsAsText())
        .allMatch(room -> room.frames() == FrameShape.ENVELOPE && !room.shelfCutShort());
  }

  @Test
  void draw_oneTrapOff_changesNothingElse() {
    List<Quirks> with = draw(Traps.standard());
    List<Quirks> without = draw(Traps.standard().without(Trap.ANONYMOUS_ROOMS));
    assertThat(without)
        .extracting(Quirks::giftShape)
        .isEqualTo(with.stream().map(Quirks::giftShape).toList());
    assertThat(without).noneMatch(Quirks::anonymous);
  }
}
