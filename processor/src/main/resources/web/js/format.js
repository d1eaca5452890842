import { now } from './clock.js';
import { settings } from './settings.js';
import { t } from './words.js';

// Every function gives {text, title?, class?}. What was not measured is a dash, never 0.

const formats = new Map();

function number(digits) {
  const key = settings.language + digits;
  if (!formats.has(key)) {
    const locale = settings.language === 'zh' ? 'zh-CN' : 'en-US';
    formats.set(
      key,
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    );
  }
  return formats.get(key);
}

export function unmeasured() {
  return { text: '–', title: t('not_measured'), class: 'none' };
}

export function exact(value, digits = 0) {
  return value == null ? unmeasured() : { text: number(digits).format(value) };
}

/** A count: all its digits up to a million, then shortened with the digits on hover. */
export function count(value) {
  if (value == null) return unmeasured();
  return Math.abs(value) < 1e6
    ? { text: number(0).format(value) }
    : { text: short(value), title: number(0).format(value) };
}

/** A few characters, for axes and narrow places. */
export function short(value) {
  const size = Math.abs(value);
  const steps =
    settings.language === 'zh'
      ? [
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e9, 'B'],
          [1e6, 'M'],
          [1e3, 'k'],
        ];
  for (const [step, unit] of steps) {
    if (size >= step) {
      const scaled = value / step;
      return (
        number(Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2)
          .format(scaled)
          .replace(/\.0+$|(\.\d)0$/, '$1') + unit
      );
    }
  }
  return number(Number.isInteger(value) ? 0 : size < 10 ? 1 : 0).format(value);
}

export function estimate(shown) {
  return shown.class === 'none'
    ? shown
    : { ...shown, text: `≈${shown.text}`, title: [shown.title, t('estimate')].filter(Boolean).join(' · ') };
}

/** A rate with what was divided by what. */
export function percent(rate, numerator, denominator, digits = 2) {
  const parts =
    numerator != null && denominator != null
      ? `${number(0).format(numerator)} ÷ ${number(0).format(denominator)}`
      : null;
  if (rate == null) {
    const none = unmeasured();
    return parts ? { ...none, title: `${none.title} (${parts})` } : none;
  }
  return { text: `${number(digits).format(rate * 100)}%`, title: parts };
}

/** Fen as yuan. */
export function yuan(fen) {
  if (fen == null) return unmeasured();
  const whole = `¥${number(2).format(fen / 100)}`;
  if (Math.abs(fen) < 1e7) return { text: fen % 100 === 0 ? `¥${number(0).format(fen / 100)}` : whole };
  return { text: `¥${short(fen / 100)}`, title: whole };
}

const TRENDS = { RISING: '▲', FALLING: '▼', STEADY: '▸', UNKNOWN: '' };

/** The trend's arrow, with people per minute on hover. */
export function trend(name, slope) {
  if (!TRENDS[name]) return { text: '', class: '', title: t('trend_unknown') };
  const sign = slope > 0 ? '+' : '';
  return {
    text: TRENDS[name],
    class: `trend ${name.toLowerCase()}`,
    title:
      t(`trend_${name.toLowerCase()}`) +
      (slope == null ? '' : ` · ${sign}${number(1).format(slope)} ${t('people_per_minute')}`),
  };
}

/** A stretch of time in two units at most. */
export function span(seconds) {
  if (seconds == null) return '–';
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return t('span_s', { s });
  const m = Math.floor(s / 60);
  if (m < 60) return m < 10 && s % 60 ? t('span_ms', { m, s: s % 60 }) : t('span_m', { m });
  const hours = Math.floor(m / 60);
  if (hours < 48) return t('span_hm', { h: hours, m: String(m % 60).padStart(2, '0') });
  return t('span_d', { d: Math.floor(hours / 24) });
}

export function age(iso) {
  if (!iso) return unmeasured();
  return { text: span((now() - Date.parse(iso)) / 1000), title: utc(iso) };
}

function locale() {
  return settings.language === 'zh' ? 'zh-CN' : 'en-GB';
}

function inZone(iso, options) {
  const key = settings.language + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(), { hourCycle: 'h23', ...options }));
  }
  return formats.get(key).format(typeof iso === 'number' ? iso : Date.parse(iso));
}

/** The same moment in UTC, for the hover. */
export function utc(iso) {
  return `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const DAY = { month: 'short', day: 'numeric' };
const MINUTE = { hour: '2-digit', minute: '2-digit' };

export function clock(iso, withSeconds = false) {
  return inZone(iso, withSeconds ? { ...MINUTE, second: '2-digit' } : MINUTE);
}

/** Time of day; with the date where it is not today's. */
export function moment(iso, withSeconds = false) {
  if (!iso) return unmeasured();
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date(now()).toDateString();
  const time = clock(iso, withSeconds);
  return { text: isToday ? time : `${inZone(iso, DAY)} ${time}`, title: utc(iso) };
}
