package io.liveroom.simulator.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.liveroom.simulator.world.Combo;
import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.Gift;
import io.liveroom.simulator.world.GiftShape;
import java.io.IOException;

/**
 * A gift's fields in its shape: nested or flat, snake or camel case.
 *
 * @param ids how the room writes ids and counters
 */
record GiftJson(Ids ids) {
  /** The sentence that every gift message has, structured or not. */
  String sentence(Content.Given given) {
    return "送给主播 " + given.count() + "个" + given.gift().name();
  }

  void write(JsonGenerator json, Content.Given given) throws IOException {
    switch (given.shape()) {
      case SENTENCE -> {}
      case NESTED_SNAKE -> nested(json, given, "gift_id", "diamond_count", false);
      case NESTED_CAMEL -> nested(json, given, "giftId", "diamondCount", true);
      case FLAT_SNAKE -> flat(json, given, "gift_id", "gift_name", "diamond_count", false);
      case FLAT_CAMEL -> flat(json, given, "giftId", "giftName", "diamondCount", true);
    }
  }

  private void nested(
      JsonGenerator json, Content.Given given, String id, String price, boolean camel)
      throws IOException {
    Gift gift = given.gift();
    ids.write(json, id, gift.id());
    json.writeObjectFieldStart("gift");
    ids.write(json, "id", gift.id());
    json.writeStringField("name", gift.name());
    if (gift.diamonds() != null) {
      ids.count(json, price, gift.diamonds());
    }
    json.writeEndObject();
    amount(json, given, camel);
  }

  private void flat(
      JsonGenerator json, Content.Given given, String id, String name, String price, boolean camel)
      throws IOException {
    ids.write(json, id, given.gift().id());
    json.writeStringField(name, given.gift().name());
    if (given.gift().diamonds() != null) {
      ids.count(json, price, given.gift().diamonds());
    }
    amount(json, given, camel);
  }

  private void amount(JsonGenerator json, Content.Given given, boolean camel) throws IOException {
    Combo combo = given.combo();
    if (combo == null) {
      ids.count(json, "count", given.count());
      return;
    }
    if (combo.groupId() != null) {
      ids.write(json, camel ? "groupId" : "group_id", combo.groupId());
    }
    if (combo.repeatCount() != null) {
      ids.count(json, camel ? "repeatCount" : "repeat_count", combo.repeatCount());
    }
    if (combo.comboCount() != null) {
      ids.count(json, camel ? "comboCount" : "combo_count", combo.comboCount());
    }
    if (combo.groupCount() != null) {
      ids.count(json, camel ? "groupCount" : "group_count", combo.groupCount());
    }
    if (given.shape() == GiftShape.NESTED_SNAKE) {
      json.writeNumberField("repeat_end", combo.isEnd() ? 1 : 0);
    } else if (combo.isEnd()) {
      json.writeBooleanField(camel ? "repeatEnd" : "repeat_end", true);
    }
  }
}
