package io.liveroom.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints a script that completes this command in bash and zsh. */
@Command(
    name = "completion",
    hidden = true,
    description = "Prints a completion script for bash and zsh: source <(liveroom completion)")
final class CompletionCommand implements Runnable {

  private final Shell shell;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    CommandSpec root = Objects.requireNonNull(spec, "picocli sets it").root();
    shell.out().println(AutoComplete.bash("liveroom", root.commandLine()));
  }
}
