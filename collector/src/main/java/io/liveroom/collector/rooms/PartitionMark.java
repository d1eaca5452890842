package io.liveroom.collector.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker says of one partition of the watchlist. Workers write it as the metadata of the
 * offset they commit, once a second, so that the others, and people, can read it.
 *
 * @param worker who holds the partition
 * @param seenUntil up to when its rooms are seen: the moment of writing, or a moment ahead while
 *     the partition is handed over
 * @param goodAt when the platform last gave this worker something usable; the epoch if never
 * @param rooms of the partition
 * @param live of them, live or paused
 * @param weight of its rooms together
 * @param isSettled everything live in it is being seen
 */
public record PartitionMark(
    String worker,
    Instant seenUntil,
    Instant goodAt,
    int rooms,
    int live,
    long weight,
    boolean isSettled) {

  private static final String EDITION = "v1";

  /** The same, but seen up to another moment. */
  PartitionMark until(Instant moment) {
    return new PartitionMark(worker, moment, goodAt, rooms, live, weight, isSettled);
  }

  /** As metadata: {@code v1;worker=…;until=…}, times in Unix epoch milliseconds. */
  public String text() {
    return EDITION
        + ";worker="
        + worker
        + ";until="
        + seenUntil.toEpochMilli()
        + ";good="
        + goodAt.toEpochMilli()
        + ";rooms="
        + rooms
        + ";live="
        + live
        + ";weight="
        + weight
        + ";settled="
        + isSettled;
  }

  /** From metadata; empty where it is somebody else's, or of an edition that is not known. */
  public static Optional<PartitionMark> parse(String metadata) {
    String[] parts = metadata.split(";");
    if (!parts[0].equals(EDITION)) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      fields.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
    }
    try {
      return Optional.of(of(fields));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  private static PartitionMark of(Map<String, String> fields) {
    return new PartitionMark(
        fields.getOrDefault("worker", ""),
        Instant.ofEpochMilli(number(fields, "until")),
        Instant.ofEpochMilli(number(fields, "good")),
        (int) number(fields, "rooms"),
        (int) number(fields, "live"),
        number(fields, "weight"),
        Boolean.parseBoolean(fields.get("settled")));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
