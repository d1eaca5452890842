package io.liveroom.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one answer shows of a room: the platform's knowledge with its oddities put in.
 *
 * @param at the answer's server time
 * @param status where the room is in its life
 * @param online people now; 0 after the end
 * @param totalViewers viewers so far
 * @param follows new followers so far
 * @param giftUsers distinct givers so far
 * @param likes likes so far
 * @param fanTicket gift income so far, diamonds; 0 after the end
 * @param followers the anchor's followers altogether
 * @param createSeconds when the room was made, Unix seconds
 * @param startSeconds when it went live, Unix seconds; 0 where not told
 * @param finishSeconds the end, or a heartbeat, Unix seconds; 0 where not told
 * @param sources where the viewers come from
 */
public record RoomShown(
    Instant at,
    RoomStatus status,
    @Nullable Long online,
    long totalViewers,
    long follows,
    long giftUsers,
    @Nullable Long likes,
    @Nullable Long fanTicket,
    long followers,
    long createSeconds,
    long startSeconds,
    long finishSeconds,
    Sources sources) {

  /**
   * Fractions of the viewers, sum about 1.
   *
   * @param city from the same city
   * @param myFollow who follow the anchor
   * @param videoDetail from a video
   * @param other from elsewhere
   */
  public record Sources(double city, double myFollow, double videoDetail, double other) {}

  /** Shows a view of a room. */
  public static RoomShown of(Broadcast room, RoomView view) {
    boolean zeroed = view.status() == RoomStatus.ENDED && room.traps().has(Trap.ZEROED_AFTER_END);
    Seed answer = room.seed().child(5).child(view.at().toEpochMilli());
    double missing = room.traps().has(Trap.MISSING_VALUES) ? answer.fraction(0) : 1;
    return new RoomShown(
        view.at(),
        view.status(),
        missing < 0.02 ? null : Long.valueOf(zeroed ? 0 : view.online()),
        view.totalViewers(),
        view.follows(),
        view.giftUsers(),
        missing > 0.02 && missing < 0.04 ? null : Long.valueOf(view.likes()),
        missing > 0.04 && missing < 0.06 ? null : Long.valueOf(zeroed ? 0 : view.fanTicket()),
        view.followers(),
        room.createdAt().getEpochSecond(),
        startSeconds(room, view),
        finishSeconds(room, view),
        sources(room));
  }

  private static long startSeconds(Broadcast room, RoomView view) {
    boolean told = view.status() != RoomStatus.PREPARING && !room.quirks().startTimeMissing();
    return told ? room.startsAt().getEpochSecond() : 0;
  }

  private static long finishSeconds(Broadcast room, RoomView view) {
    if (view.status() == RoomStatus.ENDED) {
      return room.endsAt().getEpochSecond();
    }
    return room.traps().has(Trap.HEARTBEAT_FINISH_TIME) ? view.at().getEpochSecond() - 11 : 0;
  }

  private static Sources sources(Broadcast room) {
    long video = 30 + (long) (room.seed().fraction(6) * 50);
    return new Sources(0, 0.02, video / 100.0, (97 - video) / 100.0);
  }
}
