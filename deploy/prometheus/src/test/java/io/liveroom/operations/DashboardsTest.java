package io.liveroom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards as Grafana would take them. That their metrics exist, a system test proves. */
class DashboardsTest {

  private static final Path FOLDER = Path.of("../grafana/dashboards");
  private static final String SOURCE = "../grafana/provisioning/datasources/prometheus.yml";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void panels_each_areWholeAndOfTheProvisionedSource() throws IOException {
    Object uid = Rules.maps(Rules.read(Path.of(SOURCE)), "datasources").get(0).get("uid");
    Set<String> boards = new HashSet<>();
    for (JsonNode board : boards()) {
      assertThat(boards.add(board.path("uid").asText())).as("%s once", board.path("uid")).isTrue();
      Set<Integer> ids = new HashSet<>();
      for (JsonNode panel : board.path("panels")) {
        assertThat(ids.add(panel.path("id").asInt())).as("id of %s", panel.path("title")).isTrue();
        assertThat(panel.path("description").asText()).isNotBlank();
        assertThat(panel.path("datasource").path("uid").asText()).isEqualTo(uid);
        assertThat(panel.path("targets")).isNotEmpty();
      }
    }
    assertThat(boards).hasSizeGreaterThan(1);
  }

  @Test
  void panels_ofABoard_doNotOverlap() throws IOException {
    for (JsonNode board : boards()) {
      Set<String> cells = new HashSet<>();
      for (JsonNode panel : board.path("panels")) {
        JsonNode place = panel.path("gridPos");
        assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
        for (int x = 0; x < place.path("w").asInt(); x++) {
          for (int y = 0; y < place.path("h").asInt(); y++) {
            String cell = (place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y);
            assertThat(cells.add(cell)).as("%s at %s", panel.path("title"), cell).isTrue();
          }
        }
      }
    }
  }

  @Test
  void expressions_each_canBeParsed(@TempDir Path directory) throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    int number = 0;
    for (String expression : expressions()) {
      rules.append("      - record: panel:").append(++number).append('\n');
      rules.append("        expr: ").append(JSON.writeValueAsString(expression)).append('\n');
    }
    Path file = Files.writeString(directory.resolve("panels.yml"), rules);
    Promtool.Result result = Promtool.get().run("check", "rules", file.toString());
    assertThat(result.code()).as(result.said()).isZero();
    assertThat(result.said()).contains(number + " rules found");
  }

  private static List<String> expressions() throws IOException {
    List<String> all = new ArrayList<>();
    for (JsonNode board : boards()) {
      board
          .path("panels")
          .forEach(
              panel ->
                  panel.path("targets").forEach(target -> all.add(target.path("expr").asText())));
    }
    return all;
  }

  private static List<JsonNode> boards() throws IOException {
    List<JsonNode> boards = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        boards.add(JSON.readTree(file.toFile()));
      }
    }
    return boards;
  }
}
