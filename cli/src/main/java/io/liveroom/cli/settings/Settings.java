package io.liveroom.cli.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The effective settings: every value has been read and keeps its rule. */
public final class Settings {

  private final Map<SettingKey<?>, Object> values;
  private final Map<String, String> passedThrough;
  private final List<Setting> effective;
  private final Path directory;

  Settings(
      Map<SettingKey<?>, Object> values,
      Map<String, String> passedThrough,
      List<Setting> effective,
      Path directory) {
    this.values = values;
    this.passedThrough = passedThrough;
    this.effective = List.copyOf(effective);
    this.directory = directory;
  }

  /** Reads settings; throws {@link SettingMistakes} with all that is wrong. */
  public static Settings load(SettingSources sources) {
    return new SettingsReader(sources).read();
  }

  /** The value of a setting that has a default. */
  public <T> T get(SettingKey<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException(key.name() + " has no value"));
  }

  /** The value of a setting, where there is one. */
  @SuppressWarnings("unchecked") // the reader put what the key's own parser made
  public <T> Optional<T> find(SettingKey<T> key) {
    return Optional.ofNullable((T) values.get(key));
  }

  /** Whether somebody named a value, be it the default's. */
  public boolean isNamed(SettingKey<?> key) {
    return effective.stream()
        .anyMatch(
            setting ->
                setting.name().equals(key.name())
                    && !setting.origin().equals(SettingsReader.DEFAULT));
  }

  /** The file or folder a setting names, where there is one; relative to where the command runs. */
  public Optional<Path> path(SettingKey<Path> key) {
    return find(key).map(directory::resolve);
  }

  /** What is passed through to a library, its family's prefix cut off. */
  public Map<String, String> family(String prefix) {
    return passedThrough.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  /** All of it for people, in the catalogue's order, secrets masked. */
  public List<Setting> effective() {
    return effective;
  }
}
