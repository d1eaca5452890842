package io.liveroom.simulator.wire;

import io.liveroom.simulator.world.Product;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a shelf.
 *
 * @param products what is on it
 * @param total how many products the shelf says it has
 * @param nextPage how to ask for the next page; empty on the last
 * @param refreshGap how long it wants to be left alone
 * @param explaining the product being explained; null for none
 */
public record ShelfPage(
    List<Product> products,
    int total,
    String nextPage,
    Duration refreshGap,
    @Nullable String explaining) {
  public ShelfPage {
    products = List.copyOf(products);
  }
}
