package io.liveroom.processor.api;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads server-sent events as they come, block by block. */
final class EventReader {

  private static final byte LINE_END = '\n';

  private final Consumer<Map<String, String>> blocks;
  private final Map<String, String> block = new HashMap<>();
  private Buffer rest = Buffer.buffer();

  /**
   * @param blocks takes each block as its fields by their names; one data line is all that is used
   */
  EventReader(Consumer<Map<String, String>> blocks) {
    this.blocks = blocks;
  }

  void read(Buffer bytes) {
    rest.appendBuffer(bytes);
    int start = 0;
    for (int at = rest.length() - bytes.length(); at < rest.length(); at++) {
      if (rest.getByte(at) == LINE_END) {
        line(rest.getString(start, at));
        start = at + 1;
      }
    }
    rest = rest.getBuffer(start, rest.length());
  }

  private void line(String line) {
    if (line.isEmpty()) {
      blocks.accept(Map.copyOf(block));
      block.clear();
      return;
    }
    int colon = line.indexOf(": ");
    if (colon > 0) {
      block.put(line.substring(0, colon), line.substring(colon + 2));
    }
  }
}
