package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gifts counted: how many, their value in diamonds, who gave, and which had no known price. */
public final class GiftTally {

  private final TreeSet<String> unpriced = new TreeSet<>();
  private DistinctUsers givers;
  private long gifts;
  private long value;

  public GiftTally(int exactLimit) {
    givers = new DistinctUsers(exactLimit);
  }

  /** Counts gifts of one kind by one giver. */
  public void add(Giver giver, Gift gift, long count) {
    if (count <= 0) {
      return;
    }
    gifts += count;
    givers.add(giver.userId(), giver.isAnonymous());
    if (gift.unitDiamonds() == null) {
      unpriced.add(gift.label());
    } else {
      value += count * gift.unitDiamonds();
    }
  }

  public long gifts() {
    return gifts;
  }

  public long value() {
    return value;
  }

  public DistinctUsers givers() {
    return givers;
  }

  /** Names, else ids, of the gifts whose price is not in the value. */
  public List<String> unpriced() {
    return List.copyOf(unpriced);
  }

  public GiftTally copy() {
    GiftTally copy = new GiftTally(0);
    copy.unpriced.addAll(unpriced);
    copy.givers = givers.copy();
    copy.gifts = gifts;
    copy.value = value;
    return copy;
  }

  public void write(StateWriter out) {
    out.number(gifts).number(value).each(unpriced, out::text);
    givers.write(out);
  }

  public static GiftTally read(StateReader in, int exactLimit) {
    GiftTally tally = new GiftTally(exactLimit);
    tally.gifts = in.number();
    tally.value = in.number();
    for (int left = in.count(); left > 0; left--) {
      tally.unpriced.add(in.text());
    }
    tally.givers = DistinctUsers.read(in, exactLimit);
    return tally;
  }

  /** Who gave. */
  public record Giver(@Nullable String userId, boolean isAnonymous) {}

  /**
   * What was given.
   *
   * @param unitDiamonds price of one; 0 is free, null is unknown
   */
  public record Gift(@Nullable String id, @Nullable String name, @Nullable Long unitDiamonds) {

    private static final String NAMELESS = "unknown";

    String label() {
      if (name != null) {
        return name;
      }
      return id == null ? NAMELESS : id;
    }
  }
}
