package io.liveroom.processor.view;

/** What an entry of the view's store is. The letter begins its key. */
enum Kind {
  /** That the room is known. */
  ROOM('v'),
  SESSION('s'),
  WATCHED('w'),
  AUDIENCE('u'),
  /** A product on the shelf, as its changes left it. */
  PRODUCT('p'),
  MINUTE('m'),
  GAP('g'),
  CHANGE('c'),
  /** The last record of an alert, newest alert of a room first. */
  ALERT('a'),
  /** The same, newest alert of the partition first. */
  RECENT('n'),
  /** An alert that is raised now. */
  RAISED('r');

  private final byte letter;

  Kind(char letter) {
    this.letter = (byte) letter;
  }

  byte letter() {
    return letter;
  }
}
