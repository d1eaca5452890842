package io.liveroom.cli;

import io.liveroom.cli.read.TopicScan;
import io.liveroom.cli.rooms.Listed;
import io.liveroom.cli.rooms.RoomLines;
import io.liveroom.cli.rooms.RoomStanding;
import io.liveroom.cli.rooms.Sessions;
import io.liveroom.cli.rooms.Watchlist;
import io.liveroom.cli.workers.WorkerLoad;
import io.liveroom.collector.rooms.PartitionMark;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.RoomSession;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rooms list}: the watchlist, who holds each room and how it fares. */
@Command(
    name = "list",
    description = {
      "Lists the rooms to watch, who holds each and how it fares, while workers run.",
      "? = nobody has said anything, which is not offline. 'seen' is the age of the last event,",
      "'covered' the part of the broadcast that is covered by online samples."
    })
final class RoomsListCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(names = "--csv", description = "As CSV, which 'rooms import' reads again.")
  private boolean isCsv;

  @Option(names = "--json", description = "As JSON, one object a line.")
  private boolean isJson;

  RoomsListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Connections connections = new Connections(options.load(shell));
    Instant now = shell.clock().instant();
    List<RoomStanding> rooms =
        new Progress(shell.err()).during("reading the rooms", () -> rooms(connections, now));
    if (isJson) {
      rooms.forEach(room -> shell.out().println(json(room)));
    } else if (isCsv) {
      shell.out().println(RoomLines.csvHeader());
      rooms.forEach(room -> shell.out().println(RoomLines.csv(room)));
    } else {
      shell.out().println(RoomLines.header());
      rooms.forEach(room -> shell.out().println(RoomLines.line(room, now)));
      shell.err().println(RoomLines.footer(rooms));
    }
    return ExitCode.OK.number();
  }

  private static List<RoomStanding> rooms(Connections connections, Instant now) throws Exception {
    Watchlist watchlist = RoomsCommand.watchlist(connections);
    List<Listed> listed = watchlist.listed();
    Map<Integer, PartitionMark> marks = RoomsWorkersCommand.marks(connections);
    Map<String, RoomSession> sessions =
        new Sessions(
                new TopicScan(connections.kafka()),
                connections.topics().session(),
                connections.serdes())
            .latest(listed.stream().map(one -> one.room().getRoomId()).collect(Collectors.toSet()));
    return listed.stream()
        .map(
            one ->
                standing(
                    one.room(),
                    sessions.get(one.room().getRoomId()),
                    marks.get(one.partition()),
                    now))
        .toList();
  }

  private static RoomStanding standing(
      WatchedRoom room, @Nullable RoomSession session, @Nullable PartitionMark mark, Instant now) {
    return new RoomStanding(
        room,
        Optional.ofNullable(session),
        Optional.ofNullable(mark).map(PartitionMark::worker),
        mark != null && mark.seenUntil().plus(WorkerLoad.SILENCE).isBefore(now));
  }

  private static String json(RoomStanding standing) {
    JsonObject json =
        new JsonObject()
            .put("room_id", standing.room().getRoomId())
            .put("labels", standing.room().getLabels())
            .put("weight", standing.room().getWeight())
            .put("added_at", standing.room().getAddedAt().toString())
            .put("added_by", standing.room().getAddedBy())
            .put("state", standing.state().name())
            .put("online", standing.online().orElse(null))
            .put("last_event_at", standing.lastEventAt().map(Instant::toString).orElse(null))
            .put("coverage", standing.coverage().orElse(null))
            .put("holder", standing.holder().orElse(null))
            .put("title", standing.title());
    standing.holder().ifPresent(holder -> json.put("holder_is_silent", standing.isHolderSilent()));
    return json.encode();
  }
}
