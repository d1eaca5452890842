package io.liveroom.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One anchor's broadcasts, one after the other, planned as time goes on. */
final class AnchorLine {
  /** How long before the epoch a fresh room was made: it is live by then. */
  private static final Duration SINCE_FRESH = Duration.ofMinutes(1);

  private final WorldSettings settings;
  private final Seed seed;
  private final Anchor anchor;
  private final RoomSize size;
  private final List<Broadcast> broadcasts = new ArrayList<>();

  AnchorLine(WorldSettings settings, int index) {
    this.settings = settings;
    this.seed = new Seed(settings.seed()).child(index);
    this.anchor = Anchor.draw(index, seed.child(-1).random());
    this.size = settings.mix().at(seed.fraction(-2));
    broadcasts.add(first());
  }

  /** Every broadcast made by now, oldest first. */
  List<Broadcast> until(Instant now) {
    while (true) {
      Broadcast next = following(broadcasts.get(broadcasts.size() - 1));
      if (next.createdAt().isAfter(now)) {
        return List.copyOf(broadcasts);
      }
      broadcasts.add(next);
    }
  }

  /** Most are in the midst of it at the epoch, some prepare, some are about to end. */
  private Broadcast first() {
    if (settings.isFresh()) {
      return broadcast(0, settings.epoch().minus(SINCE_FRESH));
    }
    double kind = seed.fraction(-3);
    double place = seed.fraction(-4);
    long length = length(0).toMillis();
    if (kind < 0.15) {
      return broadcast(0, settings.epoch().minusSeconds(2));
    }
    double lived = kind < 0.25 ? 0.85 + 0.1 * place : 0.1 + 0.5 * place;
    return broadcast(0, settings.epoch().minusMillis((long) (lived * length)));
  }

  private Broadcast following(Broadcast before) {
    int ordinal = broadcasts.size();
    double rest = 0.05 + 0.25 * seed.child(ordinal).fraction(-1);
    return broadcast(
        ordinal, before.endsAt().plusMillis(1_000 + (long) (rest * settings.life().toMillis())));
  }

  private Duration length(int ordinal) {
    double stretch = 0.7 + 0.6 * seed.child(ordinal).fraction(-2);
    return Duration.ofMillis((long) (settings.life().toMillis() * stretch));
  }

  private Broadcast broadcast(int ordinal, Instant wanted) {
    Seed own = seed.child(ordinal);
    SplittableRandom random = own.random();
    Instant created = wanted.truncatedTo(ChronoUnit.SECONDS);
    Duration length = length(ordinal);
    Instant start = created.plusMillis(Math.min(45_000, 2_000 + length.toMillis() / 20));
    boolean pauses = random.nextDouble() < 0.3;
    Instant event = part(start, length, 0.55);
    return new Broadcast(
        own,
        Long.toString((created.getEpochSecond() << 32) | random.nextLong(1L << 32)),
        anchor,
        size,
        Quirks.draw(random, settings.traps()),
        settings.traps(),
        random.nextInt(size.fewestPeople, size.mostPeople),
        random.nextDouble(size.slowest, size.fastest) * settings.pace(),
        created,
        start,
        pauses ? part(start, length, 0.4) : null,
        pauses ? part(start, length, 0.45) : null,
        event,
        part(event, length, 0.08),
        start.plus(length));
  }

  private static Instant part(Instant from, Duration length, double share) {
    return from.plusMillis((long) (length.toMillis() * share));
  }
}
