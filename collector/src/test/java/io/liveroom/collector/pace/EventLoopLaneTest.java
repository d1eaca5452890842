package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventLoopLaneTest {

  private static final int LANES = 4;

  @Test
  void of_asManyAsThereAreLoops_areOnAllOfThem() {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LANES));
    List<Thread> threads = new ArrayList<>();
    for (Lane lane : EventLoopLane.of(vertx, LANES)) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      lane.run(() -> thread.complete(Thread.currentThread()));
      threads.add(thread.join());
    }
    vertx.close();
    assertThat(threads).hasSize(LANES).doesNotHaveDuplicates();
  }
}
