import { h, setText } from './dom.js';
import { now } from './clock.js';
import { age, count, moment, percent, span, utc } from './format.js';
import { roomLink } from './routes.js';
import { SEVERITY_ORDER, severityNode } from './signs.js';
import { settings } from './settings.js';
import { ruleName, t } from './words.js';

const MOST_RAISED = 100;
const MOST_RECENT = 50;
const MOST_ANNOUNCED = 5;
const ANNOUNCED_SECONDS = 120; // older ones were raised before we looked

const roomName = (alert) => alert.title || alert.owner_name || alert.room_id;

const RATES = new Set(['follow_rate_spike', 'coverage_drop']);
const TOLD = new Set([
  'room_started',
  'room_ended',
  'online_drop',
  'online_peak',
  'follow_rate_spike',
  'gift_spike',
  'coverage_drop',
  'collection_stale',
]);

/** The record's sentence is English; of the rules we know, the figures make one in Chinese. */
function alertText(alert) {
  if (settings.language !== 'zh' || !TOLD.has(alert.rule)) {
    return alert.summary.charAt(0).toUpperCase() + alert.summary.slice(1);
  }
  const figure = (value) =>
    (RATES.has(alert.rule) ? percent(value) : count(value == null ? null : Math.round(value))).text;
  return t(`told_${alert.rule}`, {
    value: figure(alert.value),
    before: figure(alert.previous_value),
    threshold: figure(alert.threshold),
  });
}

/** One alert as a list item; in a room's own list the room is not named again. */
export function alertItem(alert, namesRoom) {
  const isRaised = alert.status === 'RAISED';
  const lasted =
    isRaised || !alert.resolved_at
      ? null
      : (Date.parse(alert.resolved_at) - Date.parse(alert.started_at)) / 1000;
  const when = moment(alert.started_at);
  return h(
    'li',
    {
      class: `alert ${isRaised ? 'raised' : 'resolved'}`,
      data: { alert: alert.alert_id, rule: alert.rule, status: alert.status },
    },
    severityNode(alert.severity),
    h(
      'div',
      {},
      h(
        'div',
        { class: 'alert-head' },
        h('strong', { title: alert.rule_text }, ruleName(alert.rule)),
        isRaised
          ? h(
              'time',
              { datetime: alert.started_at, title: utc(alert.started_at), data: { since: alert.started_at } },
              age(alert.started_at).text,
            )
          : h('time', { datetime: alert.started_at, title: when.title }, when.text),
      ),
      namesRoom ? h('a', { class: 'alert-room', href: roomLink(alert.room_id) }, roomName(alert)) : null,
      h('div', { class: 'alert-text', title: alert.summary }, alertText(alert)),
      isRaised
        ? null
        : h(
            'div',
            { class: 'alert-text' },
            lasted >= 1 ? `${t('resolved')} · ${t('lasted', { span: span(lasted) })}` : t('resolved'),
          ),
    ),
  );
}

export function raisedFirst(one, other) {
  return (
    (SEVERITY_ORDER[other.severity] ?? 0) - (SEVERITY_ORDER[one.severity] ?? 0) ||
    (one.started_at < other.started_at ? 1 : -1)
  );
}

const FEW_ALIKE = 2;

const kindOf = (alert) => `${alert.rule} ${alert.room_id} ${alert.severity} ${alert.status}`;

/** Alerts of one rule in one room, each list in the order of its first. */
function alike(alerts) {
  const groups = new Map();
  for (const alert of alerts) {
    const key = kindOf(alert);
    if (groups.has(key)) groups.get(key).push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups.values()];
}

/** The first of many alike, and the others behind a line: twelve prices must not hide a drop. */
function groupItems(alerts, unfolded) {
  if (alerts.length <= FEW_ALIKE) return alerts.map((alert) => alertItem(alert, true));
  const [first, ...others] = alerts;
  const kind = kindOf(first);
  const remember = ({ target }) => (target.open ? unfolded.add(kind) : unfolded.delete(kind));
  return [
    alertItem(first, true),
    h(
      'li',
      { class: 'alike' },
      h(
        'details',
        { open: unfolded.has(kind), ontoggle: remember },
        h('summary', {}, t('more_alike', { count: others.length })),
        h(
          'ul',
          { class: 'alert-list' },
          others.map((alert) => alertItem(alert, false)),
        ),
      ),
    ),
  ];
}

const latest = (alert) => alert.resolved_at ?? alert.started_at;

/** The alerts beside the rooms, and one sentence read out for each new one. */
export class AlertsPanel {
  #node;
  #announcer;
  #live;
  #told = new Map();
  #unfolded = new Set(); // kinds of alerts whose others are shown
  #shown = '';

  constructor(node, announcer, live) {
    this.#node = node;
    this.#announcer = announcer;
    this.#live = live;
  }

  raised() {
    return [...this.#live.alerts.values()].filter((alert) => alert.status === 'RAISED');
  }

  render(isForced = false) {
    const raised = this.raised().sort(raisedFirst);
    const recent = [...this.#live.alerts.values()]
      .filter((alert) => alert.status === 'RESOLVED')
      .sort((one, other) => (latest(one) < latest(other) ? 1 : -1))
      .slice(0, MOST_RECENT);
    const signature = [...raised, ...recent].map((alert) => alert.alert_id + alert.status).join();
    if (!isForced && signature === this.#shown) return this.tick();
    this.#shown = signature;
    this.#node.setAttribute('aria-label', t('alerts'));
    this.#node.replaceChildren(
      h('h2', {}, t('raised_now'), h('span', { class: 'tally' }, raised.length)),
      raised.length
        ? h(
            'ul',
            { class: 'alert-list', id: 'alerts-raised' },
            this.#items(raised.slice(0, MOST_RAISED)),
          )
        : h('p', { class: 'quiet' }, t('nothing_raised')),
      h('h2', {}, t('recent')),
      recent.length
        ? h(
            'ul',
            { class: 'alert-list', id: 'alerts-recent' },
            this.#items(recent),
          )
        : h('p', { class: 'quiet' }, t('none_yet')),
    );
    return undefined;
  }

  #items(alerts) {
    return alike(alerts).flatMap((group) => groupItems(group, this.#unfolded));
  }

  /** Ages go on between events. */
  tick() {
    for (const node of this.#node.querySelectorAll('time[data-since]')) {
      setText(node, age(node.dataset.since).text);
    }
  }

  /** What is new, read out; of many at once a few, as the list has them all. */
  announce() {
    const news = [];
    for (const alert of this.#live.alerts.values()) {
      const before = this.#told.get(alert.alert_id);
      if (before === alert.status) continue;
      this.#told.set(alert.alert_id, alert.status);
      const isNews = now() - Date.parse(latest(alert)) < ANNOUNCED_SECONDS * 1000;
      if (isNews && (alert.status === 'RAISED' || before)) news.push(sentence(alert));
    }
    if (news.length) setText(this.#announcer, news.slice(-MOST_ANNOUNCED).join('. '));
    if (this.#told.size > 2000) this.#told = new Map([...this.#told].slice(-1000));
  }
}

function sentence(alert) {
  const words = { rule: ruleName(alert.rule), room: roomName(alert), severity: t(alert.severity) };
  return t(alert.status === 'RAISED' ? 'alert_raised' : 'alert_resolved', words);
}
