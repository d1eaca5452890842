package io.liveroom.processor.api;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the live page, from the class path. They do not change while the program runs. */
final class StaticFiles {

  private static final String FOLDER = "/web/";
  private static final Pattern NAME =
      Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, Answer> read = new ConcurrentHashMap<>();

  /** The file of a path; empty where there is none. */
  Optional<Answer> find(String path) {
    String name = path.equals("/") ? "/index.html" : path;
    Answer known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Answer> found = NAME.matcher(name).matches() ? load(name) : Optional.empty();
    found.ifPresent(file -> read.put(name, file));
    return found;
  }

  private static Optional<Answer> load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = StaticFiles.class.getResourceAsStream(FOLDER + name.substring(1))) {
      return in == null
          ? Optional.empty()
          : Optional.of(Answer.of(200, type, Buffer.buffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the page can't be read", e);
    }
  }
}
