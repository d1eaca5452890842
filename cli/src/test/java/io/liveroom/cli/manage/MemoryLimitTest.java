package io.liveroom.cli.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What control groups write. */
class MemoryLimitTest {

  private final Path directory;

  MemoryLimitTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void bytes_aLimit_isIt() throws IOException {
    Path none = directory.resolve("none");
    assertThat(MemoryLimit.bytes(List.of(none, file("536870912\n")))).isEqualTo(512 << 20);
  }

  @Test
  void bytes_noLimit_isNoNumber() throws IOException {
    assertThat(MemoryLimit.bytes(List.of(file("max\n")))).isNaN();
    assertThat(MemoryLimit.bytes(List.of(file("9223372036854771712\n")))).isNaN();
    assertThat(MemoryLimit.bytes(List.of(directory.resolve("none")))).isNaN();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("limit"), text);
  }
}
