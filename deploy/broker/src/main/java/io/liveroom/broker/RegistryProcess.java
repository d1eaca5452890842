package io.liveroom.broker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Main class of the registry's process: runs the registry, and ends when its standard input does,
 * which happens when the parent process is gone, however it went. Uses nothing but Java.
 */
public final class RegistryProcess {

  private static final int IN_ORDER = 0;

  private RegistryProcess() {}

  /**
   * @param arguments the registry's jar
   */
  public static void main(String[] arguments) throws Throwable {
    Thread watch = new Thread(RegistryProcess::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class<?> registry = Class.forName(mainClass(Path.of(arguments[0])));
    MethodHandles.lookup()
        .findStatic(registry, "main", MethodType.methodType(void.class, String[].class))
        .invoke(new String[0]);
  }

  /** The class path of a process that runs this: this class and the registry's jar. */
  static String classPath(Path jar) {
    String own =
        RegistryProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return own + File.pathSeparator + jar;
  }

  private static void endWithParent() {
    try (InputStream parent = System.in) {
      parent.transferTo(OutputStream.nullOutputStream()); // returns at its end
    } catch (IOException gone) {
      // the same as an end
    }
    System.exit(IN_ORDER);
  }

  private static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }
}
