package io.liveroom.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The job on Flink's MiniCluster, in this process, until it is ended. Arguments: brokers, registry,
 * prefix of the facts' topics, prefix of the results' which is the consumer group too, milliseconds
 * between checkpoints, folder for them.
 */
public final class FlinkMain {

  private static final int PARALLELISM = 2;

  /** A topic may end before the others, whose time then goes on. */
  private static final Duration IDLE = Duration.ofSeconds(3);

  private FlinkMain() {}

  private static WatermarkStrategy<Tuple2<String, byte[]>> times() {
    return WatermarkStrategy.<Tuple2<String, byte[]>>forMonotonousTimestamps().withIdleness(IDLE);
  }

  public static void main(String[] arguments) throws Exception {
    Topics observed = new Topics(arguments[2]);
    String group = arguments[3];
    Topics results = new Topics(group);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(
            PARALLELISM, configuration(Path.of(arguments[5])));
    flink.getConfig().enableObjectReuse();
    flink.enableCheckpointing(Long.parseLong(arguments[4]));
    flink
        .fromSource(source(arguments[0], observed, group), times(), "observed")
        .keyBy(record -> record.f0, Types.STRING)
        .process(
            new RoomFigures(arguments[1], results.roomMinute().name(), results.session().name()),
            TypeInformation.of(Published.class))
        .sinkTo(sink(arguments[0], group));
    flink.execute(group);
  }

  private static KafkaSource<Tuple2<String, byte[]>> source(
      String brokers, Topics observed, String group) {
    return KafkaSource.<Tuple2<String, byte[]>>builder()
        .setBootstrapServers(brokers)
        .setTopics(
            observed.chat().name(),
            observed.room().name(),
            observed.promotions().name(),
            observed.status().name())
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new Raw())
        .build();
  }

  private static KafkaSink<Published> sink(String brokers, String group) {
    return KafkaSink.<Published>builder()
        .setBootstrapServers(brokers)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(group)
        .setProperty("transaction.timeout.ms", "60000")
        .setProperty("compression.type", "lz4")
        .setRecordSerializer(new AsItIs())
        .build();
  }

  private static Configuration configuration(Path folder) {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable"); // a failure is told
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    return configuration;
  }

  /** Key and value as they are: a record is made of the bytes where it is needed. */
  private static final class Raw
      implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {

    @Override
    public void deserialize(
        ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<String, byte[]>> out) {
      out.collect(Tuple2.of(new String(record.key(), UTF_8), record.value()));
    }

    @Override
    public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
      return Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));
    }
  }

  private static final class AsItIs implements KafkaRecordSerializationSchema<Published> {

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Published published, KafkaSinkContext context, @Nullable Long timestamp) {
      return published.record();
    }
  }
}
