package io.liveroom.system;

import io.liveroom.alerting.AlertJob;
import io.liveroom.alerting.AlertJobSettings;
import io.liveroom.cli.RoleManagement;
import io.liveroom.cli.manage.Conditions;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.roles.AlertJobConditions;
import io.liveroom.cli.roles.CollectorConditions;
import io.liveroom.cli.roles.ProcessorConditions;
import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the roles of a pipeline say of themselves over HTTP, with an alerting job among them. */
final class Roles implements AutoCloseable {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  private final HttpClient http = HttpClient.newHttpClient();
  private final AlertJob job;
  private final RoleManagement management;

  Roles(Pipeline pipeline, Path directory) throws InterruptedException {
    Metrics metrics = pipeline.metrics;
    metrics.measureDisk(directory);
    job =
        new AlertJob(
            AlertJobSettings.of(NOBODY),
            pipeline.topics.alert(),
            pipeline.stack.clientProperties(),
            pipeline.stack.serdes(),
            Clock.systemUTC());
    job.start();
    Conditions conditions =
        Conditions.of(
            List.of(
                new CollectorConditions(pipeline.collector()).measured(metrics.registry()),
                new ProcessorConditions(pipeline.processor()).measured(metrics.registry()),
                new AlertJobConditions(job).measured(metrics.registry())));
    management = RoleManagement.start(settings(pipeline, directory), conditions, metrics);
  }

  /** The names of all metrics now. */
  Set<String> metrics() throws IOException, InterruptedException {
    URI address = URI.create(management.url().orElseThrow() + "/metrics");
    String text =
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    Set<String> names = new TreeSet<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  @Override
  public void close() {
    management.close();
    job.close();
  }

  private static Settings settings(Pipeline pipeline, Path directory) {
    Map<String, String> named =
        Map.of(
            "liveroom.management.port", "0",
            "liveroom.kafka.bootstrap-servers", pipeline.stack.bootstrapServers(),
            "liveroom.registry.url", pipeline.stack.registryUrl());
    return Settings.load(
        new SettingSources(named, Map.of(), Map.of(), Optional.empty(), directory));
  }
}
