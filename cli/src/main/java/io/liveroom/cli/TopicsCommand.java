package io.liveroom.cli;

import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.topics.TopicAdmin;
import io.liveroom.cli.topics.TopicStep;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code topics}: the topics on the broker against the catalogue. */
@Command(
    name = "topics",
    synopsisSubcommandLabel = "COMMAND",
    description = "Creates topics from the catalogue, or compares them with it.")
final class TopicsCommand extends Group {

  static CommandLine commandLine(Shell shell) {
    return new CommandLine(new TopicsCommand())
        .addSubcommand("apply", new Apply(shell))
        .addSubcommand("show", new Show(shell));
  }

  private static TopicAdmin topicAdmin(Admin admin, Settings settings) {
    return new TopicAdmin(
        admin,
        new Connections(settings).topics(),
        settings.get(CommonKeys.PARTITIONS),
        settings.get(CommonKeys.REPLICATION));
  }

  private static boolean isKeep(TopicStep step) {
    return step instanceof TopicStep.Keep;
  }

  private static boolean isConflict(TopicStep step) {
    return step instanceof TopicStep.Conflict;
  }

  @Command(
      name = "apply",
      description = {
        "Creates missing topics and corrects their settings. One line a topic:",
        "= as it should be, + created, ~ changed, ! can't be changed (exit code 4)."
      })
  private static final class Apply implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
        names = "--dry-run",
        description = "Only says what would be done; exit code 4 if there is anything.")
    private boolean isDryRun;

    Apply(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      Settings settings = options.load(shell);
      try (Admin admin = new Connections(settings).admin()) {
        return new Progress(shell.err()).during("asking the broker", () -> apply(admin, settings));
      }
    }

    private int apply(Admin admin, Settings settings) throws Exception {
      TopicAdmin topics = topicAdmin(admin, settings);
      List<TopicStep> steps = topics.compare();
      if (!isDryRun) {
        topics.apply(steps);
      }
      steps.forEach(step -> shell.out().println(step.line()));
      boolean isLeft = steps.stream().anyMatch(step -> isDryRun ? !isKeep(step) : isConflict(step));
      return (isLeft ? ExitCode.DIFFERENT : ExitCode.OK).number();
    }
  }

  @Command(
      name = "show",
      description = {
        "Lists the catalogue's topics and how the broker's differ (exit code 4).",
        "= the same, + missing, ~ other settings, ! other partition count."
      })
  private static final class Show implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    Show(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
      Settings settings = options.load(shell);
      try (Admin admin = new Connections(settings).admin()) {
        List<TopicStep> steps =
            new Progress(shell.err())
                .during("asking the broker", () -> topicAdmin(admin, settings).compare());
        steps.forEach(this::print);
        return (steps.stream().allMatch(TopicsCommand::isKeep) ? ExitCode.OK : ExitCode.DIFFERENT)
            .number();
      }
    }

    private void print(TopicStep step) {
      shell.out().println(step.line());
      shell
          .out()
          .printf(
              "    %s; %s%n", step.topic().recordType().getSimpleName(), step.topic().purpose());
    }
  }
}
