package io.liveroom.benchmarks.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.liveroom.benchmarks.ceiling.LenientJson;
import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import io.liveroom.collector.platform.AudienceDecoder;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.collector.platform.InfoDecoder;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.platform.PromotionsDecoder;
import io.liveroom.collector.platform.Reading;
import io.liveroom.collector.platform.StatusDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bytes to Avro records, privacy included; beside every token of them, and beside a tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class DecodeBenchmark {

  /** Names the system property of the samples' folder. */
  static final String FOLDER = "liveroom.benchmarks.samples";

  private static final String COLLECTOR = "bench";
  private static final String ROOM = "6900000000000000001";

  @Param public Sample sample;

  private byte[] bytes;
  private Function<Payload, Reading<?>> decoder;
  private Instant now;

  /** Reads the sample, and makes sure that it can be decoded. */
  @Setup
  public void prepare() throws IOException {
    prepare(Path.of(System.getProperty(FOLDER)));
  }

  void prepare(Path folder) throws IOException {
    bytes = Files.readAllBytes(folder.resolve(sample.fileName()));
    now = Instant.now();
    decoder = decoder();
    if (!(decode() instanceof Reading.Good<?> good) || !good.spoilt().isEmpty()) {
      throw new IOException(sample + " can't be decoded whole");
    }
  }

  private Function<Payload, Reading<?>> decoder() {
    Secret secret = Secret.ofValue("a-benchmark-s-secret");
    PrivacyFilter privacy = new PrivacyFilter(new Privacy(Users.PSEUDONYM, Text.KEEP, secret));
    DeadLetters letters = new DeadLetters(COLLECTOR, privacy, secret);
    ChatDecoder chat = new ChatDecoder(COLLECTOR, letters, privacy);
    AudienceDecoder audience = new AudienceDecoder(COLLECTOR, letters, privacy);
    return switch (sample) {
      case STATUS -> new StatusDecoder(COLLECTOR, letters)::decode;
      case INFO -> new InfoDecoder(COLLECTOR, letters)::decode;
      case PROMOTIONS -> new PromotionsDecoder(letters)::decode;
      case AUDIENCE -> payload -> audience.decode(payload, ROOM);
      case FEED -> new FeedDecoder(COLLECTOR, letters)::decode;
      case CHAT_FIRST, CHAT_LATER -> payload -> chat.decode(payload, ROOM);
    };
  }

  /** The product's way. */
  @Benchmark
  public Reading<?> decode() {
    return decoder.apply(new Payload(sample.endpoint(), null, bytes, now));
  }

  /** Jackson's tokenizer alone. */
  @Benchmark
  public int tokens() throws IOException {
    int count = 0;
    try (JsonParser parser = LenientJson.MAPPER.createParser(bytes)) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }

  /** Jackson's tree, before anything is read out of it. */
  @Benchmark
  public JsonNode tree() throws IOException {
    return LenientJson.MAPPER.readTree(bytes);
  }
}
