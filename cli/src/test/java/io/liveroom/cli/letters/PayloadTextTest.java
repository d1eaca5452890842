package io.liveroom.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTextTest {

  @Test
  void of_brokenJson_isBrokenIntoLinesAllTheSame() {
    assertThat(text("{\"a\":[1,{\"b\":\"x,y\\\"{\"}],"))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x,y\\\"{\"\n    }\n  ],\n  ");
  }

  @Test
  void of_controlCharacters_areShownNotSent() {
    assertThat(text("{\"a\":\"one\u001b[2Jtwo and more\"}")).contains("one\\u001b[2Jtwo");
  }

  @Test
  void of_noText_isHexadecimal() {
    assertThat(PayloadText.of(new byte[] {(byte) 0xff, 0, 17})).isEqualTo("00000000  ff 00 11");
  }

  @Test
  void of_closingBracketsOnly_staysAtTheMargin() {
    assertThat(text("]]}x")).isEqualTo("\n]\n]\n}x");
  }

  private static String text(String payload) {
    return PayloadText.of(payload.getBytes(UTF_8));
  }
}
