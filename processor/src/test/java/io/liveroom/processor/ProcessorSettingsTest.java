package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorSettingsTest {

  @Test
  void defaults_always_areThoseOfMetrics() {
    ProcessorSettings settings = ProcessorSettings.defaults(Path.of("state"));

    assertThat(settings.figures().window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.figures().grace()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.duplicatesWindow()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void new_severalMistakes_allAreToldAtOnce() {
    ProcessorSettings good = ProcessorSettings.defaults(Path.of("state"));

    assertThatThrownBy(
            () ->
                new ProcessorSettings(
                    good.figures(),
                    good.promotions(),
                    good.alerts(),
                    Duration.ZERO,
                    good.publishInterval(),
                    good.instance().withThreads(0).withId("a b")))
        .hasMessage(
            "liveroom.duplicates.window must be from PT1S to PT24H, but is PT0S;"
                + " liveroom.processor.threads must be from 1 to 64, but is 0;"
                + " liveroom.processor.id must be 1 to 100 letters, digits, '.', '_' or '-',"
                + " but is 'a b'");
  }
}
