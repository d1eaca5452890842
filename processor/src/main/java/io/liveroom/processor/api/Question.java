package io.liveroom.processor.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parameters of one request; what is wrong with them is told all at once. */
final class Question {

  private static final int USUAL_LIMIT = 100;

  private final HttpServerRequest request;
  private final List<String> mistakes = new ArrayList<>();

  Question(HttpServerRequest request) {
    this.request = request;
  }

  HttpServerRequest request() {
    return request;
  }

  /** Path and parameters, as they came. */
  String uri() {
    return request.uri();
  }

  private MultiMap parameters() {
    return request.params();
  }

  /** Values of a parameter that may come several times, or with commas. */
  List<String> several(String name) {
    return parameters().getAll(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** Words of a set of ours, any case. */
  <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
    Set<E> words = java.util.EnumSet.noneOf(type);
    for (String value : several(name)) {
      try {
        words.add(Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        wrong(name, "one of " + List.of(type.getEnumConstants()), value);
      }
    }
    return words;
  }

  Optional<String> one(String name) {
    return Optional.ofNullable(parameters().get(name)).filter(value -> !value.isBlank());
  }

  int limit(int most) {
    return one("limit")
        .map(
            text -> {
              try {
                int limit = Integer.parseInt(text);
                if (limit >= 1 && limit <= most) {
                  return limit;
                }
              } catch (NumberFormatException e) {
                // the sentence below says it
              }
              wrong("limit", "a whole number from 1 to " + most, text);
              return 1;
            })
        .orElse(Math.min(USUAL_LIMIT, most));
  }

  Optional<Instant> time(String name) {
    return one(name).flatMap(text -> time(name, text));
  }

  Optional<Instant> time(String name, String text) {
    try {
      return Optional.of(
          text.matches("\\d{1,15}")
              ? Instant.ofEpochMilli(Long.parseLong(text))
              : Instant.parse(text));
    } catch (DateTimeException e) {
      wrong(name, "a time such as 2026-11-25T20:18:32Z, or epoch milliseconds", text);
      return Optional.empty();
    }
  }

  void wrong(String name, String rule, String value) {
    mistakes.add("%s must be %s, but is \"%s\"".formatted(name, rule, value));
  }

  /** Refuses names that no route knows, and ends the reading: throws what was wrong. */
  void finish(String... known) {
    List<String> names = List.of(known);
    parameters().names().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                mistakes.add(
                    "unknown parameter \"%s\": known are %s"
                        .formatted(name, String.join(", ", names))));
    if (!mistakes.isEmpty()) {
      throw Problem.badRequest(String.join("; ", mistakes));
    }
  }
}
