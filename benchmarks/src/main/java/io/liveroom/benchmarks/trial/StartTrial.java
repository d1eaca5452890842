package io.liveroom.benchmarks.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.local.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From {@code liveroom up} on an empty folder to the first figure on the page. */
final class StartTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What `./liveroom up` gives its Java machine. */
  private static final List<String> OPTIONS =
      List.of("-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int repetitions;
  private final PrintStream say;
  private final HttpClient http = HttpClient.newHttpClient();

  StartTrial(int repetitions, PrintStream say) {
    this.repetitions = repetitions;
    this.say = say;
  }

  @Override
  public Report play() throws Exception {
    Report report = new Report("start", Instant.now());
    report.setting("repetitions", repetitions).setting("options", OPTIONS);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      Path folder = Files.createTempDirectory("liveroom-start");
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("run", repetition);
      row.put("first figure after s", start(folder));
      say.println(row);
      rows.add(row);
      delete(folder);
    }
    rows.forEach(report::row);
    report.row(Medians.of(rows, "run"));
    return report;
  }

  /** Seconds until the page has a figure. */
  private double start(Path folder) throws Exception {
    int page = Stage.freePort();
    List<String> arguments =
        List.of(
            "up",
            "--data-dir",
            folder.resolve("data").toString(),
            "--broker-port",
            Integer.toString(Stage.freePort()),
            "--registry-port",
            Integer.toString(Stage.freePort()),
            "--simulator-port",
            Integer.toString(Stage.freePort()),
            "--set",
            "liveroom.api.port=" + page,
            "--set",
            "liveroom.management.port=" + Stage.freePort());
    Instant begun = Instant.now();
    try (Child up = Child.start("up", OPTIONS, Main.class, arguments, folder.resolve("up.log"))) {
      Waiting.until("a figure of " + up.name(), LIMIT, () -> hasFigure(page));
      return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }
  }

  private boolean hasFigure(int port) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + port + "/api/rooms?limit=100");
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    for (JsonNode room : JSON.readTree(answer.body()).path("rooms")) {
      if (room.path("revision").asLong() > 0) {
        return true;
      }
    }
    return false;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
