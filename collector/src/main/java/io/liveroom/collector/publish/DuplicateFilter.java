package io.liveroom.collector.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Which facts were seen lately, by a 64-bit hash of their id: 12 bytes a fact. With five million
 * facts in the window, the chance that a new one is taken for a known one is one in 3 × 10^12.
 *
 * <p>Bounded: when full, the older half is forgotten, and the processor still drops what slips
 * through. Not safe for several threads.
 */
final class DuplicateFilter {

  private static final int SMALLEST = 1 << 10;
  private static final double FULLEST = 0.6;

  private final long window; // seconds
  private final int largest; // slots
  private long[] hashes = new long[SMALLEST]; // 0 = free
  private int[] seen = new int[SMALLEST]; // second of the last sighting, since base
  private int size;
  private final long base; // epoch second

  /**
   * @param base earliest moment that is ever asked about
   * @param mostFacts how many are remembered at most, rounded up to a power of two of slots
   */
  DuplicateFilter(Duration window, Instant base, int mostFacts) {
    this.window = window.toSeconds();
    this.base = base.getEpochSecond();
    this.largest = Math.max(SMALLEST, Integer.highestOneBit(mostFacts) << 2);
  }

  /** Whether the id was seen within the window before this sighting, which renews it. */
  boolean isDuplicate(String id, Instant at) {
    long hash = hash(id);
    int now = (int) (at.getEpochSecond() - base);
    int slot = slot(hash);
    if (hashes[slot] == hash) {
      boolean isRecent = now - seen[slot] <= window;
      seen[slot] = Math.max(seen[slot], now);
      return isRecent;
    }
    hashes[slot] = hash;
    seen[slot] = now;
    if (++size > hashes.length * FULLEST) {
      tidy(now);
    }
    return false;
  }

  int size() {
    return size;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void tidy(int now) {
    long oldest = now - window;
    boolean isLargest = hashes.length >= largest;
    if (isLargest && countSince(oldest) > hashes.length * FULLEST / 2) {
      oldest = median();
    }
    long[] oldHashes = hashes;
    int[] oldSeen = seen;
    boolean isCrowded = countSince(oldest) > hashes.length * FULLEST / 2;
    int length = isCrowded && !isLargest ? hashes.length * 2 : hashes.length;
    hashes = new long[length];
    seen = new int[length];
    size = 0;
    for (int at = 0; at < oldHashes.length; at++) {
      if (oldHashes[at] != 0 && oldSeen[at] >= oldest) {
        keep(oldHashes[at], oldSeen[at]);
      }
    }
  }

  private void keep(long hash, int at) {
    int slot = slot(hash);
    hashes[slot] = hash;
    seen[slot] = at;
    size++;
  }

  private int countSince(long oldest) {
    int count = 0;
    for (int at = 0; at < hashes.length; at++) {
      count += hashes[at] != 0 && seen[at] >= oldest ? 1 : 0;
    }
    return count;
  }

  private long median() {
    int[] times = new int[size];
    int next = 0;
    for (int at = 0; at < hashes.length; at++) {
      if (hashes[at] != 0) {
        times[next++] = seen[at];
      }
    }
    Arrays.sort(times);
    return times[times.length / 2] + 1L;
  }

  /** FNV-1a over the characters, finished with the mixing of SplitMix64; never 0. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < id.length(); at++) {
      hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
