import { authorised, withToken } from './api.js';

const SILENCE_MILLIS = 40_000; // the server says something every 15 s
const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 5_000;
const STEADY_MILLIS = 10_000; // a connection that held this long has proved itself

/**
 * Server-sent events read with fetch, so that a token travels in a header. It goes on for ever:
 * after a cut it asks for everything since the last id it has, and tells when that has come.
 */
export class EventStream {
  /** When the server said anything, by this machine's clock. */
  heardAt = 0;

  #query;
  #onEvent;
  #onState;
  #lastId = null;
  #abort = null;
  #wake = null;
  #isRunning = false;

  /**
   * @param query parameters of /api/stream
   * @param onEvent called with (type, data as text)
   * @param onState called with 'connecting', 'live', 'resumed' or 'reconnecting'
   */
  constructor(query, onEvent, onState) {
    this.#query = query;
    this.#onEvent = onEvent;
    this.#onState = onState;
  }

  start() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#run();
  }

  stop() {
    this.#isRunning = false;
    this.#abort?.abort();
    this.#wake?.();
  }

  /** The network is back: no reason to wait on. */
  hurry() {
    this.#wake?.();
  }

  async #run() {
    let failures = 0;
    this.#onState(this.#lastId === null ? 'connecting' : 'reconnecting');
    while (this.#isRunning) {
      const began = Date.now();
      try {
        await this.#connection();
      } catch {
        // However it ended, it is tried again; the state tells the viewer.
      }
      if (!this.#isRunning) return;
      failures = Date.now() - began > STEADY_MILLIS ? 0 : failures + 1;
      this.#onState('reconnecting');
      await this.#wait(failures);
    }
  }

  #wait(failures) {
    const most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** Math.min(failures, 6));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most / 2 + (Math.random() * most) / 2);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #connection() {
    const abort = new AbortController();
    this.#abort = abort;
    let watchdog = setTimeout(() => abort.abort(), SILENCE_MILLIS);
    try {
      const response = await withToken(() => this.#open(abort.signal));
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new Parser((event) => this.#take(event));
      for (;;) {
        const { value, done } = await reader.read();
        clearTimeout(watchdog);
        if (done) return;
        this.heardAt = Date.now();
        watchdog = setTimeout(() => abort.abort(), SILENCE_MILLIS);
        parser.push(value);
      }
    } finally {
      clearTimeout(watchdog);
      abort.abort();
    }
  }

  #open(signal) {
    const url = new URL('api/stream', document.baseURI);
    for (const [name, value] of this.#query) url.searchParams.append(name, value);
    const headers = authorised({ Accept: 'text/event-stream' });
    if (this.#lastId !== null) headers['Last-Event-ID'] = this.#lastId;
    this.#isResuming = this.#lastId !== null;
    return fetch(url, { headers, cache: 'no-store', signal });
  }

  #isResuming = false;

  #take({ type, data, id }) {
    if (!this.#isRunning) return;
    if (type === 'ready') this.#onState(this.#isResuming ? 'resumed' : 'live');
    if (data !== null) this.#onEvent(type, data); // else it only says how far we are
    // Only now: an event that was not taken must come again.
    if (id !== null) this.#lastId = id;
  }
}

/** Text in any pieces → events. */
class Parser {
  #onEvent;
  #rest = '';
  #type = 'message';
  #data = [];
  #id = null;

  constructor(onEvent) {
    this.#onEvent = onEvent;
  }

  push(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  #line(line) {
    if (line === '') {
      if (this.#data.length || this.#id !== null) {
        const data = this.#data.length ? this.#data.join('\n') : null;
        this.#onEvent({ type: this.#type, data, id: this.#id });
      }
      this.#type = 'message';
      this.#data = [];
      this.#id = null;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return; // a comment: the server is there
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
    else if (name === 'id') this.#id = value;
  }
}
