package io.liveroom.alerting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the operator decides about an alerting job.
 *
 * @param url the receiver
 * @param format what it understands
 * @param tokenFile holds a bearer token for it; empty for none
 * @param group consumer group: jobs of one group share the work, another group gets everything
 * @param isFromBeginning a group that is new begins with all alerts kept, else with what comes
 * @param externalUrl where a person sees more; may be empty
 * @param limit for one request
 * @param firstRetry how long to wait after the first failure; doubles with each
 * @param lastRetry how long to wait at most
 */
public record AlertJobSettings(
    URI url,
    AlertFormat format,
    Optional<Path> tokenFile,
    String group,
    boolean isFromBeginning,
    String externalUrl,
    Duration limit,
    Duration firstRetry,
    Duration lastRetry) {

  public static final String DEFAULT_GROUP = "liveroom-alert-webhook";

  /** A webhook, with the usual patience: a second first, a minute at most. */
  public static AlertJobSettings of(URI url) {
    return new AlertJobSettings(
        url,
        AlertFormat.WEBHOOK,
        Optional.empty(),
        DEFAULT_GROUP,
        false,
        "",
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }
}
