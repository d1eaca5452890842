package io.liveroom.collector.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

  @ParameterizedTest
  @CsvSource({
    "1083, 1083, false",
    "5.5万, 55000, false",
    "10万+, 100000, true",
    "1.2亿, 120000000, false",
    "'1,234', 1234, false",
    "12.0, 12, false"
  })
  void parse_asShownToPeople_isExact(String text, long value, boolean isLowerBound)
      throws WrongShape {
    assertThat(Figure.parse(text)).isEqualTo(new Figure(value, isLowerBound));
  }

  @Test
  void parse_blank_isNothing() throws WrongShape {
    assertThat(Figure.parse(" ")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "1.5", "万", "+", "9223372036854775808", "1e999999999"})
  void parse_noWholeNumber_isWrongShape(String text) {
    assertThatThrownBy(() -> Figure.parse(text)).isInstanceOf(WrongShape.class);
  }
}
