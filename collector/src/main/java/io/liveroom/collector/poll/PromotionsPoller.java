package io.liveroom.collector.poll;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.PromotionPage;
import io.liveroom.collector.platform.PromotionsDecoder;
import io.liveroom.observed.PromotionList;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks {@code promotions} of one room, page after page, and makes one list of it. */
final class PromotionsPoller implements Poller {

  private static final int MOST_PAGES = 50;

  private final String roomId;
  private final String collectorId;
  private final Question<PromotionPage> question;
  private final Question.Asking asking;
  private final Topic<PromotionList> topic;
  private final Consumer<PromotionList> seen;

  PromotionsPoller(
      String roomId,
      String collectorId,
      Question.Asking asking,
      PromotionsDecoder decoder,
      Topic<PromotionList> topic,
      Consumer<PromotionList> seen) {
    this.roomId = roomId;
    this.collectorId = collectorId;
    this.question = new Question<>(Endpoint.PROMOTIONS, asking, decoder::decode);
    this.asking = asking;
    this.topic = topic;
    this.seen = seen;
  }

  @Override
  public Future<PollOutcome> poll() {
    return page(new Shelf(roomId, collectorId), null);
  }

  private Future<PollOutcome> page(Shelf shelf, @Nullable String pageId) {
    return question
        .ask(
            roomId,
            parameters(pageId),
            page -> {
              shelf.add(page);
              return page.refreshGap();
            })
        .compose(outcome -> next(shelf, outcome));
  }

  private Future<PollOutcome> next(Shelf shelf, PollOutcome outcome) {
    String nextPage = shelf.nextPage();
    boolean goesOn = outcome instanceof PollOutcome.Observed && nextPage != null;
    if (goesOn && shelf.pages() < MOST_PAGES) {
      return page(shelf, nextPage);
    }
    if (shelf.pages() > 0) {
      boolean isReadToEnd = outcome instanceof PollOutcome.Observed && nextPage == null;
      PromotionList list = shelf.list(isReadToEnd);
      asking.publisher().observed(topic, list, Endpoint.PROMOTIONS);
      seen.accept(list);
    }
    Duration gap = shelf.refreshGap();
    return Future.succeededFuture(
        outcome instanceof PollOutcome.Observed ? new PollOutcome.Observed(gap) : outcome);
  }

  private Map<String, String> parameters(@Nullable String pageId) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("room_id", roomId);
    if (pageId != null) {
      parameters.put("page_id", pageId);
    }
    return parameters;
  }
}
