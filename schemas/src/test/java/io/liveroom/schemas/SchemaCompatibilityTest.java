package io.liveroom.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FULL_TRANSITIVE over all pairs of versions, offline: every version of a record, released or
 * today's, reads every other.
 *
 * <p>Releases are in {@code released/RECORD/VERSION.avsc}, whole and never edited.
 */
final class SchemaCompatibilityTest {

  private static final Path RELEASED = Path.of("released");
  private static final Path TODAY = Path.of("target", "schemas");

  static Stream<Topic<?>> topics() {
    return new Topics(Topics.DEFAULT_PREFIX).all().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void versions_allPairs_readEachOther(Topic<?> topic) throws IOException {
    List<Schema> versions = new ArrayList<>(released(topic));
    versions.add(topic.schema());
    for (Schema reader : versions) {
      for (Schema writer : versions) {
        assertThat(incompatibilities(reader, writer))
            .as("version %d reading %d", versions.indexOf(reader), versions.indexOf(writer))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void today_differsFromTheLastRelease_mustBeReleased(Topic<?> topic) throws IOException {
    Path today = Files.createDirectories(TODAY).resolve(topic.schema().getName() + ".avsc");
    Files.writeString(today, SchemaFormatter.format("json/pretty", topic.schema()) + "\n");
    List<Schema> released = released(topic);
    Path next = folder(topic).resolve((released.size() + 1) + ".avsc");
    assertThat(released.isEmpty() ? null : released.get(released.size() - 1))
        .as("the record changed: release it with  cp schemas/%s schemas/%s", today, next)
        .isEqualTo(topic.schema());
  }

  @Test
  void incompatibilities_fieldWithoutDefaultAdded_areFound() {
    Schema before = parse("{'name':'a','type':'string'}");
    Schema after = parse("{'name':'a','type':'string'},{'name':'b','type':'string'}");
    assertThat(incompatibilities(after, before)).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
  }

  private static Schema parse(String fields) {
    String json = "{'type':'record','name':'R','fields':[" + fields + "]}";
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }

  private static String incompatibilities(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return pair.getType() == SchemaCompatibilityType.COMPATIBLE
        ? ""
        : pair.getResult().getIncompatibilities().toString();
  }

  private static List<Schema> released(Topic<?> topic) throws IOException {
    List<Schema> versions = new ArrayList<>();
    for (Path file :
        IntStream.iterate(1, version -> version + 1)
            .mapToObj(version -> folder(topic).resolve(version + ".avsc"))
            .takeWhile(Files::exists)
            .toList()) {
      versions.add(new Schema.Parser().parse(file.toFile()));
    }
    return versions;
  }

  private static Path folder(Topic<?> topic) {
    return RELEASED.resolve(topic.schema().getName());
  }
}
