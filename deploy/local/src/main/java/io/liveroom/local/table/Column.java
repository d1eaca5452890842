package io.liveroom.local.table;

import io.liveroom.derived.OnlineTrend;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A column of figures, in order from left to right. */
enum Column {
  ONLINE("online", "在线", 8, 0, 0),
  PEAK("peak", "峰值", 6, 0, 6),
  VIEWERS("viewers", "观看", 7, 0, 1),
  FOLLOW_RATE("follow %", "关注率", 8, 1, 0),
  FOLLOWS("follows", "关注", 7, 1, 3),
  CHATS("chats/min", "弹幕/分", 9, 1, 2),
  GIFT_USERS("gift UV", "送礼人", 7, 2, 1),
  GIFT_VALUE("gifts ♦", "音浪", 7, 2, 4),
  LIKES("likes", "点赞", 7, 2, 5),
  LASTED("time", "时长", 6, 3, 4),
  AGE("seen", "更新", 5, 3, 3);

  private static final Duration STALE = Duration.ofMinutes(2);

  private final String english;
  private final String chinese;
  private final int width;
  private final int group; // a separator stands between groups
  private final int rank; // the highest leaves first where the terminal is narrow

  Column(String english, String chinese, int width, int group, int rank) {
    this.english = english;
    this.chinese = chinese;
    this.width = width;
    this.group = group;
    this.rank = rank;
  }

  int width() {
    return width;
  }

  int group() {
    return group;
  }

  int rank() {
    return rank;
  }

  Text header(Language language) {
    return Text.of(language.pick(english, chinese), Style.FAINT).right(width);
  }

  Text cell(RoomRow row, Figures figures) {
    return value(row, figures).right(width);
  }

  private Text value(RoomRow row, Figures figures) {
    return switch (this) {
      case ONLINE -> online(row, figures);
      case PEAK -> figures.count(row.peak());
      case VIEWERS -> figures.count(row.viewers());
      case FOLLOW_RATE -> figures.percent(row.followRate());
      case FOLLOWS -> figures.count(row.follows());
      case CHATS -> figures.count(row.chatsPerMinute());
      case GIFT_USERS -> figures.count(row.giftUsers());
      case GIFT_VALUE -> figures.count(row.giftValue());
      case LIKES -> figures.count(row.likes());
      case LASTED -> span(row.lasted(), figures);
      case AGE -> age(row.age(), figures);
    };
  }

  private static Text online(RoomRow row, Figures figures) {
    Text number =
        row.online() == null
            ? figures.none()
            : Text.of(figures.shortened(row.online()), Style.STRONG);
    return number.then(" ", Style.PLAIN).then(arrow(row.trend()));
  }

  private static Text arrow(OnlineTrend trend) {
    return switch (trend) {
      case RISING -> Text.of("↑", Style.GOOD);
      case FALLING -> Text.of("↓", Style.BAD);
      case STEADY -> Text.of("→", Style.FAINT);
      case UNKNOWN -> Text.plain(" ");
    };
  }

  private static Text span(@Nullable Duration duration, Figures figures) {
    return duration == null ? figures.none() : Text.plain(Figures.span(duration));
  }

  private static Text age(@Nullable Duration age, Figures figures) {
    if (age == null) {
      return figures.none();
    }
    return Text.of(Figures.span(age), age.compareTo(STALE) > 0 ? Style.CAUTION : Style.FAINT);
  }
}
