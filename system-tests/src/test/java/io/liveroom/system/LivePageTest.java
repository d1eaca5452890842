package io.liveroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import io.liveroom.simulator.ledger.TrueMinute;
import io.liveroom.simulator.ledger.TrueSession;
import io.liveroom.simulator.server.Endpoint;
import io.liveroom.simulator.server.Fault;
import io.liveroom.simulator.server.FaultKind;
import io.liveroom.simulator.world.RoomMix;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * A person watches one broadcast on the live page, in a real Chromium, from its midst to its end:
 * meanwhile its socket is cut, and so is the page's connection. What stands on the screen in the
 * end must be what the ledger says.
 */
final class LivePageTest {

  /** Its first room is big, has a minute to go, and neither pauses nor hides anything. */
  private static final long SEED = 239;

  private static final Duration LIFE = Duration.ofSeconds(75);

  private static final int ROOMS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration OUTAGE = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Pipeline pipeline;
  private static Cable cable;
  private static Browser browser;
  private static String room;
  private static Instant watchedFrom;

  private static final List<String> phases = new ArrayList<>();
  private static final Map<String, String> words = new HashMap<>();
  private static Map<String, String> figures = Map.of();
  private static JsonNode windows = MissingNode.getInstance();
  private static JsonNode gaps = MissingNode.getInstance();
  private static JsonNode gapList = MissingNode.getInstance();
  private static long countedInTheDark;

  @BeforeAll
  static void watchABroadcastOnThePage(@TempDir Path directory) {
    Browser.missing().ifPresent(LivePageTest::goWithout);
    TestStack.shared(); // what takes long to start comes before the broadcast does
    browser = new Browser(directory.resolve("profile"));
    pipeline =
        Pipeline.withPage(
            Simulated.world(SEED, ROOMS).withLife(LIFE).withMix(new RoomMix(0, 1, 1)), directory);
    List<String> rooms = pipeline.simulator.roomIds();
    room = rooms.get(0);
    pipeline.watch(rooms);
    pipeline.start();
    watchedFrom = Instant.now();
    cutTheSocketOfTheRoom();
    cable = new Cable(pipeline.address().getPort());
    browser.open(URI.create("http://127.0.0.1:" + cable.port() + "/"));

    openTheRoomByKeyboard();
    cutAndMendTheConnection();
    seeTheGap();
    switchLanguageAndTheme();
    watchToTheEnd();
    raiseAndResolveAnAlert();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
    if (cable != null) {
      cable.close();
    }
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void figures_atTheEnd_equalTheLedger() {
    TrueSession truth = pipeline.simulator.ledger().session(room, Simulated.RULES).orElseThrow();

    assertThat(figures).containsAllEntriesOf(Screen.figuresOf(truth));
    assertThat(truth.giftCount()).as("gifts, without which it proves little").isPositive();
  }

  @Test
  void windows_sinceItWasWatched_equalTheLedger() {
    Map<String, Map<String, String>> truths = new HashMap<>();
    Map<String, Map<String, String>> shown = new HashMap<>();
    for (TrueMinute truth :
        pipeline.simulator.ledger().minutes(room, Pipeline.WINDOW, Simulated.RULES)) {
      if (truth.windowStart().isAfter(watchedFrom) && truth.onlineLast() != null) {
        truths.put(Screen.key(truth.windowStart()), Screen.figuresOf(truth));
      }
    }
    windows
        .properties()
        .forEach(window -> shown.put(window.getKey(), Screen.figuresOf(window.getValue())));

    assertThat(truths).hasSizeGreaterThan(3);
    assertThat(shown).containsAllEntriesOf(truths);
  }

  @Test
  void gap_whileTheSocketWasCut_isHatchedInEveryCurveAndListed() {
    assertThat(gaps).hasSize(4);
    assertThat(gaps)
        .allSatisfy(
            gap -> {
              assertThat(gap.path("width").asDouble()).isGreaterThan(1);
              assertThat(gap.path("image").asText()).contains("repeating-linear-gradient");
              assertThat(gap.path("title").asText()).contains("not seen: socket down");
            });
    assertThat(gapList).anySatisfy(cause -> assertThat(cause.asText()).isEqualTo("SOCKET_DOWN"));
  }

  @Test
  void alert_raisedAndResolved_isShownAndReadOut() {
    assertThat(words.get("said"))
        .containsSubsequence("warning: live page test, ", "Resolved: live page test, ");
  }

  @Test
  void connection_whenCut_isSaidAndResumesWithWhatCameMeanwhile() {
    assertThat(phases).containsExactly("live", "reconnecting", "resumed");
    assertThat(countedInTheDark).as("chats that came while the page was cut off").isPositive();
    assertThat(cable.refused()).as("attempts to connect again").isPositive();
  }

  @Test
  void keys_languageAndTheme_changeThePage() {
    assertThat(words)
        .containsEntry("en", "Over the broadcast")
        .containsEntry("zh-CN", "整场走势")
        .containsEntry("dark", "dark")
        .containsEntry("light", "light");
  }

  @Test
  void page_allTheWhile_complainsOfNothingAndAsksNobodyElse() {
    List<String> complaints =
        browser.complaints().stream().filter(LivePageTest::isNotTheCut).toList();
    List<URI> elsewhere =
        browser.requests().stream()
            .filter(address -> address.getScheme().startsWith("http"))
            .filter(address -> address.getPort() != cable.port())
            .toList();

    assertThat(complaints).isEmpty();
    assertThat(elsewhere).isEmpty();
  }

  private static void raiseAndResolveAnAlert() {
    browser.press(Keys.ESCAPE);
    browser.evaluate(
        "const node = document.getElementById('announce'); window.said = [];"
            + "new MutationObserver(() => window.said.push(node.textContent))"
            + ".observe(node, { childList: true, characterData: true, subtree: true }); return 1");
    Instant begun = Instant.now();
    tell(AlertStatus.RAISED, begun);
    see(() -> assertThat(browser.count("#alerts-raised [data-rule=live_page_test]")).isEqualTo(1));
    tell(AlertStatus.RESOLVED, begun);
    see(() -> assertThat(browser.count("#alerts-recent [data-rule=live_page_test]")).isEqualTo(1));
    assertThat(browser.count("#alerts-raised [data-rule=live_page_test]")).isZero();
    words.put("said", browser.evaluate("return window.said.join('. ')").asText());
  }

  /** As the alert application does, with a rule of nobody else's. */
  private static void tell(AlertStatus status, Instant begun) {
    try (Producer<String, SpecificRecord> producer = pipeline.stack.producer()) {
      Alert alert =
          Alert.newBuilder()
              .setAlertId(room + ":live_page_test")
              .setRoomId(room)
              .setRule("live_page_test")
              .setRuleText("a rule of the test")
              .setSeverity(AlertSeverity.WARNING)
              .setStatus(status)
              .setStartedAt(begun)
              .setResolvedAt(status == AlertStatus.RESOLVED ? Instant.now() : null)
              .setSummary("something is up")
              .build();
      producer.send(new ProducerRecord<>(pipeline.topics.alert().name(), room, alert));
      producer.flush();
    }
  }

  private static void openTheRoomByKeyboard() {
    see(() -> assertThat(browser.count("tr.room")).isEqualTo(ROOMS));
    browser.press("/");
    see(
        () ->
            assertThat(browser.evaluate("return document.activeElement.id").asText())
                .isEqualTo("search"));
    browser.press(room);
    see(() -> assertThat(browser.text("#list-status")).isEqualTo("1 of " + ROOMS));
    browser.press(Keys.ENTER);
    see(() -> assertThat(browser.attribute("tr.room", "aria-selected")).isEqualTo("true"));
    browser.press(Keys.ENTER);
    see(() -> assertThat(browser.hash()).isEqualTo("/rooms/" + room));
    see(() -> assertThat(browser.text("#connection")).isEqualTo("live"));
    phases.add(phase());
  }

  /** The platform hangs up and takes no call for a while: nobody sees the room's chat. */
  private static void cutTheSocketOfTheRoom() {
    see(() -> assertThat(chatsByApi()).isPositive());
    pipeline.simulator.addFault(
        Fault.of(FaultKind.CUT).at(Endpoint.CHAT).inRoom(room).until(Instant.now().plus(OUTAGE)));
  }

  private static void seeTheGap() {
    see(() -> assertThat(browser.count(".pane.online .gap[data-cause=SOCKET_DOWN]")).isPositive());
    gaps =
        browser.evaluate(
            "return [...document.querySelectorAll('.pane')].map(pane => pane.querySelector('.gap[data-cause=SOCKET_DOWN]')).filter(gap => gap)"
                + ".map(gap => ({ width: gap.getBoundingClientRect().width, title: gap.title, image: getComputedStyle(gap).backgroundImage }))");
    gapList =
        browser.evaluate(
            "return [...document.querySelectorAll('#gaps li')].map(item => item.dataset.cause)");
  }

  private static void cutAndMendTheConnection() {
    long before = chatsOnScreen();
    cable.cut();
    see(() -> assertThat(phase()).isEqualTo("reconnecting"));
    phases.add(phase());
    see(() -> assertThat(chatsByApi()).isGreaterThan(before));
    see(() -> assertThat(cable.refused()).isPositive());
    countedInTheDark = chatsByApi() - chatsOnScreen();
    long atLeast = chatsByApi();
    cable.mend();
    see(() -> assertThat(phase()).isEqualTo("resumed"));
    phases.add(phase());
    see(() -> assertThat(chatsOnScreen()).isGreaterThanOrEqualTo(atLeast));
  }

  private static void switchLanguageAndTheme() {
    for (int i = 0; i < 2; i++) {
      see(() -> assertThat(browser.text(".curves h2")).isNotEmpty());
      words.put(browser.attribute("html", "lang"), browser.text(".curves h2"));
      browser.press("l");
      browser.press("t");
      String theme = String.valueOf(browser.attribute("html", "data-theme"));
      words.put(theme, theme);
    }
  }

  private static void watchToTheEnd() {
    see(() -> assertThat(browser.text(".badge:not([hidden])")).isEqualTo("final"));
    browser.evaluate("document.querySelector('#minutes').open = true; return 1");
    see(() -> assertThat(browser.count("#minutes tr[data-final=true]")).isPositive());
    see(() -> assertThat(browser.count("#minutes tr[data-final=false]")).isZero());
    figures = browser.textsBy("figure", ".value");
    windows =
        browser.evaluate(
            "return Object.fromEntries([...document.querySelectorAll('#minutes tr[data-window]')].map(row => [row.dataset.window, [...row.cells].slice(1).map(cell => cell.textContent)]))");
  }

  private static void see(ThrowingRunnable thing) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(thing);
  }

  private static String phase() {
    return String.valueOf(browser.attribute("#connection", "data-phase"));
  }

  private static long chatsOnScreen() {
    return Long.parseLong(browser.text("[data-figure=chat_count] .value").replace(",", ""));
  }

  /** Past the cable: what a page that is not cut off would show. */
  private static long chatsByApi() {
    URI address = pipeline.address().resolve("/api/rooms/" + room);
    try (InputStream answer = address.toURL().openStream()) {
      return JSON.readTree(answer).path("room").path("chat_count").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNotTheCut(String complaint) {
    return !(complaint.contains("/api/") && complaint.contains("net::ERR_"));
  }

  private static void goWithout(String why) {
    String sentence = "THE LIVE PAGE IS NOT TESTED HERE: " + why + " (chromium, chromium-driver)";
    if ("required".equals(System.getenv("BROWSER_TESTS"))) {
      fail(sentence);
    }
    System.err.println("\n*** " + sentence + "\n");
    abort(sentence);
  }
}
