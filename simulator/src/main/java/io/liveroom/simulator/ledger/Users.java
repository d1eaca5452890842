package io.liveroom.simulator.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinct users of some messages. */
final class Users {
  private Users() {}

  /** 0 where there are no messages or all are anonymous; null where no message says who. */
  static @Nullable Long distinct(List<ChatFact> facts) {
    Set<String> users = new HashSet<>();
    boolean dropped = !facts.isEmpty();
    for (ChatFact fact : facts) {
      String user = fact.userId();
      dropped &= user == null && !fact.isAnonymous();
      if (user != null && !fact.isAnonymous()) {
        users.add(user);
      }
    }
    return dropped ? null : Long.valueOf(users.size());
  }

  /** Distinct givers of some gifts. */
  static @Nullable Long givers(List<GiftAddition> additions) {
    Set<String> users = new HashSet<>();
    boolean dropped = !additions.isEmpty();
    for (GiftAddition addition : additions) {
      String user = addition.userId();
      dropped &= user == null && !addition.isAnonymous();
      if (user != null && !addition.isAnonymous()) {
        users.add(user);
      }
    }
    return dropped ? null : Long.valueOf(users.size());
  }
}
