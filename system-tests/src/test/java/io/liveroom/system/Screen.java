package io.liveroom.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.liveroom.simulator.ledger.TrueMinute;
import io.liveroom.simulator.ledger.TrueSession;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ledger's figures as they must stand on the English page. */
final class Screen {

  private static final String NONE = "–";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Screen() {}

  /** By the names of the tiles. */
  static Map<String, String> figuresOf(TrueSession truth) {
    Map<String, String> shown = new TreeMap<>();
    shown.put("online_last", count(truth.onlineLast()));
    shown.put("peak_online", count(truth.peakOnline()));
    shown.put("average_online", count(rounded(truth.averageOnline())));
    shown.put("total_viewers", count(truth.totalViewers()));
    shown.put("total_follows", count(truth.totalFollows()));
    shown.put("follow_rate", percent(truth.followRate(), 2));
    shown.put("follow_rate_observed", percent(truth.followRateObserved(), 2));
    shown.put("gift_uv", count(truth.giftUv()));
    shown.put("gift_uv_observed", count(truth.giftUvObserved()));
    shown.put("gift_uv_rate", percent(truth.giftUvRate(), 3));
    shown.put("gift_value", count(truth.giftValue()));
    shown.put("fan_ticket_gained", count(truth.fanTicketGained()));
    shown.put("chat_count", count(truth.chatCount()));
    shown.put("chat_users", count(truth.chatUsers()));
    shown.put("likes", count(truth.likes()));
    shown.put("share_count", count(truth.shareCount()));
    shown.put("interaction_rate", percent(truth.interactionRate(), 2));
    return shown;
  }

  /** By what a row of the table is read as below. */
  static Map<String, String> figuresOf(TrueMinute truth) {
    return Map.of(
        "online", count(truth.onlineLast()),
        "viewers", count(truth.viewersGained()),
        "follows", count(truth.platformFollowsGained()),
        "givers", count(truth.giftUsers()),
        "diamonds", count(truth.giftValue()),
        "chats", count(truth.chatCount()));
  }

  /** A row of the table, its cells from left to right. */
  static Map<String, String> figuresOf(JsonNode cells) {
    return Map.of(
        "online", cells.path(0).asText(),
        "viewers", cells.path(1).asText(),
        "follows", cells.path(3).asText(),
        "givers", cells.path(4).asText(),
        "diamonds", cells.path(5).asText(),
        "chats", cells.path(6).asText());
  }

  static String key(Instant windowStart) {
    return TIME.format(windowStart);
  }

  private static @Nullable Long rounded(@Nullable Double value) {
    return value == null ? null : Long.valueOf(Math.round(value));
  }

  private static String count(@Nullable Long value) {
    return value == null ? NONE : grouped("#,##0").format(value);
  }

  private static String percent(@Nullable Double rate, int digits) {
    if (rate == null) {
      return NONE;
    }
    BigDecimal hundredfold = new BigDecimal(rate * 100).setScale(digits, RoundingMode.HALF_UP);
    return grouped("#,##0." + "0".repeat(digits)).format(hundredfold) + "%";
  }

  private static DecimalFormat grouped(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
  }
}
