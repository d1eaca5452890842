package io.liveroom.cli.settings;

import static io.liveroom.cli.settings.SettingKey.optional;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of the collector. */
public final class CollectorKeys {

  public static final SettingKey<String> COLLECTOR_ID =
      new SettingKey<>(
          "liveroom.collector.id",
          SettingType.TEXT,
          HostName.word("collector-1"),
          "name of this worker; several on one machine need one each, the same after a restart");

  public static final SettingKey<Duration> STATUS_INTERVAL =
      interval("status", "10s", "whether rooms are live");

  public static final SettingKey<Duration> INFO_INTERVAL =
      interval("info", "30s", "a live room's counters");

  public static final SettingKey<Duration> PROMOTIONS_INTERVAL =
      interval("promotions", "30s", "a live room's goods");

  public static final SettingKey<Duration> AUDIENCE_INTERVAL =
      interval("audience", "60s", "a live room's contribution ranking");

  public static final SettingKey<Duration> FEED_INTERVAL =
      interval("feed", "60s", "random live rooms");

  public static final SettingKey<Integer> STATUS_BATCH_SIZE =
      new SettingKey<>(
          "liveroom.poll.status.batch-size",
          SettingType.COUNT,
          "50",
          "rooms in one status request");

  public static final SettingKey<Boolean> HEAT =
      new SettingKey<>(
          "liveroom.poll.heat",
          SettingType.SWITCH,
          "true",
          "busy rooms are asked up to 3 times as often as the intervals say, quiet ones up to 4"
              + " times as rarely; a live room's counters never more rarely than once a minute");

  public static final SettingKey<Duration> LEAVE_AFTER =
      new SettingKey<>(
          "liveroom.rooms.leave-after",
          SettingType.DURATION_TYPE,
          "1d",
          "how long after its end a room leaves the watchlist");

  public static final SettingKey<String> CHAT_TRANSPORT =
      new SettingKey<>(
          "liveroom.chat.transport",
          SettingType.oneOf("auto", "websocket", "poll"),
          "auto",
          "how chat is read: auto tries a socket, else repeats the GET");

  public static final SettingKey<Duration> CHAT_POLL_INTERVAL =
      new SettingKey<>(
          "liveroom.chat.poll-interval",
          SettingType.DURATION_TYPE,
          "1s",
          "time between two GETs of a room's chat, where the platform names none");

  public static final SettingKey<Duration> CHAT_SILENCE =
      new SettingKey<>(
          "liveroom.chat.silence",
          SettingType.DURATION_TYPE,
          "60s",
          "a socket without any frame for as long is dead");

  public static final SettingKey<Duration> CHAT_BUSINESS_SILENCE =
      new SettingKey<>(
          "liveroom.chat.business-silence",
          SettingType.DURATION_TYPE,
          "5m",
          "a socket without a message for as long is dead, if people are in the room");

  public static final SettingKey<Duration> CHAT_UPGRADE_RETRY =
      new SettingKey<>(
          "liveroom.chat.upgrade-retry",
          SettingType.DURATION_TYPE,
          "5m",
          "how long chat is read by GET before a socket is tried again");

  public static final SettingKey<Integer> CHAT_CONNECTS_PER_SECOND =
      new SettingKey<>(
          "liveroom.chat.connects-per-second",
          SettingType.COUNT,
          "100",
          "chat sockets one worker opens in a second, each of which costs a request too");

  public static final SettingKey<String> PRIVACY_USERS =
      new SettingKey<>(
          "liveroom.privacy.users",
          SettingType.oneOf("pseudonym", "plain", "drop"),
          "pseudonym",
          "viewers' ids: keyed hash, as they came, or left out");

  public static final SettingKey<String> PRIVACY_TEXT =
      new SettingKey<>(
          "liveroom.privacy.text",
          SettingType.oneOf("keep", "drop"),
          "keep",
          "the words of chat messages");

  public static final SettingKey<String> PRIVACY_KEY =
      optional(
          "liveroom.privacy.key", SettingType.SECRET, "secret key of pseudonyms, 16 characters up");

  public static final SettingKey<Path> PRIVACY_KEY_FILE =
      optional(
          "liveroom.privacy.key-file",
          SettingType.FILE,
          "file that holds the secret key of pseudonyms");

  public static final SettingKey<Integer> REQUESTS_PER_SECOND =
      new SettingKey<>(
          "liveroom.budget.requests-per-second",
          SettingType.COUNT,
          "50",
          "requests the token may make in a second, all endpoints together");

  public static final SettingKey<Integer> CONCURRENCY =
      new SettingKey<>(
          "liveroom.budget.concurrency", SettingType.COUNT, "32", "requests under way at once");

  public static final SettingKey<Integer> BODY_LIMIT =
      new SettingKey<>(
          "liveroom.limits.body",
          SettingType.SIZE_TYPE,
          "4MiB",
          "largest answer that is read; a larger one is a dead letter");

  public static final SettingKey<Integer> FRAME_LIMIT =
      new SettingKey<>(
          "liveroom.limits.frame",
          SettingType.SIZE_TYPE,
          "1MiB",
          "largest chat frame that is read; a larger one is a dead letter");

  public static final SettingKey<String> GROUP_PROTOCOL =
      new SettingKey<>(
          "liveroom.sharing.group-protocol",
          SettingType.oneOf("classic", "consumer"),
          "classic",
          "how workers share the rooms: classic, or consumer (KIP-848: sessions are the broker's)");

  public static final SettingKey<Duration> SESSION_TIMEOUT =
      new SettingKey<>(
          "liveroom.sharing.session-timeout",
          SettingType.DURATION_TYPE,
          "7s",
          "a worker silent for as long has lost its rooms to the others");

  public static final SettingKey<Duration> HAND_OVER =
      new SettingKey<>(
          "liveroom.sharing.hand-over",
          SettingType.DURATION_TYPE,
          "1m",
          "how long rooms given away are watched on at most, while their new owner begins");

  public static final SettingKey<Duration> FENCE_AFTER =
      new SettingKey<>(
          "liveroom.sharing.fence-after",
          SettingType.DURATION_TYPE,
          "1m",
          "a worker that alone gets nothing from the platform for as long leaves its rooms");

  private CollectorKeys() {}

  static List<SettingKey<?>> all() {
    return List.of(
        COLLECTOR_ID,
        STATUS_INTERVAL,
        STATUS_BATCH_SIZE,
        INFO_INTERVAL,
        PROMOTIONS_INTERVAL,
        AUDIENCE_INTERVAL,
        FEED_INTERVAL,
        HEAT,
        LEAVE_AFTER,
        CHAT_TRANSPORT,
        CHAT_POLL_INTERVAL,
        CHAT_SILENCE,
        CHAT_BUSINESS_SILENCE,
        CHAT_UPGRADE_RETRY,
        CHAT_CONNECTS_PER_SECOND,
        PRIVACY_USERS,
        PRIVACY_TEXT,
        PRIVACY_KEY,
        PRIVACY_KEY_FILE,
        REQUESTS_PER_SECOND,
        CONCURRENCY,
        BODY_LIMIT,
        FRAME_LIMIT,
        GROUP_PROTOCOL,
        SESSION_TIMEOUT,
        HAND_OVER,
        FENCE_AFTER);
  }

  private static SettingKey<Duration> interval(String endpoint, String text, String meaning) {
    return new SettingKey<>(
        "liveroom.poll." + endpoint + ".interval",
        SettingType.DURATION_TYPE,
        text,
        "time between two requests for " + meaning);
  }
}
