package io.liveroom.warehouse;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every view's every figure, worked out from the records that were published. */
final class ViewsTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final double CLOSE = 1e-9; // relative: sums of doubles depend on their order

  private final FilledWarehouse warehouse = FilledWarehouse.shared();
  private final List<RoomMinute> minutes =
      latest(warehouse.topics.roomMinute(), List.of("room_id", "window_start"));
  private final List<RoomSession> sessions = latest(warehouse.topics.session(), List.of("room_id"));
  private final List<PromotionChange> changes =
      latest(warehouse.topics.promotionChange(), List.of("change_id"));

  @Test
  void ownerDay_addsBroadcastsOfADayInChina() {
    Collection<List<RoomSession>> groups =
        grouped(sessions, session -> List.of(day(session), session.getOwnerId()));
    assertThat(groups).hasSizeGreaterThan(3); // three owners, over midnight
    assertView(
        "owner_day", List.of("day", "owner_id"), groups.stream().map(ViewsTest::ownerDay).toList());
  }

  @Test
  void roomHour_addsMinutesAndDividesLast() {
    Collection<List<RoomMinute>> groups =
        grouped(minutes, minute -> List.of(minute.getRoomId(), hour(minute)));
    assertView(
        "room_hour",
        List.of("room_id", "hour_start"),
        groups.stream().map(ViewsTest::roomHour).toList());
  }

  @Test
  void bestMinute_ranksMinutesOfARoom() {
    Map<String, RoomSession> rooms = new HashMap<>();
    sessions.forEach(session -> rooms.put(session.getRoomId(), session));
    List<Map<String, @Nullable Object>> expected =
        grouped(minutes, RoomMinute::getRoomId).stream()
            .flatMap(
                room ->
                    room.stream().map(each -> bestMinute(each, room, rooms.get(each.getRoomId()))))
            .toList();
    assertView("best_minute", List.of("room_id", "window_start"), expected);
  }

  @Test
  void productPerformance_addsChangesAndCorrections() {
    Collection<List<PromotionChange>> groups =
        grouped(changes, change -> List.of(change.getRoomId(), change.getPromotionId()));
    assertView(
        "product_performance",
        List.of("room_id", "promotion_id"),
        groups.stream().map(ViewsTest::product).toList());
  }

  @Test
  void roomFunnel_isOfABroadcastsOwnCounts() {
    assertThat(sessions).anyMatch(RoomSession::getIsAnonymous);
    assertView(
        "room_funnel", List.of("room_id"), sessions.stream().map(ViewsTest::funnel).toList());
  }

  private static Map<String, @Nullable Object> ownerDay(List<RoomSession> day) {
    return new Figures<>(day)
        .with("day", day(day.get(0)))
        .with("owner_id", day.get(0).getOwnerId())
        .with("owner_name", ownerName(day))
        .with("broadcasts", (long) day.size())
        .with("final_broadcasts", day.stream().filter(RoomSession::getIsFinal).count())
        .with("seconds_on_air", day.stream().mapToDouble(ViewsTest::secondsOnAir).sum())
        .max("peak_online", RoomSession::getPeakOnline)
        .rate("average_online", RoomSession::getViewerSeconds, RoomSession::getCoveredSeconds)
        .sum("visits", RoomSession::getTotalViewers)
        .rate("average_stay_seconds", RoomSession::getViewerSeconds, RoomSession::getTotalViewers)
        .sum("follows", RoomSession::getTotalFollows)
        .rate("follow_rate", RoomSession::getTotalFollows, RoomSession::getTotalViewers)
        .sum("chat_count", RoomSession::getChatCount)
        .sum("gift_count", RoomSession::getGiftCount)
        .sum("gift_value", RoomSession::getGiftValue)
        .sum("likes", RoomSession::getLikes)
        .sum("sales_estimate", RoomSession::getSalesEstimate)
        .sum("gmv_estimate_fen", RoomSession::getGmvEstimateFen)
        .sum("gap_seconds", RoomSession::getGapSeconds)
        .row();
  }

  private static Map<String, @Nullable Object> roomHour(List<RoomMinute> hour) {
    return new Figures<>(hour)
        .with("room_id", hour.get(0).getRoomId())
        .with("hour_start", hour(hour.get(0)))
        .with("minutes", (long) hour.size())
        .with("is_final", hour.stream().allMatch(RoomMinute::getIsFinal))
        .max("online_max", RoomMinute::getOnlineMax)
        .rate("online_avg", ViewsTest::personMinutes, ViewsTest::coveredWhereKnown)
        .sum("viewers_gained", RoomMinute::getViewersGained)
        .sum("platform_follows_gained", RoomMinute::getPlatformFollowsGained)
        .rate("follow_rate", RoomMinute::getPlatformFollowsGained, RoomMinute::getViewersGained)
        .sum("chat_count", RoomMinute::getChatCount)
        .sum("enter_count", RoomMinute::getEnterCount)
        .sum("follow_count", RoomMinute::getFollowCount)
        .sum("share_count", RoomMinute::getShareCount)
        .sum("like_count", RoomMinute::getLikeCount)
        .sum("gift_count", RoomMinute::getGiftCount)
        .sum("gift_value", RoomMinute::getGiftValue)
        .sum("gap_seconds", RoomMinute::getGapSeconds)
        .row();
  }

  private static Map<String, @Nullable Object> bestMinute(
      RoomMinute minute, List<RoomMinute> room, @Nullable RoomSession session) {
    return new Figures<>(room)
        .with("room_id", minute.getRoomId())
        .with("owner_id", session == null ? null : session.getOwnerId())
        .with("title", session == null ? null : session.getTitle())
        .with("window_start", LocalDateTime.ofInstant(minute.getWindowStart(), UTC))
        .with("is_final", minute.getIsFinal())
        .with("online_max", minute.getOnlineMax())
        .with("viewers_gained", minute.getViewersGained())
        .with("platform_follows_gained", minute.getPlatformFollowsGained())
        .with("follow_rate", minute.getFollowRate())
        .with("gift_value", minute.getGiftValue())
        .with("gift_users", minute.getGiftUsers())
        .with("chat_count", minute.getChatCount())
        .with("explaining_promotion_id", minute.getExplainingPromotionId())
        .with("rank_by_online", rank(minute, room, RoomMinute::getOnlineMax))
        .with("rank_by_viewers", rank(minute, room, RoomMinute::getViewersGained))
        .with("rank_by_follows", rank(minute, room, RoomMinute::getPlatformFollowsGained))
        .with("rank_by_gift_value", rank(minute, room, RoomMinute::getGiftValue))
        .with("rank_by_chats", rank(minute, room, RoomMinute::getChatCount))
        .row();
  }

  private static Map<String, @Nullable Object> product(List<PromotionChange> all) {
    List<Long> prices =
        all.stream()
            .flatMap(change -> Stream.of(change.getPriceFenBefore(), change.getPriceFenAfter()))
            .filter(Objects::nonNull)
            .toList();
    return new Figures<>(all)
        .with("room_id", all.get(0).getRoomId())
        .with("promotion_id", all.get(0).getPromotionId())
        .with("product_id", lastKnown(all, PromotionChange::getProductId))
        .with("title", lastKnown(all, PromotionChange::getTitle))
        .with("first_listed_at", firstListed(all))
        .sum("units_sold", PromotionChange::getSalesGained)
        .sum("gmv_estimate_fen", PromotionChange::getGmvEstimateFen)
        .rate(
            "average_price_fen",
            PromotionChange::getGmvEstimateFen,
            PromotionChange::getSalesGained)
        .with("price_changes", count(all, ChangeKind.PRICE_CHANGED))
        .with("lowest_price_fen", prices.stream().min(Long::compare).orElse(null))
        .with("highest_price_fen", prices.stream().max(Long::compare).orElse(null))
        .with("times_sold_out", count(all, ChangeKind.SOLD_OUT))
        .with("times_explained", count(all, ChangeKind.EXPLAIN_ENDED))
        .sum(
            "explained_seconds",
            change ->
                change.getKind() == ChangeKind.EXPLAIN_ENDED ? change.getExplainedSeconds() : null)
        .row();
  }

  private static Map<String, @Nullable Object> funnel(RoomSession session) {
    Function<RoomSession, @Nullable Long> interacting =
        each -> each.getIsAnonymous() ? null : each.getInteractingUsers();
    Function<RoomSession, @Nullable Long> givers =
        each -> each.getIsAnonymous() ? null : each.getGiftUsers();
    return new Figures<>(List.of(session))
        .with("room_id", session.getRoomId())
        .with("owner_id", session.getOwnerId())
        .with("title", session.getTitle())
        .with("is_final", session.getIsFinal())
        .with("users_is_estimate", session.getUsersIsEstimate())
        .with("gap_seconds", session.getGapSeconds())
        .with("viewers", session.getViewersGained())
        .with("interacting_users", interacting.apply(session))
        .with("gift_users", givers.apply(session))
        .rate("interaction_rate", interacting, RoomSession::getViewersGained)
        .rate("givers_of_interacting", givers, interacting)
        .rate("giver_rate", givers, RoomSession::getViewersGained)
        .row();
  }

  private void assertView(
      String view, List<String> key, List<Map<String, @Nullable Object>> expected) {
    List<Map<String, @Nullable Object>> rows =
        warehouse.postgres.rows("SELECT * FROM liveroom." + view);
    assertThat(rows).as(view).hasSameSizeAs(expected);
    assertThat(byKey(rows, key))
        .as(view)
        .usingRecursiveComparison()
        .withComparatorForType(ViewsTest::closely, Double.class)
        .isEqualTo(byKey(expected, key));
  }

  private static int closely(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return Objects.equals(one, other) ? 0 : 1;
    }
    return Math.abs(one - other) <= CLOSE * Math.abs(one) ? 0 : Double.compare(one, other);
  }

  private static Map<String, Map<String, @Nullable Object>> byKey(
      List<Map<String, @Nullable Object>> rows, List<String> key) {
    Map<String, Map<String, @Nullable Object>> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(String.valueOf(key.stream().map(row::get).toList()), row));
    return byKey;
  }

  private <V extends SpecificRecord> List<V> latest(Topic<V> topic, List<String> key) {
    return warehouse.publisher.latest(topic, key).values().stream()
        .map(topic.recordType()::cast)
        .toList();
  }

  private static <V, K> Collection<List<V>> grouped(List<V> records, Function<V, K> key) {
    return records.stream().collect(groupingBy(key)).values();
  }

  private static LocalDate day(RoomSession session) {
    return LocalDate.ofInstant(session.getStartedAt(), CHINA);
  }

  private static LocalDateTime hour(RoomMinute minute) {
    return LocalDateTime.ofInstant(minute.getWindowStart().truncatedTo(ChronoUnit.HOURS), UTC);
  }

  private static double secondsOnAir(RoomSession session) {
    return Duration.between(session.getStartedAt(), session.getEndedAt()).toSeconds();
  }

  private static @Nullable Double personMinutes(RoomMinute minute) {
    return minute.getOnlineAvg() == null || minute.getOnlineCoverage() == null
        ? null
        : Double.valueOf(minute.getOnlineAvg() * minute.getOnlineCoverage());
  }

  private static @Nullable Double coveredWhereKnown(RoomMinute minute) {
    return minute.getOnlineAvg() == null ? null : minute.getOnlineCoverage();
  }

  private static @Nullable Long rank(
      RoomMinute minute, List<RoomMinute> room, Function<RoomMinute, @Nullable Long> figure) {
    Long own = figure.apply(minute);
    return own == null
        ? null
        : Long.valueOf(
            1 + room.stream().map(figure).filter(each -> each != null && each > own).count());
  }

  private static @Nullable String ownerName(List<RoomSession> day) {
    return day.stream()
        .filter(session -> session.getOwnerName() != null)
        .min(
            Comparator.comparing(
                    RoomSession::getLastEventAt, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(RoomSession::getRoomId))
        .map(RoomSession::getOwnerName)
        .orElse(null);
  }

  private static @Nullable String lastKnown(
      List<PromotionChange> changes, Function<PromotionChange, @Nullable String> words) {
    return changes.stream()
        .filter(change -> words.apply(change) != null)
        .max(Comparator.comparing(PromotionChange::getChangedAt))
        .map(words)
        .orElse(null);
  }

  private static @Nullable LocalDateTime firstListed(List<PromotionChange> changes) {
    return changes.stream()
        .filter(change -> change.getKind() == ChangeKind.LISTED)
        .map(change -> LocalDateTime.ofInstant(change.getChangedAt(), UTC))
        .min(LocalDateTime::compareTo)
        .orElse(null);
  }

  private static long count(List<PromotionChange> changes, ChangeKind kind) {
    return changes.stream().filter(change -> change.getKind() == kind).count();
  }
}
