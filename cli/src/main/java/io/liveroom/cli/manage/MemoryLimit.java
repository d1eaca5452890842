package io.liveroom.cli.manage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory the container of this process may have, which no Java interface tells. */
final class MemoryLimit {

  /** As a container sees its own control group: of the second edition, and of the first. */
  private static final List<Path> FILES =
      List.of(
          Path.of("/sys/fs/cgroup/memory.max"),
          Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

  /** The first edition writes a number near the largest where there is no limit. */
  private static final double NONE = 1L << 60;

  private MemoryLimit() {}

  /** NaN where nothing limits it, or the system does not say. */
  static double bytes() {
    return bytes(FILES);
  }

  static double bytes(List<Path> files) {
    double limit =
        files.stream()
            .mapToDouble(MemoryLimit::read)
            .filter(bytes -> !Double.isNaN(bytes))
            .findFirst()
            .orElse(Double.NaN);
    return limit < NONE ? limit : Double.NaN;
  }

  private static double read(Path file) {
    try {
      return Double.parseDouble(Files.readString(file).strip());
    } catch (IOException | NumberFormatException unlimited) { // "max" is no number
      return Double.NaN;
    }
  }
}
