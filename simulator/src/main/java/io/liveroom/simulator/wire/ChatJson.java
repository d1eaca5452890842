package io.liveroom.simulator.wire;

import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.ChatEdition;
import java.time.Instant;
import java.util.List;

/** Chat answers and frames: messages, already written, put into their wrapping. */
public final class ChatJson {
  private ChatJson() {}

  /** Whether this room's envelope carries the server's clock. */
  public static boolean tellsTime(Broadcast room) {
    return room.quirks().edition() == ChatEdition.LATER;
  }

  /** The envelope of the room's edition. */
  public static String envelope(Broadcast room, List<String> messages, Instant now) {
    return switch (room.quirks().edition()) {
      case FIRST -> "{\"code\":200,\"data\":" + array(messages) + ",\"msg\":\"success\"}";
      case LATER -> later(room, messages, now);
    };
  }

  /** A bare array. */
  public static String array(List<String> messages) {
    return "[" + String.join(",", messages) + "]";
  }

  private static String later(Broadcast room, List<String> messages, Instant now) {
    long millis = now.toEpochMilli();
    return Json.object(
        json -> {
          json.writeNumberField("code", 200);
          json.writeObjectFieldStart("data");
          Json.raw(json, "messages", array(messages));
          json.writeStringField("cursor", millis + "_" + room.roomId() + "_1_1");
          json.writeNumberField("fetch_interval", 1_000);
          json.writeNumberField("now", millis);
          json.writeStringField("internal_ext", "demo:" + millis);
          json.writeArrayFieldStart("ignores");
          json.writeString("WebcastProductChangeMessage");
          json.writeEndArray();
          json.writeEndObject();
          json.writeStringField("msg", "success");
        });
  }
}
