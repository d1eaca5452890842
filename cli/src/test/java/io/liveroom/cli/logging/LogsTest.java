package io.liveroom.cli.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogsTest {

  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void restore() {
    System.setErr(standardError);
    Thread.setDefaultUncaughtExceptionHandler(null);
    Logs.quiet((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  @Test
  void toFile_threadEndsByAnException_isToldInTheFileAndNowhereElse(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("liveroom.log");
    Logs.toFile(file, "json", "info");
    System.setErr(new PrintStream(printed, true, UTF_8));
    Thread doomed =
        new Thread(
            () -> {
              throw new IllegalStateException("a format of another version");
            },
            "doomed");
    doomed.start();
    doomed.join();
    assertThat(Files.readString(file))
        .contains("thread doomed has ended", "a format of another version");
    assertThat(printed.toString(UTF_8)).isEmpty();
  }
}
