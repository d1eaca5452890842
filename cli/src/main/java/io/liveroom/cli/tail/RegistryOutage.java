package io.liveroom.cli.tail;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells a registry that does not answer from bytes that can't be read. */
public final class RegistryOutage {

  private RegistryOutage() {}

  /** Whether reading failed for want of the registry. */
  public static boolean isCauseOf(SerializationException failure) {
    Throwable cause = failure.getCause();
    while (cause != null && !isOutage(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** Truncated bytes are an IOException too: only the network's own failures count. */
  private static boolean isOutage(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException;
  }
}
