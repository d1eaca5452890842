package io.liveroom.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.ChatEdition;
import io.liveroom.simulator.world.RoomLife;
import io.liveroom.simulator.world.RoomMix;
import io.liveroom.simulator.world.Traps;
import io.liveroom.simulator.world.World;
import io.liveroom.simulator.world.WorldSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageJsonTest {
  private static final Instant EPOCH = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<JsonNode> messages(ChatEdition edition) {
    World world =
        new World(
            new WorldSettings(
                4, 40, EPOCH, Duration.ofMinutes(30), RoomMix.usual(), Traps.standard()));
    List<JsonNode> read = new ArrayList<>();
    for (Broadcast room : world.current(EPOCH)) {
      if (room.quirks().edition() == edition) {
        MessageJson writer = new MessageJson(room);
        new RoomLife(room)
            .advanceTo(EPOCH.plusSeconds(600), message -> read.add(parse(writer.write(message))));
      }
    }
    return read;
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void write_firstEdition_isFlatWithItsTraps() {
    List<JsonNode> all = messages(ChatEdition.FIRST);
    assertThat(all).allMatch(m -> m.path("type").asText().startsWith("Webcast"));
    assertThat(all)
        .filteredOn(m -> m.path("type").asText().equals("WebcastChatMessage"))
        .allMatch(m -> m.has("text") && !m.has("msg_id") && !m.has("msg"))
        .anyMatch(m -> m.has("tid"))
        .anyMatch(m -> !m.has("tid"))
        .noneMatch(m -> m.path("sec_uid").asText().startsWith("\""));
    assertThat(all)
        .filteredOn(m -> m.path("type").asText().equals("WebcastMemberMessage"))
        .allMatch(m -> m.has("msg_id") && m.path("msg").asText().equals("来了"))
        .allMatch(m -> m.path("sec_uid").asText().matches("\"MS4w.*\""));
    assertThat(all).anyMatch(m -> m.has("create_time")).anyMatch(m -> !m.has("create_time"));
    assertThat(all)
        .anyMatch(m -> m.path("uid").isTextual())
        .anyMatch(m -> m.path("uid").isNumber());
    assertThat(all).anyMatch(m -> m.has("msg_id_str"));
    assertThat(all).anyMatch(m -> m.path("uid").asText().equals("111111"));
  }

  @Test
  void write_laterEdition_hasMethodAndPayload() {
    List<JsonNode> all = messages(ChatEdition.LATER);
    assertThat(all).allMatch(m -> m.path("method").asText().startsWith("Webcast"));
    assertThat(all).allMatch(m -> m.path("payload").has("room_id"));
    assertThat(all).anyMatch(m -> m.path("payload").has("create_time"));
    assertThat(all).anyMatch(m -> !m.path("payload").has("create_time"));
    assertThat(all)
        .filteredOn(m -> m.path("method").asText().equals("WebcastGiftMessage"))
        .allMatch(m -> m.path("payload").path("content").asText().contains(":送给主播 "))
        .anyMatch(m -> m.path("payload").has("gift"))
        .anyMatch(m -> m.path("payload").has("giftId"))
        .anyMatch(m -> m.path("payload").has("gift_id"))
        .anyMatch(m -> !m.path("payload").has("gift_id") && !m.path("payload").has("giftId"));
    assertThat(all)
        .filteredOn(m -> m.path("method").asText().equals("WebcastRoomUserSeqMessage"))
        .anyMatch(m -> m.path("payload").path("total").asText().endsWith("万"))
        .anyMatch(m -> m.path("payload").path("total").asText().endsWith("万+"))
        .anyMatch(m -> m.path("payload").path("total").isNumber());
  }

  @Test
  void write_ids_areBeyondDoublesAndExact() {
    for (JsonNode message : messages(ChatEdition.LATER)) {
      if (message.has("msg_id")) {
        assertThat(message.path("msg_id").asLong()).isGreaterThan(1L << 53);
      }
    }
  }

  @Test
  void write_sameSeed_sameBytes() {
    assertThat(messages(ChatEdition.FIRST)).isEqualTo(messages(ChatEdition.FIRST));
  }
}
