package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.GivenTotals;
import java.util.List;
import java.util.Map;

/**
 * Everything that was sent of one room.
 *
 * @param roomId whose
 * @param chat messages, each once, in the order of first sending
 * @param snapshots answers of info and feed
 * @param promotions readings of the shelf
 * @param statuses answers of status
 * @param sent messages sent on each connection, repeats included
 * @param given what was really given in the room by now, sent or not
 */
public record RoomFacts(
    String roomId,
    List<ChatFact> chat,
    List<SnapshotFact> snapshots,
    List<PromotionsFact> promotions,
    List<StatusFact> statuses,
    Map<String, Long> sent,
    GivenTotals given) {
  public RoomFacts {
    chat = List.copyOf(chat);
    snapshots = List.copyOf(snapshots);
    promotions = List.copyOf(promotions);
    statuses = List.copyOf(statuses);
    sent = Map.copyOf(sent);
  }

  /** The same with the shelf as somebody saw it. */
  public RoomFacts withPromotions(List<PromotionsFact> others) {
    return new RoomFacts(roomId, chat, snapshots, others, statuses, sent, given);
  }

  RoomFacts withoutChat() {
    return new RoomFacts(roomId, List.of(), snapshots, promotions, statuses, sent, given);
  }

  /** Nothing of it was sent, or no facts are kept. */
  boolean isEmpty() {
    return chat.isEmpty() && snapshots.isEmpty() && promotions.isEmpty() && statuses.isEmpty();
  }
}
