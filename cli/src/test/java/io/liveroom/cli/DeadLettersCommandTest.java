package io.liveroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.observed.ChatEvent;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {

  private static final Instant AT = Instant.parse("2026-11-01T08:00:00.123Z");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String KEY = "--set=liveroom.privacy.key=a key that is long enough";
  private static final String GOOD =
      """
      {"code": 200, "data": [{"type": "WebcastMemberMessage", "uid": "9000000000000002",
        "msg_id": "%s", "nickname": "n", "msg": "m"}]}""";

  private final Operator operator;

  DeadLettersCommandTest(@TempDir Path directory) {
    operator = new Operator(directory);
  }

  @Test
  void list_someThere_areListedCountedAndShown() throws Exception {
    Topics topics = operator.prepare();
    send(topics, letter("7001", "aaaa", "{\"code\":2"));
    send(topics, letter("7001", "aaaa", "{\"code\":2"));
    send(topics, letter("7002", "bbbb", "[1"));
    assertThat(operator.run("dead-letters", "list").lines())
        .hasSize(5)
        .anyMatch(line -> line.matches("2026-11-01T08:00:00.123Z +2  chat +NOT_JSON +7001 .*aaaa"))
        .anyMatch(line -> line.strip().equals("not JSON at line 1, column 9"));
    assertThat(operator.run("dead-letters", "list", "--room", "7002").lines()).hasSize(3);
    assertThat(operator.run("dead-letters", "list", "--reason", "too-large").lines()).hasSize(1);
    assertThat(operator.run("dead-letters", "list", "--since", "1s").lines()).hasSize(1);
    assertThat(operator.run("dead-letters", "list", "--summary").lines())
        .hasSize(2)
        .anyMatch(line -> line.matches(" +3  chat +decode +NOT_JSON"));
    CommandRun shown = operator.run("dead-letters", "show", "aaaa");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("id           7001:chat:aaaa").contains("  \"code\": 2");
    CommandRun none = operator.run("dead-letters", "show", "cccc");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no dead letter has the id cccc");
  }

  @Test
  void list_noTopic_saysWhatToDo() {
    CommandRun run = operator.run("dead-letters", "list");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no topic " + operator.prefix() + ".dead-letter.v1");
  }

  @Test
  void replay_someReadableNow_publishesThemOnce() throws Exception {
    Topics topics = operator.prepare();
    send(topics, letter("7001", "aaaa", GOOD.formatted("7301444703847710721")));
    send(topics, letter("7001", "aaaa", GOOD.formatted("7301444703847710721")));
    send(topics, letter("7001", "bbbb", GOOD.formatted("7301444703847710722")));
    send(topics, letter("7001", "cccc", "[1"));
    CommandRun dry = operator.run("dead-letters", "replay", "--all", "--dry-run", KEY);
    assertThat(dry.lines()).contains("3 records, of which 2 would be published");
    assertThat(operator.run("dead-letters", "replay", "bbbb", KEY).lines())
        .containsExactly(
            "1 dead letters, of which 1 can be read",
            "1 records, of which 1 were missing and are published");
    CommandRun all = operator.run("dead-letters", "replay", "--all", KEY);
    assertThat(all.code()).isEqualTo(1);
    assertThat(all.lines())
        .startsWith(
            "4 dead letters, of which 3 can be read",
            "3 records, of which 1 were missing and are published",
            "still not: 7001:chat:cccc");
    assertThat(operator.run("dead-letters", "replay", "--all", KEY).lines())
        .contains("3 records, of which 0 were missing and are published");
    try (TopicReader<ChatEvent> reader = TestStack.shared().reader(topics.chat())) {
      List<ConsumerRecord<String, ChatEvent>> there = reader.until(r -> r.size() >= 2, LIMIT);
      assertThat(there).hasSize(2).allMatch(record -> record.key().equals("7001"));
      assertThat(there)
          .extracting(record -> record.value().getEventId())
          .doesNotHaveDuplicates()
          .allMatch(id -> id.contains("73014447038477107"));
      ConsumerRecord<String, ChatEvent> one = there.get(0);
      assertThat(one.timestamp()).isEqualTo(one.value().getEventTime().toEpochMilli());
      assertThat(one.value().getUserId()).isNotNull().isNotEqualTo("9000000000000002");
      assertThat(one.value().getCollectorId()).isEqualTo("c");
      assertThat(new String(one.headers().lastHeader("ce_id").value(), UTF_8))
          .isEqualTo(one.value().getEventId());
    }
  }

  @Test
  void replay_nothingNamed_saysWhatCanBe() {
    CommandRun run = operator.run("dead-letters", "replay", KEY);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("say which: ids").contains("--all");
    CommandRun both = operator.run("dead-letters", "replay", "aaaa", "--all", KEY);
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void replay_noPrivacyKey_isAMistake() {
    operator.prepare();
    CommandRun run = operator.run("dead-letters", "replay", "--all");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("liveroom.privacy.key");
  }

  private void send(Topics topics, DeadLetter letter)
      throws ExecutionException, InterruptedException {
    operator.send(topics.deadLetter().name(), letter.getRoomId(), letter, AT);
  }

  private static DeadLetter letter(String room, String digest, String payload) {
    byte[] bytes = payload.getBytes(UTF_8);
    return DeadLetter.newBuilder()
        .setDeadLetterId(room + ":chat:" + digest)
        .setRoomId(room)
        .setEndpoint("chat")
        .setStage("decode")
        .setReason(DeadLetterReason.NOT_JSON)
        .setDetail("not JSON at line 1, column " + bytes.length)
        .setReceivedAt(AT)
        .setCollectorId("c")
        .setPayload(ByteBuffer.wrap(bytes))
        .setPayloadSize(bytes.length)
        .build();
  }
}
