package io.liveroom.local;

import io.liveroom.cli.ExitCode;
import io.liveroom.cli.UserMistake;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder with everything {@code up} keeps. One process at a time has it. */
final class DataDirectory implements AutoCloseable {

  private static final int KEY_BYTES = 32;

  private final Path root;
  private final FileChannel channel; // closing it gives the lock back

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /** Takes the folder for this process; makes it where it is missing. */
  static DataDirectory take(Path root) {
    try {
      Files.createDirectories(root.resolve("logs"));
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new UserMistake(
            ExitCode.FAILED,
            "another 'liveroom up' uses %s: end it, or choose another folder with --data-dir"
                .formatted(root));
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new UserMistake(
          ExitCode.FAILED,
          "can't use the folder %s (%s): choose another with --data-dir".formatted(root, e),
          e);
    }
  }

  Path root() {
    return root;
  }

  Path broker() {
    return root.resolve("broker");
  }

  Path registry() {
    return root.resolve("registry");
  }

  Path log() {
    return root.resolve("logs").resolve("liveroom.log");
  }

  Path world() {
    return root.resolve("simulator.properties");
  }

  /** The file with the key of pseudonyms, made once; only its owner can read it. */
  Path privacyKey() {
    Path file = root.resolve("privacy.key");
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(key));
      } catch (IOException e) {
        throw new UserMistake(ExitCode.FAILED, "can't write " + file + ": " + e.getMessage(), e);
      }
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
