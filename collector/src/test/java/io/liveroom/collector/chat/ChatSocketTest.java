package io.liveroom.collector.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Transport;
import io.liveroom.collector.Secret;
import io.liveroom.collector.pace.EventLoopLane;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.pace.RequestBudget;
import io.liveroom.collector.pace.TokenGate;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.observed.GapCause;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sockets that die in different ways, over real connections. */
class ChatSocketTest {

  private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: *(\\S+)");
  private static final String WEBSOCKET_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final Duration BUSINESS_SILENCE = Duration.ofMillis(900);
  private static final int LIMIT = 10; // seconds

  private final Vertx vertx = Vertx.vertx();
  private final Lane lane = EventLoopLane.of(vertx, 1).get(0);
  private final Heard heard = new Heard();

  @AfterEach
  void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT, TimeUnit.SECONDS);
  }

  @Test
  void open_serverAnswersNoPings_endsHalfOpen() throws Exception {
    open(serverThatOnlyShakesHands());
    CloseReason reason = heard.reason();
    assertThat(reason).isEqualTo(new CloseReason.HalfOpen());
    assertThat(reason.cause()).isEqualTo(GapCause.SOCKET_DOWN);
  }

  @Test
  void open_serverAnswersPingsOnlyAndPeopleAreThere_endsSilentSinceTheLastMessage()
      throws Exception {
    heard.isPeopled = true;
    Instant begun = Clock.systemUTC().instant();
    open(server(socket -> socket.writeTextMessage("{}")));
    CloseReason reason = heard.reason();
    assertThat(reason).isInstanceOf(CloseReason.Silent.class);
    assertThat(reason.cause()).isEqualTo(GapCause.SILENT_SOCKET);
    assertThat(reason.since()).contains(heard.message());
    assertThat(heard.message()).isBetween(begun, Clock.systemUTC().instant());
  }

  @Test
  void open_serverAnswersPingsOnlyAndNobodyIsThere_staysOpen() throws Exception {
    open(server(socket -> {}));
    CompletableFuture<Void> muchLater = new CompletableFuture<>();
    lane.after(BUSINESS_SILENCE.multipliedBy(2), () -> muchLater.complete(null));
    muchLater.get(LIMIT, TimeUnit.SECONDS);
    assertThat(heard.reason.isDone()).isFalse();
  }

  @Test
  void resume_serverCutItMeanwhile_endsCutWhileHeldAfterWhatCameBefore() throws Exception {
    BlockingQueue<ServerWebSocket> accepted = new LinkedBlockingQueue<>();
    ChatSocket socket = open(server(accepted::add));
    ServerWebSocket server = Optional.ofNullable(accepted.poll(LIMIT, TimeUnit.SECONDS)).get();
    Instant before = pause(socket);
    server.writeTextMessage("{}").toCompletionStage().toCompletableFuture().get();
    server.close();
    socket.resume();
    assertCutWhileHeldAfterAMessage(before);
  }

  @Test
  void pause_serverCutsItBeforeItIsResumed_endsCutWhileHeldAfterWhatCameBefore() throws Exception {
    BlockingQueue<ServerWebSocket> accepted = new LinkedBlockingQueue<>();
    ChatSocket socket = open(server(accepted::add));
    ServerWebSocket server = Optional.ofNullable(accepted.poll(LIMIT, TimeUnit.SECONDS)).get();
    Instant before = pause(socket);
    server.writeTextMessage("{}").toCompletionStage().toCompletableFuture().get();
    server.close();
    assertCutWhileHeldAfterAMessage(before);
  }

  @Test
  void open_nobodyListens_endsUnreachable() throws Exception {
    open(1);
    assertThat(heard.reason()).isEqualTo(new CloseReason.Unreachable());
  }

  /** The time before it. */
  private Instant pause(ChatSocket socket) throws Exception {
    heard.opened.get(LIMIT, TimeUnit.SECONDS);
    Instant before = Clock.systemUTC().instant();
    socket.pause();
    CompletableFuture<Void> paused = new CompletableFuture<>();
    lane.run(() -> paused.complete(null));
    paused.get(LIMIT, TimeUnit.SECONDS);
    return before;
  }

  private void assertCutWhileHeldAfterAMessage(Instant before) throws Exception {
    CloseReason reason = heard.reason();
    assertThat(reason).isInstanceOf(CloseReason.CutWhileHeld.class);
    assertThat(reason.cause()).isEqualTo(GapCause.KAFKA_DOWN);
    assertThat(heard.message.isDone()).isTrue();
    assertThat(reason.since().orElseThrow()).isBetween(before, heard.message());
  }

  private ChatSocket open(int port) {
    Chat chat = new Chat(Transport.WEBSOCKET, SILENCE, SILENCE, BUSINESS_SILENCE, SILENCE, 100);
    CollectorSettings settings =
        CollectorSettings.defaults(
            "worker-1",
            URI.create("http://127.0.0.1:" + port),
            Secret.ofValue("a token"),
            Secret.ofValue("a key that is long enough"));
    Clock clock = Clock.systemUTC();
    RequestBudget budget = new RequestBudget(100, 10, lane, clock);
    PlatformClient client =
        new PlatformClient(vertx, settings, budget, new TokenGate(clock), clock);
    ChatSocket socket = new ChatSocket("1", client, lane, clock, chat, 1 << 20, heard);
    lane.run(socket::open);
    return socket;
  }

  private int server(io.vertx.core.Handler<ServerWebSocket> accepted) throws Exception {
    HttpServer server =
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
    return server
        .webSocketHandler(accepted)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(LIMIT, TimeUnit.SECONDS)
        .actualPort();
  }

  /** Upgrades the connection, and never says a word again. */
  private int serverThatOnlyShakesHands() throws Exception {
    return vertx
        .createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0))
        .connectHandler(socket -> socket.handler(bytes -> shake(socket, bytes.toString())))
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(LIMIT, TimeUnit.SECONDS)
        .actualPort();
  }

  private static void shake(NetSocket socket, String request) {
    Matcher key = KEY.matcher(request);
    if (key.find()) {
      socket.write(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(key.group(1))
              + "\r\n\r\n");
    }
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest((key + WEBSOCKET_ID).getBytes(US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Keeps what the socket said. */
  private static final class Heard implements ChatSocket.Owner {
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Instant> message = new CompletableFuture<>();
    private final CompletableFuture<CloseReason> reason = new CompletableFuture<>();
    private volatile boolean isPeopled;

    CloseReason reason() throws Exception {
      return reason.get(LIMIT, TimeUnit.SECONDS);
    }

    Instant message() throws Exception {
      return message.get(LIMIT, TimeUnit.SECONDS);
    }

    @Override
    public void opened() {
      opened.complete(null);
    }

    @Override
    public void alive(Instant at) {
      // every frame
    }

    @Override
    public void message(FrameAssembly.Message whole, Instant at) {
      message.complete(at);
    }

    @Override
    public void ended(CloseReason why) {
      reason.complete(why);
    }

    @Override
    public boolean isPeopled() {
      return isPeopled;
    }
  }
}
