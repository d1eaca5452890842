package io.liveroom.collector.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the value of a key in an unreadable payload. Only what is listed here is kept: it
 * says nothing about a viewer, or it is published anyway, and a decoder needs it to read the
 * payload after a fix.
 */
enum MaskRule {
  /** Kept where it looks like a number or a flag. */
  FIGURE,
  /** Kept where it looks like an id or a word of the protocol. */
  IDENTIFIER,
  /** Kept: goods, gifts, and what the anchor shows to everybody. */
  PUBLIC_TEXT,
  /** What a viewer wrote, or a sentence about them, after the text setting and without names. */
  VIEWER_WORDS,
  /** A viewer's id, after the privacy setting. */
  VIEWER_ID,
  /** A viewer's name or another mark of theirs: kept only where everything is. */
  VIEWER_MARK,
  /** Hidden: letters become x, digits 0. */
  HIDDEN;

  private static final Map<String, MaskRule> ANYWHERE =
      rules(
          Map.of(
              FIGURE,
              List.of(
                  "code status_code now fetch_interval alive total count score delta rank action",
                  "control_action create_time createTime like_count likeCount like_total likeTotal",
                  "total_like_count totalLikeCount online online_count onlineCount user_count",
                  "userCount online_user_for_anchor onlineUserForAnchor total_user totalUser",
                  "total_viewers totalViewers total_pv_for_anchor totalPvForAnchor gift_count",
                  "giftCount repeat_count repeatCount combo_count comboCount group_count",
                  "groupCount repeat_end repeatEnd diamond_count diamondCount price min_price",
                  "stock_num sale_num status index in_stock campaign can_explain can_seckill",
                  "has_more min_refresh_gap expire_time start_time finish_time",
                  "has_commerce_goods follow_count gift_uv_count fan_ticket follower_count",
                  "city my_follow video_detail other"),
              IDENTIFIER,
              List.of(
                  "type method msg_id msgId msg_id_str tid room_id room_id_str gift_id giftId",
                  "group_id groupId promotion_id product_id shop_id current_promotion_id",
                  "next_page_id gift.id gift.id_str"),
              PUBLIC_TEXT,
              List.of("gift_name giftName gift.name currency platform_label promotions.title"),
              VIEWER_WORDS,
              List.of("text msg content"),
              VIEWER_ID,
              List.of("uid uid_str user_id userId user.id user.id_str"),
              VIEWER_MARK,
              List.of(
                  "nickname nickName sec_uid secUid short_id shortId unique_id uniqueId",
                  "display_id")));

  /** Of a room, its anchor is shown to everybody, and published. */
  private static final Map<String, MaskRule> IN_ROOMS =
      rules(
          Map.of(
              IDENTIFIER,
              List.of("data.id data.id_str owner.id owner.id_str owner_user_id"),
              PUBLIC_TEXT,
              List.of("data.title owner.nickname stream_url.rtmp_pull_url")));

  /**
   * @param parent key of the object that holds the value, or of the list that holds the object
   */
  static MaskRule of(Endpoint endpoint, @Nullable String parent, @Nullable String key) {
    if (key == null) {
      return HIDDEN;
    }
    boolean isRoom = endpoint == Endpoint.INFO || endpoint == Endpoint.FEED;
    String place = parent + "." + key;
    MaskRule rule = isRoom ? IN_ROOMS.getOrDefault(place, IN_ROOMS.get(key)) : null;
    rule = rule == null ? ANYWHERE.get(place) : rule;
    return rule == null ? ANYWHERE.getOrDefault(key, HIDDEN) : rule;
  }

  private static Map<String, MaskRule> rules(Map<MaskRule, Collection<String>> keysOf) {
    Map<String, MaskRule> all = new HashMap<>();
    keysOf.forEach(
        (rule, lines) ->
            lines.forEach(
                line -> {
                  for (String key : line.split(" ", -1)) {
                    all.put(key, rule);
                  }
                }));
    return Map.copyOf(all);
  }
}
