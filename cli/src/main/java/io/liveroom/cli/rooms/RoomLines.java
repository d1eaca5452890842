package io.liveroom.cli.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rooms and how they fare, as lines: for people, as CSV. */
public final class RoomLines {

  private static final String FORM = "%-20s %-9s %9s %6s %8s  %-24s %s";

  private RoomLines() {}

  /** Above the lines of {@link #line}. */
  public static String header() {
    return FORM.formatted("room", "state", "online", "seen", "covered", "holder", "labels");
  }

  /** For people: a question mark where nobody has said anything. */
  public static String line(RoomStanding standing, Instant now) {
    return String.format(
            Locale.ROOT,
            FORM,
            standing.room().getRoomId(),
            standing.session().isEmpty() ? "?" : state(standing),
            standing.online().map(count -> String.format(Locale.ROOT, "%,d", count)).orElse("?"),
            standing.lastEventAt().map(at -> Age.of(at, now)).orElse("?"),
            standing
                .coverage()
                .map(part -> String.format(Locale.ROOT, "%.0f%%", part * 100))
                .orElse("?"),
            standing.holder().orElse("?") + (standing.isHolderSilent() ? " (silent)" : ""),
            String.join(";", standing.room().getLabels()))
        .stripTrailing();
  }

  /** The first line of the CSV form. */
  public static String csvHeader() {
    return String.join(",", RoomStanding.COLUMNS);
  }

  /** One room as CSV; what nobody has said is empty. */
  public static String csv(RoomStanding standing) {
    return Stream.of(
            standing.room().getRoomId(),
            String.join(";", standing.room().getLabels()),
            Integer.toString(standing.room().getWeight()),
            standing.room().getAddedAt().toString(),
            standing.room().getAddedBy(),
            standing.state().name(),
            text(standing.online()),
            text(standing.lastEventAt()),
            text(standing.coverage()),
            standing.holder().orElse(""),
            standing.holder().isEmpty() ? "" : Boolean.toString(standing.isHolderSilent()),
            quoted(standing.title()))
        .collect(Collectors.joining(","));
  }

  /** Counted by state, below the lines. */
  public static String footer(List<RoomStanding> rooms) {
    String counts =
        rooms.stream()
            .collect(Collectors.groupingBy(RoomLines::state, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    long unheld = rooms.stream().filter(room -> room.holder().isEmpty()).count();
    return rooms.size()
        + " rooms"
        + (counts.isEmpty() ? "" : ": " + counts)
        + (unheld == 0 ? "" : "; " + unheld + " held by no worker");
  }

  private static String state(RoomStanding standing) {
    return standing.state().name().toLowerCase(Locale.ROOT);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  /** As spreadsheets and {@code rooms import} read it: a title holds commas, quotes, anything. */
  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
  }
}
