package io.liveroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a local port that can be cut and mended: bytes go through as they come. */
final class Cable implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cable");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean isCut;

  Cable(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Ends every connection, and each that is tried, until it is mended. */
  void cut() {
    isCut = true;
    ends.forEach(Cable::end);
  }

  void mend() {
    isCut = false;
  }

  /** Connections that were tried in vain. */
  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        // One connection less; where the entrance is closed, the last.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    if (isCut) {
      refused.incrementAndGet();
      near.close();
      return;
    }
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    ends.add(near);
    ends.add(far);
    threads.execute(() -> carry(near, far));
    threads.execute(() -> carry(far, near));
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut, or closed by one of the two: the other hears of it below.
    } finally {
      end(from);
      end(to);
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, which is what was wanted.
    }
  }
}
