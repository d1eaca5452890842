package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.RoomStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code status}: for each room of a batch, whether it is live. */
public final class StatusDecoder {

  private final String collectorId;
  private final DeadLetters letters;

  public StatusDecoder(String collectorId, DeadLetters letters) {
    this.collectorId = collectorId;
    this.letters = letters;
  }

  /** The rooms the answer mentions, whether asked for or not. */
  public Reading<List<RoomStatus>> decode(Payload payload) {
    Decoding decoding = new Decoding(payload, letters);
    return decoding.run(new Steps(payload, decoding));
  }

  private final class Steps implements Decoding.Steps<List<RoomStatus>>, Envelope.Content {
    private final Payload payload;
    private final Decoding decoding;
    private final List<Said> said = new ArrayList<>();
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
      decoding.eachElement(parser, element -> said.add(Said.read(element)));
    }

    @Override
    public void beside(String name, JsonParser parser) {}

    @Override
    public List<RoomStatus> make(Envelope envelope) throws IOException {
      if (!hasList) {
        throw new WrongShape("there is no list of rooms in it");
      }
      EventTime time = EventTime.best(null, envelope.now(), payload.receivedAt());
      List<RoomStatus> all = new ArrayList<>();
      for (Said one : said) {
        all.add(status(one.roomId(), one.alive(), time));
      }
      return all;
    }

    private RoomStatus status(String roomId, boolean alive, EventTime time) {
      RoomStatus status = new RoomStatus();
      status.setEventId(Identity.ofAnswer(roomId, payload, time, alive ? "1" : "0"));
      status.setRoomId(roomId);
      status.setEventTime(time.at());
      status.setEventTimeSource(time.source());
      status.setReceivedAt(payload.receivedAt());
      status.setCollectorId(collectorId);
      status.setEndpoint(payload.endpoint().label());
      status.setAlive(alive);
      return status;
    }
  }

  /** One element of the answer. */
  private static final class Said {
    private @Nullable String exactId;
    private @Nullable String id;
    private @Nullable Boolean alive;

    /** One without an id or without an answer is spoilt. */
    static Said read(JsonParser parser) throws IOException {
      Said one = new Said();
      Wire.eachField(parser, one::field);
      one.roomId();
      one.alive();
      return one;
    }

    private void field(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "room_id_str" -> exactId = Wire.id(parser);
        case "room_id" -> id = Wire.id(parser);
        case "alive" -> alive = Wire.flag(parser);
        default -> {
          // not watched
        }
      }
    }

    String roomId() throws WrongShape {
      String known = exactId != null ? exactId : id;
      if (known == null) {
        throw new WrongShape("a status has no room_id");
      }
      return known;
    }

    boolean alive() throws WrongShape {
      if (alive == null) {
        throw new WrongShape("a status has no alive");
      }
      return alive;
    }
  }
}
