package io.liveroom.cli;

import io.liveroom.cli.letters.LetterBox;
import io.liveroom.cli.letters.LetterFilter;
import io.liveroom.cli.replay.Replay;
import io.liveroom.cli.roles.CollectorMapping;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.DeadLetterReplay;
import io.liveroom.control.WatchedRoom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters replay}: reading them again after a fix. */
@Command(
    name = "replay",
    description = {
      "Reads dead letters again after a fix, and publishes the records they give now.",
      "Their ids are those they would have had then; what is in its topic already is left out.",
      "Uses liveroom.privacy.* as a collector does. Exit code 1 if something still can't be read."
    })
final class ReplayCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private LetterOptions which = new LetterOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids, or the ends of ids, as list prints them.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "All there are.")
  private boolean isAll;

  @Option(names = "--dry-run", description = "Publishes nothing, only says what would be.")
  private boolean isDry;

  ReplayCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    LetterFilter filter = which.filter(ids, shell.clock().instant());
    if (filter.isAnything() != isAll) {
      throw new UserMistake(
          ExitCode.USAGE, "say which: ids, or --room, --endpoint, --reason, --since; or --all");
    }
    Settings settings = options.load(shell);
    Connections connections = new Connections(settings);
    LetterBox box = DeadLettersCommand.box(connections);
    connections.requireTopics();
    Set<String> watched =
        RoomsCommand.watchlist(connections).rooms().stream()
            .map(WatchedRoom::getRoomId)
            .collect(Collectors.toSet());
    DeadLetterReplay reader =
        new DeadLetterReplay(
            connections.topics(), CollectorMapping.privacyOf(settings), watched::contains);
    Replay replay = new Replay(reader, connections.kafka(), connections.serdes(), isDry);
    Replay.Outcome outcome =
        new Progress(shell.err())
            .during(
                "reading the dead letters",
                () -> {
                  box.read(filter, replay::take);
                  return replay.finish();
                });
    tell(outcome);
    return (outcome.unreadable().isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
  }

  private void tell(Replay.Outcome outcome) {
    shell
        .out()
        .printf(
            "%d dead letters, of which %d can be read%n%d records, of which %d %s%n",
            outcome.letters(),
            outcome.readable(),
            outcome.records(),
            outcome.missing(),
            isDry ? "would be published" : "were missing and are published");
    outcome
        .unreadable()
        .forEach((id, why) -> shell.out().printf("still not: %s%n    %s%n", id, why));
  }
}
