// Written by `./liveroom schemas types typescript` from the schemas. Do not edit.

/** Unix epoch milliseconds, UTC: `new Date(value)`. */
export type TimestampMillis = number;

/** A room to watch. The key is the room id; a tombstone stops watching it. */
export interface WatchedRoom {
  /** Room id, exact decimal text. */
  room_id: string;
  /** Free labels, such as brand:acme; alert rules can be limited to them. */
  labels: string[];
  /** How much of a worker the room takes, 1 for an ordinary room. */
  weight: number;
  /** When it was put on the list, Unix epoch milliseconds UTC. */
  added_at: TimestampMillis;
  /** What put it there: command, import, discover or up. */
  added_by: string;
}

/** Where an event time comes from, best source first. */
export type EventTimeSource = "MESSAGE" | "SERVER" | "ARRIVAL" | "UNKNOWN";

/** What the status endpoint said about one room of a batch. */
export interface RoomStatus {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** The platform's word: the room is live now. */
  alive: boolean;
}

/** Which endpoint gave a snapshot. */
export type SnapshotSource = "INFO" | "FEED" | "UNKNOWN";

/** Our reading of a room's state. UNKNOWN means no answer or an unreadable one: it never means offline. */
export type RoomState = "UNKNOWN" | "PREPARING" | "LIVE" | "PAUSED" | "ENDED";

/** One room as info or feed showed it. Counters are as the platform gave them: after the end some are zeroed, some frozen. */
export interface RoomSnapshot {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** Which endpoint gave it. */
  source: SnapshotSource;
  /** Our reading of platform_status. */
  state: RoomState;
  /** The platform's code as it came: 1 preparing, 2 live, 3 paused, 4 ended, others unknown. */
  platform_status: number | null;
  /** Title of the broadcast. */
  title: string | null;
  /** User id of the anchor, exact decimal text; lasts over broadcasts. */
  owner_id: string | null;
  /** Name of the anchor, a public person here. */
  owner_name: string | null;
  /** Followers of the anchor altogether, now; goes on changing after the end. */
  owner_followers: number | null;
  /** When the room was made, Unix epoch milliseconds UTC. */
  create_time: TimestampMillis | null;
  /** When the broadcast started; null where the platform says 0. */
  start_time: TimestampMillis | null;
  /** As it came: the end of an ended room, a last heartbeat of a live one; null where the platform says 0. */
  finish_time: TimestampMillis | null;
  /** People in the room now (user_count); 0 after the end. */
  online_count: number | null;
  /** Viewers so far (stats.total_user), cumulative. */
  total_viewers: number | null;
  /** New followers so far in this broadcast (stats.follow_count), cumulative. */
  follow_count: number | null;
  /** Distinct gift givers so far (stats.gift_uv_count), cumulative. */
  gift_uv_count: number | null;
  /** Likes so far (the outer like_count), cumulative. */
  like_count: number | null;
  /** Gift income so far in diamonds (stats.fan_ticket), cumulative. */
  fan_ticket: number | null;
  /** Fraction of the viewers from the same city feed, 0 to 1. */
  share_from_city: number | null;
  /** Fraction of the viewers who follow the anchor, 0 to 1. */
  share_from_my_follow: number | null;
  /** Fraction of the viewers from a video, 0 to 1. */
  share_from_video_detail: number | null;
  /** Fraction of the viewers from elsewhere, 0 to 1. */
  share_from_other: number | null;
  /** The room sells goods. */
  has_commerce_goods: boolean | null;
  /** Where the picture can be pulled (rtmp_pull_url), as it came. */
  stream_url: string | null;
}

/** What a chat message says happened. */
export type ChatKind = "CHAT" | "ENTER" | "FOLLOW" | "SHARE" | "GIFT" | "LIKE" | "ONLINE" | "CONTROL" | "INTRO" | "UNKNOWN";

/** One chat message of any kind, flat: the fields of other kinds are null. */
export interface ChatEvent {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** Our reading of platform_type. */
  kind: ChatKind;
  /** The message's type name as it came, such as WebcastGiftMessage; empty where there was none. */
  platform_type: string;
  /** msg_id, or a chat message's tid, exact decimal text; null where the message had none. */
  message_id: string | null;
  /** Creation time inside message_id (id >> 32), Unix epoch milliseconds UTC; only near the truth. */
  id_time: TimestampMillis | null;
  /** The viewer: the platform's uid under privacy plain, a pseudonym under pseudonym, null under drop. */
  user_id: string | null;
  /** The viewer's name; null unless privacy is plain. */
  user_name: string | null;
  /** The viewer's sec_uid without the extra quotes; null unless privacy is plain. */
  user_sec_id: string | null;
  /** The viewer's short id; null unless privacy is plain. */
  user_short_id: string | null;
  /** The uid is a sentinel that stands for everybody: it never counts as a distinct user. */
  is_anonymous: boolean;
  /** What was written or shown; null where the text setting drops it. */
  text: string | null;
  /** Gift id, exact decimal text. */
  gift_id: string | null;
  /** Gift name. */
  gift_name: string | null;
  /** Gifts in this message where it belongs to no combo (count, or the sentence's number). */
  gift_count: number | null;
  /** Combo group id; with the user and the gift it names a combo. */
  gift_group_id: string | null;
  /** repeat_count: cumulative within the combo. */
  gift_repeat_count: number | null;
  /** combo_count: cumulative within the combo, in groups of gift_group_count. */
  gift_combo_count: number | null;
  /** group_count: gifts in one step of the combo. */
  gift_group_count: number | null;
  /** The combo's closing message, which repeats the last count. */
  gift_repeat_end: boolean | null;
  /** Price of one gift in diamonds (10 diamonds = 1 CNY); 0 is a free gift, null is unknown. */
  gift_unit_diamonds: number | null;
  /** Likes in this message. */
  like_count: number | null;
  /** Likes of the room so far, as this message says. */
  like_total: number | null;
  /** People in the room now, as this message says. */
  online_count: number | null;
  /** online_count came as text with a plus sign. */
  online_is_lower_bound: boolean;
  /** Viewers so far, as this message says; may be rounded. */
  total_viewers: number | null;
  /** Control code as it came: 1 pause, 2 resume, 3, 4 and 6 ends. */
  control_action: number | null;
}

/** One product on the shelf. */
export interface Promotion {
  /** Promotion id, exact decimal text. */
  promotion_id: string;
  /** Product id, exact decimal text. */
  product_id: string | null;
  /** Product title. */
  title: string | null;
  /** Price in fen (1/100 CNY). */
  price_fen: number | null;
  /** Lowest price in fen (1/100 CNY). */
  min_price_fen: number | null;
  /** Units in stock; 0 may mean hidden. */
  stock: number | null;
  /** Units sold so far; 0 may mean hidden. */
  sales: number | null;
  /** The platform's word: can be bought. */
  in_stock: boolean | null;
  /** The platform's code as it came. */
  platform_status: number | null;
  /** Place on the shelf (index). */
  position: number | null;
  /** Where it is sold, as it came. */
  platform_label: string | null;
  /** Shop id, exact decimal text. */
  shop_id: string | null;
  /** Part of a campaign. */
  is_campaign: boolean | null;
  /** The anchor can explain it. */
  can_explain: boolean | null;
  /** Can be sold as a flash sale. */
  can_seckill: boolean | null;
}

/** The goods on sale in a room: a complete paged list, or an explicitly partial one. */
export interface PromotionList {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** The products seen, in shelf order. */
  promotions: Promotion[];
  /** Every page was read: what is missing here is off the shelf. */
  is_complete: boolean;
  /** How many products the platform says there are. */
  total: number | null;
  /** The product being explained now; null for none. */
  explaining_promotion_id: string | null;
}

/** One place of the contribution ranking. */
export interface AudienceRank {
  /** Place, from 1. */
  rank: number;
  /** The viewer, after the privacy setting. */
  user_id: string | null;
  /** The viewer's name; null unless privacy is plain. */
  user_name: string | null;
  /** The uid is a sentinel that stands for everybody. */
  is_anonymous: boolean;
  /** Contribution in diamonds. */
  score: number | null;
  /** Change of score, as the platform says. */
  delta: number | null;
}

/** The viewers by contribution; a ranking, not a list of who is there. */
export interface AudienceRanking {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** The places, best first. */
  ranks: AudienceRank[];
  /** How many the platform says there are; 0 in practice. */
  total: number | null;
  /** Name of the score's unit, as it came. */
  currency: string | null;
}

/** Why a stretch of a room was not seen. */
export type GapCause = "SOCKET_DOWN" | "SILENT_SOCKET" | "WORKER_DOWN" | "THROTTLED" | "PLATFORM_ERROR" | "TOKEN_REFUSED" | "KAFKA_DOWN" | "UNKNOWN";

/** A stretch of a room that was not seen. event_time is its start. */
export interface CollectionGap {
  /** Deterministic identity: the same fact gets the same id however often it arrives. */
  event_id: string;
  /** Room id, exact decimal text. One room is one broadcast. */
  room_id: string;
  /** When it happened, Unix epoch milliseconds UTC, never after received_at. */
  event_time: TimestampMillis;
  /** Where event_time comes from. */
  event_time_source: EventTimeSource;
  /** When the collector had the bytes, Unix epoch milliseconds UTC, by the collector's clock. */
  received_at: TimestampMillis;
  /** The worker that saw it. */
  collector_id: string;
  /** The platform endpoint it came from: info, chat, promotions, status, audience or feed. */
  endpoint: string;
  /** Start, Unix epoch milliseconds UTC. */
  gap_from: TimestampMillis;
  /** End, Unix epoch milliseconds UTC. */
  gap_to: TimestampMillis;
  /** Why. */
  cause: GapCause;
  /** More words for a person; holds no secret and no personal data. */
  detail: string | null;
  /** Attempts made within the gap. */
  attempts: number;
}

/** Direction of the online figure: slope over the 5-minute mean above +2 %/min, below -2 %/min, or between. */
export type OnlineTrend = "RISING" | "FALLING" | "STEADY" | "UNKNOWN";

/** The figures of one room in one window (a minute unless set otherwise). Upsert by room_id and window_start: the highest revision counts. */
export interface RoomMinute {
  /** Room id, exact decimal text. */
  room_id: string;
  /** Start of the window, inclusive, Unix epoch milliseconds UTC. */
  window_start: TimestampMillis;
  /** End of the window, exclusive, Unix epoch milliseconds UTC. */
  window_end: TimestampMillis;
  /** Chat messages in the window. */
  chat_count: number;
  /** Distinct users who wrote in the window; null where user ids are dropped. */
  chat_users: number | null;
  /** Entries seen in the window; thinned out by the platform in big rooms. */
  enter_count: number;
  /** Distinct users seen entering in the window. */
  enter_users: number | null;
  /** Follow messages in the window. */
  follow_count: number;
  /** Distinct users seen following in the window. */
  follow_users: number | null;
  /** Share messages in the window. */
  share_count: number;
  /** Likes gained in the window: growth of the largest total seen, else the sum of the messages' counts; null where neither came. */
  like_count: number | null;
  /** Gifts given in the window, combos counted once. */
  gift_count: number;
  /** Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known. */
  gift_value: number;
  /** Names (else ids) of gifts counted without a known price; empty when gift_value is whole. */
  gift_value_is_partial: string[];
  /** Distinct givers in the window: gift UV of the chat view. */
  gift_users: number | null;
  /** Distinct users who chatted, gave, followed or shared in the window. */
  interacting_users: number | null;
  /** At least one of the distinct counts is a sketch's estimate, within 2 % (95 %); else all are exact. */
  users_is_estimate: boolean;
  /** Last online figure in the window. */
  online_last: number | null;
  /** Lowest online figure in the window. */
  online_min: number | null;
  /** Highest online figure in the window. */
  online_max: number | null;
  /** Time-weighted mean of the online figure over the covered time in the window. */
  online_avg: number | null;
  /** Covered part of the time, 0 to 1. */
  online_coverage: number | null;
  /** Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples. */
  online_slope: number | null;
  /** Reading of online_slope. */
  online_trend: OnlineTrend;
  /** Growth of the platform's total viewers in the window. */
  viewers_gained: number | null;
  /** Growth of the platform's follow count in the window. */
  platform_follows_gained: number | null;
  /** Growth of the platform's gift UV in the window. */
  platform_gift_users_gained: number | null;
  /** Platform view: platform_follows_gained / viewers_gained; null when the denominator is 0 or unknown. */
  follow_rate: number | null;
  /** Chat view: follow_users / enter_users; null when the denominator is 0 or unknown. */
  follow_rate_observed: number | null;
  /** interacting_users / viewers_gained; null when the denominator is 0 or unknown. */
  interaction_rate: number | null;
  /** Products in the last complete list of the window. */
  promotion_count: number | null;
  /** Product being explained in the last complete list of the window. */
  explaining_promotion_id: string | null;
  /** Events that came after the window had been closed; they count in the session only. */
  late_events: number;
  /** Seconds from the last message of any kind to the record's end. */
  seconds_since_message: number | null;
  /** Seconds from the last chat, gift, follow, like, share or entry to the record's end. */
  seconds_since_business_message: number | null;
  /** Seconds from the last snapshot to the record's end. */
  seconds_since_snapshot: number | null;
  /** Seconds known not to have been seen. */
  gap_seconds: number | null;
  /** Socket reconnects. */
  reconnects: number | null;
  /** Events dropped because they had been seen. */
  duplicates: number;
  /** Messages of unknown type. */
  unknown_messages: number;
  /** Payloads that went to the dead letters. */
  undecodable_payloads: number | null;
  /** The room sends a sentinel id for everybody: distinct counts say nothing. */
  is_anonymous: boolean;
  /** Sum of the like messages' counts. */
  likes_seen: number | null;
  /** Growth of the platform's like total. */
  likes_reported: number | null;
  /** Value of the gifts seen, in diamonds. */
  gift_value_seen: number | null;
  /** Growth of the platform's gift income, in diamonds. */
  fan_ticket_reported: number | null;
  /** Grows with each publication of the same window, from 1. */
  revision: number;
  /** The window is closed. */
  is_final: boolean;
}

/** The figures of one broadcast, running until its final. Latest by room_id. */
export interface RoomSession {
  /** Room id, exact decimal text. */
  room_id: string;
  /** User id of the anchor, exact decimal text. */
  owner_id: string | null;
  /** Name of the anchor. */
  owner_name: string | null;
  /** Title of the broadcast, the last seen. */
  title: string | null;
  /** State now; ENDED only when two independent signals confirm it. */
  state: RoomState;
  /** Start, else creation, of the broadcast, Unix epoch milliseconds UTC. */
  started_at: TimestampMillis | null;
  /** End of the broadcast, Unix epoch milliseconds UTC; null until confirmed. */
  ended_at: TimestampMillis | null;
  /** Event time of the first thing seen. */
  first_event_at: TimestampMillis | null;
  /** Event time of the last thing seen. */
  last_event_at: TimestampMillis | null;
  /** Chat messages over the broadcast, as far as it was watched. */
  chat_count: number;
  /** Distinct users who wrote over the broadcast, as far as it was watched; null where user ids are dropped. */
  chat_users: number | null;
  /** Entries seen over the broadcast, as far as it was watched; thinned out by the platform in big rooms. */
  enter_count: number;
  /** Distinct users seen entering over the broadcast, as far as it was watched. */
  enter_users: number | null;
  /** Follow messages over the broadcast, as far as it was watched. */
  follow_count: number;
  /** Distinct users seen following over the broadcast, as far as it was watched. */
  follow_users: number | null;
  /** Share messages over the broadcast, as far as it was watched. */
  share_count: number;
  /** Likes gained over the broadcast, as far as it was watched: growth of the largest total seen, else the sum of the messages' counts; null where neither came. */
  like_count: number | null;
  /** Gifts given over the broadcast, as far as it was watched, combos counted once. */
  gift_count: number;
  /** Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known. */
  gift_value: number;
  /** Names (else ids) of gifts counted without a known price; empty when gift_value is whole. */
  gift_value_is_partial: string[];
  /** Distinct givers over the broadcast, as far as it was watched: gift UV of the chat view. */
  gift_users: number | null;
  /** Distinct users who chatted, gave, followed or shared over the broadcast, as far as it was watched. */
  interacting_users: number | null;
  /** At least one of the distinct counts is a sketch's estimate, within 2 % (95 %); else all are exact. */
  users_is_estimate: boolean;
  /** Last online figure over the broadcast, as far as it was watched. */
  online_last: number | null;
  /** Lowest online figure over the broadcast, as far as it was watched. */
  online_min: number | null;
  /** Highest online figure over the broadcast, as far as it was watched. */
  online_max: number | null;
  /** Time-weighted mean of the online figure over the covered time over the broadcast, as far as it was watched. */
  online_avg: number | null;
  /** Covered part of the time, 0 to 1. */
  online_coverage: number | null;
  /** Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples. */
  online_slope: number | null;
  /** Reading of online_slope. */
  online_trend: OnlineTrend;
  /** Growth of the platform's total viewers over the broadcast, as far as it was watched. */
  viewers_gained: number | null;
  /** Growth of the platform's follow count over the broadcast, as far as it was watched. */
  platform_follows_gained: number | null;
  /** Growth of the platform's gift UV over the broadcast, as far as it was watched. */
  platform_gift_users_gained: number | null;
  /** Highest online figure while live (PCU). */
  peak_online: number | null;
  /** When peak_online was first reached. */
  peak_online_at: TimestampMillis | null;
  /** Mean online figure over covered time (ACU): viewer_seconds / covered_seconds. */
  average_online: number | null;
  /** Integral of the online figure by trapezoid over covered time, person-seconds. */
  viewer_seconds: number | null;
  /** Time covered by online samples, seconds. */
  covered_seconds: number | null;
  /** viewer_seconds / total_viewers, seconds. */
  average_stay_seconds: number | null;
  /** Viewers of the broadcast, as the platform counts. */
  total_viewers: number | null;
  /** New followers of the broadcast, as the platform counts. */
  total_follows: number | null;
  /** total_follows / total_viewers; null when the denominator is 0 or unknown. */
  follow_rate: number | null;
  /** Chat view: follow_users / enter_users; null when the denominator is 0 or unknown. */
  follow_rate_observed: number | null;
  /** interacting_users / viewers_gained; null when the denominator is 0 or unknown. */
  interaction_rate: number | null;
  /** Distinct gift givers, as the platform counts. */
  gift_uv: number | null;
  /** Distinct gift givers seen in chat. */
  gift_uv_observed: number | null;
  /** gift_uv / total_viewers; null when the denominator is 0 or unknown. */
  gift_uv_rate: number | null;
  /** Growth of the platform's gift income while watched, in diamonds. */
  fan_ticket_gained: number | null;
  /** Likes of the broadcast: the largest total seen. */
  likes: number | null;
  /** Anchor's followers, last minus first while live; may be negative. */
  followers_gained: number | null;
  /** Anchor's followers, last seen while live. */
  owner_followers: number | null;
  /** Fraction of the viewers from the same city feed, last while live. */
  share_from_city: number | null;
  /** Fraction of the viewers who follow the anchor, last while live. */
  share_from_my_follow: number | null;
  /** Fraction of the viewers from a video, last while live. */
  share_from_video_detail: number | null;
  /** Fraction of the viewers from elsewhere, last while live. */
  share_from_other: number | null;
  /** Products in the last complete list. */
  promotion_count: number | null;
  /** Product being explained in the last complete list. */
  explaining_promotion_id: string | null;
  /** Distinct products seen on the shelf. */
  promotions_seen: number | null;
  /** Units sold while watched, sum of the growth of the products' sales; null while hidden. An estimate. */
  sales_estimate: number | null;
  /** Sum of sales growth times the price at that time, in fen (1/100 CNY). An estimate: list price is not paid price. */
  gmv_estimate_fen: number | null;
  /** Events that came after their minute had been closed, or after the final. */
  late_events: number;
  /** Seconds from the last message of any kind to the record's end. */
  seconds_since_message: number | null;
  /** Seconds from the last chat, gift, follow, like, share or entry to the record's end. */
  seconds_since_business_message: number | null;
  /** Seconds from the last snapshot to the record's end. */
  seconds_since_snapshot: number | null;
  /** Seconds known not to have been seen. */
  gap_seconds: number | null;
  /** Socket reconnects. */
  reconnects: number | null;
  /** Events dropped because they had been seen. */
  duplicates: number;
  /** Messages of unknown type. */
  unknown_messages: number;
  /** Payloads that went to the dead letters. */
  undecodable_payloads: number | null;
  /** The room sends a sentinel id for everybody: distinct counts say nothing. */
  is_anonymous: boolean;
  /** Sum of the like messages' counts. */
  likes_seen: number | null;
  /** Growth of the platform's like total. */
  likes_reported: number | null;
  /** Value of the gifts seen, in diamonds. */
  gift_value_seen: number | null;
  /** Growth of the platform's gift income, in diamonds. */
  fan_ticket_reported: number | null;
  /** Grows with each publication of the same session, from 1. */
  revision: number;
  /** The broadcast's end is confirmed and its grace time is over. */
  is_final: boolean;
}

/** What changed about a product. */
export type ChangeKind = "LISTED" | "DELISTED" | "PRICE_CHANGED" | "STOCK_CHANGED" | "SOLD_OUT" | "SALES_CHANGED" | "EXPLAIN_STARTED" | "EXPLAIN_ENDED" | "UNKNOWN";

/** One change of one product on the shelf. Append only: a record is published once, some seconds after the list that showed it, and never replaced; a replay gives the same change_id. Every record shows the product's price, stock and sales before and after, kind says what changed; two changes at once are two records. To add up what was sold, sum sales_gained and gmv_estimate_fen over all records (only SALES_CHANGED has them), each change_id once: the sums are those of RoomSession. The first list of a room gives a LISTED for each product. */
export interface PromotionChange {
  /** Deterministic identity: room, product, kind and time; a correction also names the list that came late. */
  change_id: string;
  /** Room id, exact decimal text. */
  room_id: string;
  /** Promotion id, exact decimal text. */
  promotion_id: string;
  /** Product id, exact decimal text. */
  product_id: string | null;
  /** Product title. */
  title: string | null;
  /** What changed. */
  kind: ChangeKind;
  /** Event time of the list that showed it, Unix epoch milliseconds UTC: it happened since the list before. Of EXPLAIN_ENDED the list that first showed another or none, or the end of the room. */
  changed_at: TimestampMillis;
  /** Price before, in fen; null when not known. Of EXPLAIN_ENDED: at its start. */
  price_fen_before: number | null;
  /** Price after, in fen; null when not known and of DELISTED. */
  price_fen_after: number | null;
  /** Stock before, units; null when not known or hidden. Of EXPLAIN_ENDED: at its start. */
  stock_before: number | null;
  /** Stock after, units; null when not known or hidden (0, though it can be bought), and of DELISTED. */
  stock_after: number | null;
  /** Largest sales figure seen before, units; null while hidden (always 0). Of EXPLAIN_ENDED: at its start. */
  sales_before: number | null;
  /** Largest sales figure seen by then, units; null while hidden (always 0), and of DELISTED. */
  sales_after: number | null;
  /** Growth of the sales, units; of SALES_CHANGED only. Of a correction what must be added to what was told before, which may be 0 or negative. */
  sales_gained: number | null;
  /** Growth of the sales times the price at that time, in fen; of SALES_CHANGED only, null while the price is not known. An estimate: list price is not paid price. */
  gmv_estimate_fen: number | null;
  /** Whole seconds of the explanation that ended, from the first list that showed it; of EXPLAIN_ENDED only. Interruptions shorter than 120 s (a setting) are part of it. */
  explained_seconds: number | null;
  /** Place on the shelf, the last seen. */
  position: number | null;
  /** A list came later than ones that are younger, and changes what they told of the sales; changed_at is its time. */
  is_correction: boolean;
}

/** How much an alert matters. */
export type AlertSeverity = "INFO" | "WARNING" | "CRITICAL" | "UNKNOWN";

/** Where an alert is in its life. */
export type AlertStatus = "RAISED" | "RESOLVED" | "UNKNOWN";

/** A condition that began or ended. Both carry the same alert_id. */
export interface Alert {
  /** Identity while the condition lasts: room, rule and start; the product too where the rule is about one. */
  alert_id: string;
  /** Room id, exact decimal text. */
  room_id: string;
  /** Name of the rule, as in the file of rules. */
  rule: string;
  /** What the rule says, with its threshold. */
  rule_text: string;
  /** How much it matters. */
  severity: AlertSeverity;
  /** Began or ended. */
  status: AlertStatus;
  /** When the condition began, Unix epoch milliseconds UTC. */
  started_at: TimestampMillis;
  /** When the condition ended, Unix epoch milliseconds UTC. */
  resolved_at: TimestampMillis | null;
  /** The figure that raised it, in its own unit: people, a rate, diamonds per minute, seconds, fen, units. */
  value: number | null;
  /** The threshold it passed. */
  threshold: number | null;
  /** What the figure was compared with. */
  previous_value: number | null;
  /** Labels of the room. */
  labels: string[];
  /** User id of the anchor. */
  owner_id: string | null;
  /** Name of the anchor. */
  owner_name: string | null;
  /** Title of the broadcast. */
  title: string | null;
  /** One sentence for a person. */
  summary: string;
  /** What the rule looks at: room_started, online_drop and so on. Several rules, under names of their own, may be of one kind. */
  kind: string | null;
  /** The product it is about, promotion id as exact decimal text; null where it is about the room. */
  promotion_id: string | null;
}

/** Why a payload could not be read. */
export type DeadLetterReason = "NOT_JSON" | "WRONG_SHAPE" | "TOO_LARGE" | "WRONG_ROOM" | "UNSERIALIZABLE" | "PROCESSING_FAILED" | "UNKNOWN";

/** A payload that could not be read, with its coordinates. */
export interface DeadLetter {
  /** Deterministic identity: room, endpoint and a digest of the bytes as they came. */
  dead_letter_id: string;
  /** Room asked for; null where the payload belongs to no room, as with feed. Then the record's key is the endpoint. */
  room_id: string | null;
  /** The platform endpoint, or the topic a processor read. */
  endpoint: string;
  /** Where it failed: decode, publish or process. */
  stage: string;
  /** Category of the failure. */
  reason: DeadLetterReason;
  /** What was wrong and where, without the payload's words. */
  detail: string;
  /** When the collector had the bytes, Unix epoch milliseconds UTC. */
  received_at: TimestampMillis;
  /** The worker that had it. */
  collector_id: string;
  /** The bytes, cleaned of secrets and, unless privacy is plain, of what names a viewer; the first ones where it was too large. */
  payload: Uint8Array;
  /** Size of the whole payload as it came, in bytes. */
  payload_size: number;
  /** payload holds only the first bytes. */
  is_truncated: boolean;
}

/** Topics by their short names, without the prefix. */
export const TOPICS = {
  "watchlist": "control.watchlist.v1",
  "status": "observed.status.v1",
  "room": "observed.room.v1",
  "chat": "observed.chat.v1",
  "promotions": "observed.promotions.v1",
  "audience": "observed.audience.v1",
  "gap": "observed.gap.v1",
  "room-minute": "derived.room-minute.v1",
  "session": "derived.session.v1",
  "promotion-change": "derived.promotion-change.v1",
  "alert": "derived.alert.v1",
  "dead-letter": "dead-letter.v1",
} as const;

/** The record in a topic's values. */
export interface Records {
  "watchlist": WatchedRoom;
  "status": RoomStatus;
  "room": RoomSnapshot;
  "chat": ChatEvent;
  "promotions": PromotionList;
  "audience": AudienceRanking;
  "gap": CollectionGap;
  "room-minute": RoomMinute;
  "session": RoomSession;
  "promotion-change": PromotionChange;
  "alert": Alert;
  "dead-letter": DeadLetter;
}
