package io.liveroom.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.processor.runtime.DeadLetters.Coordinates;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private final Topics topics = new Topics("test");
  private final DeadLetters deadLetters =
      new DeadLetters(
          topics.deadLetter(),
          new RecordSerdes("mock://letters", Map.of("auto.register.schemas", true)),
          "test-minute",
          new SimpleMeterRegistry(),
          Clock.systemUTC());

  @Test
  void of_recordOfAnInput_oneLetter() {
    assertThat(letters(topics.chat().name())).isEqualTo(1);
  }

  @Test
  void of_deadLetterThatCannotBeRead_begetsNoOther() {
    assertThat(letters(topics.deadLetter().name())).isZero();
  }

  private int letters(String topic) {
    Coordinates where = new Coordinates(topic, 0, 7, "7300000000000000001");
    Exception failure = new IllegalStateException("unreadable");
    return deadLetters.of(where, new byte[] {1}, DeadLetterReason.WRONG_SHAPE, failure).size();
  }
}
