package io.liveroom.cli;

import io.liveroom.cli.roles.CollectorMapping;
import io.liveroom.cli.roles.FeedWords;
import io.liveroom.cli.rooms.RoomEntry;
import io.liveroom.cli.rooms.Watchlist;
import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.SettingType;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.Feed;
import io.liveroom.control.WatchedRoom;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rooms discover}: live rooms of the feed. */
@Command(
    name = "discover",
    description = {
      "Takes live rooms from the platform's feed, which shows some at random, up to a cap.",
      "Needs the platform's URL and a token. The ids go to standard output."
    })
final class DiscoverCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int FRUITLESS_REQUESTS = 3;

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "No more than N rooms are added; ${DEFAULT-VALUE} if not said.")
  private int most = 20;

  @Option(
      names = "--label",
      paramLabel = "WORD",
      description = "A label, such as brand:acme. Repeatable.")
  private List<String> labels = List.of();

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      converter = Words.class,
      description = {
        "Goes on until told to end: asks again after as long, such as 1m,",
        "each time for up to N rooms more."
      })
  private @Nullable Duration every;

  DiscoverCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    // No viewer is looked at here, so no key of pseudonyms is needed.
    Map<String, String> named = new HashMap<>(platform.settings());
    named.put(CollectorKeys.PRIVACY_USERS.name(), "drop");
    Settings settings = options.load(shell, named);
    try (Feed feed = new Feed(CollectorMapping.of(settings), shell.clock())) {
      Watchlist watchlist = RoomsCommand.watchlist(new Connections(settings));
      shell.err().printf("%d more on the list%n", add(feed, watchlist));
      while (every != null && pause(every)) {
        addMore(feed, watchlist);
      }
      return ExitCode.OK.number();
    }
  }

  /** False where it is told to end meanwhile. */
  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One round of many: what is wrong now may be right at the next. */
  private void addMore(Feed feed, Watchlist watchlist) throws Exception {
    try {
      int added = add(feed, watchlist);
      if (added > 0) {
        shell.err().printf("%d more on the list%n", added);
      }
    } catch (UserMistake | KafkaException | ExecutionException e) {
      shell.err().printf("liveroom: %s; asking again in %s%n", e.getMessage(), every);
    }
  }

  private int add(Feed feed, Watchlist watchlist) throws Exception {
    Set<String> known = new HashSet<>();
    watchlist.rooms().stream().map(WatchedRoom::getRoomId).forEach(known::add);
    List<String> found =
        new Progress(shell.err()).during("asking the feed", () -> find(feed, known));
    List<RoomEntry> entries = found.stream().map(id -> new RoomEntry(id, labels, 1)).toList();
    watchlist.add(entries, "discover", shell.clock().instant());
    found.forEach(shell.out()::println);
    return found.size();
  }

  /** The feed is random: ends when some requests in a row have brought nothing new. */
  private List<String> find(Feed feed, Set<String> known) throws InterruptedException {
    List<String> found = new ArrayList<>();
    int fruitless = 0;
    while (found.size() < most && fruitless < FRUITLESS_REQUESTS) {
      List<String> fresh =
          rooms(feed.ask(LIMIT)).stream().filter(known::add).limit(most - found.size()).toList();
      fruitless = fresh.isEmpty() ? fruitless + 1 : 0;
      found.addAll(fresh);
    }
    return found;
  }

  private static List<String> rooms(Feed.Outcome outcome) {
    if (outcome instanceof Feed.Outcome.Found found) {
      return found.rooms();
    }
    throw new UserMistake(ExitCode.UNREACHABLE, FeedWords.of(outcome));
  }

  /** A duration as settings write it. */
  private static final class Words implements CommandLine.ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        return SettingType.DURATION_TYPE.parser().apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new CommandLine.TypeConversionException(
            "must be " + SettingType.DURATION_TYPE.rule());
      }
    }
  }
}
