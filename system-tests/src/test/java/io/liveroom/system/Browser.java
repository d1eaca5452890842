package io.liveroom.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, driven as a person would, who also reads its logs. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where Debian puts them; elsewhere, the environment says. */
  private static final Path CHROMIUM = place("LIVEROOM_CHROMIUM", "/usr/bin/chromium");

  private static final Path DRIVER = place("LIVEROOM_CHROMEDRIVER", "/usr/bin/chromedriver");

  private final ChromeDriver driver;

  Browser(Path profile) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--window-size=1440,1000",
        "--user-data-dir=" + profile);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  /** What is missing for a browser to run, in words. */
  static Optional<String> missing() {
    return Stream.of(CHROMIUM, DRIVER)
        .filter(file -> !Files.isExecutable(file))
        .map(file -> file + " is not there")
        .reduce((one, other) -> one + ", " + other);
  }

  void open(URI page) {
    driver.get(page.toString());
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The visible text of the first element; empty where there is none. */
  String text(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .findFirst()
        .map(element -> String.valueOf(element.getDomProperty("textContent")))
        .orElse("");
  }

  @Nullable String attribute(String selector, String name) {
    return driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  String hash() {
    return String.valueOf(URI.create(String.valueOf(driver.getCurrentUrl())).getFragment());
  }

  /** What a function body returns, all of it at one moment. */
  JsonNode evaluate(String body) {
    try {
      return JSON.readTree(
          String.valueOf(driver.executeScript("return JSON.stringify((() => {" + body + "})())")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the page gave no JSON", e);
    }
  }

  /** A property of each element that matches, by an attribute of it. */
  Map<String, String> textsBy(String dataName, String selector) {
    JsonNode pairs =
        evaluate(
            "return [...document.querySelectorAll('[data-%s]')].map(node => [node.dataset.%s, node.querySelector('%s')?.textContent ?? ''])"
                .formatted(dataName, dataName, selector));
    Map<String, String> texts = new TreeMap<>();
    pairs.forEach(pair -> texts.put(pair.get(0).asText(), pair.get(1).asText()));
    return texts;
  }

  /** Errors and warnings since this was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Every address that was asked for since this was asked last. */
  List<URI> requests() {
    return StreamSupport.stream(
            driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
        .map(entry -> message(entry.getMessage()))
        .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
        .map(message -> URI.create(message.path("params").path("request").path("url").asText()))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static JsonNode message(String text) {
    try {
      return JSON.readTree(text).path("message");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the driver's log is not JSON", e);
    }
  }

  private static Path place(String variable, String usual) {
    return Path.of(System.getenv().getOrDefault(variable, usual));
  }
}
