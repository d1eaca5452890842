package io.liveroom.collector.poll;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.AudienceDecoder;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.collector.platform.InfoDecoder;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.platform.PromotionsDecoder;
import io.liveroom.collector.platform.StatusDecoder;
import io.liveroom.collector.publish.Publisher;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.schemas.Topics;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes the pollers of one worker: the decoders are shared, a poller is small. */
public final class Pollers {

  private final PlatformClient client;
  private final Publisher publisher;
  private final Topics topics;
  private final String collectorId;
  private final DeadLetters letters;
  private final InfoDecoder info;
  private final PromotionsDecoder promotions;
  private final StatusDecoder status;
  private final AudienceDecoder audience;
  private final FeedDecoder feed;
  private final ChatDecoder chat;

  public Pollers(
      PlatformClient client,
      Publisher publisher,
      Topics topics,
      String collectorId,
      DeadLetters letters,
      PrivacyFilter privacy) {
    this.client = client;
    this.publisher = publisher;
    this.topics = topics;
    this.collectorId = collectorId;
    this.letters = letters;
    info = new InfoDecoder(collectorId, letters);
    promotions = new PromotionsDecoder(letters);
    status = new StatusDecoder(collectorId, letters);
    audience = new AudienceDecoder(collectorId, letters, privacy);
    feed = new FeedDecoder(collectorId, letters);
    chat = new ChatDecoder(collectorId, letters, privacy);
  }

  public Poller info(String roomId, Lane lane, Consumer<RoomSnapshot> seen) {
    return new InfoPoller(roomId, asking(lane), info, topics.room(), seen);
  }

  public Poller promotions(String roomId, Lane lane, Consumer<PromotionList> seen) {
    return new PromotionsPoller(
        roomId, collectorId, asking(lane), promotions, topics.promotions(), seen);
  }

  public Poller audience(String roomId, Lane lane) {
    return new AudiencePoller(roomId, asking(lane), audience, topics.audience());
  }

  public Poller chat(String roomId, Lane lane, Consumer<ChatEvent> seen) {
    return new ChatPoller(roomId, asking(lane), chat, topics.chat(), seen);
  }

  /**
   * All rooms of a batch in one request.
   *
   * @param unmentioned hears of rooms that an answer says nothing of
   */
  public StatusPoller status(Lane lane, Consumer<RoomStatus> seen, Consumer<String> unmentioned) {
    return new StatusPoller(asking(lane), status, topics.status(), seen, unmentioned);
  }

  /**
   * @param isWatched which of the feed's rooms are published
   * @param isIdle whether no room is watched at all
   */
  public Poller feed(
      Lane lane, Predicate<String> isWatched, BooleanSupplier isIdle, Consumer<RoomSnapshot> seen) {
    return new FeedPoller(asking(lane), feed, topics.room(), isWatched, isIdle, seen);
  }

  private Question.Asking asking(Lane lane) {
    return new Question.Asking(client, lane, publisher, letters);
  }
}
