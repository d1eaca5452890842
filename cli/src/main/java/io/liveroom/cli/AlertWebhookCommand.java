package io.liveroom.cli;

import io.liveroom.alerting.AlertFormat;
import io.liveroom.alerting.AlertJob;
import io.liveroom.alerting.AlertJobSettings;
import io.liveroom.cli.logging.Logs;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.roles.AlertJobConditions;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.SettingType;
import io.liveroom.cli.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code alert-webhook}: the alerting job, until it is told to end. */
@Command(
    name = "alert-webhook",
    description = {
      "Tells a webhook every alert, in Alertmanager's format (version 4).",
      "At least once, and each alert in its order. While the receiver is away alerts wait in Kafka,",
      "and it is asked ever more rarely, once a minute in the end."
    })
final class AlertWebhookCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "Where to POST to; http:// or https://. Only its host is ever logged.")
  private String url = "";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "webhook",
      description = {
        "What the receiver understands (default: ${DEFAULT-VALUE}).",
        "alertmanager: Alertmanager itself, at http://HOST/api/v2/alerts."
      })
  private AlertFormat format = AlertFormat.WEBHOOK;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds a bearer token for the receiver; read again for each request.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = AlertJobSettings.DEFAULT_GROUP,
      description = {
        "Consumer group (default: ${DEFAULT-VALUE}).",
        "Jobs of one group share the work; another receiver needs another group."
      })
  private String group = AlertJobSettings.DEFAULT_GROUP;

  @Option(
      names = "--from-beginning",
      description = "A new group begins with all alerts that are kept, not with the next one.")
  private boolean isFromBeginning;

  @Option(
      names = "--external-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "Where a person sees more; sent along.")
  private String externalUrl = "";

  AlertWebhookCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.load(shell);
    AlertJobSettings mapped = mapped();
    Connections connections = new Connections(settings);
    connections.requireTopics();
    Logs.toStandardError(settings.get(CommonKeys.LOG_FORMAT), settings.get(CommonKeys.LOG_LEVEL));
    Metrics metrics = new Metrics();
    AlertJob job =
        new AlertJob(
            mapped,
            connections.topics().alert(),
            connections.kafka(),
            connections.serdes(),
            shell.clock());
    AlertJobConditions conditions = new AlertJobConditions(job).measured(metrics.registry());
    RoleManagement management = RoleManagement.start(settings, conditions, metrics);
    management.announce(shell.err());
    job.start();
    return Stay.with(job, management, metrics);
  }

  private AlertJobSettings mapped() {
    AlertJobSettings usual = AlertJobSettings.of(parsed());
    return new AlertJobSettings(
        usual.url(),
        format,
        Optional.ofNullable(tokenFile).map(shell.directory()::resolve),
        group,
        isFromBeginning,
        externalUrl,
        usual.limit(),
        usual.firstRetry(),
        usual.lastRetry());
  }

  private URI parsed() {
    try {
      return SettingType.HTTP_URL.parser().apply(url);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(ExitCode.USAGE, "--url must be " + SettingType.HTTP_URL.rule(), e);
    }
  }
}
