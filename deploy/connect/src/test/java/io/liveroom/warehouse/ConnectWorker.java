package io.liveroom.warehouse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A Connect worker in a process of its own, started by the script that a user starts it by. */
final class ConnectWorker implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  /** Kills the worker when its standard input ends: by this test, or with it, however it went. */
  private static final String LEASH =
      "exec 3<&0; \"$0\" & worker=$!; cat <&3 >/dev/null & parent=$!; wait -n;"
          + " kill -9 $worker $parent 2>/dev/null; wait $worker";

  private final Process process;
  private final URI connectors;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();

  private ConnectWorker(Process process, int port, Path log) {
    this.process = process;
    this.connectors = URI.create("http://127.0.0.1:" + port + "/connectors/");
    this.log = log;
  }

  /**
   * Starts a worker; it is of use some seconds later.
   *
   * @param settings what the script reads from the environment
   * @param log what it says is appended here
   */
  static ConnectWorker start(Map<String, String> settings, Path log) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", LEASH, System.getProperty("liveroom.connect.worker"));
    Map<String, String> environment = builder.environment();
    environment.put("PATH", System.getProperty("java.home") + "/bin:" + environment.get("PATH"));
    environment.put("CONNECT_REST_PORT", Integer.toString(port));
    environment.put("CONNECT_JAVA_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1");
    environment.putAll(settings);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    try {
      return new ConnectWorker(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a Connect worker", e);
    }
  }

  /** Gives every connector of a folder to the worker, by the names that the script gives them. */
  void apply(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Path file : Connectors.files(folder)) {
      all.put("liveroom-" + Connectors.name(file), Files.readString(file));
    }
    all.forEach(
        (name, config) ->
            await(name)
                .atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> ask("PUT", name + "/config", config).startsWith("20")));
  }

  /** The status of a connector as the worker tells it. */
  String status(String name) {
    return ask("GET", name + "/status", "");
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    close();
    process.waitFor();
  }

  /** Kills it: what it holds is in Kafka, and an orderly end would only take longer. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the worker", e);
    }
  }

  private String ask(String method, String path, String body) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the worker has ended: " + log);
    }
    HttpRequest request =
        HttpRequest.newBuilder(connectors.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException notListening) {
      return notListening.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the worker", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }
}
