package io.liveroom.collector.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a message is cut into frames, it comes out as it was, or its first bytes do. */
class FrameAssemblyTest {

  private static final int MOST = 8192;

  @Property(tries = 300)
  void add_anyCuts_givesTheMessageOnceAndIsReadyForTheNext(
      @ForAll @Size(max = 3 * MOST) byte[] whole, @ForAll @IntRange(min = 1, max = 5000) int step) {
    FrameAssembly assembly = new FrameAssembly(MOST);
    for (int round = 0; round < 2; round++) {
      FrameAssembly.Message message = last(assembly, whole, step);
      assertThat(message.size()).isEqualTo(whole.length);
      assertThat(message.isWhole()).isEqualTo(whole.length <= MOST);
      assertThat(message.bytes()).isEqualTo(Arrays.copyOf(whole, message.bytes().length));
    }
  }

  private static FrameAssembly.Message last(FrameAssembly assembly, byte[] whole, int step) {
    int at = 0;
    while (true) {
      int to = Math.min(whole.length, at + step);
      boolean isLast = to == whole.length;
      Buffer part = Buffer.buffer(Arrays.copyOfRange(whole, at, to));
      FrameAssembly.Message message =
          assembly.add(
              at == 0
                  ? WebSocketFrame.binaryFrame(part, isLast)
                  : WebSocketFrame.continuationFrame(part, isLast));
      if (message != null) {
        assertThat(isLast).isTrue();
        return message;
      }
      at = to;
    }
  }
}
