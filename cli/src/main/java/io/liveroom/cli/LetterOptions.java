package io.liveroom.cli;

import io.liveroom.cli.letters.LetterFilter;
import io.liveroom.cli.settings.SettingType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which dead letters are meant. */
final class LetterOptions {

  @Option(names = "--room", paramLabel = "ID", description = "Only of this room.")
  private @Nullable String room;

  @Option(
      names = "--endpoint",
      paramLabel = "NAME",
      description = "Only of chat, info, status, promotions, audience, feed, or a topic.")
  private @Nullable String endpoint;

  @Option(
      names = "--reason",
      paramLabel = "NAME",
      description = "Only with this reason: not-json, wrong-shape, too-large, wrong-room …")
  private @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this time on: 2h, 3d, or 2026-11-01T08:00:00Z.")
  private @Nullable String since;

  /**
   * What they say.
   *
   * @param ids letters that are named, or none
   */
  LetterFilter filter(List<String> ids, Instant now) {
    return new LetterFilter(
        ids,
        Optional.ofNullable(room),
        Optional.ofNullable(endpoint),
        Optional.ofNullable(reason),
        Optional.ofNullable(since).map(text -> time(text, now)));
  }

  private static Instant time(String text, Instant now) {
    try {
      return text.contains("T") && !text.startsWith("P")
          ? Instant.parse(text)
          : now.minus(SettingType.DURATION_TYPE.parser().apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UserMistake(
          ExitCode.USAGE,
          "--since must be a length of time such as 2h, or a time such as 2026-11-01T08:00:00Z: was \"%s\""
              .formatted(text),
          e);
    }
  }
}
