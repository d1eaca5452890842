package io.liveroom.testkit;

import io.liveroom.broker.LocalBroker;
import io.liveroom.broker.LocalRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A broker in this process and a registry in a child, their data in a temporary folder. */
final class LocalBacking implements Backing {

  private final Path directory;
  private final LocalBroker broker;
  private final LocalRegistry registry;

  private LocalBacking(Path directory, LocalBroker broker, LocalRegistry registry) {
    this.directory = directory;
    this.broker = broker;
    this.registry = registry;
  }

  static LocalBacking start() {
    try {
      Path directory = Files.createTempDirectory("liveroom-test");
      CompletableFuture<LocalRegistry> registry =
          CompletableFuture.supplyAsync(
              () -> LocalRegistry.start(directory.resolve("registry"), 0));
      LocalBroker broker = LocalBroker.start(directory.resolve("broker"), 0);
      return new LocalBacking(directory, broker, registry.join());
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for the test's broker", e);
    }
  }

  @Override
  public String description() {
    return "broker in this process, registry in a child";
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public String registryUrl() {
    return registry.url();
  }

  @Override
  public void close() {
    broker.close();
    registry.close();
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + directory, e);
    }
  }
}
