package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.PromotionsFact;
import io.liveroom.simulator.wire.ShelfPage;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.Product;
import io.liveroom.simulator.world.Shelf;
import io.liveroom.simulator.world.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Pages of a shelf. A page's name holds the time of the first page, so that all pages of one
 * reading show the same shelf.
 */
final class ShelfReader {
  private static final int PAGE = 10;

  /** What a cut-short shelf claims to have more. */
  private static final int CLAIMED = 20;

  private static final Duration REFRESH_GAP = Duration.ofSeconds(10);

  /** A short broadcast is looked at more often. */
  private static final int LOOKS = 30;

  private ShelfReader() {}

  /**
   * Which page of which moment's shelf.
   *
   * @param number from 0
   * @param shown the moment of the first page
   */
  private record Name(int number, Instant shown) {
    static Name of(String text, Instant now) {
      if (!text.matches("[0-9]{1,4}_[0-9]{1,15}")) {
        return new Name(0, now); // empty or nonsense: the first page
      }
      int at = text.indexOf('_');
      return new Name(
          Integer.parseInt(text.substring(0, at)),
          Instant.ofEpochMilli(Long.parseLong(text.substring(at + 1))));
    }

    String next() {
      return (number + 1) + "_" + shown.toEpochMilli();
    }
  }

  static ShelfPage page(Broadcast room, String text, Instant now) {
    Name name = Name.of(text, now);
    Shelf shelf = new Shelf(room);
    List<Product> all = shelf.at(name.shown());
    boolean cut = room.quirks().shelfCutShort() && !all.isEmpty();
    int page = room.traps().has(Trap.PAGED_PROMOTIONS) ? PAGE : Math.max(1, all.size());
    int from = Math.min(all.size(), name.number() * page);
    int to = Math.min(all.size(), from + page);
    return new ShelfPage(
        all.subList(from, to),
        all.size() + (cut ? CLAIMED : 0),
        cut || to == all.size() ? "" : name.next(),
        refreshGap(room),
        shelf.explaining(name.shown()));
  }

  private static Duration refreshGap(Broadcast room) {
    Duration share = Duration.between(room.startsAt(), room.endsAt()).dividedBy(LOOKS);
    return share.compareTo(REFRESH_GAP) < 0 ? share : REFRESH_GAP;
  }

  /** What the pages make together, up to this one. */
  static PromotionsFact fact(Broadcast room, String text, ShelfPage page, Instant now) {
    Instant shown = Name.of(text, now).shown();
    List<Product> all = new Shelf(room).at(shown);
    List<Product> read = all;
    if (!page.products().isEmpty()) {
      Product last = page.products().get(page.products().size() - 1);
      read = all.subList(0, all.indexOf(last) + 1);
    }
    boolean isComplete = page.nextPage().isEmpty() && page.total() == read.size();
    return new PromotionsFact(shown, isComplete, read, page.explaining());
  }

  /** Whether a page is the first of its reading. */
  static boolean isFirst(String text, Instant now) {
    return Name.of(text, now).number() == 0;
  }
}
