package io.liveroom.processor.api;

import java.time.Instant;

/** Events in the words of server-sent events. */
final class EventText {

  private EventText() {}

  /**
   * One event.
   *
   * @param mark where a reader that saw this one goes on
   * @param isForPeer says which room and record it is of, too
   */
  static String of(Event event, Instant mark, boolean isForPeer) {
    StringBuilder text = new StringBuilder(256).append("event: ").append(event.name()).append('\n');
    if (isForPeer) {
      text.append("room: ").append(event.roomId()).append('\n');
      text.append("key: ").append(event.id()).append('\n');
    }
    return text.append("id: ")
        .append(mark.toEpochMilli())
        .append("\ndata: ")
        .append(event.data())
        .append("\n\n")
        .toString();
  }

  /** Nothing happened: the line stays open, and a reader goes on from here. */
  static String nothing(Instant mark) {
    return ":\nid: " + mark.toEpochMilli() + "\n\n";
  }
}
