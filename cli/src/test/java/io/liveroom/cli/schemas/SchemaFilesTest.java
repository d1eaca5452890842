package io.liveroom.cli.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written from the schemas for other people's programs, and that the files are today's. */
final class SchemaFilesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchema OFFICIAL = official();
  private static final Path HOME = Path.of("..");
  private static final AsyncApi DOCUMENT =
      new AsyncApi(
          Topics.DEFAULT_PREFIX,
          new AsyncApi.Servers("127.0.0.1:9092", "http://127.0.0.1:8081/apis/ccompat/v7"),
          12,
          1);

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @Test
  void asyncapi_committedFile_isTodays() {
    assertToday("schemas/asyncapi.yaml", "asyncapi", DOCUMENT.text());
  }

  @Test
  void types_committedFiles_areTodays() {
    assertToday(
        "examples/node/src/records.ts", "types typescript", RecordTypes.typescript().text());
    assertToday("examples/python/records.py", "types python", RecordTypes.python().text());
  }

  @Test
  void asyncapi_document_isValidByTheOfficialSchema() {
    assertThat(mistakes(document())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "action: send | action: sned",
        "retention.ms: 604800000 | retention.ms: a week",
        "schemaIdLocation: payload | schemaIdLocation: footer",
        "- {name: room_id, type: | - {nome: room_id, type:",
        "address: | adress:"
      })
  void asyncapi_documentWithAMistake_isRefused(String right, String wrong) {
    String text = DOCUMENT.text();
    assertThat(text).contains(right);
    assertThat(
            mistakes(
                tree(text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)))))
        .isNotEmpty();
  }

  @Test
  void asyncapi_everyTopic_carriesTheRegisteredSchema() {
    JsonNode document = document();
    assertThat(document.get("channels")).hasSameSizeAs(topics.all());
    for (Topic<?> topic : topics.all()) {
      JsonNode channel = document.get("channels").get(topic.shortName());
      assertThat(channel.get("address").asText().replace("{prefix}", "liveroom"))
          .isEqualTo(topic.name());
      JsonNode payload =
          document.at("/components/messages/" + topic.schema().getName() + "/payload/schema");
      assertThat(new Schema.Parser().parse(payload.toString())).isEqualTo(topic.schema());
    }
  }

  @Test
  void asyncapi_everyReference_leadsSomewhere() {
    JsonNode document = document();
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void asyncapi_otherPrefix_isItsParameter() {
    JsonNode document =
        tree(new AsyncApi("acme.live", new AsyncApi.Servers("h:1", "http://r"), 128, 3).text());
    assertThat(document.at("/components/parameters/prefix/default").asText())
        .isEqualTo("acme.live");
    assertThat(document.at("/channels/chat/address").asText())
        .isEqualTo("{prefix}.observed.chat.v1");
    assertThat(document.at("/channels/chat/bindings/kafka/partitions").asInt()).isEqualTo(128);
    assertThat(mistakes(document)).isEmpty();
  }

  @Test
  void roles_everyTopic_isSentAndReceivedBySomebody() {
    List<TopicRole> roles = List.of(TopicRole.values());
    assertThat(topics.all())
        .allMatch(topic -> roles.stream().anyMatch(role -> role.sends(topics).contains(topic)))
        .allMatch(topic -> roles.stream().anyMatch(role -> role.receives(topics).contains(topic)));
  }

  private static void assertToday(String file, String command, String today) {
    assertThat(HOME.resolve(file))
        .as("the schemas changed:  ./liveroom schemas %s > %s", command, file)
        .hasContent(today);
  }

  private static JsonNode document() {
    return tree(DOCUMENT.text());
  }

  private static JsonNode tree(String yaml) {
    return MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  private static Set<ValidationMessage> mistakes(JsonNode document) {
    return OFFICIAL.validate(document);
  }

  private static JsonSchema official() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(
            Objects.requireNonNull(
                SchemaFilesTest.class.getResourceAsStream("asyncapi-3.0.0.json")));
  }
}
