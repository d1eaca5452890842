package io.liveroom.cli.roles;

import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.SettingKey;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.CollectorSettings.Budget;
import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.GroupProtocol;
import io.liveroom.collector.CollectorSettings.Limits;
import io.liveroom.collector.CollectorSettings.Platform;
import io.liveroom.collector.CollectorSettings.Poll;
import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Sharing;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Transport;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How settings become a collector's. */
public final class CollectorMapping {

  private final Settings settings;

  private CollectorMapping(Settings settings) {
    this.settings = settings;
  }

  /**
   * A collector's settings; throws {@link io.liveroom.cli.settings.SettingMistakes} with all that
   * is wrong.
   */
  public static CollectorSettings of(Settings settings) {
    return new CollectorMapping(settings).map();
  }

  /** What viewers' data becomes; throws as {@link #of} does. */
  public static Privacy privacyOf(Settings settings) {
    Attempts attempts = new Attempts();
    Optional<Privacy> privacy = attempts.attempt(new CollectorMapping(settings)::privacy);
    attempts.finish();
    return privacy.orElseThrow();
  }

  private CollectorSettings map() {
    Attempts attempts = new Attempts();
    Optional<Platform> platform = attempts.attempt(this::platform);
    Optional<Poll> poll = attempts.attempt(this::poll);
    Optional<Chat> chat = attempts.attempt(this::chat);
    Optional<Privacy> privacy = attempts.attempt(this::privacy);
    Optional<Budget> budget = attempts.attempt(this::budget);
    Optional<Limits> limits = attempts.attempt(this::limits);
    Optional<Sharing> sharing = attempts.attempt(this::sharing);
    attempts.finish();
    Optional<CollectorSettings> whole =
        attempts.attempt(
            () ->
                new CollectorSettings(
                    settings.get(CollectorKeys.COLLECTOR_ID),
                    platform.orElseThrow(),
                    poll.orElseThrow(),
                    chat.orElseThrow(),
                    privacy.orElseThrow(),
                    budget.orElseThrow(),
                    limits.orElseThrow(),
                    sharing.orElseThrow(),
                    settings.get(ProcessorKeys.DUPLICATES_WINDOW)));
    attempts.finish();
    return whole.orElseThrow();
  }

  private Platform platform() {
    return new Platform(
        settings
            .find(CommonKeys.PLATFORM_URL)
            .orElseThrow(() -> missing(CommonKeys.PLATFORM_URL.name(), "the platform's base URL")),
        secret(CommonKeys.PLATFORM_TOKEN, CommonKeys.PLATFORM_TOKEN_FILE)
            .orElseThrow(
                () -> missing(CommonKeys.PLATFORM_TOKEN_FILE.name(), "the file with the token")));
  }

  private Poll poll() {
    return new Poll(
        settings.get(CollectorKeys.STATUS_INTERVAL),
        settings.get(CollectorKeys.STATUS_BATCH_SIZE),
        settings.get(CollectorKeys.INFO_INTERVAL),
        settings.get(CollectorKeys.PROMOTIONS_INTERVAL),
        settings.get(CollectorKeys.AUDIENCE_INTERVAL),
        settings.get(CollectorKeys.FEED_INTERVAL),
        settings.get(CollectorKeys.HEAT),
        settings.get(CollectorKeys.LEAVE_AFTER));
  }

  private Chat chat() {
    return new Chat(
        choice(Transport.class, CollectorKeys.CHAT_TRANSPORT),
        settings.get(CollectorKeys.CHAT_POLL_INTERVAL),
        settings.get(CollectorKeys.CHAT_SILENCE),
        settings.get(CollectorKeys.CHAT_BUSINESS_SILENCE),
        settings.get(CollectorKeys.CHAT_UPGRADE_RETRY),
        settings.get(CollectorKeys.CHAT_CONNECTS_PER_SECOND));
  }

  private Privacy privacy() {
    return new Privacy(
        choice(Users.class, CollectorKeys.PRIVACY_USERS),
        choice(Text.class, CollectorKeys.PRIVACY_TEXT),
        secret(CollectorKeys.PRIVACY_KEY, CollectorKeys.PRIVACY_KEY_FILE)
            .orElseGet(() -> Secret.ofValue("")));
  }

  private Budget budget() {
    return new Budget(
        settings.get(CollectorKeys.REQUESTS_PER_SECOND), settings.get(CollectorKeys.CONCURRENCY));
  }

  private Limits limits() {
    return new Limits(
        settings.get(CollectorKeys.BODY_LIMIT), settings.get(CollectorKeys.FRAME_LIMIT));
  }

  private Sharing sharing() {
    return new Sharing(
        choice(GroupProtocol.class, CollectorKeys.GROUP_PROTOCOL),
        settings.get(CollectorKeys.SESSION_TIMEOUT),
        settings.get(CollectorKeys.HAND_OVER),
        settings.get(CollectorKeys.FENCE_AFTER));
  }

  /** A secret's own value wins over its file's, as the nearer one. */
  private Optional<Secret> secret(SettingKey<String> value, SettingKey<Path> file) {
    return settings
        .find(value)
        .map(Secret::ofValue)
        .or(() -> settings.path(file).map(Secret::ofFile));
  }

  private <E extends Enum<E>> E choice(Class<E> type, SettingKey<String> key) {
    return Enum.valueOf(type, settings.get(key).toUpperCase(Locale.ROOT));
  }

  private static IllegalArgumentException missing(String key, String rule) {
    return new IllegalArgumentException(key + " must name " + rule + ": was not set");
  }
}
