package io.liveroom.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads a fault from JSON: {@code {"kind":"http_error","endpoint":"info","room_id":"…","code":503,
 * "delay":"PT2S","count":3,"duration":"PT30S"}}; all but the kind may be left out.
 */
final class FaultReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FaultReader() {}

  /**
   * Reads one fault.
   *
   * @throws IllegalArgumentException in a sentence for a person
   */
  static Fault read(String text, Instant now) {
    try {
      JsonNode json = MAPPER.readTree(text);
      Fault fault = Fault.of(kind(json.path("kind").asText()));
      if (json.has("endpoint")) {
        fault = fault.at(endpoint(json.get("endpoint").asText()));
      }
      if (json.has("room_id")) {
        fault = fault.inRoom(json.get("room_id").asText());
      }
      if (json.has("code")) {
        fault = fault.withCode(json.get("code").asInt());
      }
      if (json.has("delay")) {
        fault = fault.withDelay(Duration.parse(json.get("delay").asText()));
      }
      if (json.has("count")) {
        fault = fault.times(json.get("count").asInt());
      }
      return json.has("duration")
          ? fault.until(now.plus(Duration.parse(json.get("duration").asText())))
          : fault;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("delay and duration look like PT2S", e);
    }
  }

  private static FaultKind kind(String word) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind must be one of " + Arrays.toString(FaultKind.values()) + ": " + word));
  }

  private static Endpoint endpoint(String word) {
    return Endpoint.ofWord(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "endpoint must be one of " + Arrays.toString(Endpoint.values()) + ": " + word));
  }
}
