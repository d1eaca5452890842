package io.liveroom.collector.pace;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A lane on one Vert.x event loop; requests and sockets made on it answer on it. */
public final class EventLoopLane implements Lane {

  private final Vertx vertx;
  private final Context context;

  private EventLoopLane(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = context;
  }

  /**
   * Lanes over all event loops in turn. Instances of a verticle get them so; {@code
   * getOrCreateContext} gives the same thread the same one each time.
   */
  public static List<Lane> of(Vertx vertx, int count) {
    Queue<Context> contexts = new ConcurrentLinkedQueue<>();
    vertx
        .deployVerticle(() -> new Place(contexts), new DeploymentOptions().setInstances(count))
        .await();
    return contexts.stream().<Lane>map(context -> new EventLoopLane(vertx, context)).toList();
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

  /** Has a context, and does nothing. */
  private static final class Place extends VerticleBase {

    private final Queue<Context> contexts;

    Place(Queue<Context> contexts) {
      this.contexts = contexts;
    }

    @Override
    public Future<?> start() {
      contexts.add(context);
      return Future.succeededFuture();
    }
  }
}
