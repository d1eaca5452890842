package io.liveroom.benchmarks.flood;

import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.simulator.world.Trap;
import io.liveroom.simulator.world.Traps;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The flood's process: arguments are port, token, rooms, and a file for the recorded frames. It
 * records a simulated platform, and then plays it back without end.
 */
public final class FloodMain {

  private static final double PACE = 40;
  private static final long RECORDED_SECONDS = 15;

  private FloodMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    String token = arguments[1];
    int rooms = Integer.parseInt(arguments[2]);
    Clock clock = Clock.systemUTC();
    Traps traps = Traps.standard().without(Trap.REFUSED_UPGRADES).without(Trap.MISSING_IDS);
    Simulator simulator =
        new Simulator(
            SimulatorSettings.defaults(clock.instant())
                .withToken(token)
                .withRooms(rooms)
                .withLife(Duration.ofDays(1))
                .withPace(PACE)
                .withFresh(true)
                .withTraps(traps),
            clock);
    simulator.start();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    Map<String, List<byte[]>> recorded =
        new Recorder(vertx, simulator.port(), token).record(simulator.roomIds(), RECORDED_SECONDS);
    write(Path.of(arguments[3]), recorded);
    new FloodServer(vertx, simulator.port(), recorded).start(port);
    new CountDownLatch(1).await();
  }

  /** Each frame's length and bytes, whole when the file is there. */
  private static void write(Path file, Map<String, List<byte[]>> recorded) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(part))) {
      for (List<byte[]> frames : recorded.values()) {
        for (byte[] frame : frames) {
          out.writeInt(frame.length);
          out.write(frame);
        }
      }
    }
    Files.move(part, file);
  }
}
