package io.liveroom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules by Prometheus' own tool, and that each alert has a test that makes it come and go. */
class RulesTest {

  @Test
  void check_configurationAndRules_areValid() throws Exception {
    Promtool.Result result = Promtool.get().run("check", "config", "prometheus.yml");
    assertThat(result.said()).contains("rule files found");
    assertThat(result.code()).as(result.said()).isZero();
  }

  @Test
  void alerts_each_comesAndGoesAsItsTestSays() throws Exception {
    List<String> words = new ArrayList<>(List.of("test", "rules"));
    Rules.TESTS.stream().map(Path::toString).forEach(words::add);
    Promtool.Result result = Promtool.get().run(words.toArray(String[]::new));
    assertThat(result.code()).as(result.said()).isZero();
  }

  @Test
  void tests_each_expectQuietThenFiringThenQuiet() throws IOException {
    List<String> tested = new ArrayList<>();
    for (Path file : Rules.TESTS) {
      for (Map<?, ?> test : Rules.maps(Rules.read(file), "tests")) {
        String name = String.valueOf(test.get("name"));
        List<Map<?, ?>> looks = Rules.maps(test, "promql_expr_test");
        assertThat(looks).as(name).allMatch(look -> isAbout(look, name));
        assertThat(looks.stream().map(look -> Rules.maps(look, "exp_samples").size()))
            .as(name)
            .containsExactly(0, 1, 0);
        tested.add(name);
      }
    }
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(Rules.alerts().stream().map(Rules::name).toList());
  }

  @Test
  void alerts_each_haveSeverityAndWords() throws IOException {
    for (Map<?, ?> alert : Rules.alerts()) {
      Map<?, ?> words = Rules.map(alert, "annotations");
      String name = Rules.name(alert);
      assertThat(Rules.map(alert, "labels").get("severity")).as(name).isIn("critical", "warning");
      assertThat(Stream.of("summary", "description", "runbook_url").map(words::get))
          .as(name)
          .doesNotContainNull();
    }
  }

  private static boolean isAbout(Map<?, ?> look, String name) {
    String firing = "ALERTS{alertname=\"%s\", alertstate=\"firing\"}".formatted(name);
    return String.valueOf(look.get("expr")).contains(firing);
  }
}
