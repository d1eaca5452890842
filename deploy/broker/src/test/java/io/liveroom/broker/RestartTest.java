package io.liveroom.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {

  private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

  @Test
  void broker_restartedOnTheSameFolder_keepsTopicsAndRecords(@TempDir Path directory)
      throws Exception {
    try (LocalBroker broker = LocalBroker.start(directory, 0)) {
      write(broker);
    }
    try (LocalBroker broker = LocalBroker.start(directory, 0)) {
      assertThat(read(broker)).extracting(ConsumerRecord::value).containsExactly("value");
    }
  }

  @Test
  void registry_restartedOnTheSameFolder_keepsIdsAndRefusesIncompatibleSchemas(
      @TempDir Path directory) throws Exception {
    String id;
    try (LocalRegistry registry = LocalRegistry.start(directory, 0)) {
      id = register(registry, "string");
    }
    try (LocalRegistry registry = LocalRegistry.start(directory, 0)) {
      assertThat(register(registry, "string")).isEqualTo(id).contains("\"id\"");
      assertThat(register(registry, "boolean")).contains("409");
    }
  }

  @Test
  void registry_folderWithoutProgram_saysWhere(@TempDir Path directory) throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThatThrownBy(() -> LocalRegistry.start(empty, directory, 0))
        .hasRootCauseMessage("no registry program (*-runner.jar) in " + empty);
  }

  private static void write(LocalBroker broker) throws Exception {
    Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(properties);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(PARTITION.topic(), "key", "value")).get();
    }
  }

  private static List<ConsumerRecord<String, String>> read(LocalBroker broker) {
    Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      return consumer.poll(Duration.ofSeconds(20)).records(PARTITION);
    }
  }

  /** The answer to a registration; its status first where it is not 200. */
  private static String register(LocalRegistry registry, String type) throws Exception {
    String schema = "{\"schema\": \"{\\\"type\\\": \\\"" + type + "\\\"}\"}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/kept-value/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(schema))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return answer.statusCode() == 200 ? answer.body() : answer.statusCode() + answer.body();
  }
}
