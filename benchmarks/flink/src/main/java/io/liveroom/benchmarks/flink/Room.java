package io.liveroom.benchmarks.flink;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What the job remembers of a room, but for what it saw of it. */
final class Room {

  final Figures<?> minutes;
  final Figures<?> sessions;
  boolean isDraftDue; // a timer of processing time is set

  Room(String roomId) {
    this(Figures.minutes(roomId), Figures.sessions(roomId));
  }

  private Room(Figures<?> minutes, Figures<?> sessions) {
    this.minutes = minutes;
    this.sessions = sessions;
  }

  List<Figures<?>> both() {
    return List.of(minutes, sessions);
  }

  Room copy() {
    Room copy =
        new Room(Figures.readMinutes(minutes.write()), Figures.readSessions(sessions.write()));
    copy.isDraftDue = isDraftDue;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    out.writeBoolean(isDraftDue);
    write(out, minutes.write());
    write(out, sessions.write());
  }

  static Room read(DataInputView in) throws IOException {
    boolean due = in.readBoolean();
    Room room = new Room(Figures.readMinutes(bytes(in)), Figures.readSessions(bytes(in)));
    room.isDraftDue = due;
    return room;
  }

  private static void write(DataOutputView out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
