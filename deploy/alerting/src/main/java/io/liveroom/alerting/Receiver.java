package io.liveroom.alerting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The webhook. One request, one answer, no retry. It speaks through the JDK's client: what is
 * copied to make a consumer of one's own should need as little as can be.
 */
final class Receiver implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_LIMIT)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI url;
  private final Optional<Path> tokenFile;
  private final Duration limit;

  /**
   * @param tokenFile holds a bearer token, read for each request; empty for none
   */
  Receiver(URI url, Optional<Path> tokenFile, Duration limit) {
    this.url = url;
    this.tokenFile = tokenFile;
    this.limit = limit;
  }

  Answer tell(byte[] json) throws InterruptedException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url)
              .timeout(limit)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(json));
      if (tokenFile.isPresent()) {
        String token = Files.readString(tokenFile.get()).strip();
        request.header("Authorization", "Bearer " + token);
      }
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Answer.Taken() : new Answer.NotTaken("HTTP status " + status);
    } catch (IOException e) {
      return new Answer.NotTaken(e.getClass().getSimpleName());
    }
  }

  /** For a person: without path, query or password, which may be secrets. */
  String name() {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  /** Java 17's client ends with its last reference. */
  @Override
  public void close() {}
}
