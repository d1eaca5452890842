package io.liveroom.cli;

import java.util.Map;

/** The program of the production image: everything but {@code up}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Shell shell = Shell.system();
    int code = Liveroom.commandLine(shell, Map.of()).execute(arguments);
    shell.out().flush();
    System.exit(code);
  }
}
