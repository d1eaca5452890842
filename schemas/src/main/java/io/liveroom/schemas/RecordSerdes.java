package io.liveroom.schemas;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes Confluent's own serializers and deserializers for the records of the catalogue, against one
 * registry.
 *
 * <p>Schemas are never registered on the way: {@code ./liveroom schemas register} does that, so
 * that a producer cannot change the contract by accident.
 */
public final class RecordSerdes {

  private final Map<String, Object> config;

  /**
   * @param registryUrl base URL of any registry with the Confluent API, or {@code mock://scope} in
   *     a unit test
   */
  public RecordSerdes(String registryUrl) {
    this(registryUrl, Map.of());
  }

  /**
   * @param extra further settings of Confluent's serializer, such as credentials or {@code
   *     auto.register.schemas}
   */
  public RecordSerdes(String registryUrl, Map<String, ?> extra) {
    trustOurRecords();
    Map<String, Object> all = new HashMap<>();
    all.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, false);
    all.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
    all.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    all.putAll(extra);
    all.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, registryUrl);
    config = Map.copyOf(all);
  }

  /** A serializer for the values of any topic. */
  public Serializer<SpecificRecord> serializer() {
    return this.<SpecificRecord>typedSerializer();
  }

  /** A deserializer for the values of any topic; the record's own schema says which class. */
  public Deserializer<SpecificRecord> deserializer() {
    return this.<SpecificRecord>typedDeserializer();
  }

  /** The serde of one topic's values. */
  public <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
    return this.<V>typedSerde();
  }

  private <V extends SpecificRecord> Serde<V> typedSerde() {
    return Serdes.serdeFrom(typedSerializer(), typedDeserializer());
  }

  // Confluent's classes are typed Object; the schema in the registry is what holds the type.
  @SuppressWarnings("unchecked")
  private <V extends SpecificRecord> Serializer<V> typedSerializer() {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(config, false);
    return new RecordSerializer<>((Serializer<V>) (Serializer<?>) serializer);
  }

  private <V extends SpecificRecord> Deserializer<V> typedDeserializer() {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(config, false);
    return new RecordDeserializer<>(deserializer);
  }

  /** Avro 1.12.2 refuses to make classes it was not told to trust: ours are told here, once. */
  private static void trustOurRecords() {
    ClassSecurityValidator.setGlobal(Trust.VALIDATOR);
  }

  private static final class Trust {
    static final ClassSecurityValidator.ClassSecurityPredicate VALIDATOR =
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith("io.liveroom."));
  }
}
