package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.ChatFact;

/** One message that was sent, as a line of text. */
final class MessageLine {
  private MessageLine() {}

  static String of(String roomId, ChatFact fact) {
    return roomId + " " + fact.messageId() + " " + fact.sentAt().toEpochMilli() + "\n";
  }
}
