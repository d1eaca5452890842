package io.liveroom.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.liveroom.common.EventTimeSource;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

final class RecordSerdesTest {

  private final Topic<RoomStatus> topic = new Topics("liveroom").status();

  @Test
  void serde_registeredSchema_roundTripsInConfluentsWireFormat() {
    RecordSerdes serdes = new RecordSerdes("mock://wire", Map.of("auto.register.schemas", true));
    try (Serde<RoomStatus> serde = serdes.serde(topic)) {
      byte[] bytes = serde.serializer().serialize(topic.name(), status());
      assertThat(bytes[0]).as("magic byte").isZero();
      assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(status());
    }
  }

  @Test
  void serializer_everyTopic_writesWhatConfluentsWouldWrite() {
    Map<String, Object> registering = Map.of("auto.register.schemas", true);
    RecordSerdes serdes = new RecordSerdes("mock://same", registering);
    RecordSerdes fresh = new RecordSerdes("mock://same", registering);
    try (Serializer<SpecificRecord> warm = serdes.serializer()) {
      for (Topic<?> each : new Topics("liveroom").all()) {
        SpecificRecord blank = each.blank();
        warm.serialize(each.name(), blank);
        try (Serializer<SpecificRecord> cold = fresh.serializer()) { // its first is Confluent's
          assertThat(warm.serialize(each.name(), blank))
              .as(each.name())
              .isEqualTo(cold.serialize(each.name(), blank));
        }
      }
      RoomStatus first = status();
      RoomStatus second = status();
      second.setAlive(false);
      second.setRoomId("6900000000000000002");
      warm.serialize(topic.name(), first);
      byte[] bytes = warm.serialize(topic.name(), second);
      assertThat(serdes.deserializer().deserialize(topic.name(), bytes)).isEqualTo(second);
    }
  }

  @Test
  void deserializer_everyTopic_readsWhatConfluentsWouldRead() {
    RecordSerdes serdes = new RecordSerdes("mock://read", Map.of("auto.register.schemas", true));
    try (Serializer<SpecificRecord> serializer = serdes.serializer();
        Deserializer<SpecificRecord> warm = serdes.deserializer()) {
      for (Topic<?> each : new Topics("liveroom").all()) {
        byte[] bytes = serializer.serialize(each.name(), each.blank());
        SpecificRecord first = warm.deserialize(each.name(), bytes); // which is Confluent's
        assertThat(first).as(each.name()).isEqualTo(each.blank());
        assertThat(warm.deserialize(each.name(), bytes)).isEqualTo(first).isNotSameAs(first);
      }
      byte[] bytes = serializer.serialize(topic.name(), status());
      assertThat(warm.deserialize(topic.name(), bytes)).isEqualTo(status());
    }
  }

  @Test
  void deserializer_whatIsNoRecord_refusesItAndGoesOn() {
    RecordSerdes serdes = new RecordSerdes("mock://noise", Map.of("auto.register.schemas", true));
    try (Serde<RoomStatus> serde = serdes.serde(topic)) {
      byte[] whole = serde.serializer().serialize(topic.name(), status());
      Deserializer<RoomStatus> deserializer = serde.deserializer();
      assertThat(deserializer.deserialize(topic.name(), whole)).isEqualTo(status());
      byte[] cut = Arrays.copyOf(whole, whole.length / 2);
      byte[] unknown = whole.clone();
      unknown[3] = 77; // of the schema's id
      for (byte[] noise : List.of(cut, unknown, "noise".getBytes(UTF_8), new byte[] {0})) {
        assertThatThrownBy(() -> deserializer.deserialize(topic.name(), noise))
            .isInstanceOf(SerializationException.class);
      }
      assertThat(deserializer.deserialize(topic.name(), null)).isNull();
      assertThat(deserializer.deserialize(topic.name(), whole)).isEqualTo(status());
    }
  }

  @Test
  void deserializer_recordOfAnotherVersion_isReadAsOurs() throws Exception {
    Schema ours = RoomStatus.SCHEMA$;
    List<Schema.Field> fields = new ArrayList<>();
    ours.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(0, new Schema.Field("added", Schema.create(Schema.Type.LONG), "not yet ours", 7L));
    Schema newer = Schema.createRecord(ours.getName(), null, ours.getNamespace(), false, fields);
    GenericRecordBuilder other = new GenericRecordBuilder(newer).set("added", 8L);
    ours.getFields()
        .forEach(
            field -> {
              Object value = status().get(field.pos());
              other.set(field.name(), value instanceof Instant at ? at.toEpochMilli() : value);
            });
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        Deserializer<RoomStatus> deserializer =
            new RecordSerdes("mock://newer").serde(topic).deserializer()) {
      serializer.configure(
          Map.of("schema.registry.url", "mock://newer", "auto.register.schemas", true), false);
      byte[] bytes = serializer.serialize(topic.name(), other.build());
      assertThat(deserializer.deserialize(topic.name(), bytes)).isEqualTo(status());
      assertThat(deserializer.deserialize(topic.name(), bytes)).isEqualTo(status());
    }
  }

  @Test
  void serializer_recordWithAHole_refusesItAndGoesOn() {
    RecordSerdes serdes = new RecordSerdes("mock://hole", Map.of("auto.register.schemas", true));
    try (Serializer<SpecificRecord> serializer = serdes.serializer()) {
      byte[] whole = serializer.serialize(topic.name(), status());
      assertThatThrownBy(() -> serializer.serialize(topic.name(), new RoomStatus()))
          .isInstanceOf(SerializationException.class);
      assertThat(serializer.serialize(topic.name(), status())).isEqualTo(whole);
      assertThat(serializer.serialize(topic.name(), null)).isNull();
    }
  }

  @Test
  void serializer_unknownSchema_refusesRatherThanRegisters() {
    RecordSerdes serdes = new RecordSerdes("mock://empty");
    assertThatThrownBy(() -> serdes.serializer().serialize(topic.name(), status()))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void headers_anyRecord_areCloudEventsInBinaryMode() {
    var headers =
        new EventHeaders("/liveroom/collector/worker-1")
            .of(status(), "id-1", Instant.ofEpochMilli(1_700_000_000_123L));
    assertThat(headers)
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_id=id-1",
            "ce_source=/liveroom/collector/worker-1",
            "ce_type=io.liveroom.observed.RoomStatus",
            "ce_time=2023-11-14T22:13:20.123Z",
            "content-type=application/vnd.confluent.avro");
  }

  private static RoomStatus status() {
    return RoomStatus.newBuilder()
        .setEventId("6900000000000000001:status:1")
        .setRoomId("6900000000000000001")
        .setEventTime(Instant.ofEpochMilli(1_700_000_000_123L))
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(Instant.ofEpochMilli(1_700_000_000_456L))
        .setCollectorId("worker-1")
        .setEndpoint("status")
        .setAlive(true)
        .build();
  }
}
