package io.liveroom.benchmarks.load;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Fills the observed topics with the broadcasts of many rooms, in the order of their time, as fast
 * as it goes or at the pace of the clock. After their end, time goes on until every window and
 * session is closed by it. Arguments: brokers, registry, prefix of the topics, rooms, seconds of
 * broadcast, messages a second of all rooms together, times the first room is as talkative as the
 * others, goods on a shelf, start (Unix seconds), {@code fast} or {@code clock}, file that says
 * when it is done.
 */
public final class LoadMain {

  /** Longer than the graces of windows and sessions, and the duplicates' window. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(6);

  private static final long SEED = 20_261_125;

  private final Topics topics;
  private final Producer<String, SpecificRecord> producer;
  private final EventHeaders headers = new EventHeaders("/liveroom/bench");
  private Future<?> last = CompletableFuture.completedFuture(null);

  private LoadMain(Topics topics, Producer<String, SpecificRecord> producer) {
    this.topics = topics;
    this.producer = producer;
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            arguments[0],
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "batch.size",
            256 << 10,
            "buffer.memory",
            128L << 20);
    int rooms = Integer.parseInt(arguments[3]);
    int length = Integer.parseInt(arguments[4]);
    double hot = Double.parseDouble(arguments[6]);
    double rate = Double.parseDouble(arguments[5]) / (rooms - 1 + hot);
    int goods = Integer.parseInt(arguments[7]);
    Instant start = Instant.ofEpochSecond(Long.parseLong(arguments[8]));
    List<RoomScript> scripts = new ArrayList<>();
    for (int number = 0; number < rooms; number++) {
      double own = number == 0 ? rate * hot : rate;
      scripts.add(new RoomScript(SEED, number, start, length, own, goods));
    }
    try (Producer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            client, new StringSerializer(), new RecordSerdes(arguments[1]).serializer())) {
      LoadMain load = new LoadMain(new Topics(arguments[2]), producer);
      load.fill(scripts, start, length, arguments[9].equals("clock"));
    }
    Files.writeString(Path.of(arguments[10]), "done");
  }

  private void fill(List<RoomScript> scripts, Instant start, int length, boolean followsTheClock)
      throws ExecutionException, InterruptedException {
    int end = followsTheClock ? length : length + (int) AFTERWARDS.toSeconds();
    for (int second = 0; second < end; second++) {
      Duration ahead = Duration.between(Instant.now(), start.plusSeconds(second));
      if (followsTheClock) {
        Thread.sleep(Math.max(0, ahead.toMillis()));
      }
      for (RoomScript script : scripts) {
        script.second(second, this::send);
      }
    }
    producer.flush();
    last.get();
  }

  private void send(SpecificRecord fact) {
    if (fact instanceof ChatEvent chat) {
      send(topics.chat().name(), chat.getRoomId(), chat.getEventId(), chat.getEventTime(), fact);
    } else if (fact instanceof RoomSnapshot room) {
      send(topics.room().name(), room.getRoomId(), room.getEventId(), room.getEventTime(), fact);
    } else if (fact instanceof PromotionList list) {
      String topic = topics.promotions().name();
      send(topic, list.getRoomId(), list.getEventId(), list.getEventTime(), fact);
    } else if (fact instanceof RoomStatus status) {
      String topic = topics.status().name();
      send(topic, status.getRoomId(), status.getEventId(), status.getEventTime(), fact);
    }
  }

  private void send(String topic, String key, String id, Instant time, SpecificRecord fact) {
    last =
        producer.send(
            new ProducerRecord<>(
                topic, null, time.toEpochMilli(), key, fact, headers.of(fact, id, time)));
  }
}
