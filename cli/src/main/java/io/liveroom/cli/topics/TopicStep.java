package io.liveroom.cli.topics;

import io.liveroom.schemas.Topic;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What lies between a topic of the catalogue and the one on the broker. */
public sealed interface TopicStep {

  Topic<?> topic();

  /** One line for people. */
  String line();

  /** The same on both sides. */
  record Keep(Topic<?> topic) implements TopicStep {
    @Override
    public String line() {
      return "= " + topic.name();
    }
  }

  /** Not on the broker. */
  record Create(Topic<?> topic, int partitions, short replication) implements TopicStep {
    @Override
    public String line() {
      return "+ %s (%d partitions, %d copies, %s)"
          .formatted(topic.name(), partitions, replication, Kept.of(topic));
    }
  }

  /**
   * Other settings on the broker.
   *
   * @param from the broker's values, by key
   * @param to the catalogue's
   */
  record Alter(Topic<?> topic, Map<String, String> from, Map<String, String> to)
      implements TopicStep {
    @Override
    public String line() {
      String changes =
          new TreeMap<>(to)
              .entrySet().stream()
                  .map(
                      entry ->
                          entry.getKey()
                              + " "
                              + from.getOrDefault(entry.getKey(), "unset")
                              + " -> "
                              + entry.getValue())
                  .collect(Collectors.joining(", "));
      return "~ " + topic.name() + " (" + changes + ")";
    }
  }

  /** Another partition count: nothing changes it, or a room's records would part. */
  record Conflict(Topic<?> topic, int partitions, int wanted) implements TopicStep {
    @Override
    public String line() {
      return "! %s has %d partitions, not %d: set liveroom.topics.partitions=%d or make it anew"
          .formatted(topic.name(), partitions, wanted, partitions);
    }
  }
}
