package io.liveroom.processor.figures;

import io.liveroom.observed.PromotionList;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/** What a complete list said of the shelf. */
public record Shelf(int promotions, @Nullable String explaining) {

  /** The shelf of a complete list; null of a partial one. */
  public static @Nullable Shelf of(PromotionList list) {
    return list.getIsComplete()
        ? new Shelf(list.getPromotions().size(), list.getExplainingPromotionId())
        : null;
  }

  public static void write(StateWriter out, Shelf shelf) {
    out.number(shelf.promotions).optionalText(shelf.explaining);
  }

  public static Shelf read(StateReader in) {
    return new Shelf(in.count(), in.optionalText());
  }
}
