package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a chat event of a message's raw fields; privacy is applied here. */
final class ChatEvents {

  private final String collectorId;
  private final PrivacyFilter privacy;

  ChatEvents(String collectorId, PrivacyFilter privacy) {
    this.collectorId = collectorId;
    this.privacy = privacy;
  }

  /**
   * @param serverTime the envelope's clock; null where it had none
   */
  ChatEvent of(ChatFields fields, String roomId, @Nullable Instant serverTime, Instant receivedAt) {
    ChatKind kind = ChatKinds.of(fields);
    String words = ChatWords.of(fields, kind);
    ChatEvent event = new ChatEvent();
    event.setKind(kind);
    event.setPlatformType(fields.type == null ? "" : fields.type);
    event.setText(privacy.text(words));
    header(event, fields, words, roomId, EventTime.best(fields.ownTime, serverTime, receivedAt));
    event.setReceivedAt(receivedAt);
    person(event, fields.person);
    figures(event, fields, words);
    return event;
  }

  private void header(
      ChatEvent event, ChatFields fields, @Nullable String words, String roomId, EventTime time) {
    String id = fields.id();
    event.setEventId(
        id == null
            ? Identity.ofWords(
                roomId, privacy.fingerprint(identifying(fields, words).getBytes(UTF_8)))
            : Identity.ofMessage(roomId, id));
    event.setRoomId(roomId);
    event.setEventTime(time.at());
    event.setEventTimeSource(time.source());
    event.setCollectorId(collectorId);
    event.setEndpoint(Endpoint.CHAT.label());
    event.setMessageId(id);
    event.setIdTime(Identity.timeIn(id));
  }

  private void person(ChatEvent event, Person person) {
    event.setUserId(privacy.userId(person.id()));
    event.setUserName(privacy.personal(person.name()));
    event.setUserSecId(privacy.personal(person.secId()));
    event.setUserShortId(privacy.personal(person.shortId()));
    event.setIsAnonymous(person.isAnonymous());
  }

  private static void figures(ChatEvent event, ChatFields fields, @Nullable String words) {
    switch (event.getKind()) {
      case GIFT -> gift(event, fields, words);
      case LIKE -> like(event, fields);
      case ONLINE -> online(event, fields);
      case CONTROL -> event.setControlAction(fields.action);
      case CHAT, ENTER, FOLLOW, SHARE, INTRO, UNKNOWN -> {
        // nothing to count but the message
      }
    }
  }

  /** Fields win over the sentence. */
  private static void gift(ChatEvent event, ChatFields fields, @Nullable String words) {
    GiftFields gift = fields.gift;
    boolean isToldInFields = gift.name != null && (gift.isTick() || gift.count != null);
    GiftSentence sentence = isToldInFields ? null : GiftSentence.parse(words);
    event.setGiftId(gift.id);
    event.setGiftName(gift.name != null || sentence == null ? gift.name : sentence.name());
    event.setGiftUnitDiamonds(gift.unitDiamonds);
    if (gift.isTick()) {
      event.setGiftGroupId(gift.groupId);
      event.setGiftRepeatCount(gift.repeatCount);
      event.setGiftComboCount(gift.comboCount);
      event.setGiftGroupCount(gift.groupCount);
      event.setGiftRepeatEnd(gift.repeatEnd);
    } else {
      event.setGiftCount(single(gift, fields.count, sentence));
    }
  }

  private static @Nullable Long single(
      GiftFields gift, @Nullable Long count, @Nullable GiftSentence sentence) {
    if (gift.count != null) {
      return gift.count;
    }
    if (count != null && count > 0) {
      return count;
    }
    return sentence == null ? null : sentence.count();
  }

  private static void like(ChatEvent event, ChatFields fields) {
    event.setLikeCount(fields.count);
    event.setLikeTotal(fields.likeTotal);
    if (fields.likeTotal == null && fields.total != null) {
      event.setLikeTotal(fields.total.value());
    }
  }

  private static void online(ChatEvent event, ChatFields fields) {
    Figure online = fields.online != null ? fields.online : fields.total;
    event.setOnlineCount(online == null ? null : online.value());
    event.setOnlineIsLowerBound(online != null && online.isLowerBound());
    Figure viewers = fields.totalViewers;
    event.setTotalViewers(viewers == null ? null : viewers.value());
  }

  /** What tells apart two messages without ids, the same before and after the privacy setting. */
  private String identifying(ChatFields fields, @Nullable String words) {
    GiftFields gift = fields.gift;
    StringBuilder all = new StringBuilder();
    Object[] parts = {
      fields.type,
      privacy.distinctId(fields.person.id()),
      words,
      fields.ownTime,
      gift.id,
      gift.name,
      gift.groupId,
      gift.count,
      gift.repeatCount,
      gift.comboCount,
      gift.repeatEnd,
      fields.count,
      fields.total,
      fields.likeTotal,
      fields.online,
      fields.action
    };
    for (Object part : parts) {
      all.append(Objects.toString(part, "")).append('\n');
    }
    return all.toString();
  }
}
