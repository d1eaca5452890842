package io.liveroom.cli;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.cli.schemas.SchemaRegistration;
import io.liveroom.cli.schemas.SchemaStep;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schemas}: the catalogue's schemas at a registry. */
@Command(
    name = "schemas",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Registers schemas at any registry with the Confluent API, or checks them.",
      "Or writes them for programs of your own."
    })
final class SchemasCommand extends Group {

  static CommandLine commandLine(Shell shell) {
    return new CommandLine(new SchemasCommand())
        .addSubcommand("register", new Register(shell))
        .addSubcommand("check", new Check(shell))
        .addSubcommand("asyncapi", new SchemaFilesCommands.Document(shell))
        .addSubcommand("types", new SchemaFilesCommands.Types(shell));
  }

  private static List<SchemaStep> ask(Shell shell, Connections connections, RegistryWork work)
      throws Exception {
    SchemaRegistration registration =
        new SchemaRegistration(connections.registry(), connections.topics());
    try {
      return new Progress(shell.err()).during("asking the registry", () -> work.of(registration));
    } catch (IOException e) {
      throw connections.registryUnreachable(e);
    } catch (RestClientException e) {
      throw new UserMistake(ExitCode.FAILED, "the registry refused: " + e.getMessage(), e);
    }
  }

  /** One of the two things to do at a registry. */
  private interface RegistryWork {
    List<SchemaStep> of(SchemaRegistration registration) throws IOException, RestClientException;
  }

  @Command(
      name = "register",
      description = {
        "Registers what is missing, with FULL_TRANSITIVE compatibility. One line a subject:",
        "= known, + added, ! refused as incompatible (exit code 4)."
      })
  private static final class Register implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    Register(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      Connections connections = new Connections(options.load(shell));
      List<SchemaStep> steps = ask(shell, connections, SchemaRegistration::register);
      steps.forEach(step -> shell.out().println(step.line()));
      boolean isRefused = steps.stream().anyMatch(SchemaStep.Incompatible.class::isInstance);
      return (isRefused ? ExitCode.DIFFERENT : ExitCode.OK).number();
    }
  }

  @Command(
      name = "check",
      description = {
        "Compares only; exit code 4 if anything differs. One line a subject:",
        "= known, + missing, ! not compatible with what is there."
      })
  private static final class Check implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    Check(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      Connections connections = new Connections(options.load(shell));
      List<SchemaStep> steps = ask(shell, connections, SchemaRegistration::check);
      steps.forEach(step -> shell.out().println(step.line()));
      boolean isSame = steps.stream().allMatch(SchemaStep.Known.class::isInstance);
      return (isSame ? ExitCode.OK : ExitCode.DIFFERENT).number();
    }
  }
}
