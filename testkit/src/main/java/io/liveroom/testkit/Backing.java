package io.liveroom.testkit;

import java.util.Optional;

/** A running broker and registry, whoever runs them. */
public interface Backing extends AutoCloseable {

  /** In words, with what tells versions apart; the run says it. */
  String description();

  String bootstrapServers();

  /** Base URL of the Confluent API. */
  String registryUrl();

  @Override
  void close();

  /** Another way to run them than as processes of this machine, found on the class path. */
  interface Provider {

    /** Starts them; empty, with the reason told, where this machine can't. */
    Optional<Backing> start();
  }
}
