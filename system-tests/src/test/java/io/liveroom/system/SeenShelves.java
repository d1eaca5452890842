package io.liveroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.observed.Promotion;
import io.liveroom.observed.PromotionList;
import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.ledger.PromotionsFact;
import io.liveroom.simulator.ledger.RoomFacts;
import io.liveroom.simulator.ledger.TrueChange;
import io.liveroom.testkit.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The ledger's shelves at the times at which the collector saw them. A shelf tells no time, so its
 * time is that of its arrival, and that is all that is taken from the collector: what was on the
 * shelf is the ledger's word, and the collector's lists must say the same.
 */
record SeenShelves(List<RoomFacts> facts) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Reads what the collector, which is closed, has published. */
  static SeenShelves of(Pipeline pipeline, List<String> rooms) {
    List<RoomFacts> sent =
        rooms.stream().flatMap(room -> pipeline.simulator.ledger().facts(room).stream()).toList();
    int readings = sent.stream().mapToInt(facts -> facts.promotions().size()).sum();
    try (TopicReader<PromotionList> reader = pipeline.stack.reader(pipeline.topics.promotions())) {
      List<PromotionList> lists =
          reader.until(all -> all.size() >= readings, PATIENCE).stream()
              .map(ConsumerRecord::value)
              .toList();
      return new SeenShelves(sent.stream().map(facts -> seen(facts, lists)).toList());
    }
  }

  List<TrueChange> changes() {
    return facts.stream().flatMap(one -> Ledger.changes(one, Simulated.RULES).stream()).toList();
  }

  private static RoomFacts seen(RoomFacts facts, List<PromotionList> all) {
    List<PromotionList> lists =
        all.stream()
            .filter(list -> list.getRoomId().equals(facts.roomId()))
            .sorted(Comparator.comparing(PromotionList::getEventTime))
            .toList();
    List<PromotionsFact> shelves =
        facts.promotions().stream()
            .sorted(Comparator.comparing(PromotionsFact::eventTime))
            .toList();
    assertThat(lists).as("lists of " + facts.roomId()).hasSameSizeAs(shelves);
    List<PromotionsFact> seen = new ArrayList<>();
    for (int index = 0; index < shelves.size(); index++) {
      PromotionList list = lists.get(index);
      PromotionsFact shelf = shelves.get(index);
      assertThat(list.getEventTime()).isAfterOrEqualTo(shelf.eventTime());
      assertThat(list.getIsComplete()).isEqualTo(shelf.isComplete());
      assertThat(list.getPromotions())
          .extracting(Promotion::getPromotionId)
          .isEqualTo(shelf.promotionIds());
      seen.add(shelf.at(list.getEventTime()));
    }
    return facts.withPromotions(seen);
  }
}
