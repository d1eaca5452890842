package io.liveroom.warehouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a registry; while it is shut, it answers 503. */
final class RegistryGate implements AutoCloseable {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean isOpen = new AtomicBoolean(true);
  private final AtomicInteger refused = new AtomicInteger();
  private final URI registry;
  private final HttpServer server;

  private RegistryGate(URI registry, HttpServer server) {
    this.registry = registry;
    this.server = server;
  }

  static RegistryGate to(String registryUrl) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RegistryGate gate = new RegistryGate(URI.create(registryUrl), HttpServer.create(anyPort, 0));
    gate.server.createContext("/", gate::answer);
    gate.server.start();
    return gate;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + registry.getPath();
  }

  void open() {
    isOpen.set(true);
  }

  void shut() {
    isOpen.set(false);
  }

  /** How many questions it refused so far. */
  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isOpen.get()) {
        HttpResponse<byte[]> found = pass(exchange);
        write(exchange, found.statusCode(), found.body());
      } else {
        write(exchange, 503, "not now".getBytes(StandardCharsets.UTF_8));
        refused.incrementAndGet();
      }
    }
  }

  private HttpResponse<byte[]> pass(HttpExchange exchange) throws IOException {
    HttpRequest question =
        HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI().toString()))
            .header("Content-Type", JSON)
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .build();
    try {
      return client.send(question, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the registry", e);
    }
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
