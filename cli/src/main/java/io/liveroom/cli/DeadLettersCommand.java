package io.liveroom.cli;

import io.liveroom.cli.letters.LetterBox;
import io.liveroom.cli.letters.LetterFilter;
import io.liveroom.cli.letters.LetterList;
import io.liveroom.cli.letters.LetterText;
import io.liveroom.cli.read.TopicScan;
import io.liveroom.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: what could not be read. */
@Command(
    name = "dead-letters",
    synopsisSubcommandLabel = "COMMAND",
    description = "Payloads that could not be read: what, where and why; and reading them again.")
final class DeadLettersCommand extends Group {

  static CommandLine commandLine(Shell shell) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand("list", new ListLetters(shell))
        .addSubcommand("show", new Show(shell))
        .addSubcommand("replay", new ReplayCommand(shell));
  }

  static LetterBox box(Connections connections) {
    connections.requireBroker();
    return new LetterBox(
        new TopicScan(connections.kafka()),
        connections.topics().deadLetter(),
        connections.serdes());
  }

  @Command(
      name = "list",
      description = {
        "Lists dead letters, the newest first.",
        "The same bytes from the same room and endpoint are one line, with how often they came."
      })
  private static final class ListLetters implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();
    @Mixin private LetterOptions which = new LetterOptions();

    @Option(
        names = "--max",
        paramLabel = "N",
        description = "No more than N lines; ${DEFAULT-VALUE} if not said.")
    private int most = 50;

    @Option(names = "--summary", description = "Counts by endpoint, stage and reason instead.")
    private boolean isSummary;

    ListLetters(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      LetterFilter filter = which.filter(List.of(), shell.clock().instant());
      LetterBox box = box(new Connections(options.load(shell)));
      LetterList letters = new LetterList();
      new Progress(shell.err())
          .during(
              "reading the dead letters",
              () -> {
                box.read(filter, letters);
                return letters;
              });
      if (isSummary) {
        summary(letters);
      } else {
        lines(letters);
      }
      return ExitCode.OK.number();
    }

    private void lines(LetterList letters) {
      shell.out().println(LetterText.HEADER);
      letters.newest(most).forEach(entry -> shell.out().println(LetterText.line(entry)));
      if (letters.size() > most) {
        shell.err().printf("%d of %d; --max shows more, --summary counts%n", most, letters.size());
      }
    }

    private void summary(LetterList letters) {
      shell.out().println("%9s  %-10s %-8s %s".formatted("letters", "endpoint", "stage", "reason"));
      letters
          .counts()
          .forEach(
              (kind, count) ->
                  shell
                      .out()
                      .println(
                          "%9d  %-10s %-8s %s"
                              .formatted(count, kind.endpoint(), kind.stage(), kind.reason())));
    }
  }

  @Command(
      name = "show",
      description = {
        "Shows one dead letter: where and why it failed, and its bytes.",
        "Unless privacy.users was plain, values are masked in it; they were never kept."
      })
  private static final class Show implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "ID", description = "Its id, or the end of it, as list prints it.")
    private String id = "";

    @Option(
        names = "--bytes",
        paramLabel = "N",
        description = "No more than N bytes of it; ${DEFAULT-VALUE} if not said.")
    private int most = 16 << 10;

    Show(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      LetterBox box = box(new Connections(options.load(shell)));
      List<DeadLetter> found = new ArrayList<>();
      new Progress(shell.err())
          .during(
              "reading the dead letters",
              () -> {
                box.read(LetterFilter.ofId(id), found::add);
                return found;
              });
      long different = found.stream().map(DeadLetter::getDeadLetterId).distinct().count();
      if (different != 1) {
        throw new UserMistake(
            ExitCode.FAILED,
            different == 0
                ? "no dead letter has the id " + id + ": './liveroom dead-letters list' prints them"
                : "%d dead letters have an id that ends in %s: name more of it"
                    .formatted(different, id));
      }
      found.stream()
          .max(Comparator.comparing(DeadLetter::getReceivedAt))
          .ifPresent(letter -> shell.out().println(LetterText.page(letter, most)));
      return ExitCode.OK.number();
    }
  }
}
