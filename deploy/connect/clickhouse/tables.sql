-- The warehouse's tables in ClickHouse 23.11 or newer, filled by its own Kafka engine. Written from the connectors and the
-- schemas by TablesTest; do not edit, but put in your addresses:
--   sed 's/BROKERS/127.0.0.1:9092/; s#REGISTRY#http://127.0.0.1:8081/apis/ccompat/v7#' tables.sql | clickhouse-client --multiquery
-- Of each key the record with the highest offset is kept, which is the last; ask with FINAL. Times are UTC.
CREATE DATABASE IF NOT EXISTS liveroom;

CREATE TABLE IF NOT EXISTS liveroom.alert_queue (
  alert_id String,
  room_id String,
  rule String,
  rule_text String,
  severity String,
  status String,
  started_at DateTime64(3, 'UTC'),
  resolved_at Nullable(DateTime64(3, 'UTC')),
  value Nullable(Float64),
  threshold Nullable(Float64),
  previous_value Nullable(Float64),
  labels Array(String),
  owner_id Nullable(String),
  owner_name Nullable(String),
  title Nullable(String),
  summary String,
  kind Nullable(String),
  promotion_id Nullable(String)
) ENGINE = Kafka SETTINGS
  kafka_broker_list = 'BROKERS', kafka_topic_list = 'liveroom.derived.alert.v1', kafka_group_name = 'clickhouse-liveroom-alert',
  kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
CREATE TABLE IF NOT EXISTS liveroom.alert (
  alert_id String,
  room_id String,
  rule String,
  rule_text String,
  severity String,
  status String,
  started_at DateTime64(3, 'UTC'),
  resolved_at Nullable(DateTime64(3, 'UTC')),
  value Nullable(Float64),
  threshold Nullable(Float64),
  previous_value Nullable(Float64),
  labels Array(String),
  owner_id Nullable(String),
  owner_name Nullable(String),
  title Nullable(String),
  summary String,
  kind Nullable(String),
  promotion_id Nullable(String),
  kafka_offset UInt64
) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (alert_id);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.alert_from_kafka TO liveroom.alert AS
  SELECT alert_id, room_id, rule, rule_text, severity, status, started_at, resolved_at, value, threshold, previous_value, labels, owner_id, owner_name, title, summary, kind, promotion_id, _offset AS kafka_offset FROM liveroom.alert_queue WHERE length(_error) = 0;
CREATE TABLE IF NOT EXISTS liveroom.alert_dead_letter (
  topic String, partition UInt64, kafka_offset UInt64, raw String, error String
) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.alert_dead_letter_from_kafka TO liveroom.alert_dead_letter AS
  SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
  FROM liveroom.alert_queue WHERE length(_error) > 0;

CREATE TABLE IF NOT EXISTS liveroom.gap_queue (
  event_id String,
  room_id String,
  event_time DateTime64(3, 'UTC'),
  event_time_source String,
  received_at DateTime64(3, 'UTC'),
  collector_id String,
  endpoint String,
  gap_from DateTime64(3, 'UTC'),
  gap_to DateTime64(3, 'UTC'),
  cause String,
  detail Nullable(String),
  attempts Int32
) ENGINE = Kafka SETTINGS
  kafka_broker_list = 'BROKERS', kafka_topic_list = 'liveroom.observed.gap.v1', kafka_group_name = 'clickhouse-liveroom-gap',
  kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
CREATE TABLE IF NOT EXISTS liveroom.gap (
  event_id String,
  room_id String,
  event_time DateTime64(3, 'UTC'),
  event_time_source String,
  received_at DateTime64(3, 'UTC'),
  collector_id String,
  endpoint String,
  gap_from DateTime64(3, 'UTC'),
  gap_to DateTime64(3, 'UTC'),
  cause String,
  detail Nullable(String),
  attempts Int32,
  kafka_offset UInt64
) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (event_id);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.gap_from_kafka TO liveroom.gap AS
  SELECT event_id, room_id, event_time, event_time_source, received_at, collector_id, endpoint, gap_from, gap_to, cause, detail, attempts, _offset AS kafka_offset FROM liveroom.gap_queue WHERE length(_error) = 0;
CREATE TABLE IF NOT EXISTS liveroom.gap_dead_letter (
  topic String, partition UInt64, kafka_offset UInt64, raw String, error String
) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.gap_dead_letter_from_kafka TO liveroom.gap_dead_letter AS
  SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
  FROM liveroom.gap_queue WHERE length(_error) > 0;

CREATE TABLE IF NOT EXISTS liveroom.promotion_change_queue (
  change_id String,
  room_id String,
  promotion_id String,
  product_id Nullable(String),
  title Nullable(String),
  kind String,
  changed_at DateTime64(3, 'UTC'),
  price_fen_before Nullable(Int64),
  price_fen_after Nullable(Int64),
  stock_before Nullable(Int64),
  stock_after Nullable(Int64),
  sales_before Nullable(Int64),
  sales_after Nullable(Int64),
  sales_gained Nullable(Int64),
  gmv_estimate_fen Nullable(Int64),
  explained_seconds Nullable(Int64),
  position Nullable(Int32),
  is_correction Bool
) ENGINE = Kafka SETTINGS
  kafka_broker_list = 'BROKERS', kafka_topic_list = 'liveroom.derived.promotion-change.v1', kafka_group_name = 'clickhouse-liveroom-promotion_change',
  kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
CREATE TABLE IF NOT EXISTS liveroom.promotion_change (
  change_id String,
  room_id String,
  promotion_id String,
  product_id Nullable(String),
  title Nullable(String),
  kind String,
  changed_at DateTime64(3, 'UTC'),
  price_fen_before Nullable(Int64),
  price_fen_after Nullable(Int64),
  stock_before Nullable(Int64),
  stock_after Nullable(Int64),
  sales_before Nullable(Int64),
  sales_after Nullable(Int64),
  sales_gained Nullable(Int64),
  gmv_estimate_fen Nullable(Int64),
  explained_seconds Nullable(Int64),
  position Nullable(Int32),
  is_correction Bool,
  kafka_offset UInt64
) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (change_id);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.promotion_change_from_kafka TO liveroom.promotion_change AS
  SELECT change_id, room_id, promotion_id, product_id, title, kind, changed_at, price_fen_before, price_fen_after, stock_before, stock_after, sales_before, sales_after, sales_gained, gmv_estimate_fen, explained_seconds, position, is_correction, _offset AS kafka_offset FROM liveroom.promotion_change_queue WHERE length(_error) = 0;
CREATE TABLE IF NOT EXISTS liveroom.promotion_change_dead_letter (
  topic String, partition UInt64, kafka_offset UInt64, raw String, error String
) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.promotion_change_dead_letter_from_kafka TO liveroom.promotion_change_dead_letter AS
  SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
  FROM liveroom.promotion_change_queue WHERE length(_error) > 0;

CREATE TABLE IF NOT EXISTS liveroom.room_minute_queue (
  room_id String,
  window_start DateTime64(3, 'UTC'),
  window_end DateTime64(3, 'UTC'),
  chat_count Int64,
  chat_users Nullable(Int64),
  enter_count Int64,
  enter_users Nullable(Int64),
  follow_count Int64,
  follow_users Nullable(Int64),
  share_count Int64,
  like_count Nullable(Int64),
  gift_count Int64,
  gift_value Int64,
  gift_value_is_partial Array(String),
  gift_users Nullable(Int64),
  interacting_users Nullable(Int64),
  users_is_estimate Bool,
  online_last Nullable(Int64),
  online_min Nullable(Int64),
  online_max Nullable(Int64),
  online_avg Nullable(Float64),
  online_coverage Nullable(Float64),
  online_slope Nullable(Float64),
  online_trend String,
  viewers_gained Nullable(Int64),
  platform_follows_gained Nullable(Int64),
  platform_gift_users_gained Nullable(Int64),
  follow_rate Nullable(Float64),
  follow_rate_observed Nullable(Float64),
  interaction_rate Nullable(Float64),
  promotion_count Nullable(Int32),
  explaining_promotion_id Nullable(String),
  late_events Int64,
  seconds_since_message Nullable(Int64),
  seconds_since_business_message Nullable(Int64),
  seconds_since_snapshot Nullable(Int64),
  gap_seconds Nullable(Int64),
  reconnects Nullable(Int64),
  duplicates Int64,
  unknown_messages Int64,
  undecodable_payloads Nullable(Int64),
  is_anonymous Bool,
  likes_seen Nullable(Int64),
  likes_reported Nullable(Int64),
  gift_value_seen Nullable(Int64),
  fan_ticket_reported Nullable(Int64),
  revision Int64,
  is_final Bool
) ENGINE = Kafka SETTINGS
  kafka_broker_list = 'BROKERS', kafka_topic_list = 'liveroom.derived.room-minute.v1', kafka_group_name = 'clickhouse-liveroom-room_minute',
  kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
CREATE TABLE IF NOT EXISTS liveroom.room_minute (
  room_id String,
  window_start DateTime64(3, 'UTC'),
  window_end DateTime64(3, 'UTC'),
  chat_count Int64,
  chat_users Nullable(Int64),
  enter_count Int64,
  enter_users Nullable(Int64),
  follow_count Int64,
  follow_users Nullable(Int64),
  share_count Int64,
  like_count Nullable(Int64),
  gift_count Int64,
  gift_value Int64,
  gift_value_is_partial Array(String),
  gift_users Nullable(Int64),
  interacting_users Nullable(Int64),
  users_is_estimate Bool,
  online_last Nullable(Int64),
  online_min Nullable(Int64),
  online_max Nullable(Int64),
  online_avg Nullable(Float64),
  online_coverage Nullable(Float64),
  online_slope Nullable(Float64),
  online_trend String,
  viewers_gained Nullable(Int64),
  platform_follows_gained Nullable(Int64),
  platform_gift_users_gained Nullable(Int64),
  follow_rate Nullable(Float64),
  follow_rate_observed Nullable(Float64),
  interaction_rate Nullable(Float64),
  promotion_count Nullable(Int32),
  explaining_promotion_id Nullable(String),
  late_events Int64,
  seconds_since_message Nullable(Int64),
  seconds_since_business_message Nullable(Int64),
  seconds_since_snapshot Nullable(Int64),
  gap_seconds Nullable(Int64),
  reconnects Nullable(Int64),
  duplicates Int64,
  unknown_messages Int64,
  undecodable_payloads Nullable(Int64),
  is_anonymous Bool,
  likes_seen Nullable(Int64),
  likes_reported Nullable(Int64),
  gift_value_seen Nullable(Int64),
  fan_ticket_reported Nullable(Int64),
  revision Int64,
  is_final Bool,
  kafka_offset UInt64
) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (room_id, window_start);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.room_minute_from_kafka TO liveroom.room_minute AS
  SELECT room_id, window_start, window_end, chat_count, chat_users, enter_count, enter_users, follow_count, follow_users, share_count, like_count, gift_count, gift_value, gift_value_is_partial, gift_users, interacting_users, users_is_estimate, online_last, online_min, online_max, online_avg, online_coverage, online_slope, online_trend, viewers_gained, platform_follows_gained, platform_gift_users_gained, follow_rate, follow_rate_observed, interaction_rate, promotion_count, explaining_promotion_id, late_events, seconds_since_message, seconds_since_business_message, seconds_since_snapshot, gap_seconds, reconnects, duplicates, unknown_messages, undecodable_payloads, is_anonymous, likes_seen, likes_reported, gift_value_seen, fan_ticket_reported, revision, is_final, _offset AS kafka_offset FROM liveroom.room_minute_queue WHERE length(_error) = 0;
CREATE TABLE IF NOT EXISTS liveroom.room_minute_dead_letter (
  topic String, partition UInt64, kafka_offset UInt64, raw String, error String
) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.room_minute_dead_letter_from_kafka TO liveroom.room_minute_dead_letter AS
  SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
  FROM liveroom.room_minute_queue WHERE length(_error) > 0;

CREATE TABLE IF NOT EXISTS liveroom.session_queue (
  room_id String,
  owner_id Nullable(String),
  owner_name Nullable(String),
  title Nullable(String),
  state String,
  started_at Nullable(DateTime64(3, 'UTC')),
  ended_at Nullable(DateTime64(3, 'UTC')),
  first_event_at Nullable(DateTime64(3, 'UTC')),
  last_event_at Nullable(DateTime64(3, 'UTC')),
  chat_count Int64,
  chat_users Nullable(Int64),
  enter_count Int64,
  enter_users Nullable(Int64),
  follow_count Int64,
  follow_users Nullable(Int64),
  share_count Int64,
  like_count Nullable(Int64),
  gift_count Int64,
  gift_value Int64,
  gift_value_is_partial Array(String),
  gift_users Nullable(Int64),
  interacting_users Nullable(Int64),
  users_is_estimate Bool,
  online_last Nullable(Int64),
  online_min Nullable(Int64),
  online_max Nullable(Int64),
  online_avg Nullable(Float64),
  online_coverage Nullable(Float64),
  online_slope Nullable(Float64),
  online_trend String,
  viewers_gained Nullable(Int64),
  platform_follows_gained Nullable(Int64),
  platform_gift_users_gained Nullable(Int64),
  peak_online Nullable(Int64),
  peak_online_at Nullable(DateTime64(3, 'UTC')),
  average_online Nullable(Float64),
  viewer_seconds Nullable(Float64),
  covered_seconds Nullable(Float64),
  average_stay_seconds Nullable(Float64),
  total_viewers Nullable(Int64),
  total_follows Nullable(Int64),
  follow_rate Nullable(Float64),
  follow_rate_observed Nullable(Float64),
  interaction_rate Nullable(Float64),
  gift_uv Nullable(Int64),
  gift_uv_observed Nullable(Int64),
  gift_uv_rate Nullable(Float64),
  fan_ticket_gained Nullable(Int64),
  likes Nullable(Int64),
  followers_gained Nullable(Int64),
  owner_followers Nullable(Int64),
  share_from_city Nullable(Float64),
  share_from_my_follow Nullable(Float64),
  share_from_video_detail Nullable(Float64),
  share_from_other Nullable(Float64),
  promotion_count Nullable(Int32),
  explaining_promotion_id Nullable(String),
  promotions_seen Nullable(Int32),
  sales_estimate Nullable(Int64),
  gmv_estimate_fen Nullable(Int64),
  late_events Int64,
  seconds_since_message Nullable(Int64),
  seconds_since_business_message Nullable(Int64),
  seconds_since_snapshot Nullable(Int64),
  gap_seconds Nullable(Int64),
  reconnects Nullable(Int64),
  duplicates Int64,
  unknown_messages Int64,
  undecodable_payloads Nullable(Int64),
  is_anonymous Bool,
  likes_seen Nullable(Int64),
  likes_reported Nullable(Int64),
  gift_value_seen Nullable(Int64),
  fan_ticket_reported Nullable(Int64),
  revision Int64,
  is_final Bool
) ENGINE = Kafka SETTINGS
  kafka_broker_list = 'BROKERS', kafka_topic_list = 'liveroom.derived.session.v1', kafka_group_name = 'clickhouse-liveroom-session',
  kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
CREATE TABLE IF NOT EXISTS liveroom.session (
  room_id String,
  owner_id Nullable(String),
  owner_name Nullable(String),
  title Nullable(String),
  state String,
  started_at Nullable(DateTime64(3, 'UTC')),
  ended_at Nullable(DateTime64(3, 'UTC')),
  first_event_at Nullable(DateTime64(3, 'UTC')),
  last_event_at Nullable(DateTime64(3, 'UTC')),
  chat_count Int64,
  chat_users Nullable(Int64),
  enter_count Int64,
  enter_users Nullable(Int64),
  follow_count Int64,
  follow_users Nullable(Int64),
  share_count Int64,
  like_count Nullable(Int64),
  gift_count Int64,
  gift_value Int64,
  gift_value_is_partial Array(String),
  gift_users Nullable(Int64),
  interacting_users Nullable(Int64),
  users_is_estimate Bool,
  online_last Nullable(Int64),
  online_min Nullable(Int64),
  online_max Nullable(Int64),
  online_avg Nullable(Float64),
  online_coverage Nullable(Float64),
  online_slope Nullable(Float64),
  online_trend String,
  viewers_gained Nullable(Int64),
  platform_follows_gained Nullable(Int64),
  platform_gift_users_gained Nullable(Int64),
  peak_online Nullable(Int64),
  peak_online_at Nullable(DateTime64(3, 'UTC')),
  average_online Nullable(Float64),
  viewer_seconds Nullable(Float64),
  covered_seconds Nullable(Float64),
  average_stay_seconds Nullable(Float64),
  total_viewers Nullable(Int64),
  total_follows Nullable(Int64),
  follow_rate Nullable(Float64),
  follow_rate_observed Nullable(Float64),
  interaction_rate Nullable(Float64),
  gift_uv Nullable(Int64),
  gift_uv_observed Nullable(Int64),
  gift_uv_rate Nullable(Float64),
  fan_ticket_gained Nullable(Int64),
  likes Nullable(Int64),
  followers_gained Nullable(Int64),
  owner_followers Nullable(Int64),
  share_from_city Nullable(Float64),
  share_from_my_follow Nullable(Float64),
  share_from_video_detail Nullable(Float64),
  share_from_other Nullable(Float64),
  promotion_count Nullable(Int32),
  explaining_promotion_id Nullable(String),
  promotions_seen Nullable(Int32),
  sales_estimate Nullable(Int64),
  gmv_estimate_fen Nullable(Int64),
  late_events Int64,
  seconds_since_message Nullable(Int64),
  seconds_since_business_message Nullable(Int64),
  seconds_since_snapshot Nullable(Int64),
  gap_seconds Nullable(Int64),
  reconnects Nullable(Int64),
  duplicates Int64,
  unknown_messages Int64,
  undecodable_payloads Nullable(Int64),
  is_anonymous Bool,
  likes_seen Nullable(Int64),
  likes_reported Nullable(Int64),
  gift_value_seen Nullable(Int64),
  fan_ticket_reported Nullable(Int64),
  revision Int64,
  is_final Bool,
  kafka_offset UInt64
) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (room_id);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.session_from_kafka TO liveroom.session AS
  SELECT room_id, owner_id, owner_name, title, state, started_at, ended_at, first_event_at, last_event_at, chat_count, chat_users, enter_count, enter_users, follow_count, follow_users, share_count, like_count, gift_count, gift_value, gift_value_is_partial, gift_users, interacting_users, users_is_estimate, online_last, online_min, online_max, online_avg, online_coverage, online_slope, online_trend, viewers_gained, platform_follows_gained, platform_gift_users_gained, peak_online, peak_online_at, average_online, viewer_seconds, covered_seconds, average_stay_seconds, total_viewers, total_follows, follow_rate, follow_rate_observed, interaction_rate, gift_uv, gift_uv_observed, gift_uv_rate, fan_ticket_gained, likes, followers_gained, owner_followers, share_from_city, share_from_my_follow, share_from_video_detail, share_from_other, promotion_count, explaining_promotion_id, promotions_seen, sales_estimate, gmv_estimate_fen, late_events, seconds_since_message, seconds_since_business_message, seconds_since_snapshot, gap_seconds, reconnects, duplicates, unknown_messages, undecodable_payloads, is_anonymous, likes_seen, likes_reported, gift_value_seen, fan_ticket_reported, revision, is_final, _offset AS kafka_offset FROM liveroom.session_queue WHERE length(_error) = 0;
CREATE TABLE IF NOT EXISTS liveroom.session_dead_letter (
  topic String, partition UInt64, kafka_offset UInt64, raw String, error String
) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
CREATE MATERIALIZED VIEW IF NOT EXISTS liveroom.session_dead_letter_from_kafka TO liveroom.session_dead_letter AS
  SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
  FROM liveroom.session_queue WHERE length(_error) > 0;
