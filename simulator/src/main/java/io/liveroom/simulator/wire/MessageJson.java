package io.liveroom.simulator.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.ChatEdition;
import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.RoomMessage;
import io.liveroom.simulator.world.Trap;
import io.liveroom.simulator.world.Viewer;
import java.io.IOException;

/** One chat message in its room's edition. */
public final class MessageJson {
  private final Broadcast room;
  private final Ids ids;
  private final GiftJson gifts;

  public MessageJson(Broadcast room) {
    this.room = room;
    this.ids = new Ids(room.quirks());
    this.gifts = new GiftJson(ids);
  }

  /** The message as it goes over the wire, alone. */
  public String write(RoomMessage message) {
    return room.quirks().edition() == ChatEdition.FIRST ? first(message) : later(message);
  }

  /** Flat: type, user and sentence side by side. */
  private String first(RoomMessage message) {
    boolean chat = message.content().kind() == Content.Kind.CHAT;
    return Json.object(
        json -> {
          json.writeStringField("type", type(message.content()));
          Viewer viewer = message.viewer();
          if (viewer != null) {
            json.writeStringField("nickname", viewer.name());
            ids.write(json, "uid", viewer.id());
            json.writeStringField("sec_uid", secretId(message, viewer));
            if (!chat) {
              json.writeStringField("short_id", viewer.shortId());
            }
          }
          if (message.showsId()) {
            ids.write(json, chat ? "tid" : "msg_id", message.id());
          }
          if (message.showsTime()) {
            json.writeNumberField("create_time", message.at().toEpochMilli());
          }
          if (chat) {
            json.writeStringField("avatar", "http://pictures.example/avatar/demo.jpeg");
          }
          sentence(json, chat ? "text" : "msg", message, "");
          fields(json, message.content());
        });
  }

  /** Member and social messages have an extra pair of quotes around {@code sec_uid}. */
  private String secretId(RoomMessage message, Viewer viewer) {
    boolean quoted =
        room.traps().has(Trap.QUOTED_SECRET_IDS)
            && switch (message.content().kind()) {
              case ENTER, FOLLOW, SHARE -> true;
              case CHAT, LIKE, GIFT, ONLINE, CONTROL, INTRO, UNKNOWN -> false;
            };
    return quoted ? "\"" + viewer.secretId() + "\"" : viewer.secretId();
  }

  /** Method, id, and the rest in a payload. */
  private String later(RoomMessage message) {
    return Json.object(
        json -> {
          json.writeStringField("method", type(message.content()));
          if (message.showsId()) {
            ids.write(json, "msg_id", message.id());
          }
          json.writeObjectFieldStart("payload");
          ids.write(json, "room_id", message.roomId());
          if (message.showsTime()) {
            json.writeNumberField("create_time", message.at().toEpochMilli());
          }
          Viewer viewer = message.viewer();
          sentence(json, "content", message, viewer == null ? "" : viewer.name() + ":");
          if (viewer != null) {
            user(json, viewer);
          }
          fields(json, message.content());
          json.writeEndObject();
        });
  }

  private void user(JsonGenerator json, Viewer viewer) throws IOException {
    json.writeObjectFieldStart("user");
    ids.write(json, "uid", viewer.id());
    json.writeStringField("nickname", viewer.name());
    json.writeStringField("unique_id", viewer.shortId());
    json.writeStringField("sec_uid", viewer.secretId());
    json.writeEndObject();
  }

  private static String type(Content content) {
    return switch (content.kind()) {
      case CHAT -> "WebcastChatMessage";
      case ENTER -> "WebcastMemberMessage";
      case FOLLOW, SHARE -> "WebcastSocialMessage";
      case LIKE -> "WebcastLikeMessage";
      case GIFT -> "WebcastGiftMessage";
      case ONLINE -> "WebcastRoomUserSeqMessage";
      case CONTROL -> "WebcastControlMessage";
      case INTRO -> "WebcastRoomIntroMessage";
      case UNKNOWN -> ((Content.Unusual) content).type();
    };
  }

  /** What a person would read; only gifts and chats name the giver or writer first. */
  private void sentence(JsonGenerator json, String field, RoomMessage message, String prefix)
      throws IOException {
    Content content = message.content();
    switch (content.kind()) {
      case CHAT -> json.writeStringField(field, ((Content.Chat) content).text());
      case ENTER -> json.writeStringField(field, "来了");
      case FOLLOW -> json.writeStringField(field, "关注了主播");
      case SHARE -> json.writeStringField(field, "分享了直播间");
      case LIKE -> json.writeStringField(field, "点赞");
      case GIFT -> json.writeStringField(field, prefix + gifts.sentence((Content.Given) content));
      case INTRO -> json.writeStringField(field, ((Content.Intro) content).text());
      case ONLINE, CONTROL, UNKNOWN -> {}
    }
  }

  private void fields(JsonGenerator json, Content content) throws IOException {
    switch (content.kind()) {
      case ENTER, FOLLOW -> json.writeNumberField("action", 1);
      case SHARE -> json.writeNumberField("action", 3);
      case LIKE -> {
        ids.count(json, "count", ((Content.Like) content).count());
        ids.count(json, "total", ((Content.Like) content).total());
      }
      case GIFT -> gifts.write(json, (Content.Given) content);
      case ONLINE -> online(json, (Content.Online) content);
      case CONTROL -> json.writeNumberField("action", ((Content.Control) content).action());
      case CHAT, INTRO, UNKNOWN -> {}
    }
  }

  private void online(JsonGenerator json, Content.Online online) throws IOException {
    if (online.words() == null) {
      ids.count(json, "total", online.count());
    } else {
      json.writeStringField("total", online.words());
    }
    ids.count(json, "total_user", online.totalViewers());
  }
}
