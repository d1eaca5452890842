import { now } from './clock.js';
import { age, count, estimate, percent, span, trend, unmeasured, utc, yuan } from './format.js';
import { t } from './words.js';

const STALE_SECONDS = 120; // a live room that says nothing for longer is worth a look

const lasted = (room) =>
  room.started_at
    ? ((room.ended_at ? Date.parse(room.ended_at) : now()) - Date.parse(room.started_at)) / 1000
    : null;

function lastedCell(room) {
  const seconds = lasted(room);
  return seconds == null
    ? unmeasured()
    : { text: span(seconds), title: `${t('started')} ${utc(room.started_at)}` };
}

function ageCell(room) {
  const shown = age(room.last_event_at);
  const isStale =
    room.state === 'LIVE' &&
    room.last_event_at &&
    now() - Date.parse(room.last_event_at) > STALE_SECONDS * 1000;
  return isStale ? { ...shown, text: `⚠ ${shown.text}`, class: 'stale' } : { class: 'faint', ...shown };
}

function coverageCell(room) {
  const shown = percent(room.online_coverage, null, null, 0);
  return room.online_coverage != null && room.online_coverage < 0.9
    ? { ...shown, class: 'stale' }
    : { class: 'faint', ...shown };
}

/**
 * The columns of figures from left to right. `sort` is what they are sorted by, `rank` when they
 * leave: the highest first where the window is narrow.
 */
export const COLUMNS = [
  { key: 'online', sort: 'online_last', rank: 0, strong: true, cell: (room) => count(room.online_last) },
  { key: 'peak', sort: 'peak_online', rank: 4, cell: (room) => count(room.peak_online) },
  { key: 'viewers', sort: 'total_viewers', rank: 2, group: true, cell: (room) => count(room.total_viewers) },
  {
    key: 'follow_rate',
    sort: 'follow_rate',
    rank: 1,
    strong: true,
    cell: (room) => percent(room.follow_rate, room.total_follows, room.total_viewers),
  },
  { key: 'follows', sort: 'total_follows', rank: 5, cell: (room) => count(room.total_follows) },
  { key: 'gift_uv', sort: 'gift_uv', rank: 2, group: true, cell: (room) => count(room.gift_uv) },
  { key: 'gift_value', sort: 'gift_value', rank: 1, strong: true, cell: (room) => count(room.gift_value) },
  {
    key: 'chats',
    sort: 'chats_per_minute',
    rank: 3,
    group: true,
    cell: (room) => count(room.chats_per_minute),
  },
  { key: 'likes', sort: 'likes', rank: 5, cell: (room) => count(room.likes) },
  { key: 'gmv', sort: 'gmv_estimate_fen', rank: 4, cell: (room) => estimate(yuan(room.gmv_estimate_fen)) },
  { key: 'coverage', sort: 'online_coverage', rank: 6, group: true, cell: coverageCell },
  { key: 'started', sort: 'started_at', rank: 3, cell: lastedCell },
  { key: 'age', sort: 'last_event_at', rank: 1, cell: ageCell },
];

/** Where an ended room was heading says nothing any more. */
export const trendCell = (room) =>
  room.state === 'ENDED' ? { text: '', class: '' } : trend(room.online_trend, room.online_slope);

/** Compares by a field, nulls last whichever way it goes; equals by id, so that nothing jumps. */
export function comparator(sort) {
  const isDown = sort.startsWith('-');
  const field = isDown ? sort.slice(1) : sort;
  const sign = isDown ? -1 : 1;
  return (one, other) => {
    const a = one[field];
    const b = other[field];
    if (a == null || b == null) {
      if (a != null) return -1;
      if (b != null) return 1;
    } else if (a !== b) {
      return a < b ? -sign : sign;
    }
    return one.room_id < other.room_id ? -1 : 1;
  };
}
