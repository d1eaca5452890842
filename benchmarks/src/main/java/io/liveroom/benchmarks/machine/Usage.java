package io.liveroom.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a process takes of the machine at a moment, as the kernel counts it.
 *
 * @param resident bytes in memory
 * @param anonymous of them, bytes that no file backs
 * @param processor time on a processor since it began
 */
public record Usage(long resident, long anonymous, int threads, Duration processor) {

  private static final int TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
  private static final int USER_TIME = 11; // places after the name
  private static final int SYSTEM_TIME = 12;

  /** Empty where there is no such process any more. */
  public static Optional<Usage> of(long pid) {
    try {
      Map<String, Long> status = status(Path.of("/proc", Long.toString(pid), "status"));
      return Optional.of(
          new Usage(
              status.getOrDefault("VmRSS", 0L) * 1024,
              status.getOrDefault("RssAnon", 0L) * 1024,
              status.getOrDefault("Threads", 0L).intValue(),
              processor(Path.of("/proc", Long.toString(pid), "stat"))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Map<String, Long> status(Path file) throws IOException {
    Map<String, Long> values = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(":\\s+|\\s+", -1);
      if (parts.length > 1 && parts[1].matches("\\d{1,18}")) {
        values.put(parts[0], Long.parseLong(parts[1]));
      }
    }
    return values;
  }

  private static Duration processor(Path file) throws IOException {
    String line = Files.readString(file);
    String[] parts = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(parts[USER_TIME]) + Long.parseLong(parts[SYSTEM_TIME]);
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }
}
