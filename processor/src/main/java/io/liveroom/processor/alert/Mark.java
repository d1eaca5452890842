package io.liveroom.processor.alert;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/** How one rule stands in one room, with one product where it is about products. Times in ms. */
final class Mark {

  static final long NEVER = Long.MIN_VALUE;

  @Nullable Raised raised; // the alert that lasts now
  long lastStart = NEVER; // start of the last alert: none begins at or before it any more
  long quietUntil = NEVER; // cool-down

  /**
   * The condition is there since then; the end of time when it is not. Of a stale room it is since
   * when it was found so, by the wall clock.
   */
  long holdsSince = Long.MAX_VALUE;

  long checkedAt = NEVER; // a stale room was last looked at
  long judged = NEVER; // start of the last window judged

  void write(StateWriter out) {
    out.flag(raised != null);
    if (raised != null) {
      raised.write(out);
    }
    out.number(lastStart).number(quietUntil).number(holdsSince).number(checkedAt).number(judged);
  }

  static Mark read(StateReader in) {
    Mark mark = new Mark();
    mark.raised = in.flag() ? Raised.read(in) : null;
    mark.lastStart = in.number();
    mark.quietUntil = in.number();
    mark.holdsSince = in.number();
    mark.checkedAt = in.number();
    mark.judged = in.number();
    return mark;
  }

  /**
   * Which mark: rule, and product where there is one.
   *
   * @param product promotion id; empty where the rule is about the room
   */
  record Key(String rule, String product) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      return byRule == 0 ? product.compareTo(other.product) : byRule;
    }
  }
}
