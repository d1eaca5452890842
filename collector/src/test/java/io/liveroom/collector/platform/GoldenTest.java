package io.liveroom.collector.platform;

import static io.liveroom.collector.platform.Decoders.bad;
import static io.liveroom.collector.platform.Decoders.fixture;
import static io.liveroom.collector.platform.Decoders.good;
import static io.liveroom.collector.platform.Decoders.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.common.EventTimeSource;
import io.liveroom.common.RoomState;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.Promotion;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented twins of every example of the source document, shapes and traps kept. */
class GoldenTest {

  private final Decoders plain = new Decoders(Users.PLAIN);

  @Test
  void info_endedRoom_givesFrozenFigures() {
    RoomSnapshot room =
        good(plain.info().decode(payload(Endpoint.INFO, fixture("info-ended.json"))));
    assertThat(room.getRoomId()).isEqualTo("7301444404434567891");
    assertThat(room.getState()).isEqualTo(RoomState.ENDED);
    assertThat(room.getPlatformStatus()).isEqualTo(4);
    assertThat(room.getTotalViewers()).isEqualTo(120533);
    assertThat(room.getFollowCount()).isEqualTo(1804);
    assertThat(room.getGiftUvCount()).isEqualTo(31);
    assertThat(room.getLikeCount()).isEqualTo(3571);
    assertThat(room.getOnlineCount()).isZero();
    assertThat(room.getOwnerFollowers()).isEqualTo(98765);
    assertThat(room.getStartTime()).isEqualTo(Instant.ofEpochSecond(1700000004));
    assertThat(room.getEventTime()).isEqualTo(Instant.ofEpochMilli(1706000000450L));
    assertThat(room.getEventTimeSource()).isEqualTo(EventTimeSource.SERVER);
    assertThat(room.getShareFromVideoDetail()).isEqualTo(0.71);
  }

  @Test
  void info_otherRoomThanAsked_isADeadLetter() {
    Payload other = new Payload(Endpoint.INFO, "1", fixture("info-ended.json"), Decoders.ARRIVAL);
    assertThat(bad(plain.info().decode(other)).getReason()).isEqualTo(DeadLetterReason.WRONG_ROOM);
  }

  @Test
  void feed_rawLineBreaksAndRoundedIds_areRead() {
    List<RoomSnapshot> rooms =
        good(plain.feed().decode(payload(Endpoint.FEED, fixture("feed.json"))));
    assertThat(rooms).hasSize(1);
    RoomSnapshot room = rooms.get(0);
    assertThat(room.getRoomId()).isEqualTo("7301659152552454321");
    assertThat(room.getState()).isEqualTo(RoomState.LIVE);
    assertThat(room.getOnlineCount()).isEqualTo(1207);
    assertThat(room.getTotalViewers()).isEqualTo(20411);
    assertThat(room.getStartTime()).isNull();
    assertThat(room.getFinishTime()).isNotNull();
  }

  @Test
  void feed_unescapedQuotes_isADeadLetterThatShowsOnlyItsShape() {
    Payload broken = payload(Endpoint.FEED, fixture("feed-broken.json"));
    DeadLetter letter = bad(new Decoders(Users.PSEUDONYM).feed().decode(broken));
    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.NOT_JSON);
    assertThat(letter.getRoomId()).isNull();
    String shown = new String(letter.getPayload().array(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(shown).contains("\"stream_data\"", "\"user_count\"").doesNotContain("测试签名");
  }

  @Test
  void promotions_cutShort_areReadAndThePlatformIsLeftAlone() {
    PromotionPage page =
        good(plain.promotions().decode(payload(Endpoint.PROMOTIONS, fixture("promotions.json"))));
    Promotion one = page.promotions().get(0);
    assertThat(one.getPriceFen()).isEqualTo(88800);
    assertThat(one.getMinPriceFen()).isEqualTo(4990);
    assertThat(one.getShopId()).isEqualTo("4567890");
    assertThat(page.explaining()).isEqualTo(one.getPromotionId());
    assertThat(page.total()).isEqualTo(31);
    assertThat(page.refreshGap()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void promotions_notJson_isADeadLetter() {
    Payload broken = payload(Endpoint.PROMOTIONS, fixture("promotions-broken.json"));
    assertThat(bad(plain.promotions().decode(broken)).getReason())
        .isEqualTo(DeadLetterReason.NOT_JSON);
  }

  @Test
  void status_numericIds_stayExact() {
    List<RoomStatus> said =
        good(plain.status().decode(payload(Endpoint.STATUS, fixture("status.json"))));
    assertThat(said).extracting(RoomStatus::getRoomId).first().isEqualTo("7301444404434567891");
    assertThat(said).extracting(RoomStatus::getAlive).containsExactly(false, true);
  }

  @Test
  void audience_trailingComma_isRead() {
    AudienceRanking ranking =
        good(
            plain
                .audience()
                .decode(payload(Endpoint.AUDIENCE, fixture("audience.json")), Decoders.ROOM));
    assertThat(ranking.getRanks()).hasSize(1);
    assertThat(ranking.getRanks().get(0).getUserId()).isEqualTo("89777728714");
    assertThat(ranking.getCurrency()).isEqualTo("音浪");
  }

  @Test
  void chat_bothEditions_giveTheSameEvents() {
    List<ChatEvent> first = chat("chat-first.json");
    List<ChatEvent> later = chat("chat-later.json");
    assertThat(first).extracting(ChatEvent::getEventId).doesNotHaveDuplicates();
    assertThat(later)
        .extracting(ChatEvent::getEventId)
        .containsExactlyElementsOf(first.stream().map(ChatEvent::getEventId).toList());
    assertThat(later)
        .extracting(ChatEvent::getUserId)
        .containsExactlyElementsOf(first.stream().map(ChatEvent::getUserId).toList());
    assertThat(first).extracting(ChatEvent::getKind).containsOnlyOnce(ChatKind.FOLLOW);
    assertThat(first).filteredOn(one -> one.getKind() == ChatKind.ENTER).hasSize(5);
    assertThat(first.get(0).getUserSecId()).isEqualTo("MS4wInvented00");
    assertThat(first.get(5).getText()).isEqualTo("这个怎么买");
    assertThat(later.get(0).getEventTime()).isEqualTo(Instant.ofEpochMilli(1700000100133L));
    assertThat(first.get(0).getEventTimeSource()).isEqualTo(EventTimeSource.ARRIVAL);
  }

  @Test
  void chat_everyKind_isRead() {
    List<ChatEvent> all = chat("chat-kinds.json");
    assertThat(all)
        .extracting(ChatEvent::getKind)
        .containsExactly(
            ChatKind.GIFT,
            ChatKind.GIFT,
            ChatKind.GIFT,
            ChatKind.LIKE,
            ChatKind.SHARE,
            ChatKind.UNKNOWN,
            ChatKind.ONLINE,
            ChatKind.CONTROL,
            ChatKind.INTRO,
            ChatKind.UNKNOWN,
            ChatKind.CHAT);
    assertThat(all.get(0).getGiftCount()).isEqualTo(1);
    assertThat(all.get(0).getGiftName()).isEqualTo("小心心");
    assertThat(all.get(0).getText()).isEqualTo("送给主播 1个小心心");
    assertThat(all.get(1).getGiftCount()).isNull();
    assertThat(all.get(1).getGiftRepeatCount()).isEqualTo(4);
    assertThat(all.get(2).getGiftRepeatEnd()).isTrue();
    assertThat(all.get(2).getGiftGroupId()).isEqualTo(all.get(1).getGiftGroupId());
    assertThat(all.get(2).getGiftUnitDiamonds()).isEqualTo(1);
    assertThat(all.get(3).getLikeTotal()).isEqualTo(3571);
    assertThat(all.get(6).getOnlineCount()).isEqualTo(12_000);
    assertThat(all.get(6).getOnlineIsLowerBound()).isTrue();
    assertThat(all.get(6).getTotalViewers()).isEqualTo(125_000);
    assertThat(all.get(7).getControlAction()).isEqualTo(3);
    assertThat(all.get(10).getIsAnonymous()).isTrue();
    assertThat(all.get(10).getEventTimeSource()).isEqualTo(EventTimeSource.MESSAGE);
  }

  private List<ChatEvent> chat(String name) {
    return good(plain.chat().decode(payload(Endpoint.CHAT, fixture(name)), Decoders.ROOM)).events();
  }
}
