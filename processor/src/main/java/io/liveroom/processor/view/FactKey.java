package io.liveroom.processor.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the view's store, made so that their order is that of the answers: kind, room, time, id.
 */
final class FactKey {

  private static final byte END_OF_ROOM = 0; // less than any letter of a room id
  private static final byte AFTER_ROOM = 1;
  private static final Bytes NOTHING = Bytes.wrap(new byte[0]);

  private FactKey() {}

  /** The one entry of a kind that a room has. */
  static Bytes of(Kind kind, String roomId) {
    return key(kind, roomId, END_OF_ROOM, NOTHING.get());
  }

  /** An entry with an identity, without a time. */
  static Bytes of(Kind kind, String roomId, String id) {
    return key(kind, roomId, END_OF_ROOM, id.getBytes(UTF_8));
  }

  /** An entry of a room's history. */
  static Bytes of(Kind kind, String roomId, long time, String id) {
    byte[] text = id.getBytes(UTF_8);
    return key(
        kind,
        roomId,
        END_OF_ROOM,
        ByteBuffer.allocate(Long.BYTES + text.length).putLong(time).put(text).array());
  }

  /** Where all entries of a kind and room end, exclusive of everything else's. */
  static Bytes end(Kind kind, String roomId) {
    return key(kind, roomId, AFTER_ROOM, NOTHING.get());
  }

  /** Where all entries of a kind begin. */
  static Bytes first(Kind kind) {
    return Bytes.wrap(new byte[] {kind.letter()});
  }

  /** Where all entries of a kind end. */
  static Bytes last(Kind kind) {
    return Bytes.wrap(new byte[] {(byte) (kind.letter() + 1)});
  }

  /** An entry of the partition's history, newest first. */
  static Bytes newest(Kind kind, long time, String id) {
    byte[] text = id.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(1 + Long.BYTES + text.length)
            .put(kind.letter())
            .putLong(newestFirst(time))
            .put(text)
            .array());
  }

  /** A time that sorts the other way round. */
  static long newestFirst(long time) {
    return Long.MAX_VALUE - time;
  }

  static long newestFirst(Instant time) {
    return newestFirst(time.toEpochMilli());
  }

  /** The room of a key that has nothing after it. */
  static String room(Bytes key) {
    return new String(key.get(), 1, key.get().length - 2, UTF_8);
  }

  private static Bytes key(Kind kind, String roomId, byte end, byte[] rest) {
    byte[] room = roomId.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(2 + room.length + rest.length)
            .put(kind.letter())
            .put(room)
            .put(end)
            .put(rest)
            .array());
  }
}
