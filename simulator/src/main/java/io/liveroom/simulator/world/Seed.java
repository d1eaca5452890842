package io.liveroom.simulator.world;

import java.util.SplittableRandom;

/**
 * A number from which everything of one thing follows; each part of the thing gets its own child.
 *
 * @param value the seed itself
 */
public record Seed(long value) {
  /** The seed of one part. */
  public Seed child(long part) {
    return new Seed(mix(value + 0x9E3779B97F4A7C15L * (part + 1)));
  }

  /** A fresh stream of numbers, the same each time. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }

  /** One number of 0 (inclusive) to 1 (exclusive) that belongs to a part. */
  public double fraction(long part) {
    return (child(part).value >>> 11) * 0x1.0p-53;
  }

  /** Stafford's variant 13 of the 64-bit finaliser: a bijection. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
