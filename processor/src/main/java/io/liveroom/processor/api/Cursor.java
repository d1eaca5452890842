package io.liveroom.processor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place behind the last entry of a page: what the list is sorted by, that entry's value and
 * identity. It needs no memory on this side and outlives a restart.
 *
 * @param order what the list is sorted by
 */
record Cursor(String order, @Nullable Double value, String id) {

  String text() {
    String json = new JsonArray().add(order).add(value).add(id).encode();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  /** The cursor of a request, if it has one; it must be of the same order. */
  static Optional<Cursor> of(Question question, String order) {
    Optional<String> text = question.one("cursor");
    Optional<Cursor> cursor = text.flatMap(Cursor::read).filter(read -> read.order.equals(order));
    if (text.isPresent() && cursor.isEmpty()) {
      question.wrong("cursor", "next_cursor of an answer in the same order", text.get());
    }
    return cursor;
  }

  private static Optional<Cursor> read(String text) {
    try {
      JsonArray json = new JsonArray(new String(Base64.getUrlDecoder().decode(text), UTF_8));
      return Optional.of(new Cursor(json.getString(0), json.getDouble(1), json.getString(2)));
    } catch (IllegalArgumentException
        | DecodeException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
