package io.liveroom.collector.pace;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** A lane on one Vert.x event loop; requests and sockets made on it answer on it. */
public final class EventLoopLane implements Lane {

  private final Vertx vertx;
  private final Context context;

  public EventLoopLane(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public void run(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    long id = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> run(work));
    return () -> vertx.cancelTimer(id);
  }
}
