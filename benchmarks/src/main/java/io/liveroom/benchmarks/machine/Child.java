package io.liveroom.benchmarks.machine;

import io.liveroom.broker.LocalRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of ours, on the class path of this one. It ends with this process at the latest.
 */
public final class Child implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Thread reaper;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reaper = new Thread(process::destroyForcibly, "reaper");
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts a process.
   *
   * @param options of the Java machine
   * @param log takes what it prints
   */
  public static Child start(
      String name, List<String> options, Class<?> main, List<String> arguments, Path log) {
    String own = System.getProperty("java.class.path");
    return start(name, options, own, main.getName(), arguments, log);
  }

  /** Starts a process on a class path of its own. */
  public static Child start(
      String name,
      List<String> options,
      String classPath,
      String main,
      List<String> arguments,
      Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Xshare:auto");
    String registry = System.getProperty(LocalRegistry.HOME_PROPERTY, "");
    command.add("-D" + LocalRegistry.HOME_PROPERTY + "=" + registry);
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(arguments);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      return new Child(name, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Tells it to end (TERM), and does not wait. */
  public void dismiss() {
    process.destroy();
  }

  /** Tells it to end (TERM) and waits until it has. */
  public void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    forget();
  }

  /** Ends it on the spot, as a machine that loses its power would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    forget();
  }

  /** Takes all processor time from it; its connections stay. */
  public void freeze() throws InterruptedException {
    Shell.run("kill", "-STOP", Long.toString(pid()));
  }

  /** Lets it go on. */
  public void thaw() throws InterruptedException {
    Shell.run("kill", "-CONT", Long.toString(pid()));
  }

  /** Like {@link #end}; killed where nobody may wait. */
  @Override
  public void close() {
    try {
      end();
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // The machine is already shutting down and runs the hook itself.
    }
  }
}
