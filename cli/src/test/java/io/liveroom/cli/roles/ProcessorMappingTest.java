package io.liveroom.cli.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.cli.settings.HostName;
import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorMappingTest {

  private static final String HOST = "liveroom.api.host";
  private static final String PORT = "liveroom.api.port";

  private final Path directory;

  ProcessorMappingTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void api_everyInterface_othersReachItByThisMachinesName() {
    String name = HostName.word("127.0.0.1");
    assertThat(advertised(Map.of(HOST, "0.0.0.0", PORT, "8085"))).contains(name + ":8085");
    assertThat(advertised(Map.of(HOST, "::", PORT, "8085"))).contains(name + ":8085");
  }

  @Test
  void api_oneInterfaceOrAnyPort_nothingIsMadeUp() {
    assertThat(advertised(Map.of())).isEmpty();
    assertThat(advertised(Map.of(HOST, "0.0.0.0", PORT, "0"))).isEmpty();
  }

  @Test
  void api_somebodySaysWhere_thatWins() {
    assertThat(advertised(Map.of(HOST, "0.0.0.0", "liveroom.api.advertised", "other:80")))
        .contains("other:80");
  }

  private Optional<String> advertised(Map<String, String> set) {
    Settings settings =
        Settings.load(new SettingSources(Map.of(), set, Map.of(), Optional.empty(), directory));
    return ProcessorMapping.api(settings).orElseThrow().advertised();
  }
}
