import { getAll } from './api.js';
import { now } from './clock.js';

const SPAN_MILLIS = 30 * 60_000;
const SHORTEST_MILLIS = 5 * 60_000; // of a room that has just begun
const FRESH_MILLIS = 60_000;
const AT_ONCE = 3; // requests; rows that have left the screen meanwhile are not asked for
const MOST = 2000;

export const WIDTH = 68;
export const HEIGHT = 20;

/** The last half hour's online figure of the rooms that are seen, as small curves. Asked for as needed. */
export class Trails {
  #known = new Map();
  #wanted = [];
  #asking = new Set();
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** These rooms are seen now, the first first. */
  want(ids) {
    this.#wanted = ids.filter((id) => !(Date.now() - this.#known.get(id)?.at < FRESH_MILLIS));
    this.#ask();
  }

  /** An SVG path; empty where there is nothing to draw. */
  path(room) {
    const known = this.#known.get(room.room_id);
    if (!known?.points.length) return '';
    if (known.drawnFor !== room.online_last) {
      known.drawnFor = room.online_last;
      known.path = draw(known.points, room.state === 'LIVE' ? room.online_last : null);
    }
    return known.path;
  }

  #ask() {
    while (this.#asking.size < AT_ONCE) {
      const id = this.#wanted.find((one) => !this.#asking.has(one));
      if (!id) return;
      this.#wanted.splice(this.#wanted.indexOf(id), 1);
      this.#asking.add(id);
      this.#fetch(id).finally(() => {
        this.#asking.delete(id);
        this.#ask();
      });
    }
  }

  async #fetch(id) {
    let points = this.#known.get(id)?.points ?? [];
    try {
      const from = new Date(now() - SPAN_MILLIS).toISOString();
      const minutes = await getAll(`api/rooms/${id}/minutes`, 'minutes', { from, limit: 500 }, 500);
      points = minutes.map((minute) => ({
        at: Date.parse(minute.window_end),
        online: minute.online_avg ?? minute.online_last,
      }));
    } catch {
      // A row without its small curve; asked again in a minute.
    }
    this.#known.delete(id);
    this.#known.set(id, { at: Date.now(), points, drawnFor: undefined, path: '' });
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value);
    this.#onChange();
  }
}

function draw(points, last) {
  const end = now();
  const all =
    last == null ? points : [...points.filter((point) => point.at < end), { at: end, online: last }];
  const span = Math.min(SPAN_MILLIS, Math.max(SHORTEST_MILLIS, end - all[0].at));
  const top = Math.max(1, ...all.map((point) => point.online ?? 0));
  const parts = [];
  let isDown = false;
  for (const { at, online } of all) {
    const x = WIDTH - ((end - at) / span) * WIDTH;
    if (online == null || x < 0) {
      isDown = false; // not seen: no line through it
      continue;
    }
    const y = HEIGHT - 2 - (online / top) * (HEIGHT - 4);
    parts.push(`${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`);
    isDown = true;
  }
  return parts.length > 1 ? parts.join('') : '';
}
