package io.liveroom.simulator.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong at the moment. Safe for several threads. */
public final class FaultBook {
  /** What strikes an answer, in the order in which it is looked for. */
  static final Set<FaultKind> OF_ANSWERS =
      EnumSet.complementOf(
          EnumSet.of(FaultKind.SILENT_SOCKETS, FaultKind.REFUSE_UPGRADE, FaultKind.CROWD_LEAVES));

  /** What strikes a frame. */
  static final Set<FaultKind> OF_FRAMES =
      EnumSet.of(FaultKind.SILENT_SOCKETS, FaultKind.BROKEN_JSON, FaultKind.OVERSIZE);

  private List<Fault> faults = List.of();

  public synchronized void add(Fault fault) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    faults = List.copyOf(more);
  }

  public synchronized void clear() {
    faults = List.of();
  }

  public synchronized List<Fault> all() {
    return faults;
  }

  /** The first fault of some kinds that strikes; it is used up by that. */
  synchronized Optional<Fault> strike(
      Set<FaultKind> kinds, Endpoint where, String rooms, Instant now) {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fault> found =
        faults.stream()
            .filter(fault -> kinds.contains(fault.kind()) && fault.strikes(where, rooms, now))
            .findFirst();
    found.ifPresent(this::useUp);
    return found;
  }

  private void useUp(Fault fault) {
    List<Fault> left = new ArrayList<>(faults);
    Fault struck = fault.struck();
    left.set(left.indexOf(fault), struck);
    left.removeIf(each -> each.times() != null && each.times() <= 0);
    faults = List.copyOf(left);
  }
}
