package io.liveroom.cli.doctor;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.cli.schemas.SchemaRegistration;
import io.liveroom.cli.schemas.SchemaStep;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks the registry whether it has our schemas, and whether it would keep bad ones out. */
public final class RegistryCheck implements Check {

  private static final Set<String> GOOD = Set.of("FULL_TRANSITIVE", "FULL");
  private static final String REGISTER = "./liveroom schemas register";

  private final String url;
  private final SchemaRegistryClient registry;
  private final Topics topics;

  public RegistryCheck(String url, SchemaRegistryClient registry, Topics topics) {
    this.url = url;
    this.registry = registry;
    this.topics = topics;
  }

  @Override
  public Area area() {
    return Area.REGISTRY;
  }

  @Override
  public List<Finding> run() throws RestClientException {
    try {
      List<SchemaStep> steps = new SchemaRegistration(registry, topics).check();
      List<Finding> findings = new ArrayList<>();
      steps.stream()
          .filter(step -> !(step instanceof SchemaStep.Known))
          .map(step -> Finding.wrong(Area.REGISTRY, step.line(), REGISTER))
          .forEach(findings::add);
      if (findings.isEmpty()) {
        findings.add(
            Finding.ok(Area.REGISTRY, "%s has all %d schemas".formatted(url, steps.size())));
      }
      findings.add(compatibility());
      return findings;
    } catch (IOException e) {
      return List.of(
          Finding.wrong(
              Area.REGISTRY,
              "%s does not answer (%s)".formatted(url, e.getMessage()),
              "start it, or set " + CommonKeys.REGISTRY_URL.name()));
    }
  }

  /** Of one subject, for all: {@code schemas register} sets them alike. */
  private Finding compatibility() throws IOException, RestClientException {
    String level = level(topics.chat().subject());
    return GOOD.contains(level)
        ? Finding.ok(Area.REGISTRY, "compatibility is " + level)
        : Finding.warning(
            Area.REGISTRY,
            "compatibility is " + level + ": it would take a schema that breaks readers",
            REGISTER);
  }

  private String level(String subject) throws IOException, RestClientException {
    try {
      return registry.getCompatibility(subject);
    } catch (RestClientException noneOfItsOwn) {
      return registry.getCompatibility(null);
    }
  }
}
