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

    assertThat(settings.windows().size()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.windows().grace()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.duplicatesWindow()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void new_severalMistakes_allAreToldAtOnce() {
    ProcessorSettings good = ProcessorSettings.defaults(Path.of("state"));

    assertThatThrownBy(
            () ->
                new ProcessorSettings(
                    new WindowSettings(Duration.ZERO, good.windows().grace()),
                    good.maxGap(),
                    good.trendSpan(),
                    good.duplicatesWindow(),
                    good.sessionGrace(),
                    good.promotions(),
                    good.publishInterval(),
                    good.commitInterval(),
                    good.exactDistinct(),
                    0,
                    good.standbys(),
                    good.stateDir(),
                    good.applicationIdPrefix()))
        .hasMessage(
            "liveroom.window.size must be from PT1S to PT1H, but is PT0S;"
                + " liveroom.processor.threads must be from 1 to 64, but is 0");
  }
}
