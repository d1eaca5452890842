package io.liveroom.collector.rooms;

import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.chat.ChatSupervisor;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.pace.Spread;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.poll.PollLoop;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.collector.poll.PollSchedule;
import io.liveroom.collector.poll.Poller;
import io.liveroom.collector.poll.Pollers;
import io.liveroom.collector.publish.Pressure;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes the loops and the chat of a room out of what all rooms of a worker share. */
public final class RoomParts {

  private static final double FIRST_INFOS = 0.25; // of the requests, while many rooms are new

  private final CollectorSettings settings;
  private final Pollers pollers;
  private final ChatSupervisor.Shared chat;
  private final Pressure pressure;
  private final BooleanSupplier isTight;
  private final InstantSource clock;
  private final Spread firstInfos;

  /**
   * @param isTight whether there are more requests than places for them
   */
  public RoomParts(
      CollectorSettings settings,
      Pollers pollers,
      ChatSupervisor.Shared chat,
      Pressure pressure,
      BooleanSupplier isTight,
      InstantSource clock) {
    this.settings = settings;
    this.pollers = pollers;
    this.chat = chat;
    this.pressure = pressure;
    this.isTight = isTight;
    this.clock = clock;
    this.firstInfos = new Spread(settings.budget().requestsPerSecond() * FIRST_INFOS, clock);
  }

  PollLoop info(
      String roomId, Lane lane, Consumer<RoomSnapshot> seen, Consumer<PollOutcome> asked) {
    Poller poller = pollers.info(roomId, lane, seen);
    return loop(poller, settings.poll().info(), roomId, Endpoint.INFO, lane, asked);
  }

  PollLoop promotions(String roomId, Lane lane, Consumer<PromotionList> seen) {
    Poller poller = pollers.promotions(roomId, lane, seen);
    Duration interval = settings.poll().promotions();
    return loop(poller, interval, roomId, Endpoint.PROMOTIONS, lane, RoomParts::nobodyHears);
  }

  PollLoop audience(String roomId, Lane lane) {
    Poller poller = pollers.audience(roomId, lane);
    Duration interval = settings.poll().audience();
    return loop(poller, interval, roomId, Endpoint.AUDIENCE, lane, RoomParts::nobodyHears);
  }

  ChatSupervisor chat(
      String roomId, Lane lane, Consumer<ChatEvent> seen, BooleanSupplier isPeopled) {
    Poller poller = pollers.chat(roomId, lane, seen);
    Duration interval = settings.chat().pollInterval();
    return new ChatSupervisor(
        roomId,
        lane,
        chat,
        listener -> loop(poller, interval, roomId, Endpoint.CHAT, lane, listener),
        seen,
        isPeopled);
  }

  PollLoop feed(Poller poller, Lane lane) {
    return loop(poller, settings.poll().feed(), "", Endpoint.FEED, lane, RoomParts::nobodyHears);
  }

  /** How long a new room waits for its first info: many new rooms ask one after the other. */
  Duration firstInfo() {
    return firstInfos.turn();
  }

  /** What a room's heat counts for, as settings and the budget are. */
  Heat counting(Heat heat) {
    if (!settings.poll().isByHeat()) {
      return Heat.USUAL;
    }
    return isTight.getAsBoolean() ? heat.cooled() : heat;
  }

  PollSchedule infoSchedule(String roomId, Heat heat) {
    return schedule(heat.counters(settings.poll().info()), roomId, Endpoint.INFO);
  }

  PollSchedule promotionsSchedule(String roomId, Heat heat, boolean isSelling) {
    boolean isGiven = isSelling || !settings.poll().isByHeat();
    Duration interval = heat.goods(settings.poll().promotions(), isGiven);
    return schedule(interval, roomId, Endpoint.PROMOTIONS);
  }

  PollSchedule audienceSchedule(String roomId, Heat heat) {
    return schedule(heat.ranking(settings.poll().audience()), roomId, Endpoint.AUDIENCE);
  }

  private PollLoop loop(
      Poller poller,
      Duration interval,
      String roomId,
      Endpoint endpoint,
      Lane lane,
      Consumer<PollOutcome> listener) {
    PollSchedule schedule = schedule(interval, roomId, endpoint);
    return new PollLoop(poller, schedule, lane, clock, pressure, listener);
  }

  private static PollSchedule schedule(Duration interval, String roomId, Endpoint endpoint) {
    return PollSchedule.spread(interval, roomId + endpoint.label());
  }

  private static void nobodyHears(PollOutcome outcome) {
    // the loop itself obeys it, and nothing else depends on it
  }
}
