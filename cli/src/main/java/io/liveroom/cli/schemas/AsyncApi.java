package io.liveroom.cli.schemas;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The catalogue of topics as an AsyncAPI 3.0 document: addresses, records, headers, how long they
 * are kept, and who sends and receives them.
 */
public final class AsyncApi {

  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
  private static final String WIRE = "application/vnd.confluent.avro";
  private static final String BINDING = "0.5.0";
  private static final String DESCRIPTION =
      """
      Watches live rooms: what the platform said (`observed`), and figures of each room that follow from it (`derived`).
      - The key of a record is the room id as UTF-8 text. All topics have the same partition count, so everything of a room is in one partition number, in order. One room id is one broadcast.
      - Values are Avro in Confluent's wire format: a zero byte, the schema's id in 4 bytes, the record. Subjects are TOPIC-value. Schemas stay compatible both ways with every version ever released.
      - The timestamp of a record is its event time; retention goes by it.
      - Ids are text. Times are Unix epoch milliseconds, UTC. Money is an integer in fen (1/100 CNY), gift values are diamonds (10 = 1 CNY). null means not measured, 0 means measured.
      - `derived` is written in transactions: read with isolation level read_committed. Minutes and sessions come again with a higher `revision`: the highest counts, `is_final` closes.
      """;

  private final Topics topics;
  private final String prefix;
  private final Servers servers;
  private final int partitions;
  private final int replicas;

  /** Where the topics and their schemas are. */
  public record Servers(String bootstrap, String registryUrl) {}

  /**
   * @param prefix what the address' parameter is unless set
   */
  public AsyncApi(String prefix, Servers servers, int partitions, int replicas) {
    this.topics = new Topics(prefix);
    this.prefix = prefix;
    this.servers = servers;
    this.partitions = partitions;
    this.replicas = replicas;
  }

  /** The document, in YAML. */
  public String text() {
    return YamlText.of(document());
  }

  private Map<String, Object> document() {
    return tree(
        field("asyncapi", "3.0.0"),
        field("id", "urn:io:liveroom"),
        field("info", info()),
        field("defaultContentType", WIRE),
        field("servers", tree(field("kafka", server()))),
        field("channels", each(this::channel)),
        field("operations", operations()),
        field("components", components()));
  }

  private static Map<String, Object> info() {
    return tree(
        field("title", "liveroom"),
        field("version", "1"),
        field("description", DESCRIPTION),
        field("license", tree(field("name", "Apache-2.0"))));
  }

  private Map<String, Object> server() {
    return tree(
        field("host", servers.bootstrap()),
        field("protocol", "kafka"),
        field(
            "bindings",
            kafka(
                field("schemaRegistryUrl", servers.registryUrl()),
                field("schemaRegistryVendor", "confluent"))));
  }

  private Map<String, Object> channel(Topic<?> topic) {
    return tree(
        field("address", "{prefix}" + topic.name().substring(prefix.length())),
        field("title", topic.purpose()),
        field("parameters", tree(field("prefix", reference("components/parameters/prefix")))),
        field(
            "messages",
            tree(
                field(
                    topic.schema().getName(),
                    reference("components/messages/" + topic.schema().getName())))),
        field(
            "bindings",
            kafka(
                field("partitions", partitions),
                field("replicas", replicas),
                field("topicConfiguration", kept(topic)))));
  }

  private static Map<String, Object> kept(Topic<?> topic) {
    return topic
        .retention()
        .map(
            time ->
                tree(
                    field("cleanup.policy", List.of("delete")),
                    field("retention.ms", time.toMillis())))
        .orElseGet(() -> tree(field("cleanup.policy", List.of("compact"))));
  }

  private Map<String, Object> operations() {
    Map<String, Object> operations = new LinkedHashMap<>();
    for (TopicRole role : TopicRole.values()) {
      for (Topic<?> topic : topics.all()) {
        if (role.sends(topics).contains(topic)) {
          operations.put(
              role.label() + "-sends-" + topic.shortName(), operation(role, "send", topic));
        }
        if (role.receives(topics).contains(topic)) {
          operations.put(
              role.label() + "-receives-" + topic.shortName(), operation(role, "receive", topic));
        }
      }
    }
    return operations;
  }

  private static Map<String, Object> operation(TopicRole role, String action, Topic<?> topic) {
    return tree(
        field("action", action),
        field("channel", reference("channels/" + topic.shortName())),
        field("tags", List.of(reference("components/tags/" + role.label()))));
  }

  private Map<String, Object> components() {
    Map<String, Object> messages = new LinkedHashMap<>();
    topics.all().forEach(topic -> messages.put(topic.schema().getName(), message(topic)));
    return tree(
        field("parameters", tree(field("prefix", parameter()))),
        field("tags", roles()),
        field("messageTraits", tree(field("record", trait()))),
        field("schemas", tree(field("CloudEventHeaders", headers()))),
        field("messages", messages));
  }

  private Map<String, Object> parameter() {
    return tree(
        field("description", "First part of all names (`liveroom.topics.prefix`)."),
        field("default", prefix));
  }

  private static Map<String, Object> roles() {
    Map<String, Object> roles = new LinkedHashMap<>();
    for (TopicRole role : TopicRole.values()) {
      roles.put(
          role.label(), tree(field("name", role.label()), field("description", role.purpose())));
    }
    return roles;
  }

  private static Map<String, Object> message(Topic<?> topic) {
    String type = topic.schema().getFullName();
    return tree(
        field("name", type),
        field("title", topic.schema().getName()),
        field("summary", topic.schema().getDoc()),
        field("traits", List.of(reference("components/messageTraits/record"))),
        field(
            "headers",
            tree(
                field(
                    "allOf",
                    List.of(
                        reference("components/schemas/CloudEventHeaders"),
                        tree(
                            field(
                                "properties",
                                tree(field("ce_type", tree(field("const", type)))))))))),
        field(
            "payload",
            tree(field("schemaFormat", AVRO), field("schema", AvroTree.of(topic.schema())))));
  }

  private static Map<String, Object> trait() {
    return tree(
        field("contentType", WIRE),
        field(
            "bindings",
            kafka(
                field(
                    "key",
                    tree(
                        field("type", "string"),
                        field(
                            "description",
                            "Room id, exact decimal text. A dead letter of no room has its endpoint."))),
                field("schemaIdLocation", "payload"),
                field("schemaIdPayloadEncoding", "confluent"),
                field("schemaLookupStrategy", "TopicNameStrategy"))));
  }

  private static Map<String, Object> headers() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("ce_specversion", tree(field("type", "string"), field("const", "1.0")));
    properties.put("ce_id", text("Identity of the fact: the same however often it arrives."));
    properties.put("ce_source", text("The process that wrote, as /liveroom/collector/worker-1."));
    properties.put("ce_type", text("Full name of the record."));
    properties.put("ce_time", tree(field("type", "string"), field("format", "date-time")));
    properties.put("content-type", tree(field("type", "string"), field("const", WIRE)));
    return tree(
        field("type", "object"),
        field("description", "CloudEvents 1.0 in Kafka's binary mode. A tombstone has none."),
        field("properties", properties));
  }

  private static Map<String, Object> text(String description) {
    return tree(field("type", "string"), field("description", description));
  }

  @SafeVarargs
  private static Map<String, Object> kafka(Map.Entry<String, ?>... fields) {
    Map<String, Object> binding = tree(fields);
    binding.put("bindingVersion", BINDING);
    return tree(field("kafka", binding));
  }

  private static Map<String, Object> reference(String path) {
    return tree(field("$ref", "#/" + path));
  }

  private Map<String, Object> each(Function<Topic<?>, Object> what) {
    Map<String, Object> all = new LinkedHashMap<>();
    topics.all().forEach(topic -> all.put(topic.shortName(), what.apply(topic)));
    return all;
  }

  private static <V> Map.Entry<String, V> field(String name, V value) {
    return Map.entry(name, value);
  }

  @SafeVarargs
  private static Map<String, Object> tree(Map.Entry<String, ?>... fields) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Map.Entry<String, ?> field : fields) {
      tree.put(field.getKey(), field.getValue());
    }
    return tree;
  }
}
