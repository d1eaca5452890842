import uPlot from '../lib/uplot/uPlot.esm.js';
import { now } from './clock.js';
import { h, setText } from './dom.js';
import { clock, count, percent, short } from './format.js';
import { overlay } from './marks.js';
import { MinuteTable } from './minutes.js';
import { seriesOf } from './series.js';
import { t } from './words.js';

const GUTTER = 52; // pixels for the figures at the left; the products keep the same
const MARGIN = 18;
const HEIGHT = { online: 190, follow: 120, gifts: 110, chats: 110 };
const RANGES = { all: null, '2h': 7200, '30m': 1800, '10m': 600 };

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const faded = (name, percentage) => `color-mix(in srgb, ${colour(name)} ${percentage}%, transparent)`;

const PANES = [
  { key: 'online', colour: 'curve-online', value: (s, i) => onlineText(s, i) },
  {
    key: 'follow',
    colour: 'curve-follow',
    value: (s, i) => percent(s.followRate[i], s.followSum[i], s.viewerSum[i]),
  },
  { key: 'gifts', colour: 'curve-gifts', value: (s, i) => count(s.giftValue[i]) },
  { key: 'chats', colour: 'curve-chats', value: (s, i) => count(s.chats[i]) },
];

function onlineText(s, i) {
  const shown = count(rounded(s.online[i]));
  return s.onlineMin[i] == null
    ? shown
    : {
        ...shown,
        text: `${shown.text}  (${t('lowest_highest', { min: count(s.onlineMin[i]).text, max: count(s.onlineMax[i]).text })})`,
      };
}

const rounded = (value) => (value == null ? null : Math.round(value));

/**
 * Four curves over one time axis, with one cursor. Stretches that nobody watched are hatched and
 * nothing is drawn in them; alerts stand as marks at their times.
 */
export class Curves {
  node;
  range = null;

  #onRange;
  #panes = new Map();
  #series = null;
  #focus = null;
  #chosen = 'all';
  #zoom = null;
  #buttons = new Map();
  #holder = h('div', { class: 'panes', id: 'curves' });
  #none = h('p', { class: 'quiet' }, t('no_minutes'));
  #table = new MinuteTable();
  #resized;

  constructor(onRange) {
    this.#onRange = onRange;
    const ranges = h(
      'div',
      { class: 'ranges', role: 'group', title: t('drag_to_zoom') },
      Object.keys(RANGES).map((key) => {
        const button = h(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-pressed': String(key === 'all'),
            onclick: () => this.#choose(key),
          },
          t(`range_${key}`),
        );
        this.#buttons.set(key, button);
        return button;
      }),
    );
    this.node = h(
      'section',
      { class: 'panel curves' },
      h('div', { class: 'panel-head' }, h('h2', {}, t('curves')), ranges),
      this.#none,
      this.#holder,
      this.#table.node,
    );
    for (const pane of PANES) this.#makePane(pane);
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(this.#holder);
  }

  close() {
    this.#resized.disconnect();
    for (const pane of this.#panes.values()) pane.plot?.destroy();
  }

  show(focus) {
    this.#focus = focus;
    this.#series = seriesOf([...focus.minutes.values()], now());
    this.#none.hidden = this.#series.time.length > 0 || !focus.isLoaded;
    this.#holder.hidden = !this.#series.time.length;
    if (this.#series.time.length) this.#draw();
    this.#table.show(this.#series.windows);
  }

  /** Colours and words are in the canvas: made anew. */
  restyle() {
    for (const pane of this.#panes.values()) {
      pane.plot?.destroy();
      pane.plot = null;
    }
    if (this.#series?.time.length) this.#draw();
  }

  #makePane({ key }) {
    const readout = h('output', { class: 'readout', data: { curve: key } });
    const body = h('div', { class: 'plot', role: 'img' });
    const node = h(
      'div',
      { class: `pane ${key}` },
      h(
        'div',
        { class: 'pane-head' },
        h('h3', {}, t(`curve_${key}`)),
        readout,
        h('span', { class: 'note' }, t(`curve_${key}_note`)),
      ),
      body,
    );
    this.#panes.set(key, { node, body, readout, plot: null });
    this.#holder.append(node);
  }

  #draw() {
    this.range = this.#window();
    for (const pane of PANES) {
      const part = this.#panes.get(pane.key);
      const data = dataOf(pane.key, this.#series);
      if (part.plot) {
        part.plot.setData(data, false);
        part.plot.setScale('x', this.range);
      } else if (part.body.clientWidth) {
        part.plot = new uPlot(this.#options(pane, part), data, part.body);
        part.plot.setScale('x', this.range);
      }
      this.#label(pane.key, part);
      if (part.plot) overlay(part.plot, this.range, this.#focus, this.#series);
    }
    this.#read(null);
    this.#onRange(this.range);
  }

  /** From the start of the broadcast to its end or to now, or the stretch that was chosen. */
  #window() {
    if (this.#zoom) return this.#zoom;
    const { first, last } = this.#series;
    const room = this.#focus.room;
    const max = room?.ended_at ? Math.max(last, Date.parse(room.ended_at) / 1000) : last;
    const width = RANGES[this.#chosen];
    const start = room?.started_at
      ? Math.min(first, Math.max(Date.parse(room.started_at) / 1000, first - 600))
      : first;
    return { min: width ? Math.max(start, max - width) : start, max };
  }

  #choose(key) {
    this.#chosen = key;
    this.#zoom = null;
    for (const [name, button] of this.#buttons) button.setAttribute('aria-pressed', name === key);
    this.#draw();
  }

  #zoomTo(range) {
    this.#zoom = range;
    for (const [name, button] of this.#buttons)
      button.setAttribute('aria-pressed', !range && name === this.#chosen);
    this.#draw();
  }

  #options(pane, part) {
    const axis = {
      stroke: colour('faint'),
      grid: { stroke: colour('line'), width: 1 },
      ticks: { show: false },
      font: `11px ${getComputedStyle(document.body).fontFamily}`,
    };
    const isLast = pane.key === 'chats';
    return {
      width: part.body.clientWidth,
      height: HEIGHT[pane.key] + (isLast ? 18 : 0),
      padding: [8, MARGIN, isLast ? 0 : 4, 0],
      legend: { show: false },
      scales: {
        x: { time: true, range: (plot, min, max) => [min, max] },
        y: { range: (plot, min, max) => [0, niceTop(max)] },
      },
      cursor: {
        sync: { key: 'room' },
        y: false,
        drag: { x: true, y: false, setScale: false },
        points: { size: 7, fill: colour(pane.colour), stroke: colour('panel'), width: 2 },
      },
      series: [{}, ...seriesOptions(pane)],
      bands: pane.key === 'online' ? [{ series: [3, 2], fill: faded(pane.colour, 18) }] : [],
      axes: [
        {
          ...axis,
          size: isLast ? 24 : 0,
          space: 64,
          values: (plot, ticks, i, space, step) =>
            ticks.map((tick) => (isLast ? clock(tick * 1000, step < 60) : '')),
        },
        {
          ...axis,
          size: GUTTER,
          space: 34,
          values: (plot, ticks) =>
            ticks.map((tick) =>
              pane.key === 'follow'
                ? percent(tick, null, null, tick > 0 && tick < 0.01 ? 1 : 0).text
                : short(tick),
            ),
        },
      ],
      hooks: {
        setCursor: [
          (plot) => this.#read(plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, 'x') : null),
        ],
        setSelect: [(plot) => this.#selected(plot)],
        ready: [(plot) => plot.over.addEventListener('dblclick', () => this.#zoomTo(null))],
      },
    };
  }

  #selected(plot) {
    const { left, width } = plot.select;
    if (width < 6) return;
    const range = { min: plot.posToVal(left, 'x'), max: plot.posToVal(left + width, 'x') };
    plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
    if (range.max - range.min > 5) this.#zoomTo(range);
  }

  /** The figures under the cursor, or the latest. */
  #read(at) {
    const s = this.#series;
    for (const pane of PANES) {
      const { readout } = this.#panes.get(pane.key);
      const index = at === null ? lastOf(dataOf(pane.key, s)[1]) : s.indexAt(at);
      const shown = index < 0 ? { text: '–', title: t('not_measured') } : pane.value(s, index);
      const gap = at === null ? null : this.#gapAt(at);
      const time = at === null ? '' : clock(at * 1000, true);
      setText(
        readout,
        [gap && shown.text === '–' ? `${t('not_seen')}: ${gap}` : shown.text, time]
          .filter(Boolean)
          .join('  ·  '),
      );
      readout.title = shown.title ?? '';
      readout.classList.toggle('pointed', at !== null);
    }
  }

  #gapAt(at) {
    for (const gap of this.#focus.gaps.values()) {
      if (Date.parse(gap.gap_from) / 1000 <= at && at <= Date.parse(gap.gap_to) / 1000)
        return t(`cause_${gap.cause}`);
    }
    return null;
  }

  #label(key, { body }) {
    const { min, max } = this.range;
    body.setAttribute(
      'aria-label',
      t('curve_label', { name: t(`curve_${key}`), from: clock(min * 1000), to: clock(max * 1000) }),
    );
  }

  #resize() {
    if (!this.#series?.time.length) return;
    for (const [key, { plot, body }] of this.#panes) {
      if (plot && body.clientWidth && plot.width !== body.clientWidth) {
        plot.setSize({ width: body.clientWidth, height: HEIGHT[key] + (key === 'chats' ? 18 : 0) });
      } else if (!plot && body.clientWidth) {
        this.#draw();
        return;
      }
    }
  }
}

function dataOf(key, s) {
  switch (key) {
    case 'online':
      return [s.time, s.online, s.onlineMin, s.onlineMax];
    case 'follow':
      return [s.time, s.followRate, s.followRateWindow];
    case 'gifts':
      return [s.time, s.giftValue];
    default:
      return [s.time, s.chats];
  }
}

function seriesOptions({ key, colour: name }) {
  const line = { stroke: colour(name), width: 1.75, points: { show: false } };
  switch (key) {
    case 'online':
      return [
        line,
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
      ];
    case 'follow':
      return [
        line,
        {
          stroke: faded(name, 55),
          width: 0,
          paths: () => null,
          points: { show: true, size: 3, fill: faded(name, 55), width: 0 },
        },
      ];
    case 'gifts':
      return [
        {
          stroke: colour(name),
          fill: faded(name, 75),
          width: 0,
          paths: uPlot.paths.bars({ size: [0.7, 14, 1] }),
          points: { show: false },
        },
      ];
    default:
      return [{ ...line, fill: faded(name, 14) }];
  }
}

function niceTop(max) {
  return max > 0 ? max * 1.08 : 1;
}

function lastOf(values) {
  for (let i = values.length - 1; i >= 0; i--) if (values[i] != null) return i;
  return -1;
}
