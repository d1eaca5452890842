package io.liveroom.cli.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Why a schema cannot follow those that are registered: both ways, over all versions. Found here
 * and not asked of the registry, as registries differ in what they tell and some tell nothing.
 */
final class SchemaConflicts {

  private static final Pattern FIELD = Pattern.compile("/fields/(\\d+)");

  private final SchemaRegistryClient registry;

  SchemaConflicts(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** One sentence for each conflict: which version, which way, which field, which rule. */
  List<String> of(String subject, Schema ours) throws IOException, RestClientException {
    List<String> conflicts = new ArrayList<>();
    for (int version : registry.getAllVersions(subject)) {
      Schema theirs = schema(subject, version);
      between(ours, theirs).stream()
          .map(why -> "records of version %d cannot be read: %s".formatted(version, why))
          .forEach(conflicts::add);
      between(theirs, ours).stream()
          .map(why -> "a reader of version %d cannot read the new: %s".formatted(version, why))
          .forEach(conflicts::add);
    }
    return conflicts;
  }

  private Schema schema(String subject, int version) throws IOException, RestClientException {
    int id = registry.getSchemaMetadata(subject, version).getId();
    return ((AvroSchema) registry.getSchemaBySubjectAndId(subject, id)).rawSchema();
  }

  private static List<String> between(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(conflict -> sentence(reader, conflict))
        .toList();
  }

  private static String sentence(Schema reader, Incompatibility conflict) {
    String rule = conflict.getType() + " (" + conflict.getMessage() + ")";
    Matcher field = FIELD.matcher(conflict.getLocation());
    return field.lookingAt() && reader.getType() == Schema.Type.RECORD
        ? "field " + reader.getFields().get(Integer.parseInt(field.group(1))).name() + ": " + rule
        : reader.getName() + ": " + rule;
  }
}
