package io.liveroom.local;

import io.liveroom.cli.Liveroom;
import io.liveroom.cli.Shell;
import java.util.Map;

/** The whole command, {@code up} included: what the launcher script runs. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Shell shell = Shell.system();
    int code = Liveroom.commandLine(shell, Map.of("up", new UpCommand(shell))).execute(arguments);
    shell.out().flush();
    System.exit(code);
  }
}
