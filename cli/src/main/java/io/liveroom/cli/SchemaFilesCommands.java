package io.liveroom.cli;

import io.liveroom.cli.schemas.AsyncApi;
import io.liveroom.cli.schemas.RecordTypes;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code schemas asyncapi} and {@code schemas types}: the contract for people's own programs. */
final class SchemaFilesCommands {

  private SchemaFilesCommands() {}

  @Command(
      name = "asyncapi",
      description = {
        "Writes the topics and their records as an AsyncAPI 3.0 document.",
        "Prefix, partitions, broker and registry are those of the settings. Asks nobody."
      })
  static final class Document implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    Document(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      Settings settings = options.load(shell);
      AsyncApi document =
          new AsyncApi(
              settings.get(CommonKeys.TOPIC_PREFIX),
              new AsyncApi.Servers(
                  settings.get(CommonKeys.BOOTSTRAP_SERVERS),
                  settings.get(CommonKeys.REGISTRY_URL)),
              settings.get(CommonKeys.PARTITIONS),
              settings.get(CommonKeys.REPLICATION));
      return print(shell, document.text());
    }
  }

  @Command(
      name = "types",
      description = {
        "Writes the records as types of another language, for readers of the topics.",
        "Java has them in the module schemas."
      })
  static final class Types implements Callable<Integer> {

    /** Languages, as they are typed. */
    enum Language {
      typescript,
      python
    }

    private final Shell shell;

    @Parameters(paramLabel = "LANGUAGE", description = "${COMPLETION-CANDIDATES}")
    private Language language = Language.typescript;

    Types(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      RecordTypes types =
          switch (language) {
            case typescript -> RecordTypes.typescript();
            case python -> RecordTypes.python();
          };
      return print(shell, types.text());
    }
  }

  private static int print(Shell shell, String text) {
    shell.out().print(text);
    shell.out().flush();
    return ExitCode.OK.number();
  }
}
