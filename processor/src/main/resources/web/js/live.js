import { get, getAll } from './api.js';
import { heardTime, now } from './clock.js';
import { oncePerFrame } from './dom.js';
import { EventStream } from './stream.js';

const MOST_ROOMS = 20_000; // kept in the page; more are not shown, and the page says so
const FIRST_PAGE = 100;
const PAGE = 1000;
const RESYNC_MILLIS = 120_000; // rooms that left are noticed so
const ALERTS_MILLIS = 20_000;
const DETAIL_MILLIS = 15_000; // shelf and ranking have no events of their own
const RECENT_ALERTS = 200;
const MOST_MINUTES = 2_880;
const MOST_CHANGES = 2_000;
const HIDDEN_MILLIS = 60_000; // a tab nobody sees gives its connection back after this

/**
 * The later of two states of a room, whichever came first: by what was published of it; what changes
 * without that (alerts, labels) by the time of the answer.
 */
function laterRoom(one, other) {
  const ahead = (other.revision ?? 0) - (one.revision ?? 0);
  return ahead > 0 || (ahead === 0 && other.updated_at >= one.updated_at) ? other : one;
}

function laterRevision(one, other) {
  return other.revision >= one.revision ? other : one;
}

function laterAlert(one, other) {
  return one.status === 'RESOLVED' && other.status === 'RAISED' ? one : other;
}

function upsert(map, key, value, later) {
  const known = map.get(key);
  const kept = known ? later(known, value) : value;
  map.set(key, kept);
  return kept !== known;
}

const newest = (one, other) => other;

/**
 * Everything the page knows, kept up to date by one event stream: of all rooms, or of the room
 * that is looked at. Lists and events may come in any order: the later state wins.
 */
export class Live {
  rooms = new Map();
  alerts = new Map();
  /** Counts by state as the server gave them, until all rooms are here. */
  counts = null;
  total = 0;
  isComplete = false;
  missingPartitions = [];
  problem = null;
  link = { phase: 'connecting', since: 0 };
  focus = null;

  #listeners = new Set();
  #changed = new Set();
  #newRooms = new Map();
  #overview = null;
  #detail = null;
  #timers = [];
  #loading = null;
  #hidden = null;

  #flush = oncePerFrame(() => {
    for (const room of this.#newRooms.values()) this.#takeRoom(room);
    this.#newRooms.clear();
    const changed = this.#changed;
    this.#changed = new Set();
    for (const listener of this.#listeners) listener(changed);
  });

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start() {
    this.#every(RESYNC_MILLIS, () => this.focus || this.loadRooms());
    this.#every(ALERTS_MILLIS, () => this.loadAlerts());
    this.#every(DETAIL_MILLIS, () => this.focus && this.loadDetail());
    addEventListener('online', () => this.#stream()?.hurry());
    document.addEventListener('visibilitychange', () => this.#seen(!document.hidden));
    this.loadAlerts();
  }

  /** All rooms (null), or one. */
  look(roomId) {
    if (this.focus?.id === roomId && this.#stream()) return;
    this.#overview?.stop();
    this.#detail?.stop();
    this.#detail = null;
    this.problem = null;
    this.focus = roomId ? new Focus(roomId) : null;
    if (roomId) {
      this.#detail = this.#open([['room_id', roomId]], (type, data) => this.#takeDetail(roomId, type, data));
      this.#detail.start();
      this.loadFocus();
    } else {
      this.#overview ??= this.#open([], (type, data) => this.#takeOverview(type, data));
      this.#overview.start();
      if (!this.isComplete) this.loadRooms();
    }
    this.#tell('focus');
  }

  /** Every room, page by page: the first is small, so that there is something to see at once. */
  async loadRooms() {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const seen = new Set();
    try {
      let cursor = null;
      do {
        const limit = seen.size || this.isComplete ? PAGE : FIRST_PAGE;
        const page = await get('api/rooms', { sort: '-attention', limit, cursor }, loading.signal);
        heardTime(page.as_of);
        this.counts = page.counts;
        this.total = page.total;
        this.missingPartitions = page.missing_partitions ?? [];
        for (const room of page.rooms) {
          seen.add(room.room_id);
          this.#takeRoom(room);
        }
        cursor = page.next_cursor ?? null;
        this.problem = null;
        this.#tell('rooms', 'list');
      } while (cursor && seen.size < MOST_ROOMS);
      this.isComplete = cursor === null;
      if (this.isComplete && !this.missingPartitions.length) this.#forgetAllBut(seen);
      this.#tell('rooms', 'list');
    } catch (failure) {
      this.#failed(failure);
    }
  }

  async loadAlerts() {
    try {
      const [raised, all] = await Promise.all([
        getAll('api/alerts', 'alerts', { status: 'RAISED', limit: PAGE }, PAGE),
        getAll('api/alerts', 'alerts', { limit: RECENT_ALERTS }, RECENT_ALERTS),
      ]);
      for (const alert of [...all, ...raised]) upsert(this.alerts, alert.alert_id, alert, laterAlert);
      this.#trimAlerts(new Set(raised.map((alert) => alert.alert_id)));
      this.#tell('alerts');
    } catch (failure) {
      if (failure.name === 'AbortError') return; // the link tells that the server is away
    }
  }

  /** The room that is looked at, whole. */
  async loadFocus() {
    const focus = this.focus;
    const path = `api/rooms/${focus.id}`;
    try {
      await this.loadDetail();
      if (this.focus !== focus || this.problem) return;
      const from = focus.room?.started_at ?? null;
      const [minutes, gaps, changes, alerts] = await Promise.all([
        getAll(`${path}/minutes`, 'minutes', { from, limit: PAGE }, MOST_MINUTES),
        get(`${path}/gaps`, { from }),
        getAll(`${path}/promotion-changes`, 'promotion_changes', { from, limit: PAGE }, MOST_CHANGES),
        get(`${path}/alerts`, { limit: RECENT_ALERTS }),
      ]);
      if (this.focus !== focus) return;
      for (const minute of minutes) focus.takeMinute(minute);
      for (const gap of gaps.gaps) focus.takeGap(gap);
      for (const change of changes) focus.takeChange(change);
      for (const alert of alerts.alerts) focus.takeAlert(alert);
      focus.isLoaded = true;
      this.#tell('focus', 'curves');
    } catch (failure) {
      if (this.focus === focus) this.#failed(failure);
    }
  }

  async loadDetail() {
    const focus = this.focus;
    try {
      const detail = await get(`api/rooms/${focus.id}`);
      if (this.focus !== focus) return;
      focus.takeDetail(detail);
      this.#takeRoom(detail.room);
      this.problem = null;
      this.#tell('focus');
    } catch (failure) {
      if (this.focus === focus) this.#failed(failure);
    }
  }

  /** When the figures were last known to be those of the moment. */
  get heardAt() {
    return this.#stream()?.heardAt ?? 0;
  }

  #open(query, onEvent) {
    const stream = new EventStream(query, onEvent, (phase) => this.#linkIs(stream, phase));
    return stream;
  }

  #stream() {
    return this.#detail ?? this.#overview;
  }

  #linkIs(stream, phase) {
    if (stream !== this.#stream()) return;
    const wasDown = this.link.phase === 'reconnecting';
    if (phase !== 'reconnecting' || !wasDown) this.link = { ...this.link, phase, since: Date.now() };
    if (phase === 'resumed') this.loadAlerts();
    if ((phase === 'resumed' || phase === 'live') && this.problem) this.#loadAgain();
    this.#tell('link');
  }

  #loadAgain() {
    this.loadAlerts();
    if (this.focus) this.loadFocus();
    else this.loadRooms();
  }

  #takeOverview(type, data) {
    if (type === 'room') {
      const room = JSON.parse(data);
      this.#newRooms.set(room.room_id, room); // several in one frame: the newest counts
      this.#tell('rooms');
    } else if (type === 'alert') {
      this.#takeAlert(JSON.parse(data));
    } else if (type === 'ready') {
      heardTime(JSON.parse(data).as_of);
    }
  }

  #takeDetail(roomId, type, data) {
    const focus = this.focus;
    if (focus?.id !== roomId) return;
    const value = JSON.parse(data);
    switch (type) {
      case 'room':
        this.#takeRoom(value);
        focus.room = focus.room ? laterRoom(focus.room, value) : value;
        return this.#tell('focus');
      case 'session':
        focus.takeSession(value);
        return this.#tell('focus');
      case 'minute':
        focus.takeMinute(value);
        return this.#tell('focus', 'curves');
      case 'gap':
        focus.takeGap(value);
        return this.#tell('focus', 'curves');
      case 'promotion-change':
        focus.takeChange(value);
        return this.#tell('focus', 'curves');
      case 'alert':
        focus.takeAlert(value);
        this.#takeAlert(value);
        return this.#tell('curves');
      case 'ready':
        return heardTime(value.as_of);
      default:
        return undefined; // of a later version
    }
  }

  #takeRoom(room) {
    if (upsert(this.rooms, room.room_id, room, laterRoom)) this.#changed.add('rooms');
  }

  #takeAlert(alert) {
    if (upsert(this.alerts, alert.alert_id, alert, laterAlert)) {
      this.#changed.add('new-alert');
      this.#tell('alerts');
    }
  }

  /** What the server no longer calls raised has ended, even if nobody told us. */
  #trimAlerts(raised) {
    const resolved = [];
    for (const alert of this.alerts.values()) {
      if (alert.status === 'RAISED') {
        const isNews = now() - Date.parse(alert.started_at) < ALERTS_MILLIS;
        if (!raised.has(alert.alert_id) && !isNews) this.alerts.delete(alert.alert_id);
      } else {
        resolved.push(alert);
      }
    }
    resolved.sort((one, other) => (one.started_at < other.started_at ? 1 : -1));
    for (const alert of resolved.slice(RECENT_ALERTS)) this.alerts.delete(alert.alert_id);
  }

  #forgetAllBut(seen) {
    for (const [id, room] of this.rooms) {
      const isNews = now() - Date.parse(room.updated_at) < RESYNC_MILLIS;
      if (!seen.has(id) && !isNews) this.rooms.delete(id);
    }
  }

  #failed(failure) {
    if (failure.name === 'AbortError') return;
    this.problem = failure;
    this.#tell('rooms', 'focus');
  }

  #seen(isSeen) {
    clearTimeout(this.#hidden);
    if (isSeen) {
      if (this.link.phase === 'paused') this.#stream()?.start();
    } else {
      this.#hidden = setTimeout(() => {
        this.#stream()?.stop();
        this.link = { ...this.link, phase: 'paused', since: Date.now() };
        this.#tell('link');
      }, HIDDEN_MILLIS);
    }
  }

  #every(millis, task) {
    this.#timers.push(setInterval(() => document.hidden || task(), millis));
  }

  #tell(...what) {
    for (const one of what) this.#changed.add(one);
    this.#flush();
  }
}

/** What is known of the one room that is looked at. */
class Focus {
  room = null;
  session = null;
  shelf = [];
  audience = [];
  minutes = new Map();
  gaps = new Map();
  changes = new Map();
  alerts = new Map();
  isLoaded = false;

  constructor(id) {
    this.id = id;
  }

  takeDetail(detail) {
    this.room = this.room ? laterRoom(this.room, detail.room) : detail.room;
    if (detail.session) this.takeSession(detail.session);
    if (detail.minute) this.takeMinute(detail.minute);
    for (const alert of detail.alerts ?? []) this.takeAlert(alert);
    this.shelf = detail.shelf ?? [];
    this.audience = detail.audience ?? [];
  }

  takeSession(session) {
    this.session = this.session ? laterRevision(this.session, session) : session;
  }

  takeMinute(minute) {
    upsert(this.minutes, minute.window_start, minute, laterRevision);
  }

  takeGap(gap) {
    upsert(this.gaps, gap.event_id, gap, newest);
  }

  takeChange(change) {
    upsert(this.changes, change.change_id, change, newest);
  }

  takeAlert(alert) {
    upsert(this.alerts, alert.alert_id, alert, laterAlert);
  }
}
