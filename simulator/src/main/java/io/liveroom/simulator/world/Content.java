package io.liveroom.simulator.world;

import org.jspecify.annotations.Nullable;

/** What one message says. */
public sealed interface Content {
  /** Which of the ten it is. */
  Kind kind();

  /** What a message can say. */
  enum Kind {
    CHAT,
    ENTER,
    FOLLOW,
    SHARE,
    LIKE,
    GIFT,
    ONLINE,
    CONTROL,
    INTRO,
    UNKNOWN
  }

  /** Somebody wrote. */
  record Chat(String text) implements Content {
    @Override
    public Kind kind() {
      return Kind.CHAT;
    }
  }

  /** Somebody came in. */
  record Enter() implements Content {
    @Override
    public Kind kind() {
      return Kind.ENTER;
    }
  }

  /** Somebody followed the anchor. */
  record Follow() implements Content {
    @Override
    public Kind kind() {
      return Kind.FOLLOW;
    }
  }

  /** Somebody shared the room. */
  record Share() implements Content {
    @Override
    public Kind kind() {
      return Kind.SHARE;
    }
  }

  /**
   * Likes, many in one message.
   *
   * @param count likes in this batch
   * @param total likes of the room so far
   */
  record Like(long count, long total) implements Content {
    @Override
    public Kind kind() {
      return Kind.LIKE;
    }
  }

  /**
   * A gift, or one tick of a combo.
   *
   * @param shape how it is written
   * @param gift what was given
   * @param count gifts in this message when it is no tick
   * @param combo the tick; null for a single gift
   */
  record Given(GiftShape shape, Gift gift, long count, @Nullable Combo combo) implements Content {
    @Override
    public Kind kind() {
      return Kind.GIFT;
    }
  }

  /**
   * How many people are in the room.
   *
   * @param count as a reader of this message understands it
   * @param totalViewers viewers so far
   * @param words the figure as words; null where it is written as a number
   * @param isLowerBound the words end in a plus sign
   */
  record Online(long count, long totalViewers, @Nullable String words, boolean isLowerBound)
      implements Content {
    @Override
    public Kind kind() {
      return Kind.ONLINE;
    }
  }

  /** The room's state changed: 1 pause, 2 resume, 3 end. */
  record Control(int action) implements Content {
    @Override
    public Kind kind() {
      return Kind.CONTROL;
    }
  }

  /** The room's introduction, months old. */
  record Intro(String text) implements Content {
    @Override
    public Kind kind() {
      return Kind.INTRO;
    }
  }

  /** A type this project has no reading of. */
  record Unusual(String type) implements Content {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }
  }
}
