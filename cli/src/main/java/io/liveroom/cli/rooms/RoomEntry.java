package io.liveroom.cli.rooms;

import java.util.List;

/**
 * A room somebody wants watched.
 *
 * @param id exact decimal text
 * @param labels free words, such as brand:acme
 * @param weight how much of a worker it takes, 1 for an ordinary room
 */
public record RoomEntry(String id, List<String> labels, int weight) {

  public RoomEntry {
    labels = List.copyOf(labels);
  }
}
