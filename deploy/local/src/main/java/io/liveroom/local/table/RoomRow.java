package io.liveroom.local.table;

import io.liveroom.common.RoomState;
import io.liveroom.derived.OnlineTrend;
import io.liveroom.derived.RoomSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the table says of one room.
 *
 * @param online people in the room now; null where unknown or over
 * @param chatsPerMinute of the last minute
 * @param lasted from the start to the end, or to now
 * @param age of the last thing seen
 */
public record RoomRow(
    String roomId,
    RoomState state,
    @Nullable String title,
    @Nullable String owner,
    @Nullable Long online,
    OnlineTrend trend,
    @Nullable Long peak,
    @Nullable Long viewers,
    @Nullable Double followRate,
    @Nullable Long follows,
    @Nullable Long chatsPerMinute,
    @Nullable Long giftUsers,
    @Nullable Long giftValue,
    @Nullable Long likes,
    @Nullable Duration lasted,
    @Nullable Duration age) {

  /** What matters first: live rooms, the fullest at the top. */
  static final Comparator<RoomRow> ORDER =
      Comparator.comparingInt((RoomRow row) -> rank(row.state))
          .thenComparing(RoomRow::crowd, Comparator.reverseOrder())
          .thenComparing(RoomRow::roomId);

  /** A room of which nothing has been seen yet. */
  public static RoomRow awaited(String roomId) {
    return new RoomRow(
        roomId,
        RoomState.UNKNOWN,
        null,
        null,
        null,
        OnlineTrend.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A room by its session. */
  public static RoomRow of(RoomSession session, @Nullable Long chatsPerMinute, Instant now) {
    boolean isOver = session.getState() == RoomState.ENDED;
    return new RoomRow(
        session.getRoomId(),
        session.getState(),
        session.getTitle(),
        session.getOwnerName(),
        isOver ? null : session.getOnlineLast(),
        isOver ? OnlineTrend.UNKNOWN : session.getOnlineTrend(),
        session.getPeakOnline(),
        session.getTotalViewers(),
        session.getFollowRate(),
        session.getTotalFollows(),
        isOver ? null : chatsPerMinute,
        session.getGiftUv() == null ? session.getGiftUsers() : session.getGiftUv(),
        session.getGiftValue(),
        session.getLikes(),
        between(session.getStartedAt(), isOver ? session.getEndedAt() : now),
        between(session.getLastEventAt(), now));
  }

  private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to);
  }

  private static int rank(RoomState state) {
    return switch (state) {
      case LIVE -> 0;
      case PAUSED -> 1;
      case PREPARING -> 2;
      case UNKNOWN -> 3;
      case ENDED -> 4;
    };
  }

  private long crowd() {
    if (online != null) {
      return online;
    }
    return viewers == null ? -1 : viewers;
  }
}
