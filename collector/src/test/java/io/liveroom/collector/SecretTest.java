package io.liveroom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  private final Path folder;

  SecretTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void reveal_fileChanged_isTheNewValueAtOnce() throws Exception {
    Path file = write("first\n", 1);
    Secret secret = Secret.ofFile(file);
    assertThat(secret.reveal()).isEqualTo("first");
    write("second", 2);
    assertThat(secret.reveal()).isEqualTo("second");
  }

  @Test
  void reveal_fileGone_isTheLastValueUntilThereIsAnother() throws Exception {
    Path file = write("first", 1);
    Secret secret = Secret.ofFile(file);
    Files.delete(file);
    assertThat(secret.reveal()).isEqualTo("first");
    write("second", 1);
    assertThat(secret.reveal()).isEqualTo("second");
  }

  @Test
  void ofFile_missing_saysWhichFile() {
    Path missing = folder.resolve("none.txt");
    assertThatThrownBy(() -> Secret.ofFile(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.txt");
  }

  @Test
  void toString_any_tellsNothing() {
    assertThat(Secret.ofValue(" hidden ").toString()).isEqualTo("***");
    assertThat(Secret.ofValue(" hidden ").reveal()).isEqualTo("hidden");
  }

  private Path write(String text, int second) throws IOException {
    Path file = Files.writeString(folder.resolve("token.txt"), text);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }
}
