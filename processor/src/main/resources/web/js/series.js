// Windows → columns of figures over time. No page in here, so that it can be tried alone.

const ROLLING_SECONDS = 300;
const COVERED = 0.5; // of a window of which less was sampled, the curve would be a guess

const seconds = (iso) => Date.parse(iso) / 1000;

/**
 * Windows in time order. Between two that do not touch stands a null, so that no curve is drawn
 * through what was not seen. Sums of a window that is still open would look like a fall: left out.
 */
export function seriesOf(minutes, nowMillis) {
  const windows = minutes.sort((one, other) => (one.window_start < other.window_start ? -1 : 1));
  const s = {
    windows,
    time: [],
    from: [],
    to: [],
    online: [],
    onlineMin: [],
    onlineMax: [],
    followRate: [],
    followRateWindow: [],
    followSum: [],
    viewerSum: [],
    giftValue: [],
    chats: [],
    uncovered: [],
  };
  const rolling = new Rolling();
  let before = null;
  for (const minute of windows) {
    const from = seconds(minute.window_start);
    const to = seconds(minute.window_end);
    if (before !== null && from - before > 0.001) {
      hole(s, before, from);
      s.uncovered.push({ from: before, to: from });
    }
    const perMinute = 60 / (to - from);
    const isOpen = !minute.is_final && to * 1000 > nowMillis;
    const rates = rolling.take(to, minute);
    s.time.push((from + to) / 2);
    s.from.push(from);
    s.to.push(to);
    s.online.push(minute.online_avg ?? minute.online_last);
    s.onlineMin.push(minute.online_min);
    s.onlineMax.push(minute.online_max);
    s.followRate.push(isOpen || minute.viewers_gained == null ? null : rates.rate);
    s.followSum.push(rates.follows);
    s.viewerSum.push(rates.viewers);
    s.followRateWindow.push(isOpen ? null : minute.follow_rate);
    s.giftValue.push(isOpen ? null : minute.gift_value * perMinute);
    s.chats.push(isOpen ? null : minute.chat_count * perMinute);
    if (!isOpen && minute.online_coverage != null && minute.online_coverage < COVERED)
      s.uncovered.push({ from, to });
    before = to;
  }
  s.first = s.from[0] ?? 0;
  s.last = before ?? 0;
  s.indexAt = (at) => indexAt(s, at);
  return s;
}

function hole(s, from, to) {
  s.time.push((from + to) / 2);
  s.from.push(from);
  s.to.push(to);
  for (const name of [
    'online',
    'onlineMin',
    'onlineMax',
    'followRate',
    'followRateWindow',
    'followSum',
    'viewerSum',
    'giftValue',
    'chats',
  ])
    s[name].push(null);
}

/** The window that holds a time; −1 for none. */
function indexAt(s, at) {
  let low = 0;
  let high = s.to.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (s.to[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return s.from[low] <= at && at <= s.to[low] ? low : -1;
}

/** Follows and viewers of the last five minutes: added up first, divided last. */
class Rolling {
  #items = [];
  #follows = 0;
  #viewers = 0;

  take(to, { platform_follows_gained: follows, viewers_gained: viewers }) {
    if (follows != null && viewers != null) {
      this.#items.push({ to, follows, viewers });
      this.#follows += follows;
      this.#viewers += viewers;
    }
    while (this.#items.length && this.#items[0].to <= to - ROLLING_SECONDS) {
      const gone = this.#items.shift();
      this.#follows -= gone.follows;
      this.#viewers -= gone.viewers;
    }
    return {
      rate: this.#viewers > 0 ? this.#follows / this.#viewers : null,
      follows: this.#follows,
      viewers: this.#viewers,
    };
  }
}
