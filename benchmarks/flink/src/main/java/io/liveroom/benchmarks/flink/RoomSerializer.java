package io.liveroom.benchmarks.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes rooms into checkpoints, as compactly as the processor writes them into its store. */
final class RoomSerializer extends TypeSerializerSingleton<Room> {

  static final RoomSerializer INSTANCE = new RoomSerializer();

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Room createInstance() {
    return new Room("");
  }

  @Override
  public Room copy(Room from) {
    return from.copy();
  }

  @Override
  public Room copy(Room from, Room reuse) {
    return from.copy();
  }

  @Override
  public int getLength() {
    return -1; // varies
  }

  @Override
  public void serialize(Room room, DataOutputView target) throws IOException {
    room.write(target);
  }

  @Override
  public Room deserialize(DataInputView source) throws IOException {
    return Room.read(source);
  }

  @Override
  public Room deserialize(Room reuse, DataInputView source) throws IOException {
    return Room.read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<Room> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Made by Flink when it restores. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Room> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
