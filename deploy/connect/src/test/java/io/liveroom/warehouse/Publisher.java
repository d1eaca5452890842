package io.liveroom.warehouse;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the topics what a processor writes, and what it never should. Remembers the former. */
final class Publisher {

  static final byte[] NO_AVRO = {7, 7, 7};
  static final byte[] NO_SCHEMA = {0, 127, 0, 0, 0, 2, 2};

  private final TestStack stack;
  private final RecordSerdes serdes; // made first of all: Avro trusts our records from then on
  private final Map<Topic<?>, List<SpecificRecord>> published = new HashMap<>();

  Publisher(TestStack stack) {
    this.stack = stack;
    this.serdes = stack.serdes();
  }

  /** Publishes records in their order, each under its room; returns when the broker has them. */
  void publish(Topic<?> topic, List<? extends SpecificRecord> records) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      records.forEach(
          record -> producer.send(new ProducerRecord<>(topic.name(), room(record), record)));
    }
    published.computeIfAbsent(topic, any -> new ArrayList<>()).addAll(records);
  }

  /** What was published of a topic, the last of each key. */
  Map<List<Object>, SpecificRecord> latest(Topic<?> topic, List<String> key) {
    Map<List<Object>, SpecificRecord> latest = new LinkedHashMap<>();
    for (SpecificRecord record : published.getOrDefault(topic, List.of())) {
      latest.put(key.stream().map(name -> value(record, name)).toList(), record);
    }
    return latest;
  }

  /** How many records of a topic were published, but for what never should be. */
  int count(Topic<?> topic) {
    return published.getOrDefault(topic, List.of()).size();
  }

  /** A key without a value. */
  void publishTombstone(Topic<?> topic, String room) {
    publishBytes(topic, room, null);
  }

  /** Bytes that are no record: in another format, and with a schema that nobody knows. */
  void publishUnreadable(Topic<?> topic, String room) {
    publishBytes(topic, room, NO_AVRO);
    publishBytes(topic, room, NO_SCHEMA);
  }

  /** Records of a transaction that is given up. */
  void publishAborted(Topic<?> topic, List<? extends SpecificRecord> records) {
    Map<String, Object> properties = new HashMap<>(stack.clientProperties());
    properties.put("transactional.id", "given-up");
    try (Producer<String, SpecificRecord> producer =
        new KafkaProducer<>(properties, new StringSerializer(), serdes.serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(
          record -> producer.send(new ProducerRecord<>(topic.name(), room(record), record)));
      producer.flush();
      producer.abortTransaction();
    }
  }

  /** Publishes records whose schema has one more optional field, which holds a number. */
  void publishEvolved(
      Topic<?> topic, List<? extends SpecificRecord> records, String field, long value) {
    Schema evolved = evolved(topic.schema(), field);
    register(topic, evolved);
    Map<String, Object> settings =
        Map.of("schema.registry.url", stack.registryUrl(), "auto.register.schemas", false);
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(settings, false);
    try (Producer<String, Object> producer =
        new KafkaProducer<>(stack.clientProperties(), new StringSerializer(), serializer)) {
      for (SpecificRecord record : records) {
        GenericRecord more = copy(record, evolved);
        more.put(field, value);
        producer.send(new ProducerRecord<>(topic.name(), room(record), more));
      }
    }
    published.computeIfAbsent(topic, any -> new ArrayList<>()).addAll(records);
  }

  private void publishBytes(Topic<?> topic, String room, byte @Nullable [] bytes) {
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            stack.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), room, bytes));
    }
  }

  private void register(Topic<?> topic, Schema schema) {
    SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            List.of(stack.registryUrl()),
            100,
            List.of(new AvroSchemaProvider()),
            Map.of(),
            Map.of());
    try {
      client.register(topic.subject(), new AvroSchema(schema));
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("the registry refused the evolved schema", e);
    }
  }

  private static Schema evolved(Schema schema, String field) {
    List<Field> fields = new ArrayList<>();
    schema.getFields().forEach(each -> fields.add(new Field(each, each.schema())));
    Schema optional =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.LONG));
    fields.add(
        new Field(field, optional, "A field of the next version.", Field.NULL_DEFAULT_VALUE));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  /** The same fields as Avro's generic values: a schema that has no class is written from those. */
  private static GenericRecord copy(SpecificRecord record, Schema schema) {
    GenericRecord copy = new GenericData.Record(schema);
    for (Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      copy.put(
          field.name(), generic(value, TableText.value(schema.getField(field.name()).schema())));
    }
    return copy;
  }

  private static @Nullable Object generic(@Nullable Object value, Schema schema) {
    if (value instanceof Instant time) {
      return time.toEpochMilli();
    }
    return value instanceof Enum<?> symbol
        ? new GenericData.EnumSymbol(schema, symbol.name())
        : value;
  }

  private static String room(SpecificRecord record) {
    return value(record, "room_id").toString();
  }

  private static Object value(SpecificRecord record, String field) {
    return record.get(record.getSchema().getField(field).pos());
  }
}
