package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one chat message, raw, whatever the edition: the first one is flat, the later one
 * has most of it in {@code payload}.
 */
final class ChatFields {

  final Person person = new Person();
  final GiftFields gift = new GiftFields();
  @Nullable String type;
  @Nullable String text;
  @Nullable String msg;
  @Nullable String content;
  @Nullable Instant ownTime;
  @Nullable Long count; // likes or gifts, by the message's kind
  @Nullable Figure total; // likes or people, by the message's kind
  @Nullable Long likeTotal;
  @Nullable Figure online;
  @Nullable Figure totalViewers;
  @Nullable Integer action;
  private @Nullable String messageId;
  private @Nullable String textId; // tid: a chat message's id in the first edition

  /** Reads the object the parser stands on. */
  static ChatFields read(JsonParser parser) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new WrongShape("a message is not an object");
    }
    ChatFields fields = new ChatFields();
    Wire.eachField(parser, fields::field);
    return fields;
  }

  /** The id that names the message in both editions; null where it has none. */
  @Nullable String id() {
    return messageId != null ? messageId : textId;
  }

  /** Whether there is anything that makes it a message. */
  boolean isMessage() {
    return type != null || id() != null;
  }

  void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "payload" -> Wire.eachField(parser, this::field);
      case "common" -> Wire.eachField(parser, this::common);
      case "user" -> Wire.eachField(parser, person::field);
      case "gift" -> Wire.eachField(parser, gift::nested);
      case "id", "id_str" -> {
        // of the payload, not of the message or the viewer
      }
      default -> {
        if (!words(name, parser) && !person.field(name, parser) && !gift.field(name, parser)) {
          figures(name, parser);
        }
      }
    }
  }

  private boolean words(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "type", "method" -> type = Wire.filled(parser);
      case "text" -> text = Wire.filled(parser);
      case "msg" -> msg = Wire.filled(parser);
      case "content" -> content = Wire.filled(parser);
      case "tid" -> textId = Wire.id(parser);
      default -> {
        return common(name, parser);
      }
    }
    return true;
  }

  private boolean common(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "msg_id", "msgId", "msg_id_str" -> messageId = orElse(Wire.id(parser), messageId);
      case "create_time", "createTime" -> ownTime = Wire.time(parser);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void figures(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "count", "like_count", "likeCount" -> count = Wire.number(parser);
      case "total" -> total = Wire.figure(parser);
      case "like_total", "likeTotal", "total_like_count", "totalLikeCount" ->
          likeTotal = Wire.number(parser);
      case "online", "online_count", "onlineCount", "user_count", "userCount" ->
          online = Wire.figure(parser);
      case "online_user_for_anchor", "onlineUserForAnchor" -> online = Wire.figure(parser);
      case "total_user", "totalUser", "total_viewers", "totalViewers" ->
          totalViewers = Wire.figure(parser);
      case "total_pv_for_anchor", "totalPvForAnchor" -> totalViewers = Wire.figure(parser);
      case "action", "control_action" -> action = Wire.code(parser);
      default -> {
        // not watched
      }
    }
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
