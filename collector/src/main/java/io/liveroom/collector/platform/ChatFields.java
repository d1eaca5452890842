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

  private static final FieldTable<ChatFields> COMMON =
      new FieldTable<ChatFields>()
          .with(
              (chat, in) -> chat.messageId = orElse(Wire.id(in), chat.messageId),
              "msg_id",
              "msgId",
              "msg_id_str")
          .with((chat, in) -> chat.ownTime = Wire.time(in), "create_time", "createTime");

  private static final FieldTable<ChatFields> FIGURES =
      new FieldTable<ChatFields>()
          .with((chat, in) -> chat.count = Wire.number(in), "count", "like_count", "likeCount")
          .with((chat, in) -> chat.total = Wire.figure(in), "total")
          .with(
              (chat, in) -> chat.likeTotal = Wire.number(in),
              "like_total",
              "likeTotal",
              "total_like_count",
              "totalLikeCount")
          .with(
              (chat, in) -> chat.online = Wire.figure(in),
              "online",
              "online_count",
              "onlineCount",
              "user_count",
              "userCount",
              "online_user_for_anchor",
              "onlineUserForAnchor")
          .with(
              (chat, in) -> chat.totalViewers = Wire.figure(in),
              "total_user",
              "totalUser",
              "total_viewers",
              "totalViewers",
              "total_pv_for_anchor",
              "totalPvForAnchor")
          .with((chat, in) -> chat.action = Wire.code(in), "action", "control_action");

  /** {@code id} of a message is the payload's, neither the message's nor the viewer's: not read. */
  private static final FieldTable<ChatFields> MESSAGE =
      new FieldTable<ChatFields>()
          .with(ChatFields::readPayload, "payload")
          .with((chat, in) -> COMMON.readObject(chat, in), "common")
          .with((chat, in) -> Person.USER.readObject(chat.person, in), "user")
          .with((chat, in) -> GiftFields.NESTED.readObject(chat.gift, in), "gift")
          .with((chat, in) -> chat.type = Wire.filled(in), "type", "method")
          .with((chat, in) -> chat.text = Wire.filled(in), "text")
          .with((chat, in) -> chat.msg = Wire.filled(in), "msg")
          .with((chat, in) -> chat.content = Wire.filled(in), "content")
          .with((chat, in) -> chat.textId = Wire.id(in), "tid")
          .with(COMMON, chat -> chat)
          .with(FIGURES, chat -> chat)
          .with(Person.FLAT, chat -> chat.person)
          .with(GiftFields.FLAT, chat -> chat.gift);

  final Person person;
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

  /**
   * @param isPlain whether all that the platform says of viewers is published
   */
  ChatFields(boolean isPlain) {
    person = new Person(isPlain);
  }

  /** Reads the object the parser stands on. */
  static ChatFields read(JsonParser parser, boolean isPlain) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new WrongShape("a message is not an object");
    }
    ChatFields fields = new ChatFields(isPlain);
    MESSAGE.readObject(fields, parser);
    return fields;
  }

  /** Takes a field of a message that is read together with what may be around it. */
  void field(String name, JsonParser parser) throws IOException {
    MESSAGE.read(this, name, parser);
  }

  private void readPayload(JsonParser parser) throws IOException {
    MESSAGE.readObject(this, parser);
  }

  /** The id that names the message in both editions; null where it has none. */
  @Nullable String id() {
    return messageId != null ? messageId : textId;
  }

  /** Whether there is anything that makes it a message. */
  boolean isMessage() {
    return type != null || id() != null;
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
