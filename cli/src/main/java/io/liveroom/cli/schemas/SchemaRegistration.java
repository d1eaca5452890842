package io.liveroom.cli.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts the catalogue's schemas into a registry, or says what would happen. */
public final class SchemaRegistration {

  /** Old readers read new records and new readers old ones, over all versions. */
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final SchemaRegistryClient registry;
  private final Topics topics;

  public SchemaRegistration(SchemaRegistryClient registry, Topics topics) {
    this.registry = registry;
    this.topics = topics;
  }

  /** Registers what is missing; one step for each topic, in the catalogue's order. */
  public List<SchemaStep> register() throws IOException, RestClientException {
    List<SchemaStep> steps = new ArrayList<>();
    for (Topic<?> topic : topics.all()) {
      SchemaStep step = lookUp(topic);
      steps.add(step instanceof SchemaStep.Known ? step : add(topic));
    }
    return steps;
  }

  /** Compares only. */
  public List<SchemaStep> check() throws IOException, RestClientException {
    List<SchemaStep> steps = new ArrayList<>();
    for (Topic<?> topic : topics.all()) {
      steps.add(lookUp(topic));
    }
    return steps;
  }

  private SchemaStep lookUp(Topic<?> topic) throws IOException, RestClientException {
    AvroSchema schema = new AvroSchema(topic.schema());
    try {
      return new SchemaStep.Known(topic.subject(), registry.getId(topic.subject(), schema));
    } catch (RestClientException e) {
      if (e.getStatus() != NOT_FOUND) {
        throw e;
      }
      return compare(topic.subject(), schema);
    }
  }

  private SchemaStep compare(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    if (!registry.getAllSubjects().contains(subject)) {
      return new SchemaStep.Missing(subject);
    }
    List<String> conflicts = new SchemaConflicts(registry).of(subject, schema.rawSchema());
    return conflicts.isEmpty() && registry.testCompatibility(subject, schema)
        ? new SchemaStep.Missing(subject)
        : new SchemaStep.Incompatible(subject, reason(conflicts, "the registry says so"));
  }

  private SchemaStep add(Topic<?> topic) throws IOException, RestClientException {
    registry.updateCompatibility(topic.subject(), COMPATIBILITY);
    try {
      int id = registry.register(topic.subject(), new AvroSchema(topic.schema()));
      return new SchemaStep.Added(topic.subject(), id);
    } catch (RestClientException e) {
      if (e.getStatus() != CONFLICT) {
        throw e;
      }
      List<String> conflicts = new SchemaConflicts(registry).of(topic.subject(), topic.schema());
      return new SchemaStep.Incompatible(topic.subject(), reason(conflicts, e.toString()));
    }
  }

  private static String reason(List<String> conflicts, String otherwise) {
    return COMPATIBILITY + ": " + (conflicts.isEmpty() ? otherwise : String.join("; ", conflicts));
  }
}
