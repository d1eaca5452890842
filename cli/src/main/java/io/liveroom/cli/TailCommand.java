package io.liveroom.cli;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.liveroom.cli.tail.RegistryOutage;
import io.liveroom.cli.tail.TailRequest;
import io.liveroom.cli.tail.TopicName;
import io.liveroom.cli.tail.TopicTail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tail}: decoded records of a topic. */
@Command(
    name = "tail",
    description = {
      "Shows a topic's records as JSON lines on standard output.",
      "Each is {\"topic\",\"partition\",\"offset\",\"timestamp\",\"key\",\"value\":{…}}",
      "Ids are strings, times ISO 8601, bytes base64; a deleted key has the value null.",
      "Only committed records. What can't be decoded is named on standard error."
    })
final class TailCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(
      paramLabel = "TOPIC",
      description = "Full name, or the short one: chat, room, status, room-minute, session …")
  private String topic = "";

  @Option(names = "--room", paramLabel = "ID", description = "Only records of this room.")
  private @Nullable String room;

  @Option(
      names = "--from-beginning",
      description = "Everything that is still there, then what comes.")
  private boolean isFromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "Ends after N records.")
  private long most = Long.MAX_VALUE;

  @Option(
      names = "--idle-exit",
      paramLabel = "SECONDS",
      description = "Ends when nothing has come for as long.")
  private @Nullable Integer idleExit;

  TailCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Connections connections = new Connections(options.load(shell));
    connections.requireBroker();
    TailRequest request = request(TopicName.resolve(connections.topics(), topic));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(connections);
        KafkaAvroDeserializer values = new KafkaAvroDeserializer()) {
      values.configure(connections.genericDeserializer(), false);
      List<PartitionInfo> partitions = partitions(consumer, request.topic(), connections);
      new TopicTail(consumer, values, shell.out(), shell.err(), shell.clock())
          .run(request, partitions);
      return ExitCode.OK.number();
    } catch (SerializationException e) {
      throw RegistryOutage.isCauseOf(e) ? connections.registryUnreachable(e) : e;
    }
  }

  private TailRequest request(String name) {
    return new TailRequest(
        name,
        Optional.ofNullable(room),
        isFromBeginning,
        most,
        Optional.ofNullable(idleExit).map(Duration::ofSeconds));
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Connections connections) {
    Map<String, Object> properties = new HashMap<>(connections.kafka());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private List<PartitionInfo> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String name, Connections connections)
      throws Exception {
    Map<String, List<PartitionInfo>> known =
        new Progress(shell.err()).during("asking the broker", consumer::listTopics);
    return Optional.ofNullable(known.get(name))
        .orElseThrow(
            () ->
                new UserMistake(
                    ExitCode.FAILED,
                    "the broker has no topic %s: name it in full, or one of %s; './liveroom topics apply' makes the catalogue's"
                        .formatted(
                            name, String.join(", ", TopicName.shortNames(connections.topics())))));
  }
}
