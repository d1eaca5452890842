package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.AudienceRank;
import io.liveroom.observed.AudienceRanking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code audience}: the viewers by contribution. */
public final class AudienceDecoder {

  private final String collectorId;
  private final DeadLetters letters;
  private final PrivacyFilter privacy;

  public AudienceDecoder(String collectorId, DeadLetters letters, PrivacyFilter privacy) {
    this.collectorId = collectorId;
    this.letters = letters;
    this.privacy = privacy;
  }

  public Reading<AudienceRanking> decode(Payload payload, String roomId) {
    return new Decoding(payload, letters).run(new Steps(payload, roomId));
  }

  private final class Steps implements Decoding.Steps<AudienceRanking>, Envelope.Content {
    private final Payload payload;
    private final String roomId;
    private final AudienceRanking ranking = new AudienceRanking();
    private final List<AudienceRank> ranks = new ArrayList<>();
    private boolean hasRanks;

    Steps(Payload payload, String roomId) {
      this.payload = payload;
      this.roomId = roomId;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      return Envelope.read(bytes, this);
    }

    @Override
    public void inner(JsonParser parser) throws IOException {
      Wire.eachField(parser, this::field);
    }

    private void field(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "ranks" -> {
          hasRanks = true;
          Wire.eachElement(parser, element -> ranks.add(rank(element)));
        }
        case "total" -> ranking.setTotal(Wire.number(parser));
        case "currency" -> ranking.setCurrency(Wire.filled(parser));
        default -> {
          // not watched
        }
      }
    }

    @Override
    public void beside(String name, JsonParser parser) {}

    private AudienceRank rank(JsonParser parser) throws IOException {
      RankFields fields = new RankFields(privacy);
      Wire.eachField(parser, fields::field);
      return fields.rank(ranks.size() + 1);
    }

    @Override
    public AudienceRanking make(Envelope envelope) throws WrongShape {
      if (!hasRanks) {
        throw new WrongShape("there is no ranking in it, not even an empty one");
      }
      EventTime time = EventTime.best(null, envelope.now(), payload.receivedAt());
      ranking.setEventId(Identity.ofAnswer(roomId, payload, time, letters.fingerprint(payload)));
      ranking.setRoomId(roomId);
      ranking.setEventTime(time.at());
      ranking.setEventTimeSource(time.source());
      ranking.setReceivedAt(payload.receivedAt());
      ranking.setCollectorId(collectorId);
      ranking.setEndpoint(payload.endpoint().label());
      ranking.setRanks(ranks);
      return ranking;
    }
  }

  /** One element of the ranking. */
  private static final class RankFields {
    private final PrivacyFilter privacy;
    private final Person person;
    private @Nullable Integer place;
    private @Nullable Long score;
    private @Nullable Long delta;

    RankFields(PrivacyFilter privacy) {
      this.privacy = privacy;
      person = new Person(privacy.isPlain());
    }

    void field(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "rank" -> place = Wire.code(parser);
        case "score" -> score = Wire.number(parser);
        case "delta" -> delta = Wire.number(parser);
        case "user" -> Person.USER.readObject(person, parser);
        default -> {
          // not watched
        }
      }
    }

    AudienceRank rank(int position) {
      AudienceRank rank = new AudienceRank();
      rank.setRank(place == null ? position : place);
      rank.setUserId(privacy.userId(person.id()));
      rank.setUserName(privacy.personal(person.name()));
      rank.setIsAnonymous(person.isAnonymous());
      rank.setScore(score);
      rank.setDelta(delta);
      return rank;
    }
  }
}
