package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The state machine as a table: letters are what was heard, one second apart. A/N status alive or
 * not, P/L/U/E info preparing, live, paused (U), ended; p/r/e control pause, resume, end.
 */
class RoomLifeTest {

  @ParameterizedTest
  @CsvSource({
    "'', UNKNOWN",
    "P, PREPARING",
    "A, LIVE",
    "L, LIVE",
    "U, PAUSED",
    "LU, PAUSED",
    "LUA, PAUSED",
    "LUL, LIVE",
    "Lp, PAUSED",
    "Lpr, LIVE",
    "LN, LIVE",
    "LNN, ENDED",
    "NN, ENDED",
    "LNE, ENDED",
    "LE, LIVE",
    "Le, LIVE",
    "LeN, ENDED",
    "LeE, ENDED",
    "LNA, LIVE",
    "LNAN, LIVE",
    "LNNA, LIVE",
    "LNNL, LIVE",
    "NE, ENDED",
    "E, UNKNOWN"
  })
  void said_inThisOrder_givesThisState(String heard, RoomState state) {
    assertThat(after(heard).state()).isEqualTo(state);
  }

  @Test
  void statusSaid_sameAnswerTwice_isOneSignal() {
    Instant at = Instant.ofEpochSecond(9);
    RoomLife life = RoomLife.NEW.infoSaid(RoomState.LIVE, Instant.ofEpochSecond(1));
    assertThat(life.statusSaid(false, at).statusSaid(false, at).state()).isEqualTo(RoomState.LIVE);
  }

  @Test
  void isSuspected_oneSignal_asksAtOnce() {
    assertThat(after("LN").isSuspected()).isTrue();
    assertThat(after("LNN").isSuspected()).isFalse();
  }

  @Test
  void duties_byState_areWhatTheStateNeeds() {
    assertThat(after("L").duties()).contains(Duty.CHAT, Duty.PROMOTIONS, Duty.AUDIENCE);
    assertThat(after("").duties()).containsExactlyInAnyOrder(Duty.STATUS, Duty.INFO);
    assertThat(after("NN").duties()).containsExactly(Duty.STATUS);
    assertThat(after("NE").isEndShown()).isTrue();
    assertThat(after("NN").isEndShown()).isFalse();
  }

  private static RoomLife after(String heard) {
    RoomLife life = RoomLife.NEW;
    for (int index = 0; index < heard.length(); index++) {
      Instant at = Instant.ofEpochSecond(index + 1L);
      life =
          switch (heard.charAt(index)) {
            case 'A' -> life.statusSaid(true, at);
            case 'N' -> life.statusSaid(false, at);
            case 'P' -> life.infoSaid(RoomState.PREPARING, at);
            case 'L' -> life.infoSaid(RoomState.LIVE, at);
            case 'U' -> life.infoSaid(RoomState.PAUSED, at);
            case 'E' -> life.infoSaid(RoomState.ENDED, at);
            case 'p' -> life.controlSaid(1, at);
            case 'r' -> life.controlSaid(2, at);
            default -> life.controlSaid(3, at);
          };
    }
    return life;
  }
}
