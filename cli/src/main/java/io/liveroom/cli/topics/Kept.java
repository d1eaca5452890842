package io.liveroom.cli.topics;

import io.liveroom.schemas.Topic;

/** How long a topic's records are kept, in words. */
final class Kept {

  private Kept() {}

  static String of(Topic<?> topic) {
    return topic.retention().map(time -> time.toDays() + " days").orElse("compacted");
  }
}
