package io.liveroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private final Path root;

  DataDirectoryTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void privacyKey_askedTwice_isMadeOnceAndPrivate() throws IOException {
    try (DataDirectory data = DataDirectory.take(root)) {
      Path file = data.privacyKey();
      String key = Files.readString(file);
      assertThat(key).hasSize(64);
      assertThat(Files.readString(data.privacyKey())).isEqualTo(key);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void take_givenBack_canBeTakenAgain() throws IOException {
    DataDirectory.take(root).close();
    DataDirectory.take(root).close();
    assertThat(root.resolve("logs")).isDirectory();
  }
}
