package io.liveroom.collector.platform;

import static io.liveroom.collector.platform.Decoders.good;
import static io.liveroom.collector.platform.Decoders.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.observed.ChatEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Shapes, identities and privacy of chat. */
class ChatDecoderTest {

  private static final String MESSAGE =
      "{\"type\":\"WebcastChatMessage\",\"uid\":\"42\",\"nickname\":\"Nick\",\"text\":\"hi @Ann\"}";

  @Test
  void decode_bareMessageArrayAndEnvelope_giveTheSameEvent() {
    String id = only(MESSAGE).getEventId();
    assertThat(only("[" + MESSAGE + "]").getEventId()).isEqualTo(id);
    assertThat(only("{\"data\":[" + MESSAGE + "],\"code\":200}").getEventId()).isEqualTo(id);
    assertThat(only("{\"messages\":[" + MESSAGE + "]}").getEventId()).isEqualTo(id);
    assertThat(id).startsWith(Decoders.ROOM + ":x");
  }

  @Test
  void decode_clockAfterTheMessages_isUsed() {
    String text = "{\"data\":{\"messages\":[" + MESSAGE + "],\"now\":1700000000123}}";
    assertThat(only(text).getEventTime()).isEqualTo(Instant.ofEpochMilli(1700000000123L));
  }

  @Test
  void decode_clockInTheFuture_isBoundedByArrival() {
    String text = "{\"data\":{\"messages\":[" + MESSAGE + "],\"now\":1900000000123}}";
    assertThat(only(text).getEventTime()).isEqualTo(Decoders.ARRIVAL);
  }

  @Test
  void decode_badMessageInGoodEnvelope_isOneDeadLetterAndTheRestIsRead() {
    String text =
        "{\"code\":200,\"data\":["
            + MESSAGE
            + ",7,{\"type\":\"WebcastGiftMessage\",\"repeat_count\":\"many\",\"user\":{\"uid\":1}},"
            + MESSAGE.replace("hi", "ho")
            + "]}";
    Reading<ChatBatch> reading = decode(Users.PLAIN, Text.KEEP, text);
    assertThat(good(reading).events()).hasSize(2);
    assertThat(((Reading.Good<ChatBatch>) reading).spoilt())
        .extracting(
            letter ->
                new String(letter.getPayload().array(), java.nio.charset.StandardCharsets.UTF_8))
        .containsExactly(
            "{\"code\":200,\"now\":null,\"data\":[7]}",
            "{\"code\":200,\"now\":null,\"data\":[{\"type\":\"WebcastGiftMessage\","
                + "\"repeat_count\":\"many\",\"user\":{\"uid\":1}}]}");
  }

  @Test
  void decode_errorUnderHttp200_isDenied() {
    assertThat(decode(Users.PLAIN, Text.KEEP, "{\"msg\":\"no\",\"data\":null,\"code\":401}"))
        .isEqualTo(new Reading.Denied<ChatBatch>(401));
  }

  @Test
  void decode_cutOff_isADeadLetterWhole() {
    assertThat(decode(Users.PLAIN, Text.KEEP, "{\"code\":200,\"data\":[" + MESSAGE))
        .isInstanceOf(Reading.Bad.class);
  }

  @Test
  void decode_pseudonym_hidesTheViewerAndKeepsThemApart() {
    ChatEvent one = good(decode(Users.PSEUDONYM, Text.KEEP, MESSAGE)).events().get(0);
    ChatEvent two =
        good(decode(Users.PSEUDONYM, Text.KEEP, MESSAGE.replace("42", "43"))).events().get(0);
    assertThat(one.getUserId()).hasSize(22).isNotEqualTo(two.getUserId());
    assertThat(one.toString()).doesNotContain("Nick", "\"42\"");
    assertThat(one.getText()).isEqualTo("hi @Ann");
  }

  @Test
  void decode_nameInFrontOfGiftSentence_isCutOff() {
    String gift =
        "{\"method\":\"WebcastGiftMessage\",\"msg_id\":1,\"payload\":{\"content\":\"Nick:送给主播 3个花\"}}";
    ChatEvent event = good(decode(Users.PSEUDONYM, Text.KEEP, gift)).events().get(0);
    assertThat(event.getText()).isEqualTo("送给主播 3个花");
    assertThat(event.getGiftCount()).isEqualTo(3);
  }

  @Test
  void decode_drop_leavesNothing() {
    ChatEvent event = good(decode(Users.DROP, Text.DROP, MESSAGE)).events().get(0);
    assertThat(event.getUserId()).isNull();
    assertThat(event.getText()).isNull();
  }

  @Test
  void decode_idAsFraction_isSpoilt() {
    String text = "[{\"type\":\"WebcastChatMessage\",\"tid\":6.8e18,\"text\":\"x\"}]";
    Reading<ChatBatch> reading = decode(Users.PLAIN, Text.KEEP, text);
    assertThat(((Reading.Good<ChatBatch>) reading).spoilt()).hasSize(1);
  }

  private static ChatEvent only(String text) {
    return good(decode(Users.PLAIN, Text.KEEP, text)).events().get(0);
  }

  private static Reading<ChatBatch> decode(Users users, Text text, String json) {
    return new Decoders(users, text).chat().decode(payload(Endpoint.CHAT, json), Decoders.ROOM);
  }
}
