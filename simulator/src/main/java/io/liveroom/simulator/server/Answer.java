package io.liveroom.simulator.server;

import java.util.Map;

/**
 * What goes back to a client.
 *
 * @param status HTTP status
 * @param headers beside the content type
 * @param body JSON, or what should have been
 */
record Answer(int status, Map<String, String> headers, String body) {
  static Answer ok(String body) {
    return new Answer(200, Map.of(), body);
  }
}
