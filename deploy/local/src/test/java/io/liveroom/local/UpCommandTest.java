package io.liveroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.cli.Liveroom;
import io.liveroom.cli.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets to read before anything is started. */
class UpCommandTest {

  private final Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  UpCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void help_namesEveryOption() {
    assertThat(run("up", "--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("--platform-url", "--token-file", "--room=", "--rooms=", "--data-dir", "--set")
        .contains("--broker-port", "--registry-port", "--simulator-port", "--lang");
  }

  @Test
  void call_portInUse_saysWhichAndWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(run("up", "--broker-port", Integer.toString(port))).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .isEqualTo(
              "liveroom: port %d is in use, so the broker can't listen there: end what uses it, or choose another with --broker-port%n"
                  .formatted(port));
    }
  }

  @Test
  void call_noRoomId_isUsage() {
    assertThat(run("up", "--room", "abc")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--room must be a room id").doesNotContain("\tat ");
  }

  @Test
  void call_platformWithoutToken_saysSoBeforeAnythingStarts() {
    int code =
        run(
            "up",
            "--broker-port=0",
            "--registry-port=0",
            "--set=liveroom.api.port=0",
            "--platform-url=http://127.0.0.1:1",
            "--set=liveroom.poll.status.batch-size=9999");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("liveroom.platform.token-file must name", "liveroom.poll.status.batch-size");
    assertThat(directory.resolve(".liveroom/broker")).doesNotExist();
  }

  private int run(String... words) {
    Shell shell =
        new Shell(
            Map.of(),
            directory,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Clock.systemUTC());
    return Liveroom.commandLine(shell, Map.of("up", new UpCommand(shell))).execute(words);
  }
}
