package io.liveroom.examples;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The latest revision of each thing. Upserts come again with a higher revision; what is older, or
 * comes twice, changes nothing.
 */
final class Latest<K, V> {

  private final Map<K, V> byKey = new HashMap<>();
  private final ToLongFunction<V> revision;

  Latest(ToLongFunction<V> revision) {
    this.revision = revision;
  }

  /** Whether the value is news. */
  boolean take(K key, V value) {
    V known = byKey.get(key);
    if (known != null && revision.applyAsLong(known) >= revision.applyAsLong(value)) {
      return false;
    }
    byKey.put(key, value);
    return true;
  }

  void forget(K key) {
    byKey.remove(key);
  }

  Collection<V> values() {
    return List.copyOf(byKey.values());
  }
}
