package io.liveroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that breaks what a real registry has. */
final class SchemasCommandTest {

  private static final Path RELEASED = Path.of("..", "schemas", "released", "Alert", "1.avsc");

  private final SchemaRegistryClient registry =
      Connections.registry(TestStack.shared().registryUrl(), Map.of());
  private final Operator operator;
  private final String subject;

  SchemasCommandTest(@TempDir Path directory) {
    operator = new Operator(directory);
    subject = new Topics(operator.prefix()).alert().subject();
  }

  /** A release of ours; then, under other rules, a field left out and a type made narrower. */
  @BeforeEach
  void registerWhatConflicts() throws IOException, RestClientException {
    Schema ours = new Schema.Parser().parse(Files.readString(RELEASED));
    registry.register(subject, new AvroSchema(ours));
    registry.updateCompatibility(subject, "BACKWARD");
    registry.register(subject, new AvroSchema(without(ours, "rule_text")));
    registry.updateCompatibility(subject, "FORWARD");
    registry.register(
        subject,
        changed(ours, "value\",\"type\":[\"null\",\"double", "value\",\"type\":[\"null\",\"float"));
  }

  @Test
  void registry_schemaOfAnotherType_isRefusedWithTheReason()
      throws IOException, RestClientException {
    registry.updateCompatibility(subject, "FULL_TRANSITIVE");
    Schema ours = new Schema.Parser().parse(Files.readString(RELEASED));
    AvroSchema retyped = changed(ours, "summary\",\"type\":\"string", "summary\",\"type\":\"long");
    assertThatThrownBy(() -> registry.register(subject, retyped))
        .isInstanceOf(RestClientException.class)
        .hasMessageContaining("LONG not compatible with writer type: STRING at /fields/");
  }

  @Test
  void check_schemaConflicts_saysWhichVersionWhichWayWhichFieldAndRule() {
    CommandRun run = operator.run("schemas", "check");
    assertThat(run.code()).isEqualTo(4);
    assertConflicts(run);
  }

  @Test
  void register_schemaConflicts_isRefusedByTheRegistryAndSaysTheSame()
      throws IOException, RestClientException {
    CommandRun run = operator.run("schemas", "register");
    assertThat(run.code()).isEqualTo(4);
    assertConflicts(run);
    assertThat(registry.getAllVersions(subject)).containsExactly(1, 2, 3);
    assertThat(run.lines()).hasSize(12).filteredOn(line -> line.startsWith("+ ")).hasSize(11);
  }

  private void assertConflicts(CommandRun run) {
    String line = run.lines().stream().filter(one -> one.startsWith("!")).findFirst().orElse("");
    assertThat(line)
        .isEqualTo(
            "! "
                + subject
                + " is not compatible: FULL_TRANSITIVE:"
                + " records of version 2 cannot be read: field rule_text:"
                + " READER_FIELD_MISSING_DEFAULT_VALUE (rule_text);"
                + " a reader of version 3 cannot read the new: field value: MISSING_UNION_BRANCH"
                + " (reader union lacking writer type: DOUBLE)");
  }

  private static AvroSchema changed(Schema schema, String right, String wrong) {
    assertThat(schema.toString()).containsOnlyOnce("\"" + right);
    return new AvroSchema(schema.toString().replace("\"" + right, "\"" + wrong));
  }

  private static Schema without(Schema schema, String field) {
    return Schema.createRecord(
        schema.getName(),
        schema.getDoc(),
        schema.getNamespace(),
        false,
        schema.getFields().stream()
            .filter(one -> !one.name().equals(field))
            .map(one -> new Schema.Field(one, one.schema()))
            .toList());
  }
}
