package io.liveroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The command with everything that runs anywhere; {@code deploy/local} adds {@code up}. */
public final class Liveroom {

  private static final int HELP_WIDTH = 96;

  private Liveroom() {}

  /**
   * The whole command.
   *
   * @param others further commands by name, listed first
   */
  public static CommandLine commandLine(Shell shell, Map<String, Object> others) {
    tellFiguresAlikeEverywhere();
    CommandLine command = new CommandLine(new LiveroomCommand());
    others.forEach(command::addSubcommand);
    commands(shell).forEach(command::addSubcommand);
    command.addSubcommand("completion", new CompletionCommand(shell));
    dress(command, shell);
    return command;
  }

  /** Whatever the machine's language. Kafka Streams, too, formats fastest for this one. */
  private static void tellFiguresAlikeEverywhere() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
  }

  private static Map<String, Object> commands(Shell shell) {
    Map<String, Object> commands = new LinkedHashMap<>();
    commands.put("collector", new CollectorCommand(shell));
    commands.put("processor", new ProcessorCommand(shell));
    commands.put("simulator", new SimulatorCommand(shell));
    commands.put("rooms", RoomsCommand.commandLine(shell));
    commands.put("alerts", AlertsCommand.commandLine(shell));
    commands.put("alert-webhook", new AlertWebhookCommand(shell));
    commands.put("tail", new TailCommand(shell));
    commands.put("dead-letters", DeadLettersCommand.commandLine(shell));
    commands.put("topics", TopicsCommand.commandLine(shell));
    commands.put("schemas", SchemasCommand.commandLine(shell));
    commands.put("doctor", new DoctorCommand(shell));
    commands.put("config", new ConfigCommand(shell));
    return commands;
  }

  private static void dress(CommandLine command, Shell shell) {
    Failures failures = new Failures(shell);
    command.setOut(writer(shell.out()));
    command.setErr(writer(shell.err()));
    command.setExecutionExceptionHandler(failures);
    command.setParameterExceptionHandler(failures);
    command.setUsageHelpWidth(HELP_WIDTH);
    command.setAbbreviatedSubcommandsAllowed(false);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    command.getCommandSpec().addOption(version());
    addHelp(command);
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this and ends.")
                .build());
    command.getSubcommands().values().forEach(Liveroom::addHelp);
  }

  private static OptionSpec version() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Shows the version and ends.")
        .build();
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.number()), code.meaning());
    }
    return codes;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }
}
