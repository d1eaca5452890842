package io.liveroom.cli;

import io.liveroom.cli.manage.Conditions;
import io.liveroom.cli.manage.Management;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Health and metrics of a role over HTTP, as the settings say. */
public final class RoleManagement implements AutoCloseable {

  private final Optional<Management> server;
  private final Optional<Reach> reach;

  private RoleManagement(Optional<Management> server, Optional<Reach> reach) {
    this.server = server;
    this.reach = reach;
  }

  /** Listens from now on, unless the settings say off. */
  public static RoleManagement start(Settings settings, Conditions conditions, Metrics metrics)
      throws InterruptedException {
    int port = settings.get(CommonKeys.MANAGEMENT_PORT);
    if (port < 0) {
      return new RoleManagement(Optional.empty(), Optional.empty());
    }
    String host = settings.get(CommonKeys.MANAGEMENT_HOST);
    Management management = new Management(host, port, conditions, metrics::text);
    try {
      management.start();
      Reach reach = Reach.start(new Connections(settings), metrics.registry());
      return new RoleManagement(Optional.of(management), Optional.of(reach));
    } catch (IOException e) {
      management.close();
      throw new UserMistake(
          ExitCode.FAILED,
          "health and metrics can't listen at %s:%d (%s): choose another with %s, 0 for any free one"
              .formatted(host, port, e.getMessage(), CommonKeys.MANAGEMENT_PORT.name()),
          e);
    }
  }

  /** Where it can be asked, without a path; empty where it is off. */
  public Optional<String> url() {
    return server.map(Management::url);
  }

  /** Says where, on the stream for what a person should see. */
  void announce(PrintStream err) {
    url().ifPresent(url -> err.printf("health and metrics at %s/livez, /readyz, /metrics%n", url));
  }

  @Override
  public void close() {
    server.ifPresent(Management::close);
    reach.ifPresent(Reach::close);
  }
}
