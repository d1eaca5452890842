package io.liveroom.processor.api;

import io.liveroom.processor.view.Change;
import io.liveroom.processor.view.RoomFacts;
import io.liveroom.processor.view.RoomView;
import io.liveroom.processor.view.View;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events of the partitions that this instance works on: first what changed, then what changes. */
final class LocalSource implements EventSource {

  private static final Logger LOG = LoggerFactory.getLogger(LocalSource.class);

  /** Clocks of instances differ, and a change is stamped a moment before it is told. */
  static final Duration OVERLAP = Duration.ofSeconds(5);

  private final View view;
  private final EventHub hub;
  private final EventStream stream;
  private Instant seen;
  private boolean isReady;
  private boolean hasFailed;

  LocalSource(View view, EventHub hub, EventStream stream, Instant since) {
    this.view = view;
    this.hub = hub;
    this.stream = stream;
    this.seen = since;
  }

  /** Listens first and then looks back, so that nothing falls between. */
  void open(Vertx vertx, Set<Integer> partitions) {
    hub.add(stream);
    if (stream.query().since().isEmpty()) {
      isReady = true;
      return;
    }
    Instant since = seen.minus(OVERLAP);
    vertx
        .executeBlocking(
            () -> {
              partitions.forEach(partition -> replay(partition, since));
              return true;
            },
            false)
        .onSuccess(done -> isReady = true)
        .onFailure(
            failure -> {
              LOG.warn("what changed could not be told again; the reader is cut", failure);
              hasFailed = true;
            });
  }

  private void replay(int partition, Instant since) {
    Set<String> named = stream.query().rooms();
    Collection<RoomView> rooms = view.rooms(partition).orElseThrow(LocalSource::gone);
    for (RoomView room : rooms) {
      boolean isNamed = named.contains(room.roomId());
      if ((named.isEmpty() || isNamed) && !room.updatedAt().isBefore(since)) {
        offer(new Change.Room(room));
      }
      if (isNamed) {
        ask(partition, facts -> facts.roomSince(room.roomId(), since, this::offer));
      }
    }
    ask(partition, facts -> facts.alertsSince(since, this::offer));
  }

  private void offer(Change change) {
    stream.offerOld(EventHub.event(change));
  }

  private void ask(int partition, Consumer<RoomFacts> question) {
    boolean isHere =
        view.facts(
                partition,
                facts -> {
                  question.accept(facts);
                  return true;
                })
            .orElse(false);
    if (!isHere) {
      throw gone();
    }
  }

  private static IllegalStateException gone() {
    return new IllegalStateException("a partition went elsewhere meanwhile");
  }

  @Override
  public void look(Instant now) {
    if (hasFailed) {
      throw new IllegalStateException("the replay failed");
    }
    if (isReady) {
      seen = now;
    }
  }

  @Override
  public Instant seen() {
    return seen;
  }

  @Override
  public boolean isReady() {
    return isReady;
  }

  @Override
  public void close() {
    hub.remove(stream);
  }
}
