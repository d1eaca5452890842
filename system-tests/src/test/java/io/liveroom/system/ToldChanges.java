package io.liveroom.system;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.simulator.ledger.TrueChange;
import io.liveroom.testkit.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The changes of products that were published, and those that the ledger knows. */
record ToldChanges(List<PromotionChange> published, List<TrueChange> truths) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Reads all there should be; else what there is, so that a test says what is missing. */
  static ToldChanges read(Pipeline pipeline, List<String> rooms) {
    List<TrueChange> truths = SeenShelves.of(pipeline, rooms).changes();
    try (TopicReader<PromotionChange> reader =
        pipeline.stack.reader(pipeline.topics.promotionChange())) {
      return new ToldChanges(
          reader.atMost(all -> all.size() >= truths.size(), PATIENCE).stream()
              .map(ConsumerRecord::value)
              .toList(),
          truths);
    }
  }

  /** By id; as many as there are records, where each was published once. */
  Map<String, PromotionChange> byId() {
    Map<String, PromotionChange> changes = new TreeMap<>();
    published.forEach(change -> changes.put(change.getChangeId(), change));
    return changes;
  }

  /** By the ids that they must be published under. */
  Map<String, TrueChange> truthsById() {
    Map<String, TrueChange> changes = new TreeMap<>();
    truths.forEach(truth -> changes.put(idOf(truth), truth));
    return changes;
  }

  /** One line for each field that differs, of the changes that both know. */
  List<String> differences() {
    Map<String, PromotionChange> told = byId();
    List<String> wrong = new ArrayList<>();
    truthsById()
        .forEach(
            (id, truth) -> {
              PromotionChange change = told.get(id);
              if (change != null) {
                Differences.between(truth, change, Set.of())
                    .forEach(line -> wrong.add(id + " " + line));
              }
            });
    return wrong;
  }

  Set<ChangeKind> kinds() {
    return published.stream().map(PromotionChange::getKind).collect(Collectors.toSet());
  }

  /** What a figure adds up to over a room. */
  long sum(String room, Function<PromotionChange, @Nullable Long> figure) {
    return of(room).stream().map(figure).mapToLong(value -> value == null ? 0 : value).sum();
  }

  /** Products that were listed in a room. */
  long products(String room) {
    return of(room).stream()
        .filter(change -> change.getKind() == ChangeKind.LISTED)
        .map(PromotionChange::getPromotionId)
        .distinct()
        .count();
  }

  private List<PromotionChange> of(String room) {
    return published.stream().filter(change -> change.getRoomId().equals(room)).toList();
  }

  private static String idOf(TrueChange truth) {
    return String.join(
        ":",
        truth.roomId(),
        truth.promotionId(),
        truth.kind().name(),
        Long.toString(truth.changedAt().toEpochMilli()));
  }
}
