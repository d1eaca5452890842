package io.liveroom.local.table;

import io.liveroom.common.RoomState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws the table: a pure function from what is known to lines that fit the terminal. */
public final class TableView {

  private static final int LEAST_NAME = 16;
  private static final int MOST_NAME = 46;
  private static final String SEPARATOR = " │ ";

  private final Frame frame;
  private final Figures figures;
  private final List<Column> columns;
  private final int nameWidth;

  private TableView(Frame frame) {
    this.frame = frame;
    figures = new Figures(frame.language());
    columns = columns(frame.width());
    nameWidth = Math.max(1, Math.min(MOST_NAME, frame.width() - 3 - width(columns)));
  }

  /** The table's lines, none wider than the frame. */
  public static List<String> lines(Collection<RoomRow> rooms, Vitals vitals, Frame frame) {
    return new TableView(frame)
        .draw(rooms.stream().sorted(RoomRow.ORDER).toList(), vitals).stream()
            .map(line -> line.cut(frame.width()).render(frame.isColoured()).stripTrailing())
            .toList();
  }

  private List<Text> draw(List<RoomRow> rooms, Vitals vitals) {
    List<Text> lines = new ArrayList<>();
    lines.add(totals(rooms));
    lines.add(flow(vitals));
    vitals.troubles().forEach(trouble -> lines.add(Text.of(" ! " + trouble, Style.CAUTION)));
    lines.add(Text.empty());
    lines.add(header());
    lines.add(rule());
    body(rooms, frame.height() == 0 ? rooms.size() : frame.height() - lines.size() - 2, lines);
    lines.add(Text.empty());
    lines.add(Text.of(" " + frame.footer(), Style.FAINT));
    return lines;
  }

  private void body(List<RoomRow> rooms, int room, List<Text> lines) {
    int shown = rooms.size() <= room ? rooms.size() : Math.max(0, room - 1);
    rooms.stream().limit(shown).map(this::row).forEach(lines::add);
    if (shown < rooms.size()) {
      String form = frame.language().pick(" … %d more", " … 还有 %d 个");
      lines.add(Text.of(String.format(Locale.ROOT, form, rooms.size() - shown), Style.FAINT));
    }
  }

  private Text totals(List<RoomRow> rooms) {
    Text line = Text.of(" liveroom", Style.ACCENT);
    for (RoomState state : List.of(RoomState.LIVE, RoomState.PAUSED, RoomState.ENDED)) {
      line = line.then("   ", Style.PLAIN).then(total(rooms, EnumSet.of(state), state));
    }
    return line.then("   ", Style.PLAIN)
        .then(total(rooms, EnumSet.of(RoomState.UNKNOWN, RoomState.PREPARING), RoomState.UNKNOWN))
        .then("   " + clock(), Style.FAINT);
  }

  private Text total(List<RoomRow> rooms, Set<RoomState> states, RoomState shown) {
    long count = rooms.stream().filter(row -> states.contains(row.state())).count();
    return mark(shown)
        .then(" " + count + " ", count > 0 ? Style.STRONG : Style.FAINT)
        .then(word(shown), Style.FAINT);
  }

  private Text flow(Vitals vitals) {
    Language language = frame.language();
    return Text.of(" " + language.pick("in ", "接收 "), Style.FAINT)
        .then(String.format(Locale.ROOT, "%.1f/s", vitals.receivedPerSecond()), Style.PLAIN)
        .then(count(language.pick("published", "已发布"), vitals.published(), Style.PLAIN))
        .then(count(language.pick("duplicates", "重复"), vitals.duplicates(), Style.PLAIN))
        .then(
            count(
                language.pick("dead letters", "死信"),
                vitals.deadLetters(),
                vitals.deadLetters() > 0 ? Style.CAUTION : Style.PLAIN));
  }

  private Text count(String what, long number, Style style) {
    return Text.of("   " + what + " ", Style.FAINT).then(figures.shortened(number), style);
  }

  private String clock() {
    return frame.now().toString().substring(11, 19) + " UTC";
  }

  private Text header() {
    Text line =
        Text.plain("   ")
            .then(Text.of(frame.language().pick("room", "直播间"), Style.FAINT).left(nameWidth));
    int group = -1;
    for (Column column : columns) {
      line = line.then(gap(group, column)).then(column.header(frame.language()));
      group = column.group();
    }
    return line;
  }

  private Text rule() {
    int width = Math.min(frame.width(), 3 + nameWidth + width(columns));
    return Text.of(" " + "─".repeat(Math.max(0, width - 1)), Style.FAINT);
  }

  private Text row(RoomRow row) {
    Text line = Text.plain(" ").then(mark(row.state())).then(" ", Style.PLAIN).then(name(row));
    int group = -1;
    for (Column column : columns) {
      line = line.then(gap(group, column)).then(column.cell(row, figures));
      group = column.group();
    }
    return line;
  }

  private Text name(RoomRow row) {
    boolean isDim = row.state() == RoomState.ENDED;
    String title = row.title() == null || row.title().isBlank() ? row.roomId() : row.title();
    Text name = Text.of(title, isDim ? Style.FAINT : Style.PLAIN);
    if (row.owner() != null && !row.owner().isBlank()) {
      name = name.then(" · " + row.owner(), Style.FAINT);
    }
    return name.left(nameWidth);
  }

  private static Text gap(int group, Column column) {
    return column.group() == group ? Text.plain(" ") : Text.of(SEPARATOR, Style.FAINT);
  }

  private static Text mark(RoomState state) {
    return switch (state) {
      case LIVE -> Text.of("●", Style.GOOD);
      case PAUSED -> Text.of("◐", Style.CAUTION);
      case PREPARING -> Text.of("◌", Style.ACCENT);
      case ENDED -> Text.of("○", Style.FAINT);
      case UNKNOWN -> Text.of("?", Style.FAINT);
    };
  }

  private String word(RoomState state) {
    Language language = frame.language();
    return switch (state) {
      case LIVE -> language.pick("live", "直播中");
      case PAUSED -> language.pick("paused", "暂停");
      case PREPARING -> language.pick("preparing", "准备中");
      case ENDED -> language.pick("ended", "已结束");
      case UNKNOWN -> language.pick("unknown", "未知");
    };
  }

  /** Columns leave, the least telling first, until a room's name has space. */
  private static List<Column> columns(int width) {
    List<Column> columns = new ArrayList<>(List.of(Column.values()));
    while (!columns.isEmpty() && width - 3 - width(columns) < LEAST_NAME) {
      columns.remove(columns.stream().max(Comparator.comparingInt(Column::rank)).orElseThrow());
    }
    return columns;
  }

  private static int width(List<Column> columns) {
    int width = 0;
    int group = -1;
    for (Column column : columns) {
      width += gap(group, column).width() + column.width();
      group = column.group();
    }
    return width;
  }
}
