package io.liveroom.cli.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomListTest {

  @Test
  void entries_plainList_areRooms() {
    RoomList list = new RoomList(Stream.of("# ours", "", "7001", "7002,brand:a;big,3", "7003,,"));
    assertThat(list.mistakes()).isEmpty();
    assertThat(list.entries())
        .containsExactly(
            new RoomEntry("7001", List.of(), 1),
            new RoomEntry("7002", List.of("brand:a", "big"), 3),
            new RoomEntry("7003", List.of(), 1));
  }

  @Test
  void entries_headerNamesOtherOrder_followsIt() {
    RoomList list = new RoomList(Stream.of("\uFEFFname,weight,room_id", "\"x\",2,\"7001\""));
    assertThat(list.entries()).containsExactly(new RoomEntry("7001", List.of(), 2));
  }

  @Test
  void mistakes_wrongLines_nameEach() {
    RoomList list = new RoomList(Stream.of("abc", "7001,,none", "7002"));
    assertThat(list.mistakes())
        .containsExactly(
            "line 1: room_id must be 1 to 20 digits: was \"abc\"",
            "line 2: weight must be a whole number from 1: was \"none\"");
  }

  @Test
  void header_isReadAgain() {
    RoomList list =
        new RoomList(Stream.of(RoomLines.csvHeader(), "7001,a;b,2,2026-01-01T00:00:00Z,up"));
    assertThat(list.entries()).containsExactly(new RoomEntry("7001", List.of("a", "b"), 2));
  }
}
