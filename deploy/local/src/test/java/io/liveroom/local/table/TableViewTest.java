package io.liveroom.local.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.derived.OnlineTrend;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableViewTest {

  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
  private static final Vitals VITALS =
      new Vitals(91.44, 12_345, 678, 2, List.of("the platform refuses the token"));

  private static final List<RoomRow> ROOMS =
      List.of(
          room("7005", RoomState.ENDED, "秋天的歌", "山茶乐队", null, OnlineTrend.UNKNOWN),
          RoomRow.awaited("7004"),
          room(
              "7002",
              RoomState.LIVE,
              "Plates, cups 杯子 and a very long title indeed",
              "Ann",
              95L,
              OnlineTrend.FALLING),
          room("7001", RoomState.LIVE, "夏日好物专场🎈", "小林的店", 12_345L, OnlineTrend.RISING),
          room("7003", RoomState.PAUSED, "早安", "灯塔茶铺", 1_083L, OnlineTrend.STEADY));

  @ParameterizedTest
  @CsvSource({"EN,140", "ZH,140", "EN,100", "EN,80", "ZH,60"})
  void lines_everyWidth_areAsReviewed(Language language, int width) throws IOException {
    List<String> lines = TableView.lines(ROOMS, VITALS, frame(width, 0, language, false));
    assertThat(String.join("\n", lines) + "\n")
        .isEqualTo(golden("table-%s-%d.txt".formatted(language, width)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20, 40, 60, 80, 100, 120, 200})
  void lines_anyWidth_fit(int width) {
    List<String> lines = TableView.lines(ROOMS, VITALS, frame(width, 0, Language.ZH, false));
    assertThat(lines).allMatch(line -> Text.plain(line).width() <= width);
  }

  @Test
  void lines_moreRoomsThanHeight_fitAndSayHowManyMore() {
    List<RoomRow> many = IntStream.range(0, 50).mapToObj(i -> RoomRow.awaited("70" + i)).toList();
    List<String> lines = TableView.lines(many, VITALS, frame(100, 24, Language.EN, false));
    assertThat(lines).hasSizeLessThanOrEqualTo(24).anyMatch(line -> line.contains("more"));
  }

  @Test
  void lines_otherOrder_areTheSame() {
    List<RoomRow> reversed = new ArrayList<>(ROOMS);
    Collections.reverse(reversed);
    Frame frame = frame(140, 0, Language.EN, false);
    assertThat(TableView.lines(reversed, VITALS, frame))
        .isEqualTo(TableView.lines(ROOMS, VITALS, frame));
  }

  @Test
  void lines_coloured_haveCodesThatAddNothing() {
    List<String> plain = TableView.lines(ROOMS, VITALS, frame(120, 0, Language.EN, false));
    List<String> coloured = TableView.lines(ROOMS, VITALS, frame(120, 0, Language.EN, true));
    assertThat(coloured).anyMatch(line -> line.contains("\u001b[32m"));
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d*m", "").stripTrailing()))
        .containsExactlyElementsOf(plain);
  }

  @Test
  void lines_titleWithEscapeSequence_isHarmless() {
    RoomRow row = room("7", RoomState.LIVE, "a\u001b[2J\r\nb\u202ec", "o", 1L, OnlineTrend.STEADY);
    List<String> lines = TableView.lines(List.of(row), VITALS, frame(120, 0, Language.EN, false));
    assertThat(String.join("", lines)).doesNotContain("\u001b", "\r", "\u202e").contains("a[2Jbc");
  }

  @Test
  void shortened_numbers_haveThreeDigits() {
    Figures english = new Figures(Language.EN);
    assertThat(List.of(0L, 9_999L, 12_345L, 123_456L, 1_234_567L, 12_345_678L))
        .map(english::shortened)
        .containsExactly("0", "9,999", "12.3k", "123k", "1.23M", "12.3M");
    assertThat(List.of(9_999L, 12_345L, 1_234_567L, 123_456_789L))
        .map(new Figures(Language.ZH)::shortened)
        .containsExactly("9,999", "1.23万", "123万", "1.23亿");
  }

  @Test
  void span_durations_areShort() {
    assertThat(List.of(0L, 59L, 60L, 3_900L, 190_000L))
        .map(seconds -> Figures.span(Duration.ofSeconds(seconds)))
        .containsExactly("0s", "59s", "1m", "1h05m", "2d04h");
  }

  private static Frame frame(int width, int height, Language language, boolean isColoured) {
    return new Frame(width, height, language, isColoured, NOW, "broker 127.0.0.1:9092");
  }

  private static RoomRow room(
      String id,
      RoomState state,
      String title,
      String owner,
      @Nullable Long online,
      OnlineTrend trend) {
    return new RoomRow(
        id,
        state,
        title,
        owner,
        online,
        trend,
        20_000L,
        164_069L,
        0.01592,
        2_612L,
        state == RoomState.ENDED ? null : 45L,
        26L,
        1_234_567L,
        4_746L,
        Duration.ofMinutes(64),
        Duration.ofSeconds(state == RoomState.PAUSED ? 200 : 2));
  }

  private static String golden(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(TableViewTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
