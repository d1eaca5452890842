package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.SnapshotSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code feed}: random live rooms, each in the shape of {@code info}. */
public final class FeedDecoder {

  private final String collectorId;
  private final DeadLetters letters;

  public FeedDecoder(String collectorId, DeadLetters letters) {
    this.collectorId = collectorId;
    this.letters = letters;
  }

  public Reading<List<RoomSnapshot>> decode(Payload payload) {
    Decoding decoding = new Decoding(payload, letters);
    return decoding.run(new Steps(payload, decoding));
  }

  private final class Steps implements Decoding.Steps<List<RoomSnapshot>>, Envelope.Content {
    private final Payload payload;
    private final Decoding decoding;
    private final List<RoomFields> rooms = new ArrayList<>();
    private boolean hasList;

    Steps(Payload payload, Decoding decoding) {
      this.payload = payload;
      this.decoding = decoding;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      return Envelope.read(bytes, this);
    }

    @Override
    public void inner(JsonParser parser) throws IOException {
      hasList = true;
      decoding.eachElement(
          parser,
          element -> {
            RoomFields room = RoomFields.read(element);
            room.roomId(); // one without is spoilt
            rooms.add(room);
          });
    }

    @Override
    public void beside(String name, JsonParser parser) {}

    @Override
    public List<RoomSnapshot> make(Envelope envelope) throws IOException {
      if (!hasList) {
        throw new WrongShape("there is no list of rooms in it");
      }
      List<RoomSnapshot> snapshots = new ArrayList<>();
      String fingerprint = letters.fingerprint(payload);
      for (RoomFields room : rooms) {
        snapshots.add(
            Snapshots.header(
                room, SnapshotSource.FEED, envelope, payload, collectorId, fingerprint));
      }
      return snapshots;
    }
  }
}
