package io.liveroom.cli.doctor;

import io.liveroom.cli.roles.FeedWords;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.collector.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks the platform's feed once: reachable, token accepted, readable, its clock. */
public final class PlatformCheck implements Check {

  private static final Duration SLOW = Duration.ofSeconds(2);

  private final URI url;
  private final Callable<Feed.Outcome> question;

  public PlatformCheck(URI url, Callable<Feed.Outcome> question) {
    this.url = url;
    this.question = question;
  }

  @Override
  public Area area() {
    return Area.PLATFORM;
  }

  @Override
  public List<Finding> run() throws Exception {
    Feed.Outcome outcome = question.call();
    if (outcome instanceof Feed.Outcome.Found found) {
      return good(found);
    }
    if (outcome instanceof Feed.Outcome.Refused) {
      return List.of(
          Finding.ok(Area.PLATFORM, url + " answers"),
          Finding.wrong(
              Area.TOKEN,
              "the platform refuses it",
              "put a good one into the file of "
                  + CommonKeys.PLATFORM_TOKEN_FILE.name()
                  + "; workers read it again by themselves"));
    }
    return List.of(
        Finding.wrong(
            Area.PLATFORM,
            url + ": " + FeedWords.of(outcome),
            "see the address, the way to it, and the service's own notices"),
        Finding.skipped(Area.TOKEN, "not judged: the platform gave no answer of use"));
  }

  private List<Finding> good(Feed.Outcome.Found found) {
    List<Finding> findings = new ArrayList<>();
    String words =
        "%s answers the feed in %d ms, %d live rooms in it"
            .formatted(url, found.took().toMillis(), found.rooms().size());
    findings.add(
        found.took().compareTo(SLOW) < 0
            ? Finding.ok(Area.PLATFORM, words)
            : Finding.warning(Area.PLATFORM, words, "slow: expect fewer polls than scheduled"));
    findings.add(Finding.ok(Area.TOKEN, "accepted"));
    found
        .serverAhead()
        .map(ahead -> ClockWords.of("the platform", ahead, found.took().dividedBy(2)))
        .ifPresent(findings::add);
    return findings;
  }
}
