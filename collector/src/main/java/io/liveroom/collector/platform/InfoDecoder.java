package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.SnapshotSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@code info}: one room, whole. */
public final class InfoDecoder {

  private final String collectorId;
  private final DeadLetters letters;

  public InfoDecoder(String collectorId, DeadLetters letters) {
    this.collectorId = collectorId;
    this.letters = letters;
  }

  public Reading<RoomSnapshot> decode(Payload payload) {
    return new Decoding(payload, letters).run(new Steps(payload));
  }

  private final class Steps implements Decoding.Steps<RoomSnapshot>, Envelope.Content {
    private final Payload payload;
    private @Nullable RoomFields room;

    Steps(Payload payload) {
      this.payload = payload;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      return Envelope.read(bytes, this);
    }

    @Override
    public void inner(JsonParser parser) throws IOException {
      room = RoomFields.read(parser);
    }

    @Override
    public void beside(String name, JsonParser parser) {}

    @Override
    public RoomSnapshot make(Envelope envelope) throws IOException {
      if (room == null) {
        throw new WrongShape("there is no room in it");
      }
      String asked = payload.roomId();
      if (asked != null && !asked.equals(room.roomId())) {
        throw new WrongRoom(asked, room.roomId());
      }
      return Snapshots.header(
          room, SnapshotSource.INFO, envelope, payload, collectorId, letters.fingerprint(payload));
    }
  }
}
