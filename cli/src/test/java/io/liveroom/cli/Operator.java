package io.liveroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Types commands to a real broker and a real registry, under a topic prefix of its own. */
final class Operator {

  private static final TestStack STACK = TestStack.shared();

  private final Path directory;
  private final String prefix = TestStack.freshPrefix();

  Operator(Path directory) {
    this.directory = directory;
  }

  String prefix() {
    return prefix;
  }

  /** Makes topics and schemas. */
  Topics prepare() {
    assertThat(run("topics", "apply").code()).isZero();
    assertThat(run("schemas", "register").code()).isZero();
    return new Topics(prefix);
  }

  CommandRun run(String... words) {
    return input("", words);
  }

  /** Settings come first: what the test says later wins. */
  CommandRun input(String input, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!all.toString().contains("liveroom.topics.partitions")) {
      all.addAll(List.of("--set", "liveroom.topics.partitions=3"));
    }
    all.addAll(List.of("--set", "liveroom.topics.prefix=" + prefix));
    all.addAll(List.of("--set", "liveroom.kafka.bootstrap-servers=" + STACK.bootstrapServers()));
    all.addAll(List.of("--set", "liveroom.registry.url=" + STACK.registryUrl()));
    return CommandRun.of(directory, input, all);
  }

  /** Writes a record; returns when the broker has it. */
  void send(String topic, String key, SpecificRecord value, Instant at)
      throws ExecutionException, InterruptedException {
    try (Producer<String, SpecificRecord> producer = STACK.producer()) {
      producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value)).get();
    }
  }
}
