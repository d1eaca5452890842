package io.liveroom.processor.api;

import io.liveroom.processor.runtime.StoreShards.Owner;
import io.liveroom.processor.view.View;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/stream}. A reader's stream ends when rooms it listens to move to another instance: it
 * comes back with its id, and nothing that moved is missed.
 */
final class EventStreams {

  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final int MOST = 500;
  private static final int QUEUE_BYTES = 256 << 10;

  private final Vertx vertx;
  private final View view;
  private final String self;
  private final Peers peers;
  private final EventHub hub;
  private final InstantSource clock;

  EventStreams(
      Vertx vertx, View view, String self, Peers peers, EventHub hub, InstantSource clock) {
    this.vertx = vertx;
    this.view = view;
    this.self = self;
    this.peers = peers;
    this.hub = hub;
    this.clock = clock;
  }

  /** Begins a stream; throws a {@link Problem} where it cannot. */
  void open(Question question) {
    EventQuery query = EventQuery.of(question);
    boolean isForPeer = Fleet.isAskedByPeer(question);
    Map<Integer, String> owners = owners(query);
    if (owners.isEmpty()) {
      throw Problem.unavailable("the processor is starting, or its group is being shared out");
    }
    if (hub.size() >= MOST) {
      throw Problem.unavailable("there are " + MOST + " readers of events already");
    }
    HttpServerResponse response = begin(question);
    EventStream stream = new EventStream(query, new HttpOutlet(response), isForPeer, clock);
    Instant since = query.since().orElse(clock.instant());
    addSources(stream, owners, since);
    long timer = vertx.setPeriodic(1, BEAT.toMillis(), beat -> beat(stream, owners, response));
    response.exceptionHandler(broken -> LOG.debug("a reader of events went", broken));
    response.closeHandler(
        closed -> {
          vertx.cancelTimer(timer);
          stream.sources().forEach(EventSource::close);
        });
    stream.flush();
  }

  private static HttpServerResponse begin(Question question) {
    HttpServerResponse response = question.request().response();
    response
        .setChunked(true)
        .setWriteQueueMaxSize(QUEUE_BYTES)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
    response.write("retry: 1000\n\n");
    return response;
  }

  private void addSources(EventStream stream, Map<Integer, String> owners, Instant since) {
    Set<Integer> own =
        owners.entrySet().stream()
            .filter(one -> one.getValue().equals(self))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    LocalSource local = new LocalSource(view, hub, stream, since);
    stream.add(local);
    local.open(vertx, own);
    if (!stream.isForPeer()) {
      new TreeSet<>(owners.values())
          .stream()
              .filter(address -> !address.equals(self))
              .forEach(
                  address -> {
                    PeerSource peer = new PeerSource(vertx, peers, address, stream, since);
                    stream.add(peer);
                    peer.open();
                  });
    }
  }

  private void beat(EventStream stream, Map<Integer, String> owners, HttpServerResponse response) {
    try {
      if (response.closed() || response.ended()) {
        return;
      }
      if (!stream.flush()) {
        LOG.info("a reader of events took nothing for too long and is cut");
        stream.cut();
      } else if (!stream.isForPeer() && !owners(stream.query()).equals(owners)) {
        stream.end();
      }
    } catch (IllegalStateException failed) {
      LOG.debug("a stream of events ends", failed);
      stream.cut();
    }
  }

  /** Who has the partitions that a reader listens to. */
  private Map<Integer, String> owners(EventQuery query) {
    Map<Integer, String> owners = new TreeMap<>();
    if (query.rooms().isEmpty()) {
      view.owners().values().forEach(owner -> owners.put(owner.partition(), owner.active()));
    } else {
      for (String room : query.rooms()) {
        Owner owner = view.ownerOf(room).orElse(null);
        if (owner != null) {
          owners.put(owner.partition(), owner.active());
        }
      }
    }
    return owners;
  }
}
