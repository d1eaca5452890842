package io.liveroom.benchmarks.stage;

import io.liveroom.broker.LocalBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker's process: arguments are its folder and its port. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    LocalBroker broker = LocalBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  broker.close();
                  closed.countDown();
                },
                "close"));
    closed.await();
  }
}
