package io.liveroom.collector;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;

/**
 * What a collector can be told. A record that exists is valid.
 *
 * @param id name of this worker, in every record and in the consumer group
 * @param duplicatesWindow how long after its last sighting a fact seen again is the same fact
 */
public record CollectorSettings(
    String id,
    Platform platform,
    Poll poll,
    Chat chat,
    Privacy privacy,
    Budget budget,
    Limits limits,
    Sharing sharing,
    Duration duplicatesWindow) {

  public static final Duration DEFAULT_DUPLICATES_WINDOW = Duration.ofMinutes(15);

  public CollectorSettings {
    rule(
        id.matches("[A-Za-z0-9._-]{1,100}"), "liveroom.collector.id", "letters, digits, . _ -", id);
    positive("liveroom.duplicates.window", duplicatesWindow);
  }

  /** Defaults for everything but what has none. */
  public static CollectorSettings defaults(
      String id, URI platformUrl, Secret token, Secret privacyKey) {
    return new CollectorSettings(
        id,
        new Platform(platformUrl, token),
        Poll.DEFAULT,
        Chat.DEFAULT,
        new Privacy(Users.PSEUDONYM, Text.KEEP, privacyKey),
        Budget.DEFAULT,
        Limits.DEFAULT,
        Sharing.DEFAULT,
        DEFAULT_DUPLICATES_WINDOW);
  }

  /**
   * The service to watch.
   *
   * @param url base URL, without the path of an endpoint
   * @param token its authorisation code; travels in the URL and nowhere else
   */
  public record Platform(URI url, Secret token) {
    public Platform {
      String scheme = String.valueOf(url.getScheme());
      boolean known = scheme.equals("http") || scheme.equals("https");
      rule(
          known && url.getHost() != null,
          "liveroom.platform.url",
          "http://HOST or https://HOST",
          url);
      rule(
          url.getQuery() == null,
          "liveroom.platform.url",
          "no query (the token has its own key)",
          "***");
      rule(!token.isEmpty(), "liveroom.platform.token", "not empty", token);
    }
  }

  /**
   * How often each endpoint is asked, for a room or, with feed, altogether.
   *
   * @param statusBatchSize rooms in one status request
   * @param isByHeat busy rooms are asked more often than the intervals say, quiet ones more rarely
   * @param leaveAfter how long after its end a room leaves the watchlist
   */
  public record Poll(
      Duration status,
      int statusBatchSize,
      Duration info,
      Duration promotions,
      Duration audience,
      Duration feed,
      boolean isByHeat,
      Duration leaveAfter) {

    public static final Poll DEFAULT =
        new Poll(
            Duration.ofSeconds(10),
            50,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            true,
            Duration.ofDays(1));

    public Poll {
      positive("liveroom.poll.status.interval", status);
      within("liveroom.poll.status.batch-size", statusBatchSize, 1, 500);
      positive("liveroom.poll.info.interval", info);
      positive("liveroom.poll.promotions.interval", promotions);
      positive("liveroom.poll.audience.interval", audience);
      positive("liveroom.poll.feed.interval", feed);
      positive("liveroom.rooms.leave-after", leaveAfter);
    }
  }

  /** How chat is read. */
  public enum Transport {
    /** By socket; by repeated GET where the service does not upgrade. */
    AUTO,
    WEBSOCKET,
    POLL
  }

  /**
   * Chat.
   *
   * @param silence no frame at all for so long, answers to pings included: the socket is dead
   * @param businessSilence no message for so long while snapshots say people are there: dead too
   * @param upgradeRetry how long GET is repeated before the upgrade is tried again
   * @param connectsPerSecond most sockets that one worker opens in a second
   */
  public record Chat(
      Transport transport,
      Duration pollInterval,
      Duration silence,
      Duration businessSilence,
      Duration upgradeRetry,
      int connectsPerSecond) {

    public static final Chat DEFAULT =
        new Chat(
            Transport.AUTO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            100);

    public Chat {
      requireNonNull(transport, "transport is null");
      positive("liveroom.chat.poll-interval", pollInterval);
      positive("liveroom.chat.silence", silence);
      positive("liveroom.chat.business-silence", businessSilence);
      positive("liveroom.chat.upgrade-retry", upgradeRetry);
      within("liveroom.chat.connects-per-second", connectsPerSecond, 1, 10_000);
    }
  }

  /** What leaves the collector of a viewer's identity. */
  public enum Users {
    /** Ids as HMAC-SHA256 under the key; names, other ids and avatars dropped. */
    PSEUDONYM,
    /** As it came. */
    PLAIN,
    /** Nothing. */
    DROP
  }

  /** What leaves the collector of what viewers wrote. */
  public enum Text {
    KEEP,
    DROP
  }

  /**
   * Privacy of the viewers.
   *
   * @param key of the pseudonyms; a change of it makes everybody a stranger
   */
  public record Privacy(Users users, Text text, Secret key) {

    /** Characters of a key that makes pseudonyms. */
    public static final int SHORTEST_KEY = 16;

    public Privacy {
      requireNonNull(users, "users is null");
      requireNonNull(text, "text is null");
      rule(
          users != Users.PSEUDONYM || key.reveal().length() >= SHORTEST_KEY,
          "liveroom.privacy.key",
          "at least " + SHORTEST_KEY + " characters where liveroom.privacy.users is pseudonym",
          key);
    }
  }

  /** What the service may be asked: new requests a second, and requests at the same time. */
  public record Budget(int requestsPerSecond, int concurrency) {
    public static final Budget DEFAULT = new Budget(50, 32);

    public Budget {
      within("liveroom.budget.requests-per-second", requestsPerSecond, 1, 100_000);
      within("liveroom.budget.concurrency", concurrency, 1, 10_000);
    }
  }

  /** Largest answer and largest socket message that is read, in bytes. */
  public record Limits(int maxBody, int maxFrame) {
    public static final Limits DEFAULT = new Limits(4 << 20, 1 << 20);

    public Limits {
      within("liveroom.limits.body", maxBody, 1024, 1 << 30);
      within("liveroom.limits.frame", maxFrame, 1024, 1 << 30);
    }
  }

  /** Kafka's group protocols. */
  public enum GroupProtocol {
    /** Cooperative-sticky, with the session time-out of this worker's settings. */
    CLASSIC,
    /** KIP-848: the broker decides who gets what, and how long a session lasts. */
    CONSUMER
  }

  /**
   * How workers share the rooms.
   *
   * @param sessionTimeout a worker that is silent for so long has lost its rooms to the others;
   *     classic protocol only
   * @param handOver how long a worker that gives rooms away goes on watching them at most, while
   *     their new owner begins
   * @param fenceAfter a worker to which the platform has given nothing usable for so long, while it
   *     gives to others, leaves its rooms to those
   */
  public record Sharing(
      GroupProtocol protocol, Duration sessionTimeout, Duration handOver, Duration fenceAfter) {

    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6); // brokers refuse less
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(30); // and more

    public static final Sharing DEFAULT =
        new Sharing(
            GroupProtocol.CLASSIC,
            Duration.ofSeconds(7),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));

    public Sharing {
      requireNonNull(protocol, "protocol is null");
      rule(
          sessionTimeout.compareTo(SHORTEST_SESSION) >= 0
              && sessionTimeout.compareTo(LONGEST_SESSION) <= 0,
          "liveroom.sharing.session-timeout",
          "from " + SHORTEST_SESSION + " to " + LONGEST_SESSION,
          sessionTimeout);
      positive("liveroom.sharing.hand-over", handOver);
      positive("liveroom.sharing.fence-after", fenceAfter);
    }
  }

  private static void positive(String key, Duration value) {
    rule(!value.isNegative() && !value.isZero(), key, "longer than nothing", value);
  }

  private static void within(String key, int value, int least, int most) {
    rule(value >= least && value <= most, key, "from " + least + " to " + most, value);
  }

  private static void rule(boolean holds, String key, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(key + " must be " + rule + ", but is " + value);
    }
  }
}
