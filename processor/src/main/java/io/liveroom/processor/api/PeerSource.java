package io.liveroom.processor.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of another instance. One that cannot be reached is tried again from where it was, and
 * until then the reader's id stands still, so that nothing of it is lost.
 */
final class PeerSource implements EventSource {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Peers peers;
  private final String address;
  private final EventStream stream;
  private Instant seen;
  private boolean isReady;
  private boolean isClosed;
  private boolean isWaiting; // to try again
  private @Nullable HttpClientResponse response;

  PeerSource(Vertx vertx, Peers peers, String address, EventStream stream, Instant since) {
    this.vertx = vertx;
    this.peers = peers;
    this.address = address;
    this.stream = stream;
    this.seen = since;
  }

  void open() {
    peers
        .listen(address, stream.query().uri(seen))
        .onSuccess(this::read)
        .onFailure(failure -> tryAgain());
  }

  private void read(HttpClientResponse opened) {
    if (isClosed || opened.statusCode() != 200) {
      opened.request().reset();
      tryAgain();
      return;
    }
    response = opened;
    EventReader reader = new EventReader(this::take);
    opened.handler(reader::read);
    opened.exceptionHandler(broken -> tryAgain());
    opened.endHandler(end -> tryAgain());
  }

  private void take(Map<String, String> block) {
    String name = block.get("event");
    String data = block.get("data");
    if (name != null && name.equals("ready")) {
      isReady = true;
    } else if (name != null && data != null) {
      stream.offer(
          new Event(
              name, block.getOrDefault("room", ""), block.getOrDefault("key", ""), () -> data));
    }
    String mark = block.get("id");
    if (mark != null) {
      Instant told = Instant.ofEpochMilli(Long.parseLong(mark));
      seen = told.isAfter(seen) ? told : seen;
    }
  }

  private void tryAgain() {
    response = null;
    isReady = true; // nothing to wait for now
    if (!isClosed && !isWaiting) {
      isWaiting = true;
      vertx.setTimer(PAUSE.toMillis(), timer -> reopen());
    }
  }

  private void reopen() {
    isWaiting = false;
    if (!isClosed) {
      open();
    }
  }

  @Override
  public void look(Instant now) {}

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
    isClosed = true;
    HttpClientResponse open = response;
    if (open != null) {
      open.request().reset();
    }
  }
}
