package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.ChatFact;

/** One message that was sent, as a line of text. */
final class MessageLine {
  private MessageLine() {}

  static String of(String roomId, ChatFact fact) {
    return String.join(
            " ",
            roomId,
            fact.messageId(),
            Long.toString(fact.sentAt().toEpochMilli()),
            fact.kind().name())
        + "\n";
  }
}
