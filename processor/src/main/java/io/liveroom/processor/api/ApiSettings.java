package io.liveroom.processor.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the operator decides about the query API. One that exists is valid.
 *
 * @param host {@code liveroom.api.host}
 * @param port {@code liveroom.api.port}; 0 takes any free one
 * @param advertised {@code liveroom.api.advertised}: host:port where other instances reach this one
 * @param keep {@code liveroom.api.keep}: how long history is kept to be asked for
 * @param corsOrigins {@code liveroom.api.cors-origins}: whose pages may ask; none unless named
 * @param token {@code liveroom.api.token}: what a request must bring; empty = nothing. Looked up
 *     for each request, as its file may change; one that is blank lets nobody in
 */
public record ApiSettings(
    String host,
    int port,
    Optional<String> advertised,
    Duration keep,
    List<String> corsOrigins,
    Optional<Supplier<String>> token) {

  private static final Duration LEAST_KEEP = Duration.ofMinutes(5);
  private static final Duration MOST_KEEP = Duration.ofDays(30);
  private static final int PORTS = 65_535;
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}");
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s]+|\\*");

  public ApiSettings {
    corsOrigins = List.copyOf(corsOrigins);
    List<String> mistakes = new ArrayList<>();
    if (port < 0 || port > PORTS) {
      mistakes.add("liveroom.api.port must be from 0 to " + PORTS + ", but is " + port);
    }
    if (keep.compareTo(LEAST_KEEP) < 0 || keep.compareTo(MOST_KEEP) > 0) {
      mistakes.add(
          "liveroom.api.keep must be from " + LEAST_KEEP + " to " + MOST_KEEP + ", but is " + keep);
    }
    advertised
        .filter(address -> !ADDRESS.matcher(address).matches())
        .ifPresent(
            address ->
                mistakes.add("liveroom.api.advertised must be host:port, but is " + address));
    corsOrigins.stream()
        .filter(origin -> !ORIGIN.matcher(origin).matches())
        .forEach(
            origin ->
                mistakes.add(
                    "liveroom.api.cors-origins must be origins such as https://host, but has "
                        + origin));
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
  }

  /** On one machine, for whoever is on it, with a day of history. */
  public static ApiSettings local(int port) {
    return new ApiSettings(
        "127.0.0.1", port, Optional.empty(), Duration.ofDays(1), List.of(), Optional.empty());
  }
}
