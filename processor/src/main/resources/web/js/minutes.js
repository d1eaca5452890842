import { h, show } from './dom.js';
import { clock, count, moment, percent } from './format.js';
import { t } from './words.js';

const SHOWN = 60;

const CELLS = [
  ['col_online', (m) => count(m.online_last)],
  ['col_viewers', (m) => count(m.viewers_gained)],
  ['col_follow_rate', (m) => percent(m.follow_rate, m.platform_follows_gained, m.viewers_gained)],
  ['col_follows', (m) => count(m.platform_follows_gained)],
  ['col_gift_uv', (m) => count(m.gift_users)],
  ['col_gift_value', (m) => count(m.gift_value)],
  ['curve_chats', (m) => count(m.chat_count)],
  ['col_likes', (m) => count(m.like_count)],
  ['col_coverage', (m) => percent(m.online_coverage, null, null, 0)],
];

/** The curves as figures: for reading aloud, for copying, for those who want to know exactly. */
export class MinuteTable {
  #body = h('tbody');
  #rows = new Map();
  #windows = [];
  node = h(
    'details',
    { class: 'as-table', id: 'minutes', ontoggle: () => this.show(this.#windows) },
    h('summary', {}, t('as_table'), h('span', { class: 'note' }, t('table_latest', { n: SHOWN }))),
    h(
      'div',
      { class: 'wide-table' },
      h(
        'table',
        { class: 'plain' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, t('window')),
            CELLS.map(([key]) => h('th', { scope: 'col', class: 'figure' }, t(key))),
            h('th', { scope: 'col' }),
          ),
        ),
        this.#body,
      ),
    ),
  );

  show(windows) {
    this.#windows = windows;
    if (!this.node.open) return;
    const latest = windows.slice(-SHOWN).reverse();
    const kept = new Map();
    for (const minute of latest) {
      const row = this.#rows.get(minute.window_start) ?? makeRow(minute);
      kept.set(minute.window_start, row);
      CELLS.forEach(([, cell], i) => show(row.cells[i], { ...cell(minute), class: 'figure' }));
      row.state.textContent = t(minute.is_final ? 'final' : 'running');
      row.node.dataset.final = minute.is_final;
    }
    this.#rows = kept;
    this.#body.replaceChildren(...[...kept.values()].map((row) => row.node));
  }
}

function makeRow(minute) {
  const cells = CELLS.map(() => h('td', { class: 'figure' }));
  const state = h('td', { class: 'faint' });
  const from = moment(minute.window_start, true);
  const name = h(
    'th',
    { scope: 'row', title: from.title },
    `${from.text} – ${clock(minute.window_end, true)}`,
  );
  return { node: h('tr', { data: { window: minute.window_start } }, name, cells, state), cells, state };
}
