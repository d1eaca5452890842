package io.liveroom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The runbook against the alerts: each has its heading there, and each heading is an alert's. */
class RunbookTest {

  private static final Path RUNBOOK = Path.of("../RUNBOOK.md");
  private static final String HEADING = "### Liveroom";
  private static final List<String> PARTS = List.of("Meaning", "Impact", "Diagnosis", "Mitigation");

  @Test
  void headings_areTheAlerts_inTheirOrder() throws IOException {
    List<String> headings =
        Files.readAllLines(RUNBOOK).stream()
            .filter(line -> line.startsWith(HEADING))
            .map(line -> line.substring("### ".length()))
            .toList();
    assertThat(headings).hasSizeGreaterThan(1);
    List<String> alerts = Rules.alerts().stream().map(Rules::name).toList();
    assertThat(headings).containsExactlyElementsOf(alerts);
  }

  @Test
  void runbookUrl_eachAlert_isItsHeading() throws IOException {
    for (Map<?, ?> alert : Rules.alerts()) {
      String name = Rules.name(alert);
      assertThat(Rules.map(alert, "annotations").get("runbook_url"))
          .isEqualTo("deploy/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void entries_each_haveAllParts() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : Files.readString(RUNBOOK).split("\n(?=#{2,3} )")) {
      if (entry.startsWith(HEADING)) {
        entries.add(entry);
      }
    }
    assertThat(entries)
        .allSatisfy(
            entry -> assertThat(PARTS).allMatch(part -> entry.contains("\n- **" + part + ".** ")));
  }
}
