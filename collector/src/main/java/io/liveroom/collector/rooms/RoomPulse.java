package io.liveroom.collector.rooms;

import io.liveroom.common.RoomState;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of how much goes on in a room. Lives on the room's lane. */
final class RoomPulse {

  private static final Duration LEAST_COUNTED = Duration.ofSeconds(5);
  private static final double MINUTE = 60_000; // milliseconds

  private long online; // as last heard
  private boolean hasSnapshot;
  private boolean isSelling = true; // until a snapshot says otherwise
  private boolean isExplaining;
  private int events; // of chat, since the last look
  private double eventsPerMinute; // at the last look
  private Instant lookedAt;

  RoomPulse(Instant now) {
    lookedAt = now;
  }

  void snapshot(RoomSnapshot snapshot) {
    hasSnapshot = true;
    online(snapshot.getOnlineCount());
    isSelling = !Boolean.FALSE.equals(snapshot.getHasCommerceGoods());
  }

  void promotions(PromotionList list) {
    isExplaining = list.getExplainingPromotionId() != null;
    isSelling |= !list.getPromotions().isEmpty();
  }

  void event(ChatEvent event) {
    events++;
    if (event.getOnlineCount() != null) {
      online(event.getOnlineCount());
    }
  }

  boolean hasSnapshot() {
    return hasSnapshot;
  }

  /** Whether people are there, as far as is known. */
  boolean isPeopled() {
    return online > 0;
  }

  boolean isSelling() {
    return isSelling;
  }

  /** How hot it is since the last look. */
  Heat heat(RoomState state, Instant now) {
    Duration counted = Duration.between(lookedAt, now);
    if (counted.compareTo(LEAST_COUNTED) >= 0) {
      eventsPerMinute = events * MINUTE / counted.toMillis();
      events = 0;
      lookedAt = now;
    }
    return Heat.of(state, online, eventsPerMinute, isExplaining);
  }

  private void online(@Nullable Long count) {
    online = count == null ? 0 : count;
  }
}
