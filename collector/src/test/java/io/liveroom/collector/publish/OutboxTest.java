package io.liveroom.collector.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.broker.LocalBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a broker that goes away and comes back. */
class OutboxTest {

  private static final String TOPIC = "facts";
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int KIB = 1024;

  private final Pressure pressure = new Pressure(512 * KIB, 256 * KIB);
  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();

  private Path directory;
  private LocalBroker broker;
  private KafkaOutlet outlet;
  private Outbox outbox;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    broker = LocalBroker.start(directory, 0);
    create(TOPIC);
    outlet =
        new KafkaOutlet(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "reconnect.backoff.max.ms", 100),
            new SimpleMeterRegistry());
    outbox = new Outbox(outlet, pressure);
  }

  @AfterEach
  void close() {
    outbox.close(Duration.ZERO);
    outlet.close();
    broker.close();
  }

  @Test
  void put_brokerAway_readingStopsAndNothingIsLostOrTurnedRound() throws Exception {
    Reading reading = new Reading();
    pressure.join(reading);
    putEach(0, 10, KIB);
    await().atMost(LIMIT).until(() -> acknowledged.size() == 10);
    broker.close();
    putEach(10, 1000, KIB);
    assertThat(reading.isPaused).isTrue();
    assertThat(atHand()).isEqualTo(990);
    broker = LocalBroker.start(directory, broker.port());
    await().atMost(LIMIT).until(() -> acknowledged.size() == 1000);
    await().atMost(LIMIT).until(() -> !reading.isPaused);
    assertThat(failures).isEmpty();
    await().until(() -> pressure.inFlight() == 0 && atHand() == 0);
    assertThat(read(TOPIC, 1000)).containsExactlyElementsOf(names(0, 1000));
  }

  @Test
  void put_topicMissing_waitsUntilItIsThere() throws Exception {
    put("late", "0", KIB);
    put(TOPIC, "1", KIB);
    put("late", "2", KIB);
    await().atMost(LIMIT).until(() -> outbox.trouble().isPresent());
    create("late");
    await().atMost(LIMIT).until(() -> acknowledged.size() == 3);
    assertThat(read("late", 2)).containsExactly("0", "2");
    assertThat(failures).isEmpty();
    await().until(() -> outbox.trouble().isEmpty());
  }

  @Test
  void put_recordTooLarge_failsItAlone() throws Exception {
    put(TOPIC, "0", KIB);
    put(TOPIC, "1", 2 * KIB * KIB);
    put(TOPIC, "2", KIB);
    await().atMost(LIMIT).until(() -> failures.size() + acknowledged.size() == 3);
    assertThat(failures).hasOnlyElementsOfType(RecordTooLargeException.class).hasSize(1);
    assertThat(read(TOPIC, 2)).containsExactly("0", "2");
  }

  @Test
  void close_brokerAway_failsWhatIsLeftAndWhatComesAfter() {
    broker.close();
    putEach(0, 20, KIB);
    outbox.close(Duration.ofMillis(200));
    await().until(() -> failures.size() == 20);
    put(TOPIC, "20", KIB);
    assertThat(failures).hasSize(21);
    assertThat(acknowledged).isEmpty();
    assertThat(pressure.inFlight()).isZero();
    assertThat(atHand()).isZero();
  }

  @Test
  void put_producerFailedForGood_anotherOneTakesOver() {
    MockProducer<String, byte[]> broken = mock();
    broken.sendException = new OutOfOrderSequenceException("a record is missing");
    MockProducer<String, byte[]> sound = mock();
    List<Producer<String, byte[]>> producers = new ArrayList<>(List.of(broken, sound));
    outbox.close(Duration.ZERO);
    outbox = new Outbox(() -> producers.remove(0), pressure);
    putEach(0, 5, KIB);
    await().atMost(LIMIT).until(() -> acknowledged.size() == 5);
    assertThat(broken.closed()).isTrue();
    assertThat(sound.history()).extracting(OutboxTest::name).isEqualTo(names(0, 5));
  }

  private static MockProducer<String, byte[]> mock() {
    return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  }

  private void putEach(int from, int to, int size) {
    names(from, to).forEach(name -> put(TOPIC, name, size));
  }

  private long atHand() {
    return outbox.tickets().opened() - outbox.tickets().closed();
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }

  private void put(String topic, String name, int size) {
    byte[] value = new byte[size];
    System.arraycopy(name.getBytes(UTF_8), 0, value, 0, name.length());
    outbox.put(
        List.of(
            new Outbox.Delivery(new ProducerRecord<>(topic, "room", value), new Note(name), true)));
  }

  private static String name(ProducerRecord<String, byte[]> sent) {
    return new String(sent.value(), UTF_8).trim();
  }

  private List<String> read(String topic, int count) {
    List<String> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> one = List.of(new TopicPartition(topic, 0));
      consumer.assign(one);
      consumer.seekToBeginning(one);
      assertThat(consumer.endOffsets(one)).containsValue((long) count);
      while (found.size() < count) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> found.add(new String(record.value(), UTF_8).trim()));
      }
    }
    return found;
  }

  private void create(String topic) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  /** What became of one record. */
  private final class Note implements Outbox.Receipt {

    private final String name;

    Note(String name) {
      this.name = name;
    }

    @Override
    public void acknowledged() {
      acknowledged.add(name);
    }

    @Override
    public void failed(Exception failure) {
      failures.add(failure);
    }
  }

  private static final class Reading implements Pressure.Flow {

    private volatile boolean isPaused;

    @Override
    public void pause() {
      isPaused = true;
    }

    @Override
    public void resume() {
      isPaused = false;
    }
  }
}
