package io.liveroom.benchmarks.stage;

import io.liveroom.benchmarks.machine.Child;
import java.io.FileNotFoundException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Flink job's process: a module beside this one, with a class path of its own. */
final class FlinkChild {

  private static final String MAIN = "io.liveroom.benchmarks.flink.FlinkMain";

  /** The processor's memory, and what Flink's serializers look into. */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx2g",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private FlinkChild() {}

  static Child start(String name, List<String> arguments, Path log)
      throws FileNotFoundException, URISyntaxException {
    Path classes =
        Path.of(FlinkChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path target = classes.resolve("../../flink/target").normalize();
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new FileNotFoundException(
          target + " is not built: mvn -Plaunch -pl benchmarks/flink -am package");
    }
    String classPath = target.resolve("classes") + ":" + target.resolve("lib") + "/*";
    return Child.start(name, OPTIONS, classPath, MAIN, arguments, log);
  }
}
