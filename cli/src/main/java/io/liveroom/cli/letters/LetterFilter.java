package io.liveroom.cli.letters;

import io.liveroom.deadletter.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which dead letters are meant: those that meet everything that is named.
 *
 * @param ids ids, or the ends of ids; none means any
 * @param reason as in the record, any case
 * @param since when the collector had it, or later
 */
public record LetterFilter(
    List<String> ids,
    Optional<String> room,
    Optional<String> endpoint,
    Optional<String> reason,
    Optional<Instant> since)
    implements Predicate<DeadLetter> {

  public LetterFilter {
    ids = List.copyOf(ids);
  }

  /** One letter, by its id or the end of it. */
  public static LetterFilter ofId(String id) {
    return new LetterFilter(
        List.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it names anything at all. */
  public boolean isAnything() {
    return ids.isEmpty()
        && room.isEmpty()
        && endpoint.isEmpty()
        && reason.isEmpty()
        && since.isEmpty();
  }

  @Override
  public boolean test(DeadLetter letter) {
    return (ids.isEmpty() || ids.stream().anyMatch(letter.getDeadLetterId()::endsWith))
        && room.map(id -> id.equals(letter.getRoomId())).orElse(true)
        && endpoint.map(name -> name.equals(letter.getEndpoint())).orElse(true)
        && reason.map(word -> isReason(word, letter)).orElse(true)
        && since.map(time -> !letter.getReceivedAt().isBefore(time)).orElse(true);
  }

  private static boolean isReason(String word, DeadLetter letter) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return name.equals(letter.getReason().name());
  }
}
