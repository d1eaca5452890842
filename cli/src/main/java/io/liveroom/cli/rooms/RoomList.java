package io.liveroom.cli.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of rooms as text: CSV with the columns {@code room_id,labels,weight}, of which only the
 * first is needed. A header may name the columns in another order; other columns are passed over.
 * Labels are parted by semicolons. Blank lines and lines that begin with # are skipped.
 */
public final class RoomList {

  private static final List<String> COLUMNS = List.of("room_id", "labels", "weight");
  private static final Pattern LABEL_SEPARATOR = Pattern.compile("[;\\s]+");

  private final List<RoomEntry> entries = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private List<String> columns = COLUMNS;

  /** Reads a list; what is wrong is in {@link #mistakes()}. */
  public RoomList(Stream<String> lines) {
    int[] number = {0};
    lines.forEachOrdered(line -> line(++number[0], line.strip()));
  }

  public List<RoomEntry> entries() {
    return List.copyOf(entries);
  }

  /** One sentence for each line that can't be read. */
  public List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  private void line(int number, String line) {
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line; // spreadsheets' mark
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    List<String> cells = cells(text);
    if (cells.contains("room_id")) {
      columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      return;
    }
    room(number, cells);
  }

  private void room(int number, List<String> cells) {
    String id = cell(cells, "room_id");
    String weight = cell(cells, "weight");
    if (!RoomId.isValid(id)) {
      mistakes.add("line %d: room_id must be 1 to 20 digits: was \"%s\"".formatted(number, id));
    } else if (!weight.matches("|[1-9]\\d{0,5}")) {
      mistakes.add(
          "line %d: weight must be a whole number from 1: was \"%s\"".formatted(number, weight));
    } else {
      List<String> labels =
          LABEL_SEPARATOR.splitAsStream(cell(cells, "labels")).filter(l -> !l.isEmpty()).toList();
      entries.add(new RoomEntry(id, labels, weight.isEmpty() ? 1 : Integer.parseInt(weight)));
    }
  }

  private String cell(List<String> cells, String column) {
    int index = columns.indexOf(column);
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  /** A comma inside quotes parts nothing; two quotes inside quotes are one. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      if (letter == '"' && isQuoted && line.startsWith("\"\"", i)) {
        cell.append('"');
        i++;
      } else if (letter == '"') {
        isQuoted = !isQuoted;
      } else if (letter == ',' && !isQuoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
