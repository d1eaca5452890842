package io.liveroom.collector.platform;

import java.io.IOException;

/** JSON that is not what the platform is known to send. The message holds none of its words. */
final class WrongShape extends IOException {
  WrongShape(String message) {
    super(message);
  }
}
