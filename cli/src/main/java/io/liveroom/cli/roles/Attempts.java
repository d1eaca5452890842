package io.liveroom.cli.roles;

import io.liveroom.cli.settings.SettingMistakes;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the parts of a role's settings and gathers what is wrong with each. */
final class Attempts {

  private final List<String> mistakes = new ArrayList<>();

  /** The part, or nothing and a mistake more. */
  <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (SettingMistakes e) {
      mistakes.addAll(e.mistakes());
      return Optional.empty();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      mistakes.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Throws everything that is wrong, at once. */
  void finish() {
    if (!mistakes.isEmpty()) {
      throw new SettingMistakes(mistakes);
    }
  }
}
