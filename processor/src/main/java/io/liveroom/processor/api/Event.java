package io.liveroom.processor.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something to tell. Its words are made when the first stream sends it. */
final class Event {

  private final String name;
  private final String roomId;
  private final String id;
  private final Supplier<String> words;
  private @Nullable String data; // guarded by this

  Event(String name, String roomId, String id, Supplier<String> words) {
    this.name = name;
    this.roomId = roomId;
    this.id = id;
    this.words = words;
  }

  String name() {
    return name;
  }

  String roomId() {
    return roomId;
  }

  /** What the next event about the same replaces this one by. */
  String key() {
    return name + ' ' + roomId + ' ' + id;
  }

  String id() {
    return id;
  }

  /** JSON without a line end. */
  synchronized String data() {
    String made = data;
    if (made == null) {
      made = words.get();
      data = made;
    }
    return made;
  }
}
