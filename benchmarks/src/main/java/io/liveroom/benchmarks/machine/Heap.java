package io.liveroom.benchmarks.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds inside, asked with jcmd.
 *
 * @param used bytes of live objects, right after a collection
 * @param committed bytes the heap has from the system
 * @param direct bytes of buffers outside the heap; 0 where native memory is not tracked
 */
public record Heap(long used, long committed, long direct) {

  private static final Pattern USED =
      Pattern.compile("(?:total|garbage-first heap\\s+total) (\\d+)K, used (\\d+)K");
  private static final Pattern DIRECT =
      Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

  /** Option of the Java machine with which {@link #direct} is known. */
  public static final String TRACKING = "-XX:NativeMemoryTracking=summary";

  /** Collects the garbage of a process, and looks at what is left. */
  public static Heap afterCollection(long pid) throws InterruptedException {
    ask(pid, "GC.run");
    Matcher heap = USED.matcher(ask(pid, "GC.heap_info"));
    long committed = 0;
    long used = 0;
    while (heap.find()) {
      committed += Long.parseLong(heap.group(1)) * 1024;
      used += Long.parseLong(heap.group(2)) * 1024;
    }
    Matcher direct = DIRECT.matcher(ask(pid, "VM.native_memory", "summary"));
    return new Heap(used, committed, direct.find() ? Long.parseLong(direct.group(1)) * 1024 : 0);
  }

  /** The classes whose objects take most, as jcmd prints them. */
  public static List<String> largestClasses(long pid, int count) throws InterruptedException {
    return ask(pid, "GC.class_histogram").lines().skip(1).limit(count + 2L).toList();
  }

  /** What the Java machine's parts take outside the heap, as jcmd prints it. */
  public static List<String> nativeMemory(long pid) throws InterruptedException {
    return ask(pid, "VM.native_memory", "summary")
        .lines()
        .filter(line -> line.contains("committed="))
        .map(String::strip)
        .filter(line -> line.startsWith("-") || line.startsWith("Total"))
        .toList();
  }

  private static String ask(long pid, String... question) throws InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Shell.run(
        Stream.concat(Stream.of(jcmd, Long.toString(pid)), Stream.of(question))
            .toArray(String[]::new));
  }
}
