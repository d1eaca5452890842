package io.liveroom.system;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.observed.CollectionGap;
import io.liveroom.testkit.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the collector says that it did not see, and what it could not read. */
record Missed(List<CollectionGap> gaps, List<DeadLetter> letters) {

  /** Reads what is there; the collector is closed, so no more comes. */
  static Missed read(Pipeline pipeline) {
    try (TopicReader<CollectionGap> gaps = pipeline.stack.reader(pipeline.topics.gap());
        TopicReader<DeadLetter> letters = pipeline.stack.reader(pipeline.topics.deadLetter())) {
      return new Missed(all(gaps), all(letters));
    }
  }

  /** Milliseconds of a room in [from, to) that lie in a gap, counted one by one. */
  long unseen(String roomId, Instant from, Instant to) {
    BitSet unseen = new BitSet();
    for (CollectionGap gap : gaps) {
      if (gap.getRoomId().equals(roomId)) {
        long start = millis(from, gap.getGapFrom(), to);
        unseen.set((int) start, (int) Math.max(start, millis(from, gap.getGapTo(), to)));
      }
    }
    return unseen.cardinality();
  }

  /** Payloads of a room that could not be read. */
  long unread(String roomId) {
    return letters.stream()
        .filter(letter -> roomId.equals(letter.getRoomId()))
        .map(DeadLetter::getDeadLetterId)
        .distinct()
        .count();
  }

  private static long millis(Instant from, Instant at, Instant to) {
    return Math.max(0, Duration.between(from, at.isBefore(to) ? at : to).toMillis());
  }

  private static <V extends SpecificRecord> List<V> all(TopicReader<V> reader) {
    int before = -1;
    List<ConsumerRecord<String, V>> read = reader.poll();
    while (read.size() > before) {
      before = read.size();
      read = reader.poll();
    }
    return read.stream().map(ConsumerRecord::value).toList();
  }
}
