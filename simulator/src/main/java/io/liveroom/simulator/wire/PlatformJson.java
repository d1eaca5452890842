package io.liveroom.simulator.wire;

import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.RankedGiver;
import io.liveroom.simulator.world.RoomShown;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The answers of every endpoint but chat and promotions, envelope and all. */
public final class PlatformJson {
  private final Ballast ballast = Ballast.load();
  private final RoomJson rooms = new RoomJson(ballast);

  /** An error of the service under HTTP 200. */
  public static String error(int code, String message) {
    return Json.object(
        json -> {
          json.writeNumberField("code", code);
          json.writeNullField("data");
          json.writeStringField("msg", message);
        });
  }

  /** The answer of {@code info}. */
  public String info(Broadcast room, RoomShown shown, boolean sells) {
    return envelope(rooms.room(room, shown, sells), shown.at());
  }

  /** One room of {@code feed}. */
  public String room(Broadcast room, RoomShown shown, boolean sells) {
    return rooms.room(room, shown, sells);
  }

  /** The answer of {@code feed}. */
  public static String feed(List<String> rooms, Instant now) {
    return envelope("[" + String.join(",", rooms) + "]", now);
  }

  /** The answer of {@code status}: the rooms it knows, and whether they are alive. */
  public static String status(Map<String, Boolean> alive, Instant now) {
    StringBuilder list = new StringBuilder("[");
    alive.forEach(
        (room, answer) ->
            list.append(list.length() == 1 ? "" : ",")
                .append("{\"alive\":")
                .append(answer)
                .append(",\"room_id\":")
                .append(room)
                .append('}'));
    return envelope(list.append(']').toString(), now);
  }

  /** The answer of {@code audience}: the contribution rank. */
  public String audience(List<RankedGiver> ranking, Instant now) {
    String ranks =
        Json.object(
            json -> {
              json.writeStringField("currency", "音浪");
              json.writeBooleanField("has_more", false);
              json.writeBooleanField("has_once_live", true);
              json.writeArrayFieldStart("ranks");
              for (int place = 0; place < ranking.size(); place++) {
                json.writeRawValue(rank(ranking.get(place), place + 1));
              }
              json.writeEndArray();
              json.writeArrayFieldStart("seats");
              json.writeEndArray();
              json.writeNumberField("total", 0);
            });
    return envelope(ranks, now);
  }

  private String rank(RankedGiver giver, int place) {
    return Json.object(
        json -> {
          json.writeNumberField("delta", 0);
          json.writeBooleanField("first_gift", false);
          json.writeStringField("gap_description", Long.toString(giver.diamonds()));
          json.writeNumberField("rank", place);
          json.writeNumberField("score", giver.diamonds());
          String user =
              Json.object(
                  inner -> {
                    inner.writeFieldName("id");
                    inner.writeNumber(giver.viewer().id());
                    inner.writeStringField("id_str", giver.viewer().id());
                    inner.writeStringField("nickname", giver.viewer().name());
                    inner.writeStringField("sec_uid", giver.viewer().secretId());
                    inner.writeFieldName("short_id");
                    inner.writeNumber(giver.viewer().shortId());
                    inner.writeStringField("signature", "慢慢来\n比较快");
                  });
          Json.raw(json, "user", Json.splice(user, ballast.viewer()));
        });
  }

  private static String envelope(String data, Instant now) {
    return Json.object(
        json -> {
          json.writeNumberField("code", 200);
          json.writeObjectFieldStart("data");
          Json.raw(json, "data", data);
          json.writeObjectFieldStart("extra");
          json.writeNumberField("now", now.toEpochMilli());
          json.writeEndObject();
          json.writeNumberField("status_code", 0);
          json.writeEndObject();
          json.writeStringField("msg", "success");
        });
  }
}
