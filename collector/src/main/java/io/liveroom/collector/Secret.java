package io.liveroom.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A value that is never printed. One that comes from a file is read again when the file changes.
 */
public final class Secret {

  private final @Nullable Path file;
  private String value;
  private @Nullable FileTime readAt;

  private Secret(@Nullable Path file, String value, @Nullable FileTime readAt) {
    this.file = file;
    this.value = value;
    this.readAt = readAt;
  }

  public static Secret ofValue(String value) {
    return new Secret(null, value.strip(), null);
  }

  /** What a file holds, without surrounding white space. */
  public static Secret ofFile(Path file) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      return new Secret(file, Files.readString(file).strip(), changed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the secret in " + file, unreadable);
    }
  }

  /** The secret itself; the file's last readable content while it cannot be read. */
  public synchronized String reveal() {
    if (file != null) {
      refresh(file);
    }
    return value;
  }

  public boolean isEmpty() {
    return reveal().isEmpty();
  }

  private void refresh(Path from) {
    try {
      FileTime changed = Files.getLastModifiedTime(from);
      if (!changed.equals(readAt)) {
        value = Files.readString(from).strip();
        readAt = changed;
      }
    } catch (IOException keepsTheOldOne) {
      readAt = null; // tried again at the next use
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
