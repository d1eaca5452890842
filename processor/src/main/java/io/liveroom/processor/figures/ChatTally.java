package io.liveroom.processor.figures;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What chat messages add up to, in a window or a session; gifts are counted elsewhere. */
public final class ChatTally {

  private static final Set<ChatKind> INTERACTIONS =
      Set.of(ChatKind.CHAT, ChatKind.GIFT, ChatKind.FOLLOW, ChatKind.SHARE);

  private DistinctUsers chatters;
  private DistinctUsers entrants;
  private DistinctUsers followers;
  private DistinctUsers interacting;
  private long chats;
  private long enters;
  private long follows;
  private long shares;
  private long unknown;
  private long likes;
  private boolean sawLikes;
  private boolean sawAnonymous;

  public ChatTally(int exactLimit) {
    chatters = new DistinctUsers(exactLimit);
    entrants = new DistinctUsers(exactLimit);
    followers = new DistinctUsers(exactLimit);
    interacting = new DistinctUsers(exactLimit);
  }

  public void add(ChatEvent event) {
    sawAnonymous |= event.getIsAnonymous();
    if (INTERACTIONS.contains(event.getKind())) {
      addUser(interacting, event);
    }
    switch (event.getKind()) {
      case CHAT -> chats += addUser(chatters, event);
      case ENTER -> enters += addUser(entrants, event);
      case FOLLOW -> follows += addUser(followers, event);
      case SHARE -> shares++;
      case LIKE -> addLikes(event.getLikeCount());
      case UNKNOWN -> unknown++;
      case GIFT, ONLINE, CONTROL, INTRO -> {}
    }
  }

  /** Whether a kind of message is somebody's act, and not the platform's own. */
  public static boolean isBusiness(ChatKind kind) {
    return INTERACTIONS.contains(kind) || kind == ChatKind.LIKE || kind == ChatKind.ENTER;
  }

  public long chats() {
    return chats;
  }

  public long enters() {
    return enters;
  }

  public long follows() {
    return follows;
  }

  public long shares() {
    return shares;
  }

  public long unknown() {
    return unknown;
  }

  /** Sum of the like messages' counts; null when none had one. */
  public @Nullable Long likes() {
    return sawLikes ? Long.valueOf(likes) : null;
  }

  public boolean isAnonymous() {
    return sawAnonymous;
  }

  public DistinctUsers chatters() {
    return chatters;
  }

  public DistinctUsers entrants() {
    return entrants;
  }

  public DistinctUsers followers() {
    return followers;
  }

  public DistinctUsers interacting() {
    return interacting;
  }

  /** Whether a distinct count, the givers' not included, is a sketch's estimate. */
  public boolean isEstimate() {
    return chatters.isEstimate()
        || entrants.isEstimate()
        || followers.isEstimate()
        || interacting.isEstimate();
  }

  public void write(StateWriter out) {
    out.number(chats).number(enters).number(follows).number(shares).number(unknown);
    out.number(likes).flag(sawLikes).flag(sawAnonymous);
    chatters.write(out);
    entrants.write(out);
    followers.write(out);
    interacting.write(out);
  }

  public static ChatTally read(StateReader in, int exactLimit) {
    ChatTally tally = new ChatTally(exactLimit);
    tally.chats = in.number();
    tally.enters = in.number();
    tally.follows = in.number();
    tally.shares = in.number();
    tally.unknown = in.number();
    tally.likes = in.number();
    tally.sawLikes = in.flag();
    tally.sawAnonymous = in.flag();
    tally.chatters = DistinctUsers.read(in, exactLimit);
    tally.entrants = DistinctUsers.read(in, exactLimit);
    tally.followers = DistinctUsers.read(in, exactLimit);
    tally.interacting = DistinctUsers.read(in, exactLimit);
    return tally;
  }

  private void addLikes(@Nullable Long count) {
    if (count != null) {
      sawLikes = true;
      likes += count;
    }
  }

  private static long addUser(DistinctUsers users, ChatEvent event) {
    users.add(event.getUserId(), event.getIsAnonymous());
    return 1;
  }
}
