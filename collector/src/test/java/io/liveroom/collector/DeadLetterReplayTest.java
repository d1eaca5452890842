package io.liveroom.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.platform.AudienceDecoder;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.collector.platform.InfoDecoder;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.platform.PromotionsDecoder;
import io.liveroom.collector.platform.Reading;
import io.liveroom.collector.platform.StatusDecoder;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What yesterday's decoder refused gives, read again, what it would have given. */
class DeadLetterReplayTest {

  private static final Instant ARRIVAL = Instant.parse("2024-06-01T12:00:00Z");
  private static final String ROOM = "7301444404434567891";
  private static final String WORKER = "worker-1";
  private static final Secret KEY = Secret.ofValue("a key that is long enough");

  private final Topics topics = new Topics("replay");

  @ParameterizedTest
  @ValueSource(strings = {"chat-first.json", "chat-later.json"})
  void read_chatRefusedWhole_givesTheSameEvents(String fixture) throws Exception {
    Payload payload = payload(Endpoint.CHAT, StubPlatform.fixture(fixture).getBytes(UTF_8));
    List<ChatEvent> unbroken = chat(payload);
    assertThat(replayed(refused(payload))).isEqualTo(List.copyOf(unbroken));
  }

  @Test
  void read_everyKindOfChat_givesTheSameButWordsThatHoldAName() throws Exception {
    byte[] bytes = StubPlatform.fixture("chat-kinds.json").getBytes(UTF_8);
    Payload payload = payload(Endpoint.CHAT, bytes);
    List<ChatEvent> unbroken = chat(payload);
    ChatEvent named = unbroken.get(unbroken.size() - 1);
    assertThat(named.getText()).contains("匿名"); // the viewer's name as well
    named.setText(null);
    assertThat(replayed(refused(payload))).isEqualTo(List.copyOf(unbroken));
  }

  @ParameterizedTest
  @EnumSource(names = {"INFO", "FEED", "STATUS", "AUDIENCE"})
  void read_answerRefusedWhole_givesTheSameRecords(Endpoint endpoint) throws Exception {
    String fixture = endpoint == Endpoint.INFO ? "info-ended" : endpoint.label();
    Payload payload = payload(endpoint, StubPlatform.fixture(fixture + ".json").getBytes(UTF_8));
    assertThat(replayed(refused(payload))).isEqualTo(unbroken(payload)).isNotEmpty();
  }

  @Test
  void read_promotions_givesAListThatDoesNotClaimToBeWhole() throws Exception {
    byte[] bytes = StubPlatform.fixture("promotions.json").getBytes(UTF_8);
    PromotionList list =
        (PromotionList) replayed(refused(payload(Endpoint.PROMOTIONS, bytes))).get(0);
    assertThat(list.getPromotions())
        .isEqualTo(
            good(new PromotionsDecoder(letters()).decode(payload(Endpoint.PROMOTIONS, bytes)))
                .promotions());
    assertThat(list.getIsComplete()).isFalse();
  }

  @Test
  void read_partOfAnAnswer_hasTheClockOfTheAnswer() {
    String bad = "{\"method\":\"WebcastGiftMessage\",\"msg_id\":1,\"payload\":{\"count\":\"%s\"}}";
    String frame = "{\"code\":200,\"data\":{\"messages\":[" + bad + "],\"now\":1700000000123}}";
    Payload broken = payload(Endpoint.CHAT, frame.formatted("2 units").getBytes(UTF_8));
    DeadLetter letter =
        ((Reading.Good<?>) new ChatDecoder(WORKER, letters(), privacy()).decode(broken, ROOM))
            .spoilt()
            .get(0);
    assertThat(new DeadLetterReplay(topics, settings(), room -> true).read(letter))
        .isInstanceOf(DeadLetterReplay.StillUnreadable.class);
    // The fix of tomorrow is not known today, so the letter is mended instead.
    String kept = UTF_8.decode(letter.getPayload().duplicate()).toString();
    String mended = kept.replace("{\"masked\":true}", "2");
    letter.setPayload(java.nio.ByteBuffer.wrap(mended.getBytes(UTF_8)));
    ChatEvent event = (ChatEvent) replayed(letter).get(0);
    assertThat(event.getEventTime()).isEqualTo(Instant.ofEpochMilli(1700000000123L));
    assertThat(event.getEventId()).isEqualTo(ROOM + ":1");
    assertThat(event.getReceivedAt()).isEqualTo(ARRIVAL);
  }

  @Test
  void read_messageWithoutId_hasTheSameEventId() {
    String text = "{\"type\":\"WebcastChatMessage\",\"uid\":\"42\",\"text\":\"hi\"}";
    Payload payload = payload(Endpoint.CHAT, text.getBytes(UTF_8));
    assertThat(replayed(refused(payload))).isEqualTo(List.copyOf(chat(payload)));
  }

  @Test
  void read_firstBytesOnly_saysSo() {
    DeadLetter letter = letters().tooLarge(payload(Endpoint.CHAT, new byte[10]), 5000);
    assertThat(new DeadLetterReplay(topics, settings(), room -> true).read(letter))
        .isEqualTo(
            new DeadLetterReplay.StillUnreadable("only its first 10 of 5000 bytes were kept"));
  }

  /** As a worker with a smaller limit would have refused it, all its bytes kept. */
  private DeadLetter refused(Payload payload) {
    DeadLetter letter = letters().tooLarge(payload, 0);
    assertThat(letter.getIsTruncated()).isFalse();
    return letter;
  }

  private List<SpecificRecord> replayed(DeadLetter letter) {
    DeadLetterReplay.Outcome outcome =
        new DeadLetterReplay(topics, settings(), room -> true).read(letter);
    if (outcome instanceof DeadLetterReplay.Recovered readable) {
      return readable.records().stream()
          .<SpecificRecord>map(DeadLetterReplay.Fact::record)
          .toList();
    }
    throw new AssertionError(outcome);
  }

  private static List<SpecificRecord> unbroken(Payload payload) {
    return switch (payload.endpoint()) {
      case INFO -> List.of(good(new InfoDecoder(WORKER, letters()).decode(payload)));
      case FEED -> List.copyOf(good(new FeedDecoder(WORKER, letters()).decode(payload)));
      case STATUS -> List.copyOf(good(new StatusDecoder(WORKER, letters()).decode(payload)));
      case AUDIENCE ->
          List.of(good(new AudienceDecoder(WORKER, letters(), privacy()).decode(payload, ROOM)));
      case CHAT, PROMOTIONS -> throw new IllegalArgumentException("tested apart");
    };
  }

  private static List<ChatEvent> chat(Payload payload) {
    return good(new ChatDecoder(WORKER, letters(), privacy()).decode(payload, ROOM)).events();
  }

  private static <T> T good(Reading<T> reading) {
    if (reading instanceof Reading.Good<T> good) {
      return good.value();
    }
    throw new AssertionError("not readable: " + reading);
  }

  private static Payload payload(Endpoint endpoint, byte[] bytes) {
    return new Payload(endpoint, endpoint == Endpoint.FEED ? null : ROOM, bytes, ARRIVAL);
  }

  private static DeadLetters letters() {
    return new DeadLetters(WORKER, privacy(), Secret.ofValue("secret-token"));
  }

  private static PrivacyFilter privacy() {
    return new PrivacyFilter(settings());
  }

  private static Privacy settings() {
    return new Privacy(Users.PSEUDONYM, Text.KEEP, KEY);
  }
}
