package io.liveroom.cli.letters;

import io.liveroom.deadletter.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Dead letters without their bytes, so that many fit into memory. The same bytes from the same room
 * and endpoint are one entry with the number of times they came.
 */
public final class LetterList implements Consumer<DeadLetter> {

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<Kind, Long> kinds = new TreeMap<>();

  /**
   * One letter.
   *
   * @param times how often it came
   * @param newest the last of them, its bytes left out
   */
  public record Entry(long times, DeadLetter newest) {}

  /** What a summary counts by. */
  public record Kind(String endpoint, String stage, String reason) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return Comparator.comparing(Kind::endpoint)
          .thenComparing(Kind::stage)
          .thenComparing(Kind::reason)
          .compare(this, other);
    }
  }

  @Override
  public void accept(DeadLetter letter) {
    kinds.merge(
        new Kind(letter.getEndpoint(), letter.getStage(), letter.getReason().name()),
        1L,
        Long::sum);
    letter.setPayload(ByteBuffer.allocate(0));
    entries.merge(letter.getDeadLetterId(), new Entry(1, letter), LetterList::newer);
  }

  private static Entry newer(Entry before, Entry now) {
    boolean isNewer = now.newest().getReceivedAt().isAfter(before.newest().getReceivedAt());
    return new Entry(before.times() + now.times(), isNewer ? now.newest() : before.newest());
  }

  /** The newest first. */
  public List<Entry> newest(long most) {
    Comparator<Entry> byTime = Comparator.comparing(LetterList::at);
    return entries.values().stream().sorted(byTime.reversed()).limit(most).toList();
  }

  /** How many different ones there are. */
  public int size() {
    return entries.size();
  }

  /** How many letters of each kind, repetitions included. */
  public Map<Kind, Long> counts() {
    return kinds;
  }

  private static Instant at(Entry entry) {
    return entry.newest().getReceivedAt();
  }
}
