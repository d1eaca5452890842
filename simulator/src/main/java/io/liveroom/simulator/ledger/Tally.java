package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of chat comes to: counts, distinct users and gifts.
 *
 * @param chat the messages of the stretch
 * @param gifts what its messages add to the gifts
 */
record Tally(List<ChatFact> chat, List<GiftAddition> gifts) {
  private static final Set<Content.Kind> INTERACTION =
      EnumSet.of(Content.Kind.CHAT, Content.Kind.GIFT, Content.Kind.FOLLOW, Content.Kind.SHARE);

  long count(Content.Kind kind) {
    return of(kind).size();
  }

  @Nullable Long users(Content.Kind kind) {
    return Users.distinct(of(kind));
  }

  @Nullable Long interactingUsers() {
    return Users.distinct(chat.stream().filter(fact -> INTERACTION.contains(fact.kind())).toList());
  }

  @Nullable Long giftUsers() {
    return Users.givers(gifts);
  }

  long giftCount() {
    return gifts.stream().mapToLong(GiftAddition::gifts).sum();
  }

  long giftValue() {
    return gifts.stream().mapToLong(Tally::value).sum();
  }

  /** Names of the gifts without a price, each once, sorted. */
  List<String> unpriced() {
    return gifts.stream()
        .filter(gift -> gift.unitDiamonds() == null)
        .map(GiftAddition::name)
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether somebody in it had the id that stands for everybody. */
  boolean isAnonymous() {
    return chat.stream().anyMatch(ChatFact::isAnonymous);
  }

  /** The sum of the like messages' counts; null without one. */
  @Nullable Long likesSeen() {
    List<Long> counts = Lists.known(of(Content.Kind.LIKE), ChatFact::likeCount);
    return counts.isEmpty() ? null : Long.valueOf(counts.stream().mapToLong(c -> c).sum());
  }

  private static long value(GiftAddition gift) {
    Long price = gift.unitDiamonds();
    return price == null ? 0 : gift.gifts() * price;
  }

  private List<ChatFact> of(Content.Kind kind) {
    return chat.stream().filter(fact -> fact.kind() == kind).toList();
  }
}
