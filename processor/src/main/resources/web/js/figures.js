import { trendCell } from './columns.js';
import { h, setAttribute, show } from './dom.js';
import { count, estimate, exact, moment, percent, span, unmeasured, yuan } from './format.js';
import { definition, figureName, t } from './words.js';

const CHINESE_YUAN = 10; // diamonds

const seconds = (value) =>
  value == null ? unmeasured() : { text: span(value), title: `${exact(value, 1).text} s` };
const signed = (value) =>
  value == null ? unmeasured() : { text: (value > 0 ? '+' : '') + exact(value).text };
const diamonds = (value) => {
  const shown = count(value);
  return value == null
    ? shown
    : { ...shown, title: [shown.title, `≈ ${yuan(value * CHINESE_YUAN).text}`].filter(Boolean).join(' · ') };
};

const FIRST = [
  {
    key: 'online_last',
    of: 'platform',
    cell: ({ room }) => count(room.online_last),
    side: ({ room }) => trendCell(room),
  },
  { key: 'total_viewers', of: 'platform', cell: ({ room }) => count(room.total_viewers) },
  {
    key: 'follow_rate',
    of: 'platform',
    cell: ({ room }) => percent(room.follow_rate, room.total_follows, room.total_viewers),
  },
  { key: 'gift_uv', of: 'platform', cell: ({ room }) => count(room.gift_uv) },
  { key: 'gift_value', of: 'chat', cell: ({ room }) => diamonds(room.gift_value) },
  { key: 'chats_per_minute', of: 'chat', cell: ({ room }) => count(room.chats_per_minute) },
];

const GROUPS = [
  {
    name: 'group_audience',
    figures: [
      { key: 'peak_online', of: 'platform', cell: ({ room, session }) => peak(room, session) },
      {
        key: 'average_online',
        of: 'platform',
        cell: ({ session }) => count(rounded(session?.average_online)),
      },
      { key: 'average_stay_seconds', cell: ({ session }) => seconds(session?.average_stay_seconds) },
    ],
  },
  {
    name: 'group_follow',
    figures: [
      { key: 'total_follows', of: 'platform', cell: ({ room }) => count(room.total_follows) },
      {
        key: 'follow_rate_observed',
        of: 'chat',
        cell: ({ session }) =>
          percent(session?.follow_rate_observed, session?.follow_users, session?.enter_users),
      },
      { key: 'followers_gained', of: 'platform', cell: ({ session }) => signed(session?.followers_gained) },
    ],
  },
  {
    name: 'group_gifts',
    figures: [
      {
        key: 'gift_uv_observed',
        of: 'chat',
        cell: ({ session }) => distinct(session, count(session?.gift_uv_observed)),
      },
      {
        key: 'gift_uv_rate',
        of: 'platform',
        cell: ({ room, session }) => percent(session?.gift_uv_rate, session?.gift_uv, room.total_viewers, 3),
      },
      {
        key: 'fan_ticket_gained',
        of: 'platform',
        cell: ({ session }) => diamonds(session?.fan_ticket_gained),
      },
    ],
  },
  {
    name: 'group_interaction',
    figures: [
      { key: 'chat_count', of: 'chat', cell: ({ room }) => count(room.chat_count) },
      { key: 'chat_users', of: 'chat', cell: ({ session }) => distinct(session, count(session?.chat_users)) },
      { key: 'likes', of: 'platform', cell: ({ room }) => count(room.likes) },
      { key: 'share_count', of: 'chat', cell: ({ session }) => count(session?.share_count) },
      {
        key: 'interaction_rate',
        cell: ({ session }) =>
          distinct(
            session,
            percent(session?.interaction_rate, session?.interacting_users, session?.viewers_gained),
          ),
      },
    ],
  },
  {
    name: 'group_sales',
    figures: [
      { key: 'sales_estimate', cell: ({ room }) => estimate(count(room.sales_estimate)) },
      { key: 'gmv_estimate_fen', cell: ({ room }) => estimate(yuan(room.gmv_estimate_fen)) },
      { key: 'promotions_seen', cell: ({ session }) => count(session?.promotions_seen) },
    ],
  },
];

function rounded(value) {
  return value == null ? null : Math.round(value);
}

function peak(room, session) {
  const shown = count(room.peak_online);
  return session?.peak_online_at
    ? { ...shown, title: `${shown.title ?? ''} ${moment(session.peak_online_at).text}`.trim() }
    : shown;
}

/** Distinct counts: above some thousands estimates within 2 %; where all share one id, nothing. */
function distinct(session, shown) {
  if (session?.is_anonymous) return { ...unmeasured(), title: t('q_anonymous') };
  return session?.users_is_estimate ? estimate(shown) : shown;
}

/** The figures of the broadcast: six that matter first, the rest in groups. Each explains itself. */
export class FigureBoard {
  node;
  #tiles = [];

  constructor() {
    this.node = h(
      'section',
      { class: 'board', 'aria-label': t('room') },
      h(
        'div',
        { class: 'first' },
        FIRST.map((figure) => this.#tile(figure, 'tile big')),
      ),
      h(
        'div',
        { class: 'groups' },
        GROUPS.map((group) =>
          h(
            'div',
            { class: 'group' },
            h('h2', {}, t(group.name)),
            h(
              'div',
              { class: 'tiles' },
              group.figures.map((figure) => this.#tile(figure, 'tile')),
            ),
          ),
        ),
      ),
    );
  }

  show(room, session) {
    const facts = { room, session };
    for (const { figure, value, side } of this.#tiles) {
      const shown = figure.cell(facts);
      show(value, { ...shown, class: `value ${shown.class ?? ''}`.trim() });
      if (side) {
        const shownSide = figure.side(facts);
        show(side, shownSide);
        setAttribute(side, 'aria-label', shownSide.title ?? null);
      }
    }
  }

  #tile(figure, className) {
    const value = h('span', { class: 'value' });
    const side = figure.side ? h('span', { role: 'img' }) : null;
    const button = h(
      'button',
      { type: 'button', class: className, data: { figure: figure.key }, 'aria-haspopup': 'dialog' },
      h('span', { class: 'term' }, figureName(figure.key)),
      h('span', { class: 'line' }, value, side),
    );
    button.addEventListener('click', () => explain(button, figure, value));
    this.#tiles.push({ figure, value, side });
    return button;
  }
}

/** What a figure is, beside it. */
function explain(button, figure, value) {
  const card = document.getElementById('definition');
  card.replaceChildren(
    h('strong', {}, figureName(figure.key)),
    h('p', {}, definition(figure.key)),
    h(
      'p',
      { class: 'quiet' },
      [value.textContent, value.title].filter(Boolean).join(' = '),
      figure.of ? ` · ${t(`of_${figure.of === 'platform' ? 'the_platform' : 'chat'}`)}` : '',
    ),
    h('p', { class: 'quiet' }, `${t('field')} `, h('code', {}, figure.key)),
  );
  card.showPopover();
  const at = button.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
  const below = at.bottom + 6;
  const top = below + card.offsetHeight > innerHeight ? Math.max(8, at.top - card.offsetHeight - 6) : below;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
