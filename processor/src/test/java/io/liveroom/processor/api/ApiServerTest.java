package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server does before it asks anybody for figures. */
class ApiServerTest {

  private final AtomicReference<String> token = new AtomicReference<>("secret-1");
  private final ApiServer server =
      new ApiServer(
          new ApiSettings(
              "127.0.0.1",
              0,
              Optional.empty(),
              Duration.ofDays(1),
              List.of("https://screens.example"),
              Optional.of(token::get)),
          Clock.systemUTC(),
          new SimpleMeterRegistry());
  private final ApiClient api;

  ApiServerTest() throws Exception {
    server.listen();
    api = new ApiClient(server.url());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void api_tokenSet_isRequiredAndMayChange() {
    HttpResponse<String> refused = api.get("/api/rooms");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
    assertThat(refused.body()).doesNotContain("secret");
    assertThat(status("/api/rooms", "secret-2")).isEqualTo(401);
    assertThat(status("/api/stream", "secret-2")).isEqualTo(401);
    assertThat(status("/api/rooms", "secret-1")).as("let in, but starting").isEqualTo(503);
    token.set("secret-2");
    assertThat(status("/api/rooms", "secret-1")).isEqualTo(401);
    assertThat(status("/api/rooms", "secret-2")).isEqualTo(503);
    token.set(" ");
    assertThat(status("/api/rooms", " ")).as("a blank token lets nobody in").isEqualTo(401);
  }

  @Test
  void page_always_needsNoTokenAndNoOtherHost() {
    HttpResponse<String> page = api.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'self'");
    assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    String tag = page.headers().firstValue("etag").orElseThrow();
    assertThat(api.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(api.get("/openapi/openapi.json").statusCode()).isEqualTo(404);
    assertThat(api.get("/..%2fopenapi/openapi.json").statusCode()).isEqualTo(404);
    assertThat(api.get("/js/../../openapi/openapi.json").statusCode()).isEqualTo(404);
  }

  @Test
  void get_gzipAsked_isCompressed() {
    HttpResponse<String> page = api.get("/", "Accept-Encoding", "gzip");
    assertThat(page.headers().firstValue("content-encoding")).contains("gzip");
  }

  @Test
  void origin_onlyWhereNamed_isAllowed() {
    assertThat(allowed("https://screens.example")).contains("https://screens.example");
    assertThat(allowed("https://other.example")).isEmpty();
  }

  @Test
  void post_always_isRefused() {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/rooms"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(api.send(post).statusCode()).isEqualTo(405);
  }

  @Test
  void settings_severalMistakes_areToldAtOnce() {
    assertThatThrownBy(
            () ->
                new ApiSettings(
                    "127.0.0.1",
                    70_000,
                    Optional.of("nowhere"),
                    Duration.ofSeconds(1),
                    List.of("screens.example/path"),
                    Optional.empty()))
        .hasMessageContaining("liveroom.api.port must be from 0 to 65535, but is 70000")
        .hasMessageContaining("liveroom.api.advertised must be host:port, but is nowhere")
        .hasMessageContaining("liveroom.api.keep must be from")
        .hasMessageContaining("but has screens.example/path");
  }

  private int status(String path, String token) {
    return api.get(path, "Authorization", "Bearer " + token).statusCode();
  }

  private Optional<String> allowed(String origin) {
    return api.get("/api/rooms", "Origin", origin)
        .headers()
        .firstValue("access-control-allow-origin");
  }
}
