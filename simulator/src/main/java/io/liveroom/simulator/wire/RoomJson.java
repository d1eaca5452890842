package io.liveroom.simulator.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.Trap;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One room as {@code info} and {@code feed} write it. */
final class RoomJson {
  private static final long EXACT_TO = 10_000;

  private final Ballast ballast;

  RoomJson(Ballast ballast) {
    this.ballast = ballast;
  }

  String room(Broadcast room, RoomShown shown, boolean sells) {
    Ids ids = new Ids(room.quirks());
    boolean absent = shown.at().toEpochMilli() % 2 == 0; // absent and null are the same
    String own =
        Json.object(
            json -> {
              json.writeNumberField("create_time", shown.createSeconds());
              json.writeNumberField("finish_time", shown.finishSeconds());
              json.writeBooleanField("has_commerce_goods", sells);
              json.writeFieldName("id");
              json.writeNumber(room.roomId());
              json.writeStringField("id_str", room.roomId());
              optional(json, ids, "like_count", shown.likes(), absent);
              Json.raw(json, "owner", owner(room, shown));
              ids.write(json, "owner_user_id", room.anchor().userId());
              json.writeStringField("share_url", "http://rooms.example/reflow/" + room.roomId());
              json.writeNumberField("start_time", shown.startSeconds());
              Json.raw(json, "stats", stats(room, shown, ids, absent));
              json.writeNumberField("status", shown.status().code());
              Json.raw(json, "stream_url", stream(room));
              json.writeStringField("title", room.anchor().name() + "正在直播🎈");
              optional(json, ids, "user_count", shown.online(), absent);
            });
    return Json.splice(own, ballast.room());
  }

  private static void optional(
      JsonGenerator json, Ids ids, String name, @Nullable Long value, boolean absent)
      throws IOException {
    if (value != null || !absent) {
      ids.count(json, name, value);
    }
  }

  private String owner(Broadcast room, RoomShown shown) {
    String own =
        Json.object(
            json -> {
              json.writeStringField("display_id", "demo" + room.anchor().userId());
              json.writeObjectFieldStart("follow_info");
              json.writeNumberField("follow_status", 0);
              new Ids(room.quirks()).count(json, "follower_count", shown.followers());
              json.writeNumberField("following_count", 7);
              json.writeEndObject();
              json.writeFieldName("id");
              json.writeNumber(room.anchor().userId());
              json.writeStringField("id_str", room.anchor().userId());
              json.writeStringField("nickname", room.anchor().name());
              ownRoom(json, room);
              json.writeStringField("sec_uid", room.anchor().secretId());
              json.writeNumberField("short_id", room.anchor().followers() + 800_000_000L);
              json.writeStringField("signature", "欢迎光临\n每天晚上八点");
            });
    return Json.splice(own, ballast.owner());
  }

  /** The rounded list and its exact twin. */
  private static void ownRoom(JsonGenerator json, Broadcast room) throws IOException {
    boolean rounded = room.traps().has(Trap.ROUNDED_ROOM_IDS);
    long id = Long.parseLong(room.roomId());
    json.writeObjectFieldStart("own_room");
    json.writeArrayFieldStart("room_ids");
    json.writeNumber(rounded ? Math.round((double) id / EXACT_TO) * EXACT_TO : id);
    json.writeEndArray();
    json.writeArrayFieldStart("room_ids_str");
    json.writeString(room.roomId());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String stats(Broadcast room, RoomShown shown, Ids ids, boolean absent) {
    return Json.object(
        json -> {
          json.writeNumberField("digg_count", 0);
          json.writeStringField("dou_plus_promotion", "");
          json.writeNumberField("enter_count", 0);
          optional(json, ids, "fan_ticket", shown.fanTicket(), absent);
          ids.count(json, "follow_count", shown.follows());
          ids.count(json, "gift_uv_count", shown.giftUsers());
          json.writeFieldName("id");
          json.writeNumber(room.roomId());
          json.writeStringField("id_str", room.roomId());
          json.writeNumberField("like_count", 0);
          json.writeNumberField("money", 0);
          ids.count(json, "total_user", shown.totalViewers());
          json.writeStringField("total_user_desp", "");
          json.writeObjectFieldStart("user_count_composition");
          json.writeNumberField("city", shown.sources().city());
          json.writeNumberField("my_follow", shown.sources().myFollow());
          json.writeNumberField("other", shown.sources().other());
          json.writeNumberField("video_detail", shown.sources().videoDetail());
          json.writeEndObject();
          json.writeNumberField("watermelon", 0);
        });
  }

  private String stream(Broadcast room) {
    String base = "http://streams.example/stage/stream-" + room.roomId();
    String own =
        Json.object(
            json -> {
              json.writeStringField("hls_pull_url", base + ".m3u8");
              json.writeStringField("rtmp_pull_url", base + ".flv");
              json.writeStringField("stream_data_note", "{\"common\":{\"session_id\":\"demo\"}}");
            });
    return Json.splice(own, ballast.stream());
  }
}
