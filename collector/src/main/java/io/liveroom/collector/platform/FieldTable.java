package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is read of an object, by the names that its fields have in any edition. Messages have many
 * fields: one look into a table costs less than a chain of comparisons.
 *
 * @param <T> what takes the values
 */
final class FieldTable<T> {

  private final Map<String, Reader<T>> readers;

  /** Takes one field; the parser stands on its value, which may be left unread. */
  interface Reader<T> {
    void read(T target, JsonParser parser) throws IOException;
  }

  /** A table in which nothing is read. */
  FieldTable() {
    this(Map.of());
  }

  private FieldTable(Map<String, Reader<T>> readers) {
    this.readers = readers;
  }

  /** This, and a field with all its names. */
  FieldTable<T> with(Reader<T> reader, String... names) {
    Map<String, Reader<T>> all = new HashMap<>(readers);
    for (String name : names) {
      if (all.put(name, reader) != null) {
        throw new IllegalArgumentException("twice in a table: " + name);
      }
    }
    return new FieldTable<>(all);
  }

  /** This, and the fields of a part, where they are written flat beside the others. */
  <P> FieldTable<T> with(FieldTable<P> part, Function<T, P> of) {
    FieldTable<T> all = this;
    for (Map.Entry<String, Reader<P>> field : part.readers.entrySet()) {
      Reader<P> reader = field.getValue();
      all = all.with((target, in) -> reader.read(of.apply(target), in), field.getKey());
    }
    return all;
  }

  /** Reads the object the parser stands on. */
  void readObject(T target, JsonParser parser) throws IOException {
    if (Wire.isObject(parser)) {
      for (String name = Wire.nextField(parser); name != null; name = Wire.nextField(parser)) {
        read(target, name, parser);
        Wire.skipUnread(parser);
      }
    }
  }

  /** Reads a field; one that is not in the table is left unread. */
  void read(T target, String name, JsonParser parser) throws IOException {
    Reader<T> reader = readers.get(name);
    if (reader != null) {
      reader.read(target, parser);
    }
  }
}
