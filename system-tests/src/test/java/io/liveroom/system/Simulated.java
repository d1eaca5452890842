package io.liveroom.system;

import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.simulator.ledger.FigureRules;
import io.liveroom.simulator.world.RoomMix;
import io.liveroom.simulator.world.Traps;
import java.time.Duration;
import java.time.Instant;

/** The worlds of the system tests. */
final class Simulated {

  static final String TOKEN = "simulated-token";

  /** The rules of the figures, scaled down as the pipeline is. */
  static final FigureRules RULES =
      FigureRules.usual()
          .withMaxGap(Pipeline.MAX_GAP)
          .withTrendSpan(Pipeline.TREND_SPAN)
          .withExplainGap(Pipeline.EXPLAIN_GAP);

  private Simulated() {}

  /**
   * Short broadcasts of all sizes, all traps, all facts kept. Messages carry their time: of those
   * that do not, the ledger could know the time only as well as that of their arrival.
   */
  static SimulatorSettings world(long seed, int rooms) {
    return SimulatorSettings.defaults(Instant.now())
        .withToken(TOKEN)
        .withSeed(seed)
        .withRooms(rooms)
        .withLife(Duration.ofSeconds(60))
        .withMix(new RoomMix(1, 1, 1))
        .withTraps(Traps.standard().withUntimed(0, 0))
        .withKeepsFacts(true);
  }
}
