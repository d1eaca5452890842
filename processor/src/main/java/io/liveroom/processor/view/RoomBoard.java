package io.liveroom.processor.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of the partitions that this instance works on, in memory, and who wants to be told of
 * changes. Written by the tasks' threads, read by any.
 */
public final class RoomBoard {

  private final Map<Integer, Part> parts = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /** The rooms of one partition. */
  final class Part {

    private final Map<String, RoomView> rooms = new ConcurrentHashMap<>();

    @Nullable RoomView room(String roomId) {
      return rooms.get(roomId);
    }

    Collection<RoomView> rooms() {
      return rooms.values();
    }

    void put(RoomView view) {
      rooms.put(view.roomId(), view);
      tell(new Change.Room(view));
    }

    void remove(String roomId) {
      rooms.remove(roomId);
    }

    void tell(Change change) {
      listeners.forEach(listener -> listener.accept(change));
    }
  }

  /** Shows a partition from now on; all its rooms are told, as they may have changed elsewhere. */
  Part open(int partition, Collection<RoomView> rooms) {
    Part part = new Part();
    rooms.forEach(room -> part.rooms.put(room.roomId(), room));
    parts.put(partition, part);
    rooms.forEach(room -> part.tell(new Change.Room(room)));
    return part;
  }

  /** Shows it no longer, unless it was opened anew meanwhile. */
  void close(int partition, Part part) {
    parts.remove(partition, part);
  }

  /** The rooms of a partition; empty where this instance does not work on it. */
  public Optional<Collection<RoomView>> rooms(int partition) {
    return Optional.ofNullable(parts.get(partition)).map(Part::rooms);
  }

  /** A listener must not wait. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  public void ignore(Consumer<Change> listener) {
    listeners.remove(listener);
  }

  /** How many rooms are shown. */
  public int size() {
    return parts.values().stream().mapToInt(part -> part.rooms.size()).sum();
  }
}
