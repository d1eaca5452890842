package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.GivenTotals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * What was really sent, and the right figures of it. It remembers what a client can know, not what
 * the world holds: a message nobody was sent is in no figure.
 */
public final class Ledger {
  private final boolean keepsFacts;
  private final Map<String, RoomLedger> rooms = new ConcurrentSkipListMap<>();

  /**
   * Opens an empty ledger.
   *
   * @param keepsFacts whether single facts are kept, without which there are no figures: they take
   *     memory for as long as the simulator runs
   */
  public Ledger(boolean keepsFacts) {
    this.keepsFacts = keepsFacts;
  }

  /** The pages of one room. */
  public RoomLedger room(String roomId, Supplier<GivenTotals> given) {
    return rooms.computeIfAbsent(roomId, id -> new RoomLedger(id, keepsFacts, given));
  }

  /** Rooms of which anything was sent, sorted. */
  public List<String> roomIds() {
    return List.copyOf(rooms.keySet());
  }

  /** Everything that was sent of one room. */
  public Optional<RoomFacts> facts(String roomId) {
    return Optional.ofNullable(rooms.get(roomId)).map(RoomLedger::facts);
  }

  /** The figures of every room and window, by room and then time. */
  public List<TrueMinute> minutes(Duration window, FigureRules rules) {
    return roomIds().stream().flatMap(id -> minutes(id, window, rules).stream()).toList();
  }

  /** The figures of one room, window by window. */
  public List<TrueMinute> minutes(String roomId, Duration window, FigureRules rules) {
    return facts(roomId).map(facts -> minutes(facts, window, rules)).orElse(List.of());
  }

  /** The figures that follow from some facts, window by window. */
  public static List<TrueMinute> minutes(RoomFacts facts, Duration window, FigureRules rules) {
    return new MinuteFigures(facts, window, rules).all();
  }

  /** The figures of every room's broadcast. */
  public List<TrueSession> sessions(FigureRules rules) {
    return roomIds().stream().flatMap(id -> session(id, rules).stream()).toList();
  }

  /** The figures of one broadcast; nothing where nothing of it was sent. */
  public Optional<TrueSession> session(String roomId, FigureRules rules) {
    return facts(roomId).filter(facts -> !facts.isEmpty()).map(facts -> session(facts, rules));
  }

  /** The changes of the goods of a room that follow from some facts, by product and time. */
  public static List<TrueChange> changes(RoomFacts facts, FigureRules rules) {
    return new PromotionFigures(facts, rules).changes();
  }

  /** The figures of one broadcast that follow from some facts. */
  public static TrueSession session(RoomFacts facts, FigureRules rules) {
    return new SessionFigures(facts, rules).session();
  }
}
