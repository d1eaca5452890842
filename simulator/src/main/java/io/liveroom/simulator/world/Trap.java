package io.liveroom.simulator.world;

/** One oddity of the real platform that a client must survive. */
public enum Trap {
  /** First edition: {@code sec_uid} of member and social messages in an extra pair of quotes. */
  QUOTED_SECRET_IDS,
  /** Ids arrive as numbers in some rooms, as strings in others. */
  MIXED_ID_TYPES,
  /** Some rooms put an exact {@code *_str} beside a numeric id. */
  STRING_TWINS,
  /** The feed's {@code owner.own_room.room_ids} are rounded. */
  ROUNDED_ROOM_IDS,
  /** Some chat messages have no id; their texts are unique. */
  MISSING_IDS,
  /** Counters arrive as strings in some rooms. */
  NUMBERS_AS_TEXT,
  /** Large online figures arrive as text: 1.2万, 1万+. */
  ONLINE_AS_WORDS,
  /** Now and then a counter is null or absent. */
  MISSING_VALUES,
  /** Some rooms send one uid for everybody. */
  ANONYMOUS_ROOMS,
  /** After the end some counters are zero. */
  ZEROED_AFTER_END,
  /** {@code finish_time} of a live room is a heartbeat; {@code start_time} is 0 in some rooms. */
  HEARTBEAT_FINISH_TIME,
  /** The goods come in pages. */
  PAGED_PROMOTIONS,
  /** Some rooms hide {@code sale_num}. */
  HIDDEN_SALES,
  /** Some shelves say a total larger than what they show, and no more pages. */
  SHELF_CUT_SHORT,
  /** Now and then a page of the goods after the first is refused. */
  PAGES_REFUSED,
  /** Some rooms refuse the WebSocket upgrade. */
  REFUSED_UPGRADES,
  /** Some rooms' frames hold a bare array or one bare message. */
  BARE_FRAMES,
  /** Messages come again on the same socket and out of time order. */
  REPEATS_AND_DISORDER,
  /** Single quotes, trailing commas and raw line breaks that a lenient reader can read. */
  LOOSE_JSON,
  /** Brutal: now and then an answer that nobody can read. */
  UNREADABLE_ANSWERS
}
