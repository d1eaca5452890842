package io.liveroom.cli;

import io.liveroom.cli.settings.CommonKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name the platform, for commands that ask it. */
public final class PlatformOptions {

  @Option(
      names = "--platform-url",
      paramLabel = "URL",
      description = "The real service, such as http://host.")
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with the service's token; read again when it changes.")
  private @Nullable String tokenFile;

  /** What they say about settings. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    if (url != null) {
      settings.put(CommonKeys.PLATFORM_URL.name(), url);
    }
    if (tokenFile != null) {
      settings.put(CommonKeys.PLATFORM_TOKEN_FILE.name(), tokenFile);
    }
    return settings;
  }
}
