package io.liveroom.cli;

import io.liveroom.cli.settings.SettingMistakes;
import io.liveroom.cli.tail.RegistryOutage;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns a failure into sentences on standard error and an exit code. */
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Shell shell;

  Failures(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Throwable cause =
        failure instanceof ExecutionException e && e.getCause() != null ? e.getCause() : failure;
    return report(cause).number();
  }

  @Override
  public int handleParseException(CommandLine.ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    tell(List.of(mistake.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
    shell.err().printf("Try: liveroom%s --help%n", path(command));
    return ExitCode.USAGE.number();
  }

  private ExitCode report(Throwable cause) {
    if (cause instanceof UserMistake mistake) {
      tell(List.of(mistake.getMessage()));
      return mistake.exitCode();
    }
    if (cause instanceof SettingMistakes mistakes) {
      tell(mistakes.mistakes());
      return ExitCode.USAGE;
    }
    if (cause instanceof UnknownTopicOrPartitionException) {
      tell(
          List.of(
              "the broker has no topic %s: './liveroom topics apply' makes the catalogue's"
                  .formatted(cause.getMessage())));
      return ExitCode.FAILED;
    }
    if (cause instanceof SerializationException failure) {
      tell(List.of(words(failure)));
      return RegistryOutage.isCauseOf(failure) ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }
    if (cause instanceof TimeoutException) {
      tell(List.of("the broker did not answer in time: " + cause.getMessage()));
      return ExitCode.UNREACHABLE;
    }
    LOG.error("a command failed in a way nobody foresaw", cause);
    tell(List.of("failed: " + cause));
    return ExitCode.FAILED;
  }

  /** Records could not be written or read: for want of the registry, or of a schema in it. */
  private static String words(SerializationException failure) {
    return RegistryOutage.isCauseOf(failure)
        ? "the schema registry does not answer: see liveroom.registry.url"
        : failure.getMessage()
            + ": './liveroom schemas check' compares the registry with the catalogue,"
            + " './liveroom schemas register' adds what is missing";
  }

  private void tell(List<String> sentences) {
    sentences.forEach(sentence -> shell.err().println("liveroom: " + sentence));
  }

  /** The words after {@code liveroom} that lead to this command. */
  private static String path(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    return name.substring(Math.min("liveroom".length(), name.length()));
  }
}
