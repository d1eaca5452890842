package io.liveroom.benchmarks.ceiling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads chat sockets and throws away what they give: what the generator can do at most. Arguments:
 * port, token, file of room ids, seconds, file for the rate in bytes a second.
 */
public final class ReaderMain {

  private static final int BLOCK = 256 << 10;

  private ReaderMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    Selector selector = Selector.open();
    for (String room : Files.readAllLines(Path.of(arguments[2]))) {
      connect(port, arguments[1], room).register(selector, SelectionKey.OP_READ);
    }
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    LongAdder bytes = Rate.start(1, () -> read(selector, block));
    double rate = Rate.measure(bytes::sum, 3, Long.parseLong(arguments[3]));
    Rate.tell(Path.of(arguments[4]), rate);
    TimeUnit.SECONDS.sleep(1);
    System.exit(0);
  }

  private static SocketChannel connect(int port, String token, String room) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        String.join(
            "\r\n",
            "GET /douyin/liveroom/chat?token=" + token + "&room_id=" + room + " HTTP/1.1",
            "Host: 127.0.0.1",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "");
    channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
    channel.configureBlocking(false);
    return channel;
  }

  private static long read(Selector selector, ByteBuffer block) throws IOException {
    long bytes = 0;
    selector.select();
    for (SelectionKey key : selector.selectedKeys()) {
      block.clear();
      bytes += Math.max(0, ((SocketChannel) key.channel()).read(block));
    }
    selector.selectedKeys().clear();
    return bytes;
  }
}
