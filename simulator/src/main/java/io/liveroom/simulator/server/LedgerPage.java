package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.FigureRules;
import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.ledger.RoomFacts;
import io.liveroom.simulator.ledger.TrueChange;
import io.liveroom.simulator.ledger.TrueMinute;
import io.liveroom.simulator.ledger.TrueSession;
import io.liveroom.simulator.world.GivenTotals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's page of one room.
 *
 * @param roomId whose
 * @param sent messages sent on each connection, repeats included
 * @param messages messages sent, each once
 * @param snapshots answers of info and feed
 * @param shelves readings of the shelf
 * @param statuses answers of status
 * @param given what was really given, sent or not
 * @param session the figures of the broadcast
 * @param changes of the goods
 * @param minutes the figures of the windows; empty where no window was asked for
 */
record LedgerPage(
    String roomId,
    Map<String, Long> sent,
    int messages,
    int snapshots,
    int shelves,
    int statuses,
    GivenTotals given,
    TrueSession session,
    List<TrueChange> changes,
    List<TrueMinute> minutes) {

  static LedgerPage of(RoomFacts facts, @Nullable Duration window) {
    FigureRules rules = FigureRules.usual();
    return new LedgerPage(
        facts.roomId(),
        facts.sent(),
        facts.chat().size(),
        facts.snapshots().size(),
        facts.promotions().size(),
        facts.statuses().size(),
        facts.given(),
        Ledger.session(facts, rules),
        Ledger.changes(facts, rules),
        window == null ? List.of() : Ledger.minutes(facts, window, rules));
  }
}
