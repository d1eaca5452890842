package io.liveroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A Compose file as Compose reads it where no variable is set: defaults and merges resolved. */
final class ComposeFile {

  /** The image that this project builds. */
  private static final String OURS = "liveroom:latest";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+(?:(:[-+])([^}]*))?}");

  private final Map<String, Object> root;

  ComposeFile(Path file) throws IOException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(200).build();
    root = map(resolved(new Load(settings).loadFromString(Files.readString(file))));
  }

  /** All services by name. */
  Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new LinkedHashMap<>();
    map(root.get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  /** Those that run the command. */
  Map<String, Map<String, Object>> ours() {
    Map<String, Map<String, Object>> services = services();
    services.values().removeIf(service -> !OURS.equals(service.get("image")));
    return services;
  }

  /** Names under one of the file's headings, such as volumes. */
  Map<String, Object> under(String heading) {
    return map(root.get(heading));
  }

  /** A service's variables. */
  static Map<String, String> environment(Map<String, Object> service) {
    Map<String, String> all = new HashMap<>();
    map(service.get("environment")).forEach((name, value) -> all.put(name, String.valueOf(value)));
    return all;
  }

  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, each) -> all.put(String.valueOf(key), each));
    }
    return all;
  }

  static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> given
        ? given.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Object resolved(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      Map<String, Object> all = new LinkedHashMap<>();
      Map<String, Object> own = map(value);
      Object merged = own.remove("<<");
      List<?> others =
          merged instanceof List<?> several
              ? several
              : Optional.ofNullable(merged).map(List::of).orElse(List.of());
      others.forEach(other -> map(resolved(other)).forEach(all::putIfAbsent));
      own.forEach((key, each) -> all.put(key, resolved(each)));
      return all;
    }
    if (value instanceof List<?> given) {
      return given.stream().map(ComposeFile::resolved).toList();
    }
    return value instanceof String text ? withDefaults(text) : String.valueOf(value);
  }

  private static String withDefaults(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(":-".equals(found.group(1)) ? found.group(2) : ""));
  }
}
