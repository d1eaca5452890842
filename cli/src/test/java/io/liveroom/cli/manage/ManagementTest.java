package io.liveroom.cli.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Health and metrics over real HTTP. */
class ManagementTest {

  private static final Condition TURNS = new Condition("loop", true, "turned 0.1 s ago");
  private static final Condition STUCK = new Condition("watchlist", false, "not read \"yet\"");

  @Test
  void probes_oneConditionBroken_answer503AndSayWhich() throws Exception {
    try (Management management = management(new Fixed(List.of(TURNS), List.of(TURNS, STUCK)))) {
      assertThat(get(management, "/livez").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(management, "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body())
          .contains("\"ok\" : false")
          .contains("\"name\" : \"watchlist\"")
          .contains("not read \\\"yet\\\"");
    }
  }

  @Test
  void metrics_javaMachineAndRole_areInPrometheusNames() throws Exception {
    try (Metrics metrics = new Metrics()) {
      metrics.registry().counter("liveroom.collector.received", "endpoint", "chat").increment();
      try (Management management =
          new Management("127.0.0.1", 0, new Fixed(List.of(), List.of()), metrics::text)) {
        management.start();
        assertThat(get(management, "/metrics").body())
            .contains("liveroom_collector_received_total{endpoint=\"chat\"} 1.0")
            .contains("jvm_memory_used_bytes{")
            .contains("process_resident_memory_bytes ")
            .contains("process_cpu_usage ");
      }
    }
  }

  @Test
  void metrics_kafkasOwn_areThoseThatAreOfUse() {
    try (Metrics metrics = new Metrics()) {
      String lag = "kafka.consumer.fetch.manager.records.lag";
      metrics.registry().gauge(lag, Tags.of("topic", "a.observed.chat.v1", "partition", "0"), 1);
      metrics.registry().gauge(lag, Tags.of("topic", "a_observed_chat_v1", "partition", "0"), 1);
      metrics.registry().gauge("kafka.consumer.io.ratio", 1);
      assertThat(metrics.text())
          .contains("topic=\"a.observed.chat.v1\"")
          .doesNotContain("a_observed_chat_v1")
          .doesNotContain("kafka_consumer_io_ratio");
    }
  }

  @Test
  void start_portTaken_throws() throws Exception {
    Fixed none = new Fixed(List.of(), List.of());
    try (Management first = management(none)) {
      int taken = URI.create(first.url()).getPort();
      try (Management second = new Management("127.0.0.1", taken, none, () -> "")) {
        assertThatThrownBy(second::start).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void answer_elsewhere_saysWhatThereIs() throws Exception {
    try (Management management = management(new Fixed(List.of(), List.of()))) {
      assertThat(get(management, "/").statusCode()).isEqualTo(404);
    }
  }

  private static Management management(Conditions conditions) throws Exception {
    Management management = new Management("127.0.0.1", 0, conditions, () -> "");
    management.start();
    return management;
  }

  private static HttpResponse<String> get(Management management, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(management.url() + path)).build(),
            BodyHandlers.ofString());
  }

  private record Fixed(List<Condition> live, List<Condition> ready) implements Conditions {}
}
