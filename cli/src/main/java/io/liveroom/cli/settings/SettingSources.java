package io.liveroom.cli.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where values come from, the strongest first.
 *
 * @param options what the command's own options say, such as {@code --platform-url}
 * @param set what {@code --set key=value} says
 * @param environment variables such as LIVEROOM_POLL_INFO_INTERVAL; others are ignored
 * @param file the file named by {@code --config}; it must exist
 * @param directory where {@code liveroom.properties} is looked for when no file is named
 */
public record SettingSources(
    Map<String, String> options,
    Map<String, String> set,
    Map<String, String> environment,
    Optional<Path> file,
    Path directory) {}
