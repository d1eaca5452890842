package io.liveroom.collector.platform;

import org.jspecify.annotations.Nullable;

/** What a message says about a gift in fields: nested or flat, snake or camel case. */
final class GiftFields {

  /** Of the message itself. */
  static final FieldTable<GiftFields> FLAT =
      new FieldTable<GiftFields>()
          .with((gift, in) -> gift.id = orElse(Wire.id(in), gift.id), "gift_id", "giftId")
          .with(
              (gift, in) -> gift.name = orElse(Wire.filled(in), gift.name), "gift_name", "giftName")
          .with((gift, in) -> gift.groupId = Wire.id(in), "group_id", "groupId")
          .with((gift, in) -> gift.count = positive(Wire.number(in)), "gift_count", "giftCount")
          .with(
              (gift, in) -> gift.repeatCount = positive(Wire.number(in)),
              "repeat_count",
              "repeatCount")
          .with(
              (gift, in) -> gift.comboCount = positive(Wire.number(in)),
              "combo_count",
              "comboCount")
          .with(
              (gift, in) -> gift.groupCount = positive(Wire.number(in)),
              "group_count",
              "groupCount")
          .with((gift, in) -> gift.repeatEnd = Wire.flag(in), "repeat_end", "repeatEnd")
          .with((gift, in) -> gift.unitDiamonds = Wire.number(in), "diamond_count", "diamondCount");

  /** Of the object that is a gift. */
  static final FieldTable<GiftFields> NESTED =
      new FieldTable<GiftFields>()
          .with(FLAT, gift -> gift)
          .with((gift, in) -> gift.id = orElse(Wire.id(in), gift.id), "id", "id_str")
          .with((gift, in) -> gift.name = orElse(Wire.filled(in), gift.name), "name");

  @Nullable String id;
  @Nullable String name;
  @Nullable String groupId;
  @Nullable Long count;
  @Nullable Long repeatCount;
  @Nullable Long comboCount;
  @Nullable Long groupCount;
  @Nullable Boolean repeatEnd;
  @Nullable Long unitDiamonds;

  /** Whether the message is a tick of a combo; 0 and an open end alone say nothing. */
  boolean isTick() {
    return groupId != null
        || repeatCount != null
        || comboCount != null
        || Boolean.TRUE.equals(repeatEnd);
  }

  private static @Nullable Long positive(@Nullable Long value) {
    return value == null || value <= 0 ? null : value;
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
