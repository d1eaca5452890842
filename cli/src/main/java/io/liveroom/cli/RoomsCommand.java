package io.liveroom.cli;

import io.liveroom.cli.rooms.RoomEntry;
import io.liveroom.cli.rooms.RoomId;
import io.liveroom.cli.rooms.RoomList;
import io.liveroom.cli.rooms.Watchlist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rooms}: the watchlist. */
@Command(
    name = "rooms",
    synopsisSubcommandLabel = "COMMAND",
    description = "The rooms to watch: a collector takes up changes within seconds.")
final class RoomsCommand extends Group {

  static CommandLine commandLine(Shell shell) {
    return new CommandLine(new RoomsCommand())
        .addSubcommand("add", new Add(shell))
        .addSubcommand("remove", new Remove(shell))
        .addSubcommand("list", new RoomsListCommand(shell))
        .addSubcommand("workers", new RoomsWorkersCommand(shell))
        .addSubcommand("import", new Import(shell))
        .addSubcommand("discover", new DiscoverCommand(shell));
  }

  static Watchlist watchlist(Connections connections) {
    connections.requireBroker();
    return new Watchlist(
        connections.topics().watchlist(), connections.kafka(), connections.serdes());
  }

  private static void requireIds(List<String> ids) {
    List<String> wrong = ids.stream().filter(id -> !RoomId.isValid(id)).toList();
    if (!wrong.isEmpty()) {
      throw new UserMistake(
          ExitCode.USAGE, "a room id is 1 to 20 digits: was " + String.join(", ", wrong));
    }
  }

  @Command(
      name = "add",
      description = "Puts rooms on the list, or changes their labels and weight.")
  private static final class Add implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Room ids.")
    private List<String> ids = List.of();

    @Option(
        names = "--label",
        paramLabel = "WORD",
        description = "A label, such as brand:acme. Repeatable.")
    private List<String> labels = List.of();

    @Option(
        names = "--weight",
        paramLabel = "N",
        description = "How much of a worker a room takes; ${DEFAULT-VALUE} for an ordinary one.")
    private int weight = 1;

    Add(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      requireIds(ids);
      Watchlist watchlist = watchlist(new Connections(options.load(shell)));
      List<RoomEntry> entries = ids.stream().map(id -> new RoomEntry(id, labels, weight)).toList();
      watchlist.add(entries, "command", shell.clock().instant());
      shell.err().printf("%d on the list%n", entries.size());
      return ExitCode.OK.number();
    }
  }

  @Command(name = "remove", description = "Takes rooms off the list: they are no longer watched.")
  private static final class Remove implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Room ids.")
    private List<String> ids = List.of();

    Remove(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      requireIds(ids);
      Watchlist watchlist = watchlist(new Connections(options.load(shell)));
      watchlist.remove(ids, shell.clock().instant());
      shell.err().printf("%d off the list%n", ids.size());
      return ExitCode.OK.number();
    }
  }

  @Command(
      name = "import",
      description = {
        "Puts the rooms of a CSV file on the list: room_id,labels,weight; labels parted by",
        "semicolons; only the id is needed. A line that is wrong is named and left out, the others",
        "are taken; then the exit code is 1."
      })
  private static final class Import implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "CSV file; standard input if - or not named.")
    private String file = "-";

    Import(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      RoomList list = read();
      list.mistakes().forEach(mistake -> shell.err().println("liveroom: " + name() + mistake));
      Watchlist watchlist = watchlist(new Connections(options.load(shell)));
      new Progress(shell.err())
          .during(
              "writing the watchlist",
              () -> {
                watchlist.add(list.entries(), "import", shell.clock().instant());
                return list;
              });
      shell.err().printf("%d on the list%n", list.entries().size());
      if (!list.mistakes().isEmpty()) {
        shell.err().printf("%d lines left out%n", list.mistakes().size());
      }
      return (list.mistakes().isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private String name() {
      return "-".equals(file) ? "" : file + ", ";
    }

    private RoomList read() {
      try (BufferedReader reader =
          "-".equals(file)
              ? new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))
              : Files.newBufferedReader(shell.directory().resolve(file))) {
        return new RoomList(reader.lines());
      } catch (IOException e) {
        throw new UserMistake(ExitCode.USAGE, "can't read " + file + ": " + e.getMessage(), e);
      }
    }
  }
}
