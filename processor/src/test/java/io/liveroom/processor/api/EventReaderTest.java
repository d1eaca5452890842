package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  private static final String TEXT =
      "retry: 1000\n\nevent: room\nid: 5\ndata: {\"title\":\"海盐: 陶艺\"}\n\n:\nid: 7\n\n";

  @Test
  void read_inPiecesOfAnySize_sameBlocks() {
    Buffer all = Buffer.buffer(TEXT);
    for (int size = 1; size <= all.length(); size++) {
      List<Map<String, String>> blocks = new ArrayList<>();
      EventReader reader = new EventReader(blocks::add);
      for (int at = 0; at < all.length(); at += size) {
        reader.read(all.getBuffer(at, Math.min(all.length(), at + size)));
      }
      assertThat(blocks).hasSize(3);
      assertThat(blocks.get(1))
          .containsOnly(
              entry("event", "room"), entry("id", "5"), entry("data", "{\"title\":\"海盐: 陶艺\"}"));
      assertThat(blocks.get(2)).containsOnly(entry("id", "7"));
    }
  }
}
