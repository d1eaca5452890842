-- Questions to the warehouse, for PostgreSQL. Run after tables.sql; running it again replaces the views.
--
-- Roll-ups add first and divide last: a rate of several minutes or broadcasts is the sum of the numerators by the sum of the denominators, each summed
-- only where both are known. null is "not measured" and stays out of sums.
-- Distinct counts (chat_users, gift_users, interacting_users, gift_uv …) are not additive: who gave in two minutes is one giver of the broadcast. They are
-- never added here; a broadcast's own are in liveroom.session.

-- The day a time belongs to. Times are stored without zone, in UTC; a day is one of China's, where the rooms are.
CREATE OR REPLACE FUNCTION liveroom.local_day(utc timestamp) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ((utc AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai')::date;

-- What an owner's broadcasts of a day came to. The day is that of the start.
-- visits: a viewer of two broadcasts is two visits; how many people that were, nobody can tell from counts.
CREATE OR REPLACE VIEW liveroom.owner_day AS
SELECT
  liveroom.local_day(coalesce(started_at, first_event_at)) AS day,
  owner_id,
  (array_agg(owner_name ORDER BY last_event_at DESC NULLS LAST, room_id) FILTER (WHERE owner_name IS NOT NULL))[1] AS owner_name,
  count(*) AS broadcasts,
  count(*) FILTER (WHERE is_final) AS final_broadcasts,
  sum(extract(epoch FROM ended_at - started_at))::double precision AS seconds_on_air,
  max(peak_online) AS peak_online,
  sum(viewer_seconds) FILTER (WHERE covered_seconds IS NOT NULL)
    / nullif(sum(covered_seconds) FILTER (WHERE viewer_seconds IS NOT NULL), 0) AS average_online,
  sum(total_viewers)::bigint AS visits,
  sum(viewer_seconds) FILTER (WHERE total_viewers IS NOT NULL)
    / nullif(sum(total_viewers) FILTER (WHERE viewer_seconds IS NOT NULL), 0)::double precision AS average_stay_seconds,
  sum(total_follows)::bigint AS follows,
  (sum(total_follows) FILTER (WHERE total_viewers IS NOT NULL))::double precision
    / nullif(sum(total_viewers) FILTER (WHERE total_follows IS NOT NULL), 0)::double precision AS follow_rate,
  sum(chat_count)::bigint AS chat_count,
  sum(gift_count)::bigint AS gift_count,
  sum(gift_value)::bigint AS gift_value,
  sum(likes)::bigint AS likes,
  sum(sales_estimate)::bigint AS sales_estimate,
  sum(gmv_estimate_fen)::bigint AS gmv_estimate_fen,
  sum(gap_seconds)::bigint AS gap_seconds
FROM liveroom.session
GROUP BY 1, 2;

-- A room's hours. Online is weighted by the time that was covered.
CREATE OR REPLACE VIEW liveroom.room_hour AS
SELECT
  room_id,
  date_trunc('hour', window_start) AS hour_start,
  count(*) AS minutes,
  bool_and(is_final) AS is_final,
  max(online_max) AS online_max,
  sum(online_avg * online_coverage * extract(epoch FROM window_end - window_start)::double precision)
    / nullif(sum(online_coverage * extract(epoch FROM window_end - window_start)::double precision) FILTER (WHERE online_avg IS NOT NULL), 0) AS online_avg,
  sum(viewers_gained)::bigint AS viewers_gained,
  sum(platform_follows_gained)::bigint AS platform_follows_gained,
  (sum(platform_follows_gained) FILTER (WHERE viewers_gained IS NOT NULL))::double precision
    / nullif(sum(viewers_gained) FILTER (WHERE platform_follows_gained IS NOT NULL), 0)::double precision AS follow_rate,
  sum(chat_count)::bigint AS chat_count,
  sum(enter_count)::bigint AS enter_count,
  sum(follow_count)::bigint AS follow_count,
  sum(share_count)::bigint AS share_count,
  sum(like_count)::bigint AS like_count,
  sum(gift_count)::bigint AS gift_count,
  sum(gift_value)::bigint AS gift_value,
  sum(gap_seconds)::bigint AS gap_seconds
FROM liveroom.room_minute
GROUP BY 1, 2;

-- A room's minutes and their rank in it, 1 = best; minutes without a figure have no rank. For example:
--   SELECT * FROM liveroom.best_minute WHERE room_id = '…' AND rank_by_gift_value <= 10 ORDER BY rank_by_gift_value;
CREATE OR REPLACE VIEW liveroom.best_minute AS
SELECT
  room_id, session.owner_id, session.title, minute.window_start, minute.is_final,
  minute.online_max, minute.viewers_gained, minute.platform_follows_gained, minute.follow_rate, minute.gift_value, minute.gift_users, minute.chat_count,
  minute.explaining_promotion_id,
  CASE WHEN minute.online_max IS NOT NULL
    THEN rank() OVER (PARTITION BY room_id ORDER BY minute.online_max DESC NULLS LAST) END AS rank_by_online,
  CASE WHEN minute.viewers_gained IS NOT NULL
    THEN rank() OVER (PARTITION BY room_id ORDER BY minute.viewers_gained DESC NULLS LAST) END AS rank_by_viewers,
  CASE WHEN minute.platform_follows_gained IS NOT NULL
    THEN rank() OVER (PARTITION BY room_id ORDER BY minute.platform_follows_gained DESC NULLS LAST) END AS rank_by_follows,
  rank() OVER (PARTITION BY room_id ORDER BY minute.gift_value DESC) AS rank_by_gift_value,
  rank() OVER (PARTITION BY room_id ORDER BY minute.chat_count DESC) AS rank_by_chats
FROM liveroom.room_minute AS minute
LEFT JOIN liveroom.session AS session USING (room_id);

-- What a product did in a broadcast. Corrections are records of their own, so sums are right as they are.
-- Sales and GMV are estimates; average_price_fen is GMV by the units whose price was known.
CREATE OR REPLACE VIEW liveroom.product_performance AS
SELECT
  room_id,
  promotion_id,
  (array_agg(product_id ORDER BY changed_at DESC, change_id) FILTER (WHERE product_id IS NOT NULL))[1] AS product_id,
  (array_agg(title ORDER BY changed_at DESC, change_id) FILTER (WHERE title IS NOT NULL))[1] AS title,
  min(changed_at) FILTER (WHERE kind = 'LISTED') AS first_listed_at,
  sum(sales_gained)::bigint AS units_sold,
  sum(gmv_estimate_fen)::bigint AS gmv_estimate_fen,
  (sum(gmv_estimate_fen) FILTER (WHERE sales_gained IS NOT NULL))::double precision
    / nullif(sum(sales_gained) FILTER (WHERE gmv_estimate_fen IS NOT NULL), 0)::double precision AS average_price_fen,
  count(*) FILTER (WHERE kind = 'PRICE_CHANGED') AS price_changes,
  min(least(price_fen_before, price_fen_after)) AS lowest_price_fen,
  max(greatest(price_fen_before, price_fen_after)) AS highest_price_fen,
  count(*) FILTER (WHERE kind = 'SOLD_OUT') AS times_sold_out,
  count(*) FILTER (WHERE kind = 'EXPLAIN_ENDED') AS times_explained,
  (sum(explained_seconds) FILTER (WHERE kind = 'EXPLAIN_ENDED'))::bigint AS explained_seconds
FROM liveroom.promotion_change
GROUP BY 1, 2;

-- From watching to giving, while the room was watched: viewers, of whom some interact (chat, give, follow, share), of whom some give.
-- The counts are a broadcast's own. Where the room hides who its viewers are, the distinct ones say nothing and are null.
CREATE OR REPLACE VIEW liveroom.room_funnel AS
SELECT
  room_id, owner_id, title, is_final, users_is_estimate, gap_seconds,
  viewers_gained AS viewers,
  interacting AS interacting_users,
  givers AS gift_users,
  interacting / nullif(viewers_gained, 0)::double precision AS interaction_rate,
  givers / nullif(interacting, 0)::double precision AS givers_of_interacting,
  givers / nullif(viewers_gained, 0)::double precision AS giver_rate
FROM (
  SELECT *,
    CASE WHEN NOT is_anonymous THEN interacting_users END AS interacting,
    CASE WHEN NOT is_anonymous THEN gift_users END AS givers
  FROM liveroom.session
) AS known;
