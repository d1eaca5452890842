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
    return new Decoding(payload, letters).run(new Steps(payload));
  }

  private final class Steps implements Decoding.Steps<List<RoomSnapshot>>, Envelope.Content {
    private final Payload payload;
    private final List<RoomFields> rooms = new ArrayList<>();

    Steps(Payload payload) {
      this.payload = payload;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      return Envelope.read(bytes, this);
    }

    @Override
    public void inner(JsonParser parser) throws IOException {
      Wire.eachElement(parser, element -> rooms.add(RoomFields.read(element)));
    }

    @Override
    public void beside(String name, JsonParser parser) {}

    @Override
    public List<RoomSnapshot> make(Envelope envelope) throws IOException {
      List<RoomSnapshot> snapshots = new ArrayList<>();
      for (RoomFields room : rooms) {
        snapshots.add(Snapshots.header(room, SnapshotSource.FEED, envelope, payload, collectorId));
      }
      return snapshots;
    }
  }
}
