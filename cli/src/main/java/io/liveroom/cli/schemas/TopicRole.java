package io.liveroom.cli.schemas;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who sends to a topic and who may receive from it: what a cluster's access rules are made of. */
enum TopicRole {
  OPERATOR("keeps the watchlist, reads dead letters again") {
    @Override
    List<Topic<?>> sends(Topics topics) {
      return List.of(
          topics.watchlist(),
          topics.status(),
          topics.room(),
          topics.chat(),
          topics.promotions(),
          topics.audience());
    }

    @Override
    List<Topic<?>> receives(Topics topics) {
      return topics.all();
    }
  },
  COLLECTOR("platform to Kafka; takes rooms that ended off the watchlist") {
    @Override
    List<Topic<?>> sends(Topics topics) {
      return Stream.of(List.of(topics.watchlist()), observed(topics), List.of(topics.deadLetter()))
          .<Topic<?>>flatMap(List::stream)
          .toList();
    }

    @Override
    List<Topic<?>> receives(Topics topics) {
      return List.of(topics.watchlist());
    }
  },
  PROCESSOR("Kafka to Kafka; answers the query API") {
    @Override
    List<Topic<?>> sends(Topics topics) {
      return Stream.concat(derived(topics).stream(), Stream.of(topics.deadLetter())).toList();
    }

    @Override
    List<Topic<?>> receives(Topics topics) {
      return topics.all();
    }
  },
  CONSUMER("anybody downstream: your consumers, connectors, the alerting job") {
    @Override
    List<Topic<?>> sends(Topics topics) {
      return List.of();
    }

    @Override
    List<Topic<?>> receives(Topics topics) {
      return Stream.concat(observed(topics).stream(), derived(topics).stream()).toList();
    }
  };

  private final String purpose;

  TopicRole(String purpose) {
    this.purpose = purpose;
  }

  /** Its name as people write it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String purpose() {
    return purpose;
  }

  abstract List<Topic<?>> sends(Topics topics);

  abstract List<Topic<?>> receives(Topics topics);

  private static List<Topic<?>> observed(Topics topics) {
    return List.of(
        topics.status(),
        topics.room(),
        topics.chat(),
        topics.promotions(),
        topics.audience(),
        topics.gap());
  }

  private static List<Topic<?>> derived(Topics topics) {
    return List.of(topics.roomMinute(), topics.session(), topics.promotionChange(), topics.alert());
  }
}
