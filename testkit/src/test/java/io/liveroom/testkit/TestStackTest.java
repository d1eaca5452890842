package io.liveroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.control.WatchedRoom;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class TestStackTest {

  @Test
  void reader_recordWrittenThroughTheRegistry_readsItBack() {
    Topics topics = TestStack.shared().freshTopics(3);
    WatchedRoom room =
        WatchedRoom.newBuilder()
            .setRoomId("6900000000000000001")
            .setLabels(List.of("brand:acme"))
            .setWeight(2)
            .setAddedAt(Instant.ofEpochMilli(1_700_000_000_123L))
            .setAddedBy("test")
            .build();
    try (Producer<String, SpecificRecord> producer = TestStack.shared().producer();
        TopicReader<WatchedRoom> reader = TestStack.shared().reader(topics.watchlist())) {
      producer.send(new ProducerRecord<>(topics.watchlist().name(), room.getRoomId(), room));
      producer.flush();
      assertThat(reader.until(read -> !read.isEmpty(), Duration.ofSeconds(20)))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isEqualTo(room));
    }
  }
}
