package io.liveroom.benchmarks.flood;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

  @Test
  void write_twoMessages_eachGetsItsNumberInAllItsTwins() {
    String text =
        "[{\"msg_id\":6922631970493106951,\"msg_id_str\":\"6922631970493106951\",\"x\":\"好\"},"
            + "{\"tid\":\"6922631970493106952\"}]";
    Frame frame = Frame.of(text.getBytes(UTF_8));
    byte[] copy = new byte[frame.length()];

    int end = frame.write(copy, 0, 41);

    assertThat(frame.messages()).isEqualTo(2);
    assertThat(end).isEqualTo(copy.length);
    assertThat(new String(copy, end - text.getBytes(UTF_8).length, end - 2, UTF_8))
        .contains("\"msg_id\":6922631970000000041,\"msg_id_str\":\"6922631970000000041\"")
        .contains("\"tid\":\"6922631970000000042\"");
  }

  @Test
  void of_longPayload_hasAServersHeader() {
    byte[] payload = "x".repeat(300).getBytes(UTF_8);
    Frame frame = Frame.of(payload);
    byte[] copy = new byte[frame.length()];

    frame.write(copy, 0, 0);

    assertThat(copy).startsWith(0x81, 126, 300 >> 8, 300 & 0xff).hasSize(304);
  }
}
