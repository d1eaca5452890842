package io.liveroom.benchmarks.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.simulator.world.Traps;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Takes a sample of each kind from a simulated platform: the longest answer of some rooms, as the
 * largest rooms are the ones that cost.
 */
final class SampleRecorder {

  private static final String TOKEN = "benchmark-token-0001";
  private static final int ROOMS = 20;
  private static final double PACE = 20;
  private static final Duration BROADCAST = Duration.ofSeconds(4); // until there is chat to tell

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Sample, byte[]> longest = new EnumMap<>(Sample.class);

  /** Leaves the samples in a folder, each in its own file. */
  static void record(Path folder) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    SimulatorSettings settings =
        SimulatorSettings.defaults(clock.instant())
            .withToken(TOKEN)
            .withRooms(ROOMS)
            .withLife(Duration.ofDays(1))
            .withPace(PACE)
            .withFresh(true)
            .withTraps(Traps.none());
    SampleRecorder recorder = new SampleRecorder();
    try (Simulator simulator = new Simulator(settings, clock)) {
      simulator.start();
      TimeUnit.MILLISECONDS.sleep(BROADCAST.toMillis());
      recorder.ask(simulator);
    }
    for (Sample sample : Sample.values()) {
      byte[] bytes = recorder.longest.get(sample);
      if (bytes == null) {
        throw new IOException("the simulated platform gave no " + sample);
      }
      Files.write(folder.resolve(sample.fileName()), bytes);
    }
  }

  private void ask(Simulator simulator) throws IOException, InterruptedException {
    List<String> rooms = simulator.roomIds();
    keep(Sample.STATUS, get(simulator, Sample.STATUS, "&room_id=" + String.join(",", rooms)));
    keep(Sample.FEED, get(simulator, Sample.FEED, ""));
    for (String room : rooms) {
      String of = "&room_id=" + room;
      keep(Sample.INFO, get(simulator, Sample.INFO, of));
      keep(Sample.PROMOTIONS, get(simulator, Sample.PROMOTIONS, of));
      keep(Sample.AUDIENCE, get(simulator, Sample.AUDIENCE, of));
      byte[] chat = get(simulator, Sample.CHAT_FIRST, of);
      boolean isLater = new String(chat, UTF_8).contains("\"payload\"");
      keep(isLater ? Sample.CHAT_LATER : Sample.CHAT_FIRST, chat);
    }
  }

  private void keep(Sample sample, byte[] bytes) {
    longest.merge(sample, bytes, (one, other) -> one.length < other.length ? other : one);
  }

  private byte[] get(Simulator simulator, Sample sample, String parameters)
      throws IOException, InterruptedException {
    String url =
        String.format(
            "http://127.0.0.1:%d/douyin/liveroom/%s?token=%s%s",
            simulator.port(), sample.endpoint().label(), TOKEN, parameters);
    return http.send(
            HttpRequest.newBuilder(URI.create(url)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }
}
