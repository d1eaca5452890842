package io.liveroom.local;

import io.liveroom.cli.ExitCode;
import io.liveroom.cli.UserMistake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks for a port before a server needs it, so that a person gets one clear sentence. */
final class FreePort {

  private FreePort() {}

  /**
   * Returns if the port is free, or any free one is wanted.
   *
   * @param who what wants to listen there, such as "the broker"
   * @param option what chooses another
   */
  static void require(int port, String who, String option) {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      probe.setReuseAddress(true);
    } catch (IOException e) {
      throw new UserMistake(
          ExitCode.FAILED,
          "port %d is in use, so %s can't listen there: end what uses it, or choose another with %s"
              .formatted(port, who, option),
          e);
    }
  }
}
