package io.liveroom.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.benchmarks.trial.BenchCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** What {@code ./liveroom bench} runs. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    System.exit(BenchCommand.commandLine(out).execute(arguments));
  }
}
