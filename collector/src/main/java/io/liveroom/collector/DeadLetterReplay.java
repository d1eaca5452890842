package io.liveroom.collector;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.platform.AudienceDecoder;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.collector.platform.InfoDecoder;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.platform.PromotionsDecoder;
import io.liveroom.collector.platform.Reading;
import io.liveroom.collector.platform.StatusDecoder;
import io.liveroom.collector.poll.Shelf;
import io.liveroom.collector.publish.Observed;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads dead letters again, with the decoders of now: after a fix they give the records that would
 * have been published then, with the same event ids, so that what was read meanwhile is a
 * duplicate.
 */
public final class DeadLetterReplay {

  private final Topics topics;
  private final PrivacyFilter privacy;
  private final Predicate<String> isWatched;

  /**
   * @param privacy with the key of then: pseudonyms in a letter stay what they are, and an id in
   *     one that was kept plain becomes one
   * @param isWatched which rooms of a feed are published
   */
  public DeadLetterReplay(Topics topics, Privacy privacy, Predicate<String> isWatched) {
    this.topics = topics;
    this.privacy = PrivacyFilter.forReplay(privacy);
    this.isWatched = isWatched;
  }

  /** What a dead letter gives. */
  public sealed interface Outcome {}

  /**
   * It can be read now.
   *
   * @param records to be published under their room ids
   * @param stillSpoilt what was wrong with parts that still can't be read
   */
  public record Recovered(List<Fact<?>> records, List<String> stillSpoilt) implements Outcome {}

  /** It can't be read, and why. */
  public record StillUnreadable(String why) implements Outcome {}

  /** A record and where it belongs; its key is its room id, its time its event time. */
  public record Fact<R extends SpecificRecord>(Topic<R> topic, R record) {

    /** Its id, room and time. */
    public Observed head() {
      return Observed.of(record);
    }
  }

  /** Reads one letter; publishes nothing. */
  public Outcome read(DeadLetter letter) {
    Optional<Endpoint> endpoint =
        Stream.of(Endpoint.values())
            .filter(one -> one.label().equals(letter.getEndpoint()))
            .findFirst();
    if (endpoint.isEmpty() || !letter.getStage().equals("decode")) {
      return new StillUnreadable(
          "it is not an answer of the platform but a record that was refused");
    }
    if (letter.getIsTruncated()) {
      int kept = letter.getPayload().remaining();
      return new StillUnreadable(
          "only its first %d of %d bytes were kept".formatted(kept, letter.getPayloadSize()));
    }
    return read(Payload.ofLetter(endpoint.get(), letter), letter.getCollectorId());
  }

  private Outcome read(Payload payload, String collectorId) {
    DeadLetters letters = new DeadLetters(collectorId, privacy, Secret.ofValue(""));
    String roomId = payload.roomId() == null ? "" : payload.roomId();
    return switch (payload.endpoint()) {
      case CHAT ->
          outcome(
              new ChatDecoder(collectorId, letters, privacy).decode(payload, roomId),
              batch -> facts(topics.chat(), batch.events()));
      case INFO ->
          outcome(
              new InfoDecoder(collectorId, letters).decode(payload),
              room -> facts(topics.room(), List.of(room)));
      case FEED ->
          outcome(
              new FeedDecoder(collectorId, letters).decode(payload),
              rooms -> facts(topics.room(), watched(rooms)));
      case STATUS ->
          outcome(
              new StatusDecoder(collectorId, letters).decode(payload),
              rooms -> facts(topics.status(), rooms));
      case AUDIENCE ->
          outcome(
              new AudienceDecoder(collectorId, letters, privacy).decode(payload, roomId),
              ranking -> facts(topics.audience(), List.of(ranking)));
      case PROMOTIONS ->
          outcome(
              new PromotionsDecoder(letters).decode(payload),
              page -> {
                Shelf shelf = new Shelf(roomId, collectorId);
                shelf.add(page);
                boolean isAll = page.total() != null; // else it may be one page of many
                return facts(topics.promotions(), List.of(shelf.list(isAll)));
              });
    };
  }

  private List<RoomSnapshot> watched(List<RoomSnapshot> rooms) {
    return rooms.stream().filter(room -> isWatched.test(room.getRoomId())).toList();
  }

  private static <T> Outcome outcome(Reading<T> reading, Function<T, List<Fact<?>>> facts) {
    if (reading instanceof Reading.Good<T> good) {
      List<String> spoilt = good.spoilt().stream().map(DeadLetter::getDetail).toList();
      List<Fact<?>> records = facts.apply(good.value());
      return records.isEmpty() && !spoilt.isEmpty()
          ? new StillUnreadable(String.join("; ", spoilt))
          : new Recovered(records, spoilt);
    }
    if (reading instanceof Reading.Bad<T> bad) {
      return new StillUnreadable(bad.letter().getDetail());
    }
    int code = ((Reading.Denied<T>) reading).code();
    return new StillUnreadable("it is the service's own error, code " + code);
  }

  private static <R extends SpecificRecord> List<Fact<?>> facts(Topic<R> topic, List<R> records) {
    List<Fact<?>> facts = new ArrayList<>();
    records.forEach(record -> facts.add(new Fact<>(topic, record)));
    return facts;
  }
}
