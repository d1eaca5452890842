package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.wire.ChatJson;
import io.liveroom.simulator.wire.LooseJson;
import io.liveroom.simulator.wire.PlatformJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The platform's HTTP and WebSocket surface. */
public final class PlatformServer implements AutoCloseable {
  private static final Duration BEAT = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BACKLOG = 4_096;

  private final Rooms rooms;
  private final Answers answers;
  private final SimulatorPages pages;
  private final FaultBook faults;
  private final InstantSource clock;
  private final Pulse pulse = new Pulse();
  private final AtomicLong connections = new AtomicLong();
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));

  public PlatformServer(
      Rooms rooms, Ledger ledger, FaultBook faults, Service service, InstantSource clock) {
    this.rooms = rooms;
    this.answers = new Answers(rooms, service);
    this.pages = new SimulatorPages(rooms, ledger, faults);
    this.faults = faults;
    this.clock = clock;
  }

  /** One thing more goes wrong from now on; sockets are cut at once. */
  public void addFault(Fault fault) {
    pages.addFault(fault, clock.instant());
  }

  /** Listens; answers the port it got. */
  public int start(String host, int port) {
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setHost(host).setPort(port).setAcceptBacklog(BACKLOG))
            .requestHandler(this::handle);
    int bound = await(server.listen()).actualPort();
    vertx.setPeriodic(BEAT.toMillis(), timer -> pulse.beat(now()));
    return bound;
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the simulator's server does not answer", e);
    }
  }

  private void handle(HttpServerRequest request) {
    Optional<Endpoint> endpoint = Endpoint.ofPath(request.path());
    if (endpoint.isEmpty()) {
      handlePage(request);
      return;
    }
    if (!request.method().equals(HttpMethod.GET)) {
      reply(request, new Answer(405, Map.of(), PlatformJson.error(405, "GET only")));
      return;
    }
    boolean upgrades = endpoint.get() == Endpoint.CHAT && request.canUpgradeToWebSocket();
    rooms.sockets().asked(upgrades, now());
    Query query =
        new Query(
            endpoint.get(),
            request.getParam("token", ""),
            request.getParam("room_id", ""),
            request.getParam("page_id", request.getParam("next_page_id", "")),
            "poll");
    faults
        .strike(FaultBook.OF_ANSWERS, query.endpoint(), query.rooms(), now())
        .ifPresentOrElse(fault -> fail(request, query, fault), () -> serve(request, query));
  }

  private void fail(HttpServerRequest request, Query query, Fault fault) {
    switch (fault.kind()) {
      case LATENCY ->
          vertx.setTimer(Math.max(1, fault.delay().toMillis()), timer -> serve(request, query));
      case HTTP_ERROR -> reply(request, new Answer(fault.code(), Map.of(), "out of order"));
      case ERROR_CODE ->
          reply(request, Answer.ok(PlatformJson.error(fault.code(), "service busy")));
      case THROTTLE ->
          reply(
              request,
              new Answer(
                  429,
                  Map.of("Retry-After", Long.toString(fault.delay().toSeconds())),
                  PlatformJson.error(429, "too many requests")));
      case BROKEN_JSON ->
          reply(request, Answer.ok(LooseJson.ruin(PlatformJson.error(200, "success"))));
      case OVERSIZE ->
          reply(request, Answer.ok(LooseJson.inflate(PlatformJson.error(200, "success"))));
      case REFUSE_TOKEN ->
          reply(request, Answer.ok(PlatformJson.error(fault.code(), "token invalid")));
      case CUT -> request.connection().close();
      case SILENT_SOCKETS, REFUSE_UPGRADE, CROWD_LEAVES -> serve(request, query);
    }
  }

  private void serve(HttpServerRequest request, Query query) {
    Instant now = now();
    if (query.endpoint() == Endpoint.CHAT && request.canUpgradeToWebSocket()) {
      upgrade(request, query, now);
    } else {
      reply(request, answers.answer(query, now));
    }
  }

  /** The service's clock has milliseconds; what the ledger notes is what the wire says. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A refused upgrade is answered like a GET, yet with nothing in it: clients drop that answer. */
  private void upgrade(HttpServerRequest request, Query query, Instant now) {
    Optional<LiveRoom> room = rooms.find(query.rooms(), now);
    if (!answers.isWelcome(query.token()) || room.isEmpty()) {
      reply(request, answers.answer(query, now));
      return;
    }
    boolean refused =
        !room.get().broadcast().quirks().acceptsUpgrade()
            || faults
                .strike(EnumSet.of(FaultKind.REFUSE_UPGRADE), Endpoint.CHAT, query.rooms(), now)
                .isPresent();
    if (refused) {
      String empty = ChatJson.envelope(room.get().broadcast(), List.of(), now);
      reply(request, Answer.ok(empty));
    } else {
      request.toWebSocket().onSuccess(socket -> listen(room.get(), socket));
    }
  }

  private void listen(LiveRoom room, ServerWebSocket socket) {
    ChatSocket client = new VertxSocket("socket-" + connections.incrementAndGet(), socket);
    SocketLog.Span span = rooms.sockets().opened(room.broadcast().roomId(), now());
    socket.closeHandler(
        closed -> {
          room.detach(client);
          rooms.sockets().closed(span, now());
        });
    socket.exceptionHandler(broken -> room.detach(client));
    room.attach(client, now());
    pulse.watch(room);
  }

  private void handlePage(HttpServerRequest request) {
    Instant now = now();
    String path = request.path();
    if (path.equals("/simulator/rooms")) {
      reply(request, pages.rooms(now));
    } else if (path.equals("/simulator/sockets")) {
      reply(request, pages.sockets(request.getParam("rooms")));
    } else if (path.equals("/simulator/messages")) {
      reply(request, pages.messages());
    } else if (path.equals("/simulator/ledger")) {
      reply(request, pages.ledger(request.getParam("room_id"), request.getParam("window")));
    } else if (!path.equals("/simulator/faults")) {
      reply(request, new Answer(404, Map.of(), PlatformJson.error(404, "no such path")));
    } else if (request.method().equals(HttpMethod.POST)) {
      request.body().onSuccess(body -> reply(request, pages.addFault(body.toString(), now)));
    } else if (request.method().equals(HttpMethod.DELETE)) {
      reply(request, pages.clearFaults());
    } else {
      reply(request, pages.faults());
    }
  }

  private static void reply(HttpServerRequest request, Answer answer) {
    request.response().setStatusCode(answer.status());
    answer.headers().forEach(request.response()::putHeader);
    request.response().putHeader("Content-Type", "application/json; charset=utf-8");
    request.response().end(answer.body());
  }
}
