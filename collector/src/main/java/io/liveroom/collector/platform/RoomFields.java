package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.common.RoomState;
import io.liveroom.observed.RoomSnapshot;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of one room object, as {@code info} and {@code feed} both show it. */
final class RoomFields {

  private final RoomSnapshot snapshot = new RoomSnapshot();
  private @Nullable String exactId; // id_str, which is never rounded
  private @Nullable String id;
  private @Nullable String exactOwner;
  private @Nullable String owner;
  private @Nullable String ownerUser;

  /** Reads the object the parser stands on. */
  static RoomFields read(JsonParser parser) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new WrongShape("a room is not an object");
    }
    RoomFields fields = new RoomFields();
    Wire.eachField(parser, fields::field);
    return fields;
  }

  /** The room's own id. */
  String roomId() throws WrongShape {
    String known = exactId != null ? exactId : id;
    if (known == null) {
      throw new WrongShape("a room has no id");
    }
    return known;
  }

  /** What was read, without coordinates. */
  RoomSnapshot snapshot() {
    String best = exactOwner != null ? exactOwner : owner;
    snapshot.setOwnerId(best != null ? best : ownerUser);
    snapshot.setState(state(snapshot.getPlatformStatus()));
    return snapshot;
  }

  private static RoomState state(@Nullable Integer platformStatus) {
    if (platformStatus == null) {
      return RoomState.UNKNOWN;
    }
    return switch (platformStatus) {
      case 1 -> RoomState.PREPARING;
      case 2 -> RoomState.LIVE;
      case 3 -> RoomState.PAUSED;
      case 4 -> RoomState.ENDED;
      default -> RoomState.UNKNOWN;
    };
  }

  private void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id_str" -> exactId = Wire.id(parser);
      case "id" -> id = Wire.id(parser);
      case "status" -> snapshot.setPlatformStatus(Wire.code(parser));
      case "title" -> snapshot.setTitle(Wire.text(parser));
      case "owner" -> Wire.eachField(parser, this::owner);
      case "owner_user_id" -> ownerUser = Wire.id(parser);
      case "create_time" -> snapshot.setCreateTime(Wire.time(parser));
      case "start_time" -> snapshot.setStartTime(Wire.time(parser));
      case "finish_time" -> snapshot.setFinishTime(Wire.time(parser));
      case "user_count" -> snapshot.setOnlineCount(Wire.number(parser));
      case "like_count" -> snapshot.setLikeCount(Wire.number(parser));
      case "has_commerce_goods" -> snapshot.setHasCommerceGoods(Wire.flag(parser));
      case "stats" -> Wire.eachField(parser, this::stats);
      case "stream_url" -> Wire.eachField(parser, this::stream);
      default -> {
        // the other hundred fields are not watched
      }
    }
  }

  private void owner(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id_str" -> exactOwner = Wire.id(parser);
      case "id" -> owner = Wire.id(parser);
      case "nickname" -> snapshot.setOwnerName(Wire.text(parser));
      case "follow_info" -> Wire.eachField(parser, this::followInfo);
      default -> {
        // not watched
      }
    }
  }

  private void followInfo(String name, JsonParser parser) throws IOException {
    if (name.equals("follower_count")) {
      snapshot.setOwnerFollowers(Wire.number(parser));
    }
  }

  private void stats(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "total_user" -> snapshot.setTotalViewers(Wire.number(parser));
      case "follow_count" -> snapshot.setFollowCount(Wire.number(parser));
      case "gift_uv_count" -> snapshot.setGiftUvCount(Wire.number(parser));
      case "fan_ticket" -> snapshot.setFanTicket(Wire.number(parser));
      case "user_count_composition" -> Wire.eachField(parser, this::composition);
      default -> {
        // not watched; like_count in here is always 0
      }
    }
  }

  private void composition(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "city" -> snapshot.setShareFromCity(Wire.fraction(parser));
      case "my_follow" -> snapshot.setShareFromMyFollow(Wire.fraction(parser));
      case "video_detail" -> snapshot.setShareFromVideoDetail(Wire.fraction(parser));
      case "other" -> snapshot.setShareFromOther(Wire.fraction(parser));
      default -> {
        // not watched
      }
    }
  }

  private void stream(String name, JsonParser parser) throws IOException {
    if (name.equals("rtmp_pull_url")) {
      snapshot.setStreamUrl(Wire.filled(parser));
    }
  }
}
