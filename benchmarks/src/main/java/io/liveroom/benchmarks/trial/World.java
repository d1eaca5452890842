package io.liveroom.benchmarks.trial;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rooms of a trial: small, medium and large as usual, both chat editions, all live throughout.
 *
 * @param rate messages a second of all of them, roughly
 */
record World(int rooms, double rate) {

  /** What a fresh room says a second at pace 1, and what its census adds at any pace. */
  private static final double SAID = 0.3;

  private static final double CENSUS = 0.11;

  /** Settings of the simulator. */
  Map<String, String> settings(boolean keepsFacts) {
    double pace = Math.max(0.01, (rate / rooms - CENSUS) / SAID);
    Map<String, String> settings = new TreeMap<>();
    settings.put("liveroom.simulator.rooms", Integer.toString(rooms));
    settings.put("liveroom.simulator.life", "24h");
    settings.put("liveroom.simulator.fresh", "true");
    settings.put("liveroom.simulator.traps", "countable");
    settings.put("liveroom.simulator.pace", String.format(Locale.ROOT, "%.3f", pace));
    settings.put("liveroom.simulator.keeps-facts", Boolean.toString(keepsFacts));
    return settings;
  }

  /** Settings of a worker: enough requests for so many rooms, each seldom. */
  static Map<String, String> workerSettings(int requestsPerSecond) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("liveroom.budget.requests-per-second", Integer.toString(requestsPerSecond));
    settings.put("liveroom.poll.info.interval", "2m");
    settings.put("liveroom.poll.promotions.interval", "5m");
    settings.put("liveroom.poll.audience.interval", "5m");
    return settings;
  }
}
