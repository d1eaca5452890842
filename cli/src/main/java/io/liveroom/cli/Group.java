package io.liveroom.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that is nothing without one of its subcommands. */
abstract class Group implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandSpec known = Objects.requireNonNull(spec, "picocli sets it");
    throw new ParameterException(
        known.commandLine(), "name a command: " + String.join(", ", known.subcommands().keySet()));
  }
}
