package io.liveroom.processor.promotion;

import io.liveroom.observed.PromotionList;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of the goods that waits for its turn.
 *
 * @param time event time, milliseconds
 * @param receivedAt tells lists of the same moment apart, milliseconds
 */
record SeenList(
    String eventId,
    long time,
    long receivedAt,
    boolean isComplete,
    @Nullable String explaining,
    List<Offer> offers)
    implements Comparable<SeenList> {

  private static final Comparator<SeenList> ORDER =
      Comparator.comparingLong(SeenList::time)
          .thenComparing(SeenList::isComplete, Comparator.reverseOrder())
          .thenComparing(SeenList::eventId);

  static SeenList of(PromotionList list) {
    return new SeenList(
        list.getEventId(),
        list.getEventTime().toEpochMilli(),
        list.getReceivedAt().toEpochMilli(),
        list.getIsComplete(),
        list.getExplainingPromotionId(),
        list.getPromotions().stream().map(Offer::of).toList());
  }

  /**
   * Whether it knows what is being explained. A partial list that names no product may have missed
   * it.
   */
  boolean tellsExplaining() {
    return isComplete || explaining != null;
  }

  /** By time; of lists of the same moment the first counts: a complete one, if there is one. */
  @Override
  public int compareTo(SeenList other) {
    return ORDER.compare(this, other);
  }

  void write(StateWriter out) {
    out.text(eventId).number(time).number(receivedAt).flag(isComplete).optionalText(explaining);
    out.each(offers, offer -> offer.write(out));
  }

  static SeenList read(StateReader in) {
    String eventId = in.text();
    long time = in.number();
    long receivedAt = in.number();
    boolean isComplete = in.flag();
    String explaining = in.optionalText();
    List<Offer> offers = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      offers.add(Offer.read(in));
    }
    return new SeenList(eventId, time, receivedAt, isComplete, explaining, List.copyOf(offers));
  }
}
