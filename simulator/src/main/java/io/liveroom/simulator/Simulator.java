package io.liveroom.simulator;

import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.server.Fault;
import io.liveroom.simulator.server.FaultBook;
import io.liveroom.simulator.server.PlatformServer;
import io.liveroom.simulator.server.Rooms;
import io.liveroom.simulator.server.Service;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.Seed;
import io.liveroom.simulator.world.World;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A platform of invented rooms, which remembers what it sent. */
public final class Simulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

  private final SimulatorSettings settings;
  private final InstantSource clock;
  private final Ledger ledger;
  private final FaultBook faults = new FaultBook();
  private final Rooms rooms;
  private final PlatformServer server;
  private volatile int port;

  public Simulator(SimulatorSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.ledger = new Ledger(settings.keepsFacts());
    this.rooms = new Rooms(new World(settings.world()), ledger, faults);
    Service service =
        new Service(settings.token(), new Seed(settings.world().seed()), settings.world().traps());
    this.server = new PlatformServer(rooms, ledger, faults, service, clock);
  }

  /** Listens from now on. */
  public void start() {
    port = server.start(settings.host(), settings.port());
    LOG.info("simulated platform listening on {}:{}", settings.host(), port);
  }

  /** Where it listens; 0 before the start. */
  public int port() {
    return port;
  }

  /** What was sent, and the right figures of it. */
  public Ledger ledger() {
    return ledger;
  }

  /** Each anchor's latest room, as many as the settings say. */
  public List<String> roomIds() {
    return rooms.current(clock.instant()).stream().map(Broadcast::roomId).toList();
  }

  /** One thing more goes wrong from now on. */
  public void addFault(Fault fault) {
    server.addFault(fault);
  }

  /** All is well again. */
  public void clearFaults() {
    faults.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
