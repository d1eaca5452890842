package io.liveroom.processor.figures;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.processor.figures.GiftTally.Gift;
import io.liveroom.processor.figures.GiftTally.Giver;
import org.jspecify.annotations.Nullable;

/** What a gift message says, read from the chat event. */
public final class GiftMessage {

  private final ChatEvent event;

  private GiftMessage(ChatEvent event) {
    this.event = event;
  }

  /** The gift message in an event; null when it is another kind of message. */
  public static @Nullable GiftMessage of(ChatEvent event) {
    return event.getKind() == ChatKind.GIFT ? new GiftMessage(event) : null;
  }

  /** Whether it is a tick of a combo: then its count is cumulative. */
  public boolean isComboTick() {
    return event.getGiftGroupId() != null
        || event.getGiftRepeatCount() != null
        || event.getGiftComboCount() != null
        || event.getGiftRepeatEnd() != null;
  }

  /** The combo that a tick belongs to. */
  public GiftCombos.Key comboKey() {
    String gift = event.getGiftId() == null ? event.getGiftName() : event.getGiftId();
    return new GiftCombos.Key(giver(), orEmpty(gift), orEmpty(event.getGiftGroupId()));
  }

  public GiftTick comboTick() {
    return new GiftTick(
        event.getEventTime().toEpochMilli(),
        reached(),
        Boolean.TRUE.equals(event.getGiftRepeatEnd()),
        gift());
  }

  public Giver giver() {
    return new Giver(event.getUserId(), event.getIsAnonymous());
  }

  public Gift gift() {
    return new Gift(event.getGiftId(), event.getGiftName(), event.getGiftUnitDiamonds());
  }

  /** How many were given, where it belongs to no combo. */
  public long count() {
    return orOne(event.getGiftCount());
  }

  private long reached() {
    Long repeats = event.getGiftRepeatCount();
    Long combos = event.getGiftComboCount();
    if (repeats == null && combos == null) {
      return count();
    }
    long grouped = combos == null ? 0 : combos * orOne(event.getGiftGroupCount());
    return Math.max(repeats == null ? 0 : repeats, grouped);
  }

  private static long orOne(@Nullable Long count) {
    return count == null ? 1 : count;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
