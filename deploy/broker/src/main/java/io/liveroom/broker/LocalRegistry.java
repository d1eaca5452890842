package io.liveroom.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A schema registry with the Confluent API (Apicurio Registry) as a child process on loopback.
 *
 * <p>Its schemas live in a file, so that ids survive a restart: records on a topic name schemas by
 * id and could not be read otherwise. The child ends when this process is gone, however it went,
 * and not before: who ends in order may need it to the last.
 */
public final class LocalRegistry implements AutoCloseable {

  /** System property that names the folder with the registry's program. */
  public static final String HOME_PROPERTY = "liveroom.registry.home";

  private static final String HOST = "127.0.0.1";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

  private final Process process;
  private final int port;

  private LocalRegistry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the registry found by {@value #HOME_PROPERTY}. */
  public static LocalRegistry start(Path directory, int port) {
    String home = System.getProperty(HOME_PROPERTY);
    if (home == null) {
      throw new IllegalStateException(
          HOME_PROPERTY + " must name the registry's folder: was not set");
    }
    return start(Path.of(home), directory, port);
  }

  /**
   * Starts the registry and returns when it answers.
   *
   * @param home folder with the program, as the build unpacks it
   * @param directory where its schemas are, made if missing
   * @param port where clients find it; 0 picks a free one
   */
  public static LocalRegistry start(Path home, Path directory, int port) {
    int clientPort = port == 0 ? Ports.free() : port;
    try {
      Files.createDirectories(directory);
      LocalRegistry registry =
          new LocalRegistry(command(home, directory, clientPort).start(), clientPort);
      registry.awaitReady(directory);
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the registry in " + home, e);
    }
  }

  public int port() {
    return port;
  }

  /** Base URL of the Confluent API: what clients put in {@code schema.registry.url}. */
  public String url() {
    return "http://" + HOST + ":" + port + "/apis/ccompat/v7";
  }

  /** Ends the child; kills it where it does not end within five seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessBuilder command(Path home, Path directory, int port) throws IOException {
    Path program = program(home);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            RegistryProcess.classPath(program),
            RegistryProcess.class.getName(),
            program.toString());
    builder.environment().putAll(environment(directory, port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log(directory).toFile());
    return builder;
  }

  private static Map<String, String> environment(Path directory, int port) {
    return Map.of(
        "QUARKUS_HTTP_HOST",
        HOST,
        "QUARKUS_HTTP_PORT",
        Integer.toString(port),
        "REGISTRY_STORAGE_KIND",
        "sql",
        "REGISTRY_DATASOURCE_URL",
        "jdbc:h2:file:" + directory.toAbsolutePath().resolve("schemas") + ";AUTO_SERVER=FALSE",
        "REGISTRY_STORAGE_DB_KIND",
        "h2");
  }

  private static Path program(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home, 2)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no registry program (*-runner.jar) in " + home));
    }
  }

  private static Path log(Path directory) {
    return directory.resolve("registry.log");
  }

  private void awaitReady(Path directory) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "the registry did not answer on port %d; its log is %s",
                port,
                log(directory)));
      }
      LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
    }
    requireFullCompatibility();
  }

  private boolean isReady() {
    try {
      return send("/subjects", "GET", "").statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  /** Apicurio checks nothing unless told to; Confluent's registry would check BACKWARD. */
  private void requireFullCompatibility() {
    try {
      HttpResponse<String> answer =
          send("/config", "PUT", "{\"compatibility\":\"FULL_TRANSITIVE\"}");
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "the registry refused FULL_TRANSITIVE: " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the registry went away while starting", e);
    }
  }

  private HttpResponse<String> send(String path, String method, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return Http.CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the registry", e);
    }
  }

  /** One client for all registries of a process, made when the first one starts. */
  private static final class Http {
    static final HttpClient CLIENT =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  }
}
