package io.liveroom.collector.platform;

import io.liveroom.observed.ChatKind;
import org.jspecify.annotations.Nullable;

/** Our reading of a message's type. */
final class ChatKinds {

  private static final int ENTERS = 1;
  private static final int FOLLOWS = 1;
  private static final int SHARES = 3;

  private ChatKinds() {}

  static ChatKind of(ChatFields fields) {
    if (fields.type == null) {
      return ChatKind.UNKNOWN;
    }
    return switch (fields.type) {
      case "WebcastChatMessage" -> ChatKind.CHAT;
      case "WebcastMemberMessage" -> member(fields.action);
      case "WebcastSocialMessage" -> social(fields);
      case "WebcastGiftMessage" -> ChatKind.GIFT;
      case "WebcastLikeMessage" -> ChatKind.LIKE;
      case "WebcastRoomUserSeqMessage" -> ChatKind.ONLINE;
      case "WebcastControlMessage" -> ChatKind.CONTROL;
      case "WebcastRoomIntroMessage" -> ChatKind.INTRO;
      default -> ChatKind.UNKNOWN;
    };
  }

  /** A member message without an action is an entry; other actions are mutes, admins and such. */
  private static ChatKind member(@Nullable Integer action) {
    return action == null || action == 0 || action == ENTERS ? ChatKind.ENTER : ChatKind.UNKNOWN;
  }

  private static ChatKind social(ChatFields fields) {
    Integer action = fields.action;
    if (action != null && action != 0) {
      return action == FOLLOWS ? ChatKind.FOLLOW : shared(action == SHARES);
    }
    String words = ChatWords.of(fields, ChatKind.UNKNOWN);
    if (words != null && words.contains("关注")) {
      return ChatKind.FOLLOW;
    }
    return shared(words != null && words.contains("分享"));
  }

  private static ChatKind shared(boolean holds) {
    return holds ? ChatKind.SHARE : ChatKind.UNKNOWN;
  }
}
