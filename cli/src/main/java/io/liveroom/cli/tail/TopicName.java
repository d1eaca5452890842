package io.liveroom.cli.tail;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.List;

/** Names of topics as people type them. */
public final class TopicName {

  private TopicName() {}

  /** The full name of a topic that is meant by a short one, such as session; else the same name. */
  public static String resolve(Topics topics, String typed) {
    return topics.all().stream()
        .filter(topic -> topic.shortName().equals(typed))
        .findFirst()
        .map(Topic::name)
        .orElse(typed);
  }

  /** The short names of the catalogue, in its order. */
  public static List<String> shortNames(Topics topics) {
    return topics.all().stream().<String>map(Topic::shortName).toList();
  }
}
