package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PseudonymKeyTest {

  private static final byte[] VIEWER = "50000000001".getBytes(UTF_8);

  private final Path file;
  private final PseudonymKey key;
  private int writes;
  private long nanos;

  PseudonymKeyTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("privacy-key");
    write("the-first-key-of-all");
    key =
        new PseudonymKey(new Privacy(Users.PSEUDONYM, Text.KEEP, Secret.ofFile(file)), () -> nanos);
  }

  @Test
  void digest_fileChanged_newKeyWithinASecond() throws IOException {
    byte[] before = key.digest(VIEWER);
    write("the-second-key-of-all");
    assertThat(key.digest(VIEWER)).isEqualTo(before);
    pass(Duration.ofSeconds(1));
    byte[] after = key.digest(VIEWER);
    assertThat(after).isNotEqualTo(before);
    write("the-first-key-of-all");
    pass(Duration.ofSeconds(1));
    assertThat(key.digest(VIEWER)).isEqualTo(before);
  }

  @Test
  void digest_newKeyTooShort_oldOneKept() throws IOException {
    byte[] before = key.digest(VIEWER);
    write("fifteen-letters");
    pass(Duration.ofSeconds(1));
    assertThat(key.digest(VIEWER)).isEqualTo(before);
    write("sixteen-letters!");
    pass(Duration.ofSeconds(1));
    assertThat(key.digest(VIEWER)).isNotEqualTo(before);
  }

  @Test
  void digest_fileGone_oldKeyKept() throws IOException {
    byte[] before = key.digest(VIEWER);
    Files.delete(file);
    pass(Duration.ofSeconds(1));
    assertThat(key.digest(VIEWER)).isEqualTo(before);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++writes));
  }
}
