package io.liveroom.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This machine's name, as a word that may name a process. */
public final class HostName {

  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
  private static final int LONGEST = 100;

  private HostName() {}

  /**
   * Asked of the system and not of the network, which may take its time.
   *
   * @param nameless what it is called where the system has no name for it
   */
  public static String word(String nameless) {
    return Optional.ofNullable(System.getenv("HOSTNAME"))
        .or(HostName::kernel)
        .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
        .map(name -> name.strip().replaceAll("[^A-Za-z0-9._-]", "-"))
        .filter(name -> !name.isEmpty())
        .map(name -> name.substring(0, Math.min(LONGEST, name.length())))
        .orElse(nameless);
  }

  private static Optional<String> kernel() {
    try {
      return Optional.of(Files.readString(KERNEL));
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
