package io.liveroom.local;

import io.liveroom.cli.Shell;
import io.liveroom.local.table.Frame;
import io.liveroom.local.table.Language;
import io.liveroom.local.table.TableView;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the table again and again: every second on a terminal, every ten on a stream. */
final class LiveTable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTable.class);
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ON_STREAM = Duration.ofSeconds(10);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Screen screen;
  private final RoomFeed feed;
  private final Pulse pulse;
  private final Shell shell;
  private final Language language;
  private final String footer;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "table"));

  LiveTable(
      Screen screen, RoomFeed feed, Pulse pulse, Shell shell, Language language, String footer) {
    this.screen = screen;
    this.feed = feed;
    this.pulse = pulse;
    this.shell = shell;
    this.language = language;
    this.footer = footer;
  }

  void start() {
    feed.start();
    Duration interval = screen.isLive() ? ON_TERMINAL : ON_STREAM;
    timer.scheduleAtFixedRate(
        this::draw, ON_TERMINAL.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void draw() {
    try {
      screen.draw(TableView.lines(feed.rows(), pulse.vitals(), frame()));
    } catch (RuntimeException e) {
      LOG.error("the table could not be drawn", e); // the next second may go better
    }
  }

  private Frame frame() {
    return new Frame(
        screen.width(),
        screen.height(),
        language,
        screen.isLive() && !shell.environment().containsKey("NO_COLOR"),
        shell.clock().instant(),
        footer);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    screen.close();
    feed.close();
  }
}
