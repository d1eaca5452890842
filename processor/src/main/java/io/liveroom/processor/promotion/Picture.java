package io.liveroom.processor.promotion;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a product at one moment.
 *
 * @param sales running maximum of the sales; −1 where none was ever shown
 */
record Picture(@Nullable Long priceFen, @Nullable Long stock, long sales) {

  /** Of a product that is not on the shelf. */
  static final Picture NONE = new Picture(null, null, -1);

  /** Sales as told; 0 is told only where a later figure shows that it was not hidden. */
  @Nullable Long salesBefore(Picture after) {
    boolean isShown = sales > 0 || (sales == 0 && after.sales > 0);
    return isShown ? Long.valueOf(sales) : null;
  }

  /** Sales as told; 0 may mean hidden. */
  @Nullable Long salesAfter() {
    return sales > 0 ? Long.valueOf(sales) : null;
  }

  void write(StateWriter out) {
    out.optionalNumber(priceFen).optionalNumber(stock).number(sales);
  }

  static Picture read(StateReader in) {
    return new Picture(in.optionalNumber(), in.optionalNumber(), in.number());
  }
}
