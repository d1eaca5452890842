package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.RoomLedger;
import io.liveroom.simulator.wire.MessageJson;
import io.liveroom.simulator.world.RoomMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a room with its text, written once for all connections. */
final class Posted {
  final RoomMessage message;
  private @Nullable String text;
  private boolean sent;

  Posted(RoomMessage message) {
    this.message = message;
  }

  String text(MessageJson writer) {
    String written = text;
    if (written == null) {
      written = writer.write(message);
      text = written;
    }
    return written;
  }

  /** Enters a sending into the ledger, the first apart from the others. */
  void enter(RoomLedger ledger, @Nullable Instant envelopeTime, Instant now, String connection) {
    if (sent) {
      ledger.again(connection);
    } else {
      ledger.first(message, envelopeTime, now, connection);
      sent = true;
    }
  }
}
