import { h, setText, show } from './dom.js';
import { clock, count, exact, moment, percent, span, utc } from './format.js';
import { definition, figureName, t } from './words.js';

const MOST_GAPS = 50;

function panel(title, ...children) {
  return h('section', { class: 'panel' }, h('h2', {}, title), ...children);
}

/** Top of the audience ranking. */
export class AudiencePanel {
  #rows = h('tbody');
  #none = h('p', { class: 'quiet' }, t('no_audience'));
  #table = h(
    'table',
    { class: 'plain', id: 'audience' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, '#'),
        h('th', { scope: 'col' }, t('viewer')),
        h('th', { scope: 'col', class: 'figure' }, t('score')),
      ),
    ),
    this.#rows,
  );
  #shown = null;
  node = panel(t('audience'), this.#table, this.#none);

  show(ranks) {
    const signature = JSON.stringify(ranks);
    if (signature === this.#shown) return;
    this.#shown = signature;
    this.#table.hidden = !ranks.length;
    this.#none.hidden = ranks.length > 0;
    this.#rows.replaceChildren(
      ...ranks
        .slice(0, 20)
        .map((one) =>
          h(
            'tr',
            {},
            h('td', { class: 'faint' }, one.rank),
            viewer(one),
            h(
              'td',
              { class: 'figure' },
              count(one.score).text,
              one.delta > 0 ? h('span', { class: 'delta' }, ` +${exact(one.delta).text}`) : '',
            ),
          ),
        ),
    );
  }
}

function viewer({ user_name: name, user_id: id }) {
  if (name) return h('td', { class: 'cut', title: id }, name);
  if (!id) return h('td', { class: 'none' }, '–');
  return h(
    'td',
    {},
    h('code', { title: `${t('pseudonym')}: ${id}` }, id.length > 10 ? `${id.slice(0, 8)}…` : id),
  );
}

const SOURCES = ['share_from_my_follow', 'share_from_video_detail', 'share_from_city', 'share_from_other'];

/** Where viewers come from, as one bar. */
export class TrafficPanel {
  #bar = h('div', { class: 'shares', role: 'img' });
  #legend = h('ul', { class: 'shares-legend' });
  #shown = null;
  node = panel(t('traffic'), this.#bar, this.#legend);

  show(session) {
    const shares = SOURCES.map((key) => [key, session?.[key] ?? null]).filter(([, share]) => share !== null);
    this.node.hidden = !shares.length;
    const signature = JSON.stringify(shares);
    if (signature === this.#shown) return;
    this.#shown = signature;
    const words = shares.map(([key, share]) => `${t(key)} ${percent(share, null, null, 0).text}`);
    this.#bar.setAttribute('aria-label', words.join(', '));
    this.#bar.replaceChildren(
      ...shares.map(([key, share]) => {
        const part = h('span', {
          class: key.replaceAll('_', '-'),
          title: `${t(key)} ${percent(share, null, null, 1).text}`,
        });
        part.style.flexGrow = share;
        return part;
      }),
    );
    this.#legend.replaceChildren(
      ...shares.map(([key], i) =>
        h('li', {}, h('span', { class: `swatch ${key.replaceAll('_', '-')}` }), words[i]),
      ),
    );
  }
}

/** How far the figures can be trusted. */
export class QualityPanel {
  #values = new Map();
  #coverage = h('meter', { min: 0, max: 1, low: 0.8, high: 0.95, optimum: 1 });
  #gaps = h('ul', { class: 'gap-list', id: 'gaps' });
  #gapsShown = null;
  #warnings = h('p', { class: 'warning-text', hidden: true });
  node;

  constructor() {
    const rows = [
      'online_coverage',
      'gap_seconds',
      'q_last_message',
      'q_last_business',
      'q_last_snapshot',
      'reconnects',
      'duplicates',
      'unknown_messages',
      'undecodable_payloads',
      'late_events',
      'likes_seen',
      'gift_value_seen',
    ];
    this.node = panel(
      t('quality'),
      this.#warnings,
      this.#coverage,
      h(
        'dl',
        { id: 'quality' },
        rows.map((key) => this.#row(key)),
      ),
      h('h3', {}, t('q_gaps')),
      this.#gaps,
    );
  }

  show(session, gaps) {
    this.#coverage.hidden = session?.online_coverage == null;
    this.#coverage.value = session?.online_coverage ?? 0;
    this.#put(
      'online_coverage',
      percent(session?.online_coverage, rounded(session?.covered_seconds), null, 1),
    );
    this.#put(
      'gap_seconds',
      session?.gap_seconds == null ? count(null) : { text: span(session.gap_seconds) },
    );
    this.#put('q_last_message', before(session?.seconds_since_message));
    this.#put('q_last_business', before(session?.seconds_since_business_message));
    this.#put('q_last_snapshot', before(session?.seconds_since_snapshot));
    for (const key of [
      'reconnects',
      'duplicates',
      'unknown_messages',
      'undecodable_payloads',
      'late_events',
    ]) {
      this.#put(key, count(session?.[key]));
    }
    this.#put('likes_seen', seenOf(session?.likes_seen, session?.likes_reported));
    this.#put('gift_value_seen', seenOf(session?.gift_value_seen, session?.fan_ticket_reported));
    this.#warn(session);
    this.#showGaps(gaps);
  }

  #row(key) {
    const value = h('dd', { data: { quality: key } });
    this.#values.set(key, value);
    return h('div', {}, h('dt', { title: definition(key) || null }, figureName(key)), value);
  }

  #put(key, shown) {
    show(this.#values.get(key), shown);
  }

  #warn(session) {
    const partial = session?.gift_value_is_partial ?? [];
    const text = [
      session?.is_anonymous && t('q_anonymous'),
      partial.length && t('q_partial', { names: partial.join(', ') }),
    ]
      .filter(Boolean)
      .join(' ');
    this.#warnings.hidden = !text;
    setText(this.#warnings, text);
  }

  #showGaps(gaps) {
    const all = [...gaps.values()]
      .sort((one, other) => (one.gap_from < other.gap_from ? 1 : -1))
      .slice(0, MOST_GAPS);
    const signature = all.map((gap) => gap.event_id).join();
    if (signature === this.#gapsShown) return;
    this.#gapsShown = signature;
    this.#gaps.replaceChildren(
      ...(all.length ? all.map(gapItem) : [h('li', { class: 'quiet' }, t('q_no_gaps'))]),
    );
  }
}

function gapItem(gap) {
  const from = moment(gap.gap_from, true);
  const lasted = (Date.parse(gap.gap_to) - Date.parse(gap.gap_from)) / 1000;
  return h(
    'li',
    { data: { cause: gap.cause } },
    h(
      'time',
      { datetime: gap.gap_from, title: `${utc(gap.gap_from)} → ${utc(gap.gap_to)}` },
      `${from.text} – ${clock(gap.gap_to, true)}`,
    ),
    ` · ${span(lasted)} · `,
    h('span', { title: gap.detail ?? null }, t(`cause_${gap.cause}`)),
    ` (${gap.endpoint})`,
  );
}

const rounded = (value) => (value == null ? null : Math.round(value));

function before(seconds) {
  return seconds == null
    ? count(null)
    : { text: span(seconds), title: t('q_ago_at', { span: span(seconds) }) };
}

function seenOf(seen, reported) {
  if (seen == null && reported == null) return count(null);
  const share = seen != null && reported ? ` (${percent(seen / reported, null, null, 0).text})` : '';
  return { text: t('q_seen_reported', { seen: count(seen).text, reported: count(reported).text }) + share };
}
