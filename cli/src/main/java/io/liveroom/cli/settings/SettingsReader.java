package io.liveroom.cli.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads settings from their sources once and gathers every mistake on the way. */
final class SettingsReader {

  private static final String ENVIRONMENT_PREFIX = "LIVEROOM_";
  private static final String FILE_NAME = "liveroom.properties";

  /** Origin of a value that nobody named. */
  static final String DEFAULT = "default";

  // ordinals: the higher one wins
  private static final int OPTION = 500;
  private static final int SET = 400;
  private static final int ENVIRONMENT = 300;
  private static final int FILE = 200;

  private static final String MASK = "***";

  /** Variables of the launcher script, which are no settings. */
  private static final Set<String> LAUNCHER_VARIABLES =
      Set.of("LIVEROOM_JAVA_OPTS", "LIVEROOM_HOME");

  private final SettingSources sources;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<SettingKey<?>, Object> values = new LinkedHashMap<>();
  private final Map<String, String> passedThrough = new TreeMap<>();
  private final List<Setting> effective = new ArrayList<>();

  SettingsReader(SettingSources sources) {
    this.sources = sources;
  }

  Settings read() {
    Map<String, String> file = readFile();
    Map<String, String> environment = ourVariables();
    checkNames(sources.set().keySet(), "--set");
    checkNames(file.keySet(), fileName());
    checkVariables(environment.keySet());
    SmallRyeConfig config = engine(file, environment);
    SettingCatalogue.all().forEach(key -> take(key, config.getConfigValue(key.name())));
    takePassedThrough(config, file, environment);
    if (!mistakes.isEmpty()) {
      throw new SettingMistakes(mistakes);
    }
    return new Settings(values, passedThrough, effective, sources.directory());
  }

  /** Precedence is SmallRye's: the source with the highest ordinal wins. */
  private SmallRyeConfig engine(Map<String, String> file, Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withSources(
            new PropertiesConfigSource(sources.options(), "option", OPTION),
            new PropertiesConfigSource(sources.set(), "--set", SET),
            new EnvConfigSource(environment, ENVIRONMENT),
            new PropertiesConfigSource(file, fileName(), FILE))
        .build();
  }

  private void take(SettingKey<?> key, ConfigValue found) {
    String text = found.getValue() == null ? "" : found.getValue().strip();
    boolean isDefault = text.isEmpty();
    String origin = isDefault ? DEFAULT : origin(key.name(), found);
    String chosen = isDefault ? key.defaultText() : text;
    if (!chosen.isEmpty()) {
      parse(key, chosen, origin);
    }
    effective.add(new Setting(key.name(), shown(key.type().isSecret(), chosen), origin));
  }

  private void parse(SettingKey<?> key, String text, String origin) {
    try {
      values.put(key, key.type().parser().apply(text));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      mistakes.add(
          "%s must be %s: was \"%s\" (from %s)"
              .formatted(
                  key.name(), key.type().rule(), shown(key.type().isSecret(), text), origin));
    }
  }

  private void takePassedThrough(
      SmallRyeConfig config, Map<String, String> file, Map<String, String> environment) {
    Stream<String> variables =
        environment.keySet().stream()
            .filter(variable -> knownKey(variable) == null)
            .map(SettingsReader::dotted);
    Stream.of(
            sources.options().keySet().stream(),
            sources.set().keySet().stream(),
            file.keySet().stream(),
            variables)
        .flatMap(names -> names)
        .filter(SettingCatalogue::isPassedThrough)
        .distinct()
        .sorted()
        .forEach(name -> takePassedThrough(name, config.getConfigValue(name)));
  }

  private void takePassedThrough(String name, ConfigValue found) {
    if (found.getValue() == null) {
      return;
    }
    boolean isFile = name.endsWith("-file");
    String key = isFile ? name.substring(0, name.length() - "-file".length()) : name;
    String value = isFile ? readSecret(name, found.getValue()) : found.getValue();
    passedThrough.put(key, value);
    effective.add(
        new Setting(
            name, shown(!isFile && isSecretName(key), found.getValue()), origin(name, found)));
  }

  private String readSecret(String name, String path) {
    try {
      return Files.readString(sources.directory().resolve(path)).strip();
    } catch (IOException e) {
      mistakes.add("%s must name a file that can be read: was \"%s\"".formatted(name, path));
      return "";
    }
  }

  private Map<String, String> readFile() {
    Path path = sources.file().orElseGet(() -> sources.directory().resolve(FILE_NAME));
    if (sources.file().isEmpty() && !Files.exists(path)) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      mistakes.add("the settings file %s can't be read: %s".formatted(path, e.getMessage()));
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private Map<String, String> ourVariables() {
    return sources.environment().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(ENVIRONMENT_PREFIX))
        .filter(entry -> !LAUNCHER_VARIABLES.contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void checkNames(Collection<String> names, String origin) {
    names.stream()
        .sorted()
        .filter(name -> !SettingCatalogue.holds(name))
        .forEach(
            name ->
                mistakes.add(unknown(name, origin, SettingCatalogue.nearest(name).orElse(null))));
  }

  private void checkVariables(Collection<String> variables) {
    variables.stream()
        .sorted()
        .filter(variable -> knownKey(variable) == null)
        .filter(variable -> !SettingCatalogue.isPassedThrough(dotted(variable)))
        .forEach(
            variable ->
                mistakes.add(
                    unknown(
                        variable,
                        "the environment",
                        SettingCatalogue.nearest(dotted(variable))
                            .map(SettingKey::environmentName)
                            .orElse(null))));
  }

  private static String unknown(String name, String origin, @Nullable String nearest) {
    return "unknown setting %s (from %s)%s"
        .formatted(name, origin, nearest == null ? "" : ": did you mean " + nearest + "?");
  }

  private String origin(String name, ConfigValue found) {
    return switch (found.getConfigSourceOrdinal()) {
      case OPTION -> "option of the command";
      case SET -> "--set";
      case ENVIRONMENT -> SettingKey.environmentName(name);
      default -> fileName();
    };
  }

  private String fileName() {
    return sources.file().map(Path::toString).orElse(FILE_NAME);
  }

  private static @Nullable SettingKey<?> knownKey(String variable) {
    return SettingCatalogue.all().stream()
        .filter(key -> key.environmentName().equals(variable))
        .findFirst()
        .orElse(null);
  }

  private static String dotted(String variable) {
    String name = variable.toLowerCase(Locale.ROOT).replace('_', '.');
    return name.endsWith(".file") ? name.substring(0, name.length() - 5) + "-file" : name;
  }

  private static String shown(boolean isSecret, String text) {
    return isSecret && !text.isEmpty() ? MASK : text;
  }

  private static boolean isSecretName(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return Set.of("password", "jaas", "secret", "user.info", "token", "ssl.keystore.key").stream()
        .anyMatch(name::contains);
  }
}
