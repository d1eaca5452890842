-- The warehouse's tables. Written from the connectors and the schemas by TablesTest; do not edit.
-- Run before the sink starts: it cannot make a column that is a list with a default. Columns of fields
-- that come later it adds by itself. Times are UTC.
CREATE SCHEMA IF NOT EXISTS liveroom;

CREATE TABLE IF NOT EXISTS liveroom.alert (
  alert_id text NOT NULL,
  room_id text NOT NULL,
  rule text NOT NULL,
  rule_text text NOT NULL,
  severity text NOT NULL DEFAULT 'UNKNOWN',
  status text NOT NULL DEFAULT 'UNKNOWN',
  started_at timestamp NOT NULL,
  resolved_at timestamp,
  value double precision,
  threshold double precision,
  previous_value double precision,
  labels text[] NOT NULL DEFAULT '{}',
  owner_id text,
  owner_name text,
  title text,
  summary text NOT NULL,
  kind text,
  promotion_id text,
  PRIMARY KEY (alert_id)
);
COMMENT ON TABLE liveroom.alert IS 'A condition that began or ended. Both carry the same alert_id.';
COMMENT ON COLUMN liveroom.alert.alert_id IS 'Identity while the condition lasts: room, rule and start; the product too where the rule is about one.';
COMMENT ON COLUMN liveroom.alert.room_id IS 'Room id, exact decimal text.';
COMMENT ON COLUMN liveroom.alert.rule IS 'Name of the rule, as in the file of rules.';
COMMENT ON COLUMN liveroom.alert.rule_text IS 'What the rule says, with its threshold.';
COMMENT ON COLUMN liveroom.alert.severity IS 'How much it matters.';
COMMENT ON COLUMN liveroom.alert.status IS 'Began or ended.';
COMMENT ON COLUMN liveroom.alert.started_at IS 'When the condition began, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.alert.resolved_at IS 'When the condition ended, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.alert.value IS 'The figure that raised it, in its own unit: people, a rate, diamonds per minute, seconds, fen, units.';
COMMENT ON COLUMN liveroom.alert.threshold IS 'The threshold it passed.';
COMMENT ON COLUMN liveroom.alert.previous_value IS 'What the figure was compared with.';
COMMENT ON COLUMN liveroom.alert.labels IS 'Labels of the room.';
COMMENT ON COLUMN liveroom.alert.owner_id IS 'User id of the anchor.';
COMMENT ON COLUMN liveroom.alert.owner_name IS 'Name of the anchor.';
COMMENT ON COLUMN liveroom.alert.title IS 'Title of the broadcast.';
COMMENT ON COLUMN liveroom.alert.summary IS 'One sentence for a person.';
COMMENT ON COLUMN liveroom.alert.kind IS 'What the rule looks at: room_started, online_drop and so on. Several rules, under names of their own, may be of one kind.';
COMMENT ON COLUMN liveroom.alert.promotion_id IS 'The product it is about, promotion id as exact decimal text; null where it is about the room.';

CREATE TABLE IF NOT EXISTS liveroom.gap (
  event_id text NOT NULL,
  room_id text NOT NULL,
  event_time timestamp NOT NULL,
  event_time_source text NOT NULL DEFAULT 'UNKNOWN',
  received_at timestamp NOT NULL,
  collector_id text NOT NULL,
  endpoint text NOT NULL,
  gap_from timestamp NOT NULL,
  gap_to timestamp NOT NULL,
  cause text NOT NULL DEFAULT 'UNKNOWN',
  detail text,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (event_id)
);
COMMENT ON TABLE liveroom.gap IS 'A stretch of a room that was not seen. event_time is its start.';
COMMENT ON COLUMN liveroom.gap.event_id IS 'Deterministic identity: the same fact gets the same id however often it arrives.';
COMMENT ON COLUMN liveroom.gap.room_id IS 'Room id, exact decimal text. One room is one broadcast.';
COMMENT ON COLUMN liveroom.gap.event_time IS 'When it happened, Unix epoch milliseconds UTC, never after received_at.';
COMMENT ON COLUMN liveroom.gap.event_time_source IS 'Where event_time comes from.';
COMMENT ON COLUMN liveroom.gap.received_at IS 'When the collector had the bytes, Unix epoch milliseconds UTC, by the collector''s clock.';
COMMENT ON COLUMN liveroom.gap.collector_id IS 'The worker that saw it.';
COMMENT ON COLUMN liveroom.gap.endpoint IS 'The platform endpoint it came from: info, chat, promotions, status, audience or feed.';
COMMENT ON COLUMN liveroom.gap.gap_from IS 'Start, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.gap.gap_to IS 'End, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.gap.cause IS 'Why.';
COMMENT ON COLUMN liveroom.gap.detail IS 'More words for a person; holds no secret and no personal data.';
COMMENT ON COLUMN liveroom.gap.attempts IS 'Attempts made within the gap.';

CREATE TABLE IF NOT EXISTS liveroom.promotion_change (
  change_id text NOT NULL,
  room_id text NOT NULL,
  promotion_id text NOT NULL,
  product_id text,
  title text,
  kind text NOT NULL DEFAULT 'UNKNOWN',
  changed_at timestamp NOT NULL,
  price_fen_before bigint,
  price_fen_after bigint,
  stock_before bigint,
  stock_after bigint,
  sales_before bigint,
  sales_after bigint,
  sales_gained bigint,
  gmv_estimate_fen bigint,
  explained_seconds bigint,
  position integer,
  is_correction boolean NOT NULL DEFAULT false,
  PRIMARY KEY (change_id)
);
COMMENT ON TABLE liveroom.promotion_change IS 'One change of one product on the shelf. Append only: a record is published once, some seconds after the list that showed it, and never replaced; a replay gives the same change_id. Every record shows the product''s price, stock and sales before and after, kind says what changed; two changes at once are two records. To add up what was sold, sum sales_gained and gmv_estimate_fen over all records (only SALES_CHANGED has them), each change_id once: the sums are those of RoomSession. The first list of a room gives a LISTED for each product.';
COMMENT ON COLUMN liveroom.promotion_change.change_id IS 'Deterministic identity: room, product, kind and time; a correction also names the list that came late.';
COMMENT ON COLUMN liveroom.promotion_change.room_id IS 'Room id, exact decimal text.';
COMMENT ON COLUMN liveroom.promotion_change.promotion_id IS 'Promotion id, exact decimal text.';
COMMENT ON COLUMN liveroom.promotion_change.product_id IS 'Product id, exact decimal text.';
COMMENT ON COLUMN liveroom.promotion_change.title IS 'Product title.';
COMMENT ON COLUMN liveroom.promotion_change.kind IS 'What changed.';
COMMENT ON COLUMN liveroom.promotion_change.changed_at IS 'Event time of the list that showed it, Unix epoch milliseconds UTC: it happened since the list before. Of EXPLAIN_ENDED the list that first showed another or none, or the end of the room.';
COMMENT ON COLUMN liveroom.promotion_change.price_fen_before IS 'Price before, in fen; null when not known. Of EXPLAIN_ENDED: at its start.';
COMMENT ON COLUMN liveroom.promotion_change.price_fen_after IS 'Price after, in fen; null when not known and of DELISTED.';
COMMENT ON COLUMN liveroom.promotion_change.stock_before IS 'Stock before, units; null when not known or hidden. Of EXPLAIN_ENDED: at its start.';
COMMENT ON COLUMN liveroom.promotion_change.stock_after IS 'Stock after, units; null when not known or hidden (0, though it can be bought), and of DELISTED.';
COMMENT ON COLUMN liveroom.promotion_change.sales_before IS 'Largest sales figure seen before, units; null while hidden (always 0). Of EXPLAIN_ENDED: at its start.';
COMMENT ON COLUMN liveroom.promotion_change.sales_after IS 'Largest sales figure seen by then, units; null while hidden (always 0), and of DELISTED.';
COMMENT ON COLUMN liveroom.promotion_change.sales_gained IS 'Growth of the sales, units; of SALES_CHANGED only. Of a correction what must be added to what was told before, which may be 0 or negative.';
COMMENT ON COLUMN liveroom.promotion_change.gmv_estimate_fen IS 'Growth of the sales times the price at that time, in fen; of SALES_CHANGED only, null while the price is not known. An estimate: list price is not paid price.';
COMMENT ON COLUMN liveroom.promotion_change.explained_seconds IS 'Whole seconds of the explanation that ended, from the first list that showed it; of EXPLAIN_ENDED only. Interruptions shorter than 120 s (a setting) are part of it.';
COMMENT ON COLUMN liveroom.promotion_change.position IS 'Place on the shelf, the last seen.';
COMMENT ON COLUMN liveroom.promotion_change.is_correction IS 'A list came later than ones that are younger, and changes what they told of the sales; changed_at is its time.';

CREATE TABLE IF NOT EXISTS liveroom.room_minute (
  room_id text NOT NULL,
  window_start timestamp NOT NULL,
  window_end timestamp NOT NULL,
  chat_count bigint NOT NULL,
  chat_users bigint,
  enter_count bigint NOT NULL,
  enter_users bigint,
  follow_count bigint NOT NULL,
  follow_users bigint,
  share_count bigint NOT NULL,
  like_count bigint,
  gift_count bigint NOT NULL,
  gift_value bigint NOT NULL,
  gift_value_is_partial text[] NOT NULL DEFAULT '{}',
  gift_users bigint,
  interacting_users bigint,
  users_is_estimate boolean NOT NULL DEFAULT false,
  online_last bigint,
  online_min bigint,
  online_max bigint,
  online_avg double precision,
  online_coverage double precision,
  online_slope double precision,
  online_trend text NOT NULL DEFAULT 'UNKNOWN',
  viewers_gained bigint,
  platform_follows_gained bigint,
  platform_gift_users_gained bigint,
  follow_rate double precision,
  follow_rate_observed double precision,
  interaction_rate double precision,
  promotion_count integer,
  explaining_promotion_id text,
  late_events bigint NOT NULL DEFAULT 0,
  seconds_since_message bigint,
  seconds_since_business_message bigint,
  seconds_since_snapshot bigint,
  gap_seconds bigint,
  reconnects bigint,
  duplicates bigint NOT NULL DEFAULT 0,
  unknown_messages bigint NOT NULL DEFAULT 0,
  undecodable_payloads bigint,
  is_anonymous boolean NOT NULL DEFAULT false,
  likes_seen bigint,
  likes_reported bigint,
  gift_value_seen bigint,
  fan_ticket_reported bigint,
  revision bigint NOT NULL,
  is_final boolean NOT NULL,
  PRIMARY KEY (room_id, window_start)
);
COMMENT ON TABLE liveroom.room_minute IS 'The figures of one room in one window (a minute unless set otherwise). Upsert by room_id and window_start: the highest revision counts.';
COMMENT ON COLUMN liveroom.room_minute.room_id IS 'Room id, exact decimal text.';
COMMENT ON COLUMN liveroom.room_minute.window_start IS 'Start of the window, inclusive, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.room_minute.window_end IS 'End of the window, exclusive, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.room_minute.chat_count IS 'Chat messages in the window.';
COMMENT ON COLUMN liveroom.room_minute.chat_users IS 'Distinct users who wrote in the window; null where user ids are dropped.';
COMMENT ON COLUMN liveroom.room_minute.enter_count IS 'Entries seen in the window; thinned out by the platform in big rooms.';
COMMENT ON COLUMN liveroom.room_minute.enter_users IS 'Distinct users seen entering in the window.';
COMMENT ON COLUMN liveroom.room_minute.follow_count IS 'Follow messages in the window.';
COMMENT ON COLUMN liveroom.room_minute.follow_users IS 'Distinct users seen following in the window.';
COMMENT ON COLUMN liveroom.room_minute.share_count IS 'Share messages in the window.';
COMMENT ON COLUMN liveroom.room_minute.like_count IS 'Likes gained in the window: growth of the largest total seen, else the sum of the messages'' counts; null where neither came.';
COMMENT ON COLUMN liveroom.room_minute.gift_count IS 'Gifts given in the window, combos counted once.';
COMMENT ON COLUMN liveroom.room_minute.gift_value IS 'Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known.';
COMMENT ON COLUMN liveroom.room_minute.gift_value_is_partial IS 'Names (else ids) of gifts counted without a known price; empty when gift_value is whole.';
COMMENT ON COLUMN liveroom.room_minute.gift_users IS 'Distinct givers in the window: gift UV of the chat view.';
COMMENT ON COLUMN liveroom.room_minute.interacting_users IS 'Distinct users who chatted, gave, followed or shared in the window.';
COMMENT ON COLUMN liveroom.room_minute.users_is_estimate IS 'At least one of the distinct counts is a sketch''s estimate, within 2 % (95 %); else all are exact.';
COMMENT ON COLUMN liveroom.room_minute.online_last IS 'Last online figure in the window.';
COMMENT ON COLUMN liveroom.room_minute.online_min IS 'Lowest online figure in the window.';
COMMENT ON COLUMN liveroom.room_minute.online_max IS 'Highest online figure in the window.';
COMMENT ON COLUMN liveroom.room_minute.online_avg IS 'Time-weighted mean of the online figure over the covered time in the window.';
COMMENT ON COLUMN liveroom.room_minute.online_coverage IS 'Covered part of the time, 0 to 1.';
COMMENT ON COLUMN liveroom.room_minute.online_slope IS 'Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples.';
COMMENT ON COLUMN liveroom.room_minute.online_trend IS 'Reading of online_slope.';
COMMENT ON COLUMN liveroom.room_minute.viewers_gained IS 'Growth of the platform''s total viewers in the window.';
COMMENT ON COLUMN liveroom.room_minute.platform_follows_gained IS 'Growth of the platform''s follow count in the window.';
COMMENT ON COLUMN liveroom.room_minute.platform_gift_users_gained IS 'Growth of the platform''s gift UV in the window.';
COMMENT ON COLUMN liveroom.room_minute.follow_rate IS 'Platform view: platform_follows_gained / viewers_gained; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.room_minute.follow_rate_observed IS 'Chat view: follow_users / enter_users; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.room_minute.interaction_rate IS 'interacting_users / viewers_gained; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.room_minute.promotion_count IS 'Products in the last complete list of the window.';
COMMENT ON COLUMN liveroom.room_minute.explaining_promotion_id IS 'Product being explained in the last complete list of the window.';
COMMENT ON COLUMN liveroom.room_minute.late_events IS 'Events that came after the window had been closed; they count in the session only.';
COMMENT ON COLUMN liveroom.room_minute.seconds_since_message IS 'Seconds from the last message of any kind to the record''s end.';
COMMENT ON COLUMN liveroom.room_minute.seconds_since_business_message IS 'Seconds from the last chat, gift, follow, like, share or entry to the record''s end.';
COMMENT ON COLUMN liveroom.room_minute.seconds_since_snapshot IS 'Seconds from the last snapshot to the record''s end.';
COMMENT ON COLUMN liveroom.room_minute.gap_seconds IS 'Seconds known not to have been seen.';
COMMENT ON COLUMN liveroom.room_minute.reconnects IS 'Socket reconnects.';
COMMENT ON COLUMN liveroom.room_minute.duplicates IS 'Events dropped because they had been seen.';
COMMENT ON COLUMN liveroom.room_minute.unknown_messages IS 'Messages of unknown type.';
COMMENT ON COLUMN liveroom.room_minute.undecodable_payloads IS 'Payloads that went to the dead letters.';
COMMENT ON COLUMN liveroom.room_minute.is_anonymous IS 'The room sends a sentinel id for everybody: distinct counts say nothing.';
COMMENT ON COLUMN liveroom.room_minute.likes_seen IS 'Sum of the like messages'' counts.';
COMMENT ON COLUMN liveroom.room_minute.likes_reported IS 'Growth of the platform''s like total.';
COMMENT ON COLUMN liveroom.room_minute.gift_value_seen IS 'Value of the gifts seen, in diamonds.';
COMMENT ON COLUMN liveroom.room_minute.fan_ticket_reported IS 'Growth of the platform''s gift income, in diamonds.';
COMMENT ON COLUMN liveroom.room_minute.revision IS 'Grows with each publication of the same window, from 1.';
COMMENT ON COLUMN liveroom.room_minute.is_final IS 'The window is closed.';

CREATE TABLE IF NOT EXISTS liveroom.session (
  room_id text NOT NULL,
  owner_id text,
  owner_name text,
  title text,
  state text NOT NULL DEFAULT 'UNKNOWN',
  started_at timestamp,
  ended_at timestamp,
  first_event_at timestamp,
  last_event_at timestamp,
  chat_count bigint NOT NULL,
  chat_users bigint,
  enter_count bigint NOT NULL,
  enter_users bigint,
  follow_count bigint NOT NULL,
  follow_users bigint,
  share_count bigint NOT NULL,
  like_count bigint,
  gift_count bigint NOT NULL,
  gift_value bigint NOT NULL,
  gift_value_is_partial text[] NOT NULL DEFAULT '{}',
  gift_users bigint,
  interacting_users bigint,
  users_is_estimate boolean NOT NULL DEFAULT false,
  online_last bigint,
  online_min bigint,
  online_max bigint,
  online_avg double precision,
  online_coverage double precision,
  online_slope double precision,
  online_trend text NOT NULL DEFAULT 'UNKNOWN',
  viewers_gained bigint,
  platform_follows_gained bigint,
  platform_gift_users_gained bigint,
  peak_online bigint,
  peak_online_at timestamp,
  average_online double precision,
  viewer_seconds double precision,
  covered_seconds double precision,
  average_stay_seconds double precision,
  total_viewers bigint,
  total_follows bigint,
  follow_rate double precision,
  follow_rate_observed double precision,
  interaction_rate double precision,
  gift_uv bigint,
  gift_uv_observed bigint,
  gift_uv_rate double precision,
  fan_ticket_gained bigint,
  likes bigint,
  followers_gained bigint,
  owner_followers bigint,
  share_from_city double precision,
  share_from_my_follow double precision,
  share_from_video_detail double precision,
  share_from_other double precision,
  promotion_count integer,
  explaining_promotion_id text,
  promotions_seen integer,
  sales_estimate bigint,
  gmv_estimate_fen bigint,
  late_events bigint NOT NULL DEFAULT 0,
  seconds_since_message bigint,
  seconds_since_business_message bigint,
  seconds_since_snapshot bigint,
  gap_seconds bigint,
  reconnects bigint,
  duplicates bigint NOT NULL DEFAULT 0,
  unknown_messages bigint NOT NULL DEFAULT 0,
  undecodable_payloads bigint,
  is_anonymous boolean NOT NULL DEFAULT false,
  likes_seen bigint,
  likes_reported bigint,
  gift_value_seen bigint,
  fan_ticket_reported bigint,
  revision bigint NOT NULL,
  is_final boolean NOT NULL,
  PRIMARY KEY (room_id)
);
COMMENT ON TABLE liveroom.session IS 'The figures of one broadcast, running until its final. Latest by room_id.';
COMMENT ON COLUMN liveroom.session.room_id IS 'Room id, exact decimal text.';
COMMENT ON COLUMN liveroom.session.owner_id IS 'User id of the anchor, exact decimal text.';
COMMENT ON COLUMN liveroom.session.owner_name IS 'Name of the anchor.';
COMMENT ON COLUMN liveroom.session.title IS 'Title of the broadcast, the last seen.';
COMMENT ON COLUMN liveroom.session.state IS 'State now; ENDED only when two independent signals confirm it.';
COMMENT ON COLUMN liveroom.session.started_at IS 'Start, else creation, of the broadcast, Unix epoch milliseconds UTC.';
COMMENT ON COLUMN liveroom.session.ended_at IS 'End of the broadcast, Unix epoch milliseconds UTC; null until confirmed.';
COMMENT ON COLUMN liveroom.session.first_event_at IS 'Event time of the first thing seen.';
COMMENT ON COLUMN liveroom.session.last_event_at IS 'Event time of the last thing seen.';
COMMENT ON COLUMN liveroom.session.chat_count IS 'Chat messages over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.chat_users IS 'Distinct users who wrote over the broadcast, as far as it was watched; null where user ids are dropped.';
COMMENT ON COLUMN liveroom.session.enter_count IS 'Entries seen over the broadcast, as far as it was watched; thinned out by the platform in big rooms.';
COMMENT ON COLUMN liveroom.session.enter_users IS 'Distinct users seen entering over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.follow_count IS 'Follow messages over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.follow_users IS 'Distinct users seen following over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.share_count IS 'Share messages over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.like_count IS 'Likes gained over the broadcast, as far as it was watched: growth of the largest total seen, else the sum of the messages'' counts; null where neither came.';
COMMENT ON COLUMN liveroom.session.gift_count IS 'Gifts given over the broadcast, as far as it was watched, combos counted once.';
COMMENT ON COLUMN liveroom.session.gift_value IS 'Value of those gifts in diamonds (10 = 1 CNY), of the gifts whose price is known.';
COMMENT ON COLUMN liveroom.session.gift_value_is_partial IS 'Names (else ids) of gifts counted without a known price; empty when gift_value is whole.';
COMMENT ON COLUMN liveroom.session.gift_users IS 'Distinct givers over the broadcast, as far as it was watched: gift UV of the chat view.';
COMMENT ON COLUMN liveroom.session.interacting_users IS 'Distinct users who chatted, gave, followed or shared over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.users_is_estimate IS 'At least one of the distinct counts is a sketch''s estimate, within 2 % (95 %); else all are exact.';
COMMENT ON COLUMN liveroom.session.online_last IS 'Last online figure over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.online_min IS 'Lowest online figure over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.online_max IS 'Highest online figure over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.online_avg IS 'Time-weighted mean of the online figure over the covered time over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.online_coverage IS 'Covered part of the time, 0 to 1.';
COMMENT ON COLUMN liveroom.session.online_slope IS 'Online trend: least-squares slope over the last 5 minutes, people per minute; null with fewer than 3 samples.';
COMMENT ON COLUMN liveroom.session.online_trend IS 'Reading of online_slope.';
COMMENT ON COLUMN liveroom.session.viewers_gained IS 'Growth of the platform''s total viewers over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.platform_follows_gained IS 'Growth of the platform''s follow count over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.platform_gift_users_gained IS 'Growth of the platform''s gift UV over the broadcast, as far as it was watched.';
COMMENT ON COLUMN liveroom.session.peak_online IS 'Highest online figure while live (PCU).';
COMMENT ON COLUMN liveroom.session.peak_online_at IS 'When peak_online was first reached.';
COMMENT ON COLUMN liveroom.session.average_online IS 'Mean online figure over covered time (ACU): viewer_seconds / covered_seconds.';
COMMENT ON COLUMN liveroom.session.viewer_seconds IS 'Integral of the online figure by trapezoid over covered time, person-seconds.';
COMMENT ON COLUMN liveroom.session.covered_seconds IS 'Time covered by online samples, seconds.';
COMMENT ON COLUMN liveroom.session.average_stay_seconds IS 'viewer_seconds / total_viewers, seconds.';
COMMENT ON COLUMN liveroom.session.total_viewers IS 'Viewers of the broadcast, as the platform counts.';
COMMENT ON COLUMN liveroom.session.total_follows IS 'New followers of the broadcast, as the platform counts.';
COMMENT ON COLUMN liveroom.session.follow_rate IS 'total_follows / total_viewers; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.session.follow_rate_observed IS 'Chat view: follow_users / enter_users; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.session.interaction_rate IS 'interacting_users / viewers_gained; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.session.gift_uv IS 'Distinct gift givers, as the platform counts.';
COMMENT ON COLUMN liveroom.session.gift_uv_observed IS 'Distinct gift givers seen in chat.';
COMMENT ON COLUMN liveroom.session.gift_uv_rate IS 'gift_uv / total_viewers; null when the denominator is 0 or unknown.';
COMMENT ON COLUMN liveroom.session.fan_ticket_gained IS 'Growth of the platform''s gift income while watched, in diamonds.';
COMMENT ON COLUMN liveroom.session.likes IS 'Likes of the broadcast: the largest total seen.';
COMMENT ON COLUMN liveroom.session.followers_gained IS 'Anchor''s followers, last minus first while live; may be negative.';
COMMENT ON COLUMN liveroom.session.owner_followers IS 'Anchor''s followers, last seen while live.';
COMMENT ON COLUMN liveroom.session.share_from_city IS 'Fraction of the viewers from the same city feed, last while live.';
COMMENT ON COLUMN liveroom.session.share_from_my_follow IS 'Fraction of the viewers who follow the anchor, last while live.';
COMMENT ON COLUMN liveroom.session.share_from_video_detail IS 'Fraction of the viewers from a video, last while live.';
COMMENT ON COLUMN liveroom.session.share_from_other IS 'Fraction of the viewers from elsewhere, last while live.';
COMMENT ON COLUMN liveroom.session.promotion_count IS 'Products in the last complete list.';
COMMENT ON COLUMN liveroom.session.explaining_promotion_id IS 'Product being explained in the last complete list.';
COMMENT ON COLUMN liveroom.session.promotions_seen IS 'Distinct products seen on the shelf.';
COMMENT ON COLUMN liveroom.session.sales_estimate IS 'Units sold while watched, sum of the growth of the products'' sales; null while hidden. An estimate.';
COMMENT ON COLUMN liveroom.session.gmv_estimate_fen IS 'Sum of sales growth times the price at that time, in fen (1/100 CNY). An estimate: list price is not paid price.';
COMMENT ON COLUMN liveroom.session.late_events IS 'Events that came after their minute had been closed, or after the final.';
COMMENT ON COLUMN liveroom.session.seconds_since_message IS 'Seconds from the last message of any kind to the record''s end.';
COMMENT ON COLUMN liveroom.session.seconds_since_business_message IS 'Seconds from the last chat, gift, follow, like, share or entry to the record''s end.';
COMMENT ON COLUMN liveroom.session.seconds_since_snapshot IS 'Seconds from the last snapshot to the record''s end.';
COMMENT ON COLUMN liveroom.session.gap_seconds IS 'Seconds known not to have been seen.';
COMMENT ON COLUMN liveroom.session.reconnects IS 'Socket reconnects.';
COMMENT ON COLUMN liveroom.session.duplicates IS 'Events dropped because they had been seen.';
COMMENT ON COLUMN liveroom.session.unknown_messages IS 'Messages of unknown type.';
COMMENT ON COLUMN liveroom.session.undecodable_payloads IS 'Payloads that went to the dead letters.';
COMMENT ON COLUMN liveroom.session.is_anonymous IS 'The room sends a sentinel id for everybody: distinct counts say nothing.';
COMMENT ON COLUMN liveroom.session.likes_seen IS 'Sum of the like messages'' counts.';
COMMENT ON COLUMN liveroom.session.likes_reported IS 'Growth of the platform''s like total.';
COMMENT ON COLUMN liveroom.session.gift_value_seen IS 'Value of the gifts seen, in diamonds.';
COMMENT ON COLUMN liveroom.session.fan_ticket_reported IS 'Growth of the platform''s gift income, in diamonds.';
COMMENT ON COLUMN liveroom.session.revision IS 'Grows with each publication of the same session, from 1.';
COMMENT ON COLUMN liveroom.session.is_final IS 'The broadcast''s end is confirmed and its grace time is over.';
