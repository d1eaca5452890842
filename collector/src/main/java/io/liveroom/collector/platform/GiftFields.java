package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a message says about a gift in fields: nested or flat, snake or camel case. */
final class GiftFields {

  @Nullable String id;
  @Nullable String name;
  @Nullable String groupId;
  @Nullable Long count;
  @Nullable Long repeatCount;
  @Nullable Long comboCount;
  @Nullable Long groupCount;
  @Nullable Boolean repeatEnd;
  @Nullable Long unitDiamonds;

  /** Takes a field of the message itself. */
  boolean field(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "gift_id", "giftId" -> id = orElse(Wire.id(parser), id);
      case "gift_name", "giftName" -> name = orElse(Wire.filled(parser), name);
      case "group_id", "groupId" -> groupId = Wire.id(parser);
      case "gift_count", "giftCount" -> count = positive(Wire.number(parser));
      case "repeat_count", "repeatCount" -> repeatCount = positive(Wire.number(parser));
      case "combo_count", "comboCount" -> comboCount = positive(Wire.number(parser));
      case "group_count", "groupCount" -> groupCount = positive(Wire.number(parser));
      case "repeat_end", "repeatEnd" -> repeatEnd = Wire.flag(parser);
      case "diamond_count", "diamondCount" -> unitDiamonds = Wire.number(parser);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes a field of the nested gift. */
  void nested(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "id", "id_str" -> id = orElse(Wire.id(parser), id);
      case "name" -> name = orElse(Wire.filled(parser), name);
      default -> field(field, parser);
    }
  }

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
