package io.liveroom.cli.roles;

import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.collector.Feed;

/** What the platform's feed brought, with what to do about it. */
public final class FeedWords {

  private static final String SEE_URL = ": see " + CommonKeys.PLATFORM_URL.name();

  private FeedWords() {}

  public static String of(Feed.Outcome outcome) {
    if (outcome instanceof Feed.Outcome.Refused) {
      return "the platform refuses the token: see " + CommonKeys.PLATFORM_TOKEN_FILE.name();
    }
    if (outcome instanceof Feed.Outcome.Denied denied) {
      return "the platform denied it with its own code %d: see its documents, and %s"
          .formatted(denied.code(), CommonKeys.PLATFORM_TOKEN_FILE.name());
    }
    if (outcome instanceof Feed.Outcome.Throttled throttled) {
      return "the platform wants to be asked less, again in %d s: see %s"
          .formatted(throttled.retryAfter().toSeconds(), CollectorKeys.REQUESTS_PER_SECOND.name());
    }
    if (outcome instanceof Feed.Outcome.Unreadable unreadable) {
      return "the platform's answer can't be read (" + unreadable.reason() + ")" + SEE_URL;
    }
    if (outcome instanceof Feed.Outcome.Silent silent) {
      return "the platform does not answer (" + silent.reason() + ")" + SEE_URL;
    }
    return "%d live rooms".formatted(((Feed.Outcome.Found) outcome).rooms().size());
  }
}
