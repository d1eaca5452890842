package io.liveroom.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Who can read a file that holds a secret. */
final class SecretFile {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private SecretFile() {}

  /** What is wrong with its permissions, where anything is. */
  static Optional<Finding> exposure(Area area, String what, Path file) {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        return Optional.of(
            Finding.warning(
                area,
                "%s in %s can be read by other users".formatted(what, file),
                "chmod 600 " + file));
      }
    } catch (IOException e) {
      return Optional.of(
          Finding.wrong(
              area, "%s in %s can't be read".formatted(what, file), "see the file's permissions"));
    } catch (UnsupportedOperationException notPosix) {
      return Optional.empty(); // permissions of another kind: nothing is claimed
    }
    return Optional.empty();
  }
}
