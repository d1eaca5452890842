import { h, oncePerFrame, setAttribute, setText } from './dom.js';
import { exact } from './format.js';
import { comparator } from './columns.js';
import { DEFAULT_SORT, replaceRoute, roomLink, roomsLink } from './routes.js';
import { RoomsTable } from './table.js';
import { stateNode } from './signs.js';
import { t } from './words.js';

const REORDER_MILLIS = 3000; // rows that change places every second cannot be read
const RECOUNT_MILLIS = 500; // of thousands of rooms, not in every frame
const STATES = ['LIVE', 'PAUSED', 'ENDED', 'UNKNOWN', 'PREPARING'];

/** The list: state chips, label and search above, all rooms below. */
export class RoomsView {
  #live;
  #filter;
  #table;
  #chips = new Map();
  #head;
  #search;
  #labels;
  #status;
  #empty;
  #hovered = false;
  #orderedAt = 0;
  #order = [];
  #isOrderDue = true;
  #countedAt = 0;

  constructor(live, filter) {
    this.#live = live;
    this.#filter = filter;
    this.#table = new RoomsTable({
      onSort: (field) => this.#sortBy(field),
      onOpen: (id) => (location.hash = roomLink(id)),
      onHover: (isHovered) => this.#hover(isHovered),
    });
    this.#search = h('input', {
      type: 'search',
      id: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: t('search'),
      'aria-label': t('search'),
      oninput: () => this.#change({ q: this.#search.value.trim() }),
    });
    this.#search.value = filter.q;
    this.#labels = h('select', {
      id: 'label',
      'aria-label': t('any_label'),
      onchange: () => this.#change({ labels: new Set(this.#labels.value ? [this.#labels.value] : []) }),
    });
    this.#status = h('span', { class: 'list-status', id: 'list-status' });
    this.#empty = h('div', { class: 'empty', hidden: true });
    this.#head = h(
      'div',
      { class: 'filters' },
      h('h1', { class: 'unseen' }, t('rooms')),
      h('div', { class: 'chips', role: 'group', 'aria-label': t('rooms') }, this.#makeChips()),
      this.#labels,
      this.#search,
      this.#status,
    );
  }

  mount(main) {
    main.className = 'rooms';
    main.replaceChildren(this.#head, this.#table.node, this.#empty);
    this.#isOrderDue = true;
    this.render();
    this.#table.restore();
  }

  unmount() {
    this.#table.keepPlace();
    this.#hovered = false;
  }

  get filter() {
    return this.#filter;
  }

  /** The rooms as they stand there now: a room's neighbours are those. */
  get order() {
    return this.#order;
  }

  /** Another URL of the same view. */
  apply(filter) {
    this.#filter = filter;
    if (this.#search.value.trim() !== filter.q) this.#search.value = filter.q;
    this.#isOrderDue = true;
    this.render();
  }

  render = oncePerFrame(() => {
    if (!this.#head.isConnected) return;
    const isDue = this.#isOrderDue || (!this.#hovered && Date.now() - this.#orderedAt > REORDER_MILLIS);
    if (isDue) this.#makeOrder();
    this.#table.show(this.#order, this.#filter.sort);
    if (isDue || Date.now() - this.#countedAt > RECOUNT_MILLIS) this.#renderHead();
  });

  /** Other rooms are there than before. */
  reorder() {
    this.#isOrderDue = true;
    this.render();
  }

  /** Once a second: ages go on, and an order that was held for calm is made anew. */
  tick() {
    this.render();
  }

  toggleState(state) {
    const states = new Set(this.#filter.states);
    if (state === null) states.clear();
    else if (!states.delete(state)) states.add(state);
    this.#change(state === null ? { states, alerting: false } : { states });
  }

  focusSearch() {
    this.#search.focus();
    this.#search.select();
  }

  move(rows) {
    this.#table.move(rows);
  }

  openChosen() {
    this.#table.openChosen();
  }

  /** True if there was something to clear. */
  clear() {
    if (this.#search.value || this.#filter.q) {
      this.#search.value = '';
      this.#change({ q: '' });
      return true;
    }
    return this.#table.choose(null);
  }

  #makeOrder() {
    const matching = [];
    const { states, labels, alerting, q } = this.#filter;
    const words = q.toLowerCase();
    for (const room of this.#live.rooms.values()) {
      if (
        (!states.size || states.has(room.state)) &&
        (!alerting || room.alerts_raised > 0) &&
        this.#isFound(room, labels, words)
      ) {
        matching.push(room.room_id);
      }
    }
    const rooms = this.#live.rooms;
    const compare = comparator(this.#filter.sort);
    matching.sort((one, other) => compare(rooms.get(one), rooms.get(other)));
    this.#order = matching;
    this.#table.rooms = rooms;
    this.#orderedAt = Date.now();
    this.#isOrderDue = false;
  }

  #isFound(room, labels, words) {
    return (
      (!labels.size || room.labels?.some((label) => labels.has(label))) &&
      (!words ||
        room.title?.toLowerCase().includes(words) ||
        room.owner_name?.toLowerCase().includes(words) ||
        room.room_id.startsWith(words))
    );
  }

  #makeChips() {
    const chip = (key, text, sign, onclick) => {
      const tally = h('span', { class: 'tally' });
      const button = h(
        'button',
        { type: 'button', class: 'chip', data: { chip: key }, onclick },
        sign,
        h('span', {}, text),
        tally,
      );
      this.#chips.set(key, { button, tally });
      return button;
    };
    return [
      chip('all', t('all'), null, () => this.toggleState(null)),
      ...STATES.map((state) => chip(state, t(state), stateNode(state), () => this.toggleState(state))),
      chip(
        'alerts',
        t('with_alerts'),
        h('span', { class: 'severity warning', 'aria-hidden': 'true' }, '▲'),
        () => this.#change({ alerting: !this.#filter.alerting }),
      ),
    ];
  }

  #renderHead() {
    this.#countedAt = Date.now();
    const counts = this.#counts();
    const { states, alerting } = this.#filter;
    for (const [key, { button, tally }] of this.#chips) {
      setText(tally, exact(counts[key] ?? 0).text);
      const isOn = key === 'all' ? !states.size && !alerting : key === 'alerts' ? alerting : states.has(key);
      setAttribute(button, 'aria-pressed', isOn);
      button.hidden = key === 'PREPARING' && !counts[key] && !isOn;
    }
    this.#renderLabels();
    this.#renderStatus();
    this.#renderEmpty();
  }

  /** By state, whatever states are chosen: a chip says what it would show. */
  #counts() {
    const live = this.#live;
    const isFiltered = this.#filter.labels.size || this.#filter.q;
    if (!live.isComplete && live.counts && !isFiltered) {
      return { ...live.counts, all: live.total };
    }
    const counts = { all: 0, alerts: 0 };
    const words = this.#filter.q.toLowerCase();
    for (const room of live.rooms.values()) {
      if (!this.#isFound(room, this.#filter.labels, words)) continue;
      counts.all++;
      counts[room.state] = (counts[room.state] ?? 0) + 1;
      if (room.alerts_raised > 0) counts.alerts++;
    }
    return counts;
  }

  #renderLabels() {
    const all = new Set(this.#filter.labels);
    for (const room of this.#live.rooms.values()) for (const label of room.labels ?? []) all.add(label);
    const names = [...all].sort();
    const shown = names.join('\n');
    this.#labels.hidden = !names.length;
    if (this.#labels.dataset.shown !== shown) {
      this.#labels.dataset.shown = shown;
      this.#labels.replaceChildren(
        h('option', { value: '' }, t('any_label')),
        ...names.map((name) => h('option', { value: name }, name)),
      );
    }
    this.#labels.value = [...this.#filter.labels][0] ?? '';
  }

  #renderStatus() {
    const live = this.#live;
    const total = exact(live.total).text;
    if (!live.isComplete && live.rooms.size < live.total) {
      const isCut = live.problem === null && live.rooms.size >= 20_000;
      setText(
        this.#status,
        t(isCut ? 'too_many' : 'loading_rooms', { n: exact(live.rooms.size).text, total }),
      );
    } else if (this.#hovered && this.#order.length > 1) {
      setText(this.#status, t('order_held'));
    } else if (this.#order.length === live.rooms.size) {
      setText(this.#status, t('rooms_n', { n: exact(this.#order.length).text }));
    } else {
      setText(
        this.#status,
        t('shown_of', { n: exact(this.#order.length).text, total: exact(live.rooms.size).text }),
      );
    }
  }

  #renderEmpty() {
    const isEmpty = !this.#order.length;
    this.#empty.hidden = !isEmpty;
    if (!isEmpty) return;
    const key = !this.#live.counts ? 'loading' : this.#live.rooms.size ? 'no_match' : 'no_rooms';
    if (this.#empty.dataset.key === key) return;
    this.#empty.dataset.key = key;
    this.#empty.replaceChildren(
      h('p', {}, t(key)),
      key === 'no_rooms' ? h('p', { class: 'quiet' }, t('no_rooms_how')) : '',
      key === 'no_match'
        ? h('button', { type: 'button', class: 'chip', onclick: () => this.#clearAll() }, t('clear_filters'))
        : '',
    );
  }

  #clearAll() {
    this.#search.value = '';
    this.#change({ states: new Set(), labels: new Set(), alerting: false, q: '' });
  }

  #sortBy(field) {
    const now = this.#filter.sort;
    const next = now === `-${field}` ? field : now === field ? DEFAULT_SORT : `-${field}`;
    this.#change({ sort: next });
  }

  #change(part) {
    this.#filter = { ...this.#filter, ...part };
    replaceRoute(roomsLink(this.#filter));
    this.#isOrderDue = true;
    this.#table.toTop();
    this.render();
  }

  #hover(isHovered) {
    this.#hovered = isHovered;
    this.#countedAt = 0;
    this.render();
  }
}
