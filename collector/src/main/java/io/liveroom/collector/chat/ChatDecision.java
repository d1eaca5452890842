package io.liveroom.collector.chat;

import java.time.Duration;

/** What a supervisor does after a connection has ended. */
public sealed interface ChatDecision {

  /** Connects again. */
  record Reconnect(Duration after) implements ChatDecision {}

  /** Repeats GET, and tries to upgrade later. */
  record FallBack(Duration upgradeAfter) implements ChatDecision {}

  /** Nothing more. */
  record Stop() implements ChatDecision {}
}
