import { h, oncePerFrame, setAttribute, setText, show } from './dom.js';
import { COLUMNS, trendCell } from './columns.js';
import { DEFAULT_SORT, roomLink } from './routes.js';
import { severitySign, signInto, stateSign } from './signs.js';
import { HEIGHT, Trails, WIDTH } from './trails.js';
import { t } from './words.js';

const WITH_TRAILS = 900; // pixels; narrower, the small curves leave first
const BEYOND = 8; // rows kept above and below what is seen

/** Thousands of rows, of which only those that are seen exist. */
export class RoomsTable {
  rooms = new Map();
  node;

  #onOpen;
  #body;
  #above;
  #below;
  #rows = [];
  #headers = new Map();
  #order = [];
  #chosen = null;
  #keptTop = 0;
  #trails = new Trails(oncePerFrame(() => this.#render()));

  constructor({ onSort, onOpen, onHover }) {
    this.#onOpen = onOpen;
    this.#above = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td'));
    this.#below = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td'));
    this.#body = h(
      'tbody',
      {
        onpointerenter: (event) => event.pointerType === 'mouse' && onHover(true),
        onpointerleave: () => onHover(false),
      },
      this.#above,
      this.#below,
    );
    const table = h(
      'table',
      { role: 'grid', id: 'rooms', 'aria-label': t('rooms') },
      this.#header(onSort),
      this.#body,
    );
    this.node = h('div', { class: 'scroll', tabindex: '0', onscroll: () => this.#render() }, table);
    new ResizeObserver(() => this.#render()).observe(this.node);
  }

  show(order, sort) {
    this.#order = order;
    for (const [field, header] of this.#headers) {
      const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
      setAttribute(header, 'aria-sort', direction);
    }
    setAttribute(this.node.firstChild, 'aria-rowcount', order.length + 1);
    this.#render();
  }

  toTop() {
    this.node.scrollTop = 0;
  }

  keepPlace() {
    this.#keptTop = this.node.scrollTop;
  }

  restore() {
    this.#render();
    this.node.scrollTop = this.#keptTop;
  }

  /** True if that was a change. */
  choose(id) {
    const isChange = this.#chosen !== id;
    this.#chosen = id;
    this.#render();
    return isChange;
  }

  move(rows) {
    if (!this.#order.length) return;
    const at = this.#chosen === null ? -1 : this.#order.indexOf(this.#chosen);
    const next = at < 0 ? (rows > 0 ? 0 : this.#order.length - 1) : at + rows;
    const index = Math.max(0, Math.min(this.#order.length - 1, next));
    this.#chosen = this.#order[index];
    const height = this.#rowHeight();
    const head = this.node.querySelector('thead').offsetHeight;
    const top = index * height;
    const seen = this.node.clientHeight - head;
    if (top < this.node.scrollTop) this.node.scrollTop = top;
    else if (top + height > this.node.scrollTop + seen) this.node.scrollTop = top + height - seen;
    this.#render();
  }

  openChosen() {
    if (this.#chosen !== null) this.#onOpen(this.#chosen);
  }

  /** The first column is sorted by what matters now, which has no column of its own. */
  #nameHeader(onSort) {
    const field = DEFAULT_SORT.slice(1);
    const cell = h(
      'th',
      { scope: 'col', class: 'name' },
      h('span', {}, t('col_room')),
      h(
        'button',
        { type: 'button', onclick: () => onSort(field), title: t('attention_is') },
        t('col_attention'),
      ),
    );
    this.#headers.set(field, cell);
    return cell;
  }

  #header(onSort) {
    const header = (name, field, className) => {
      const cell = h(
        'th',
        { scope: 'col', class: className },
        h('button', { type: 'button', onclick: () => onSort(field), title: t('sort_by', { name }) }, name),
      );
      this.#headers.set(field, cell);
      return cell;
    };
    return h(
      'thead',
      {},
      h(
        'tr',
        { 'aria-rowindex': 1 },
        this.#nameHeader(onSort),
        h('th', { scope: 'col', class: 'trail', title: t('col_trail_is') }, t('col_trail')),
        COLUMNS.map((column) => header(t(`col_${column.key}`), column.sort, classOf(column))),
      ),
    );
  }

  #rowHeight() {
    return parseFloat(getComputedStyle(this.node).getPropertyValue('--row')) || 36;
  }

  #render() {
    if (!this.node.isConnected) return;
    const height = this.#rowHeight();
    const seen = Math.ceil(this.node.clientHeight / height) + 2 * BEYOND;
    const most = Math.max(0, this.#order.length - 1);
    const first = Math.max(0, Math.min(most, Math.floor(this.node.scrollTop / height) - BEYOND));
    const last = Math.min(this.#order.length, first + seen);
    this.#have(last - first);
    this.#above.firstChild.style.height = `${first * height}px`;
    this.#below.firstChild.style.height = `${(this.#order.length - last) * height}px`;
    let chosen = null;
    for (let i = 0; i < this.#rows.length; i++) {
      const room = this.rooms.get(this.#order[first + i]);
      if (room) this.#fill(this.#rows[i], room, first + i);
      if (room?.room_id === this.#chosen) chosen = this.#rows[i].node.id;
    }
    setAttribute(this.node, 'aria-activedescendant', chosen);
    if (this.node.clientWidth >= WITH_TRAILS) this.#trails.want(this.#order.slice(first, last));
  }

  #have(count) {
    while (this.#rows.length > count) this.#rows.pop().node.remove();
    while (this.#rows.length < count) {
      const row = this.#row(this.#rows.length);
      this.#rows.push(row);
      this.#below.before(row.node);
    }
  }

  #row(number) {
    const parts = {
      state: h('span', { role: 'img' }),
      link: h('a', { class: 'title' }),
      owner: h('span', { class: 'owner' }),
      labels: h('span', { class: 'labels' }),
      alert: h('span', { role: 'img' }),
      trend: h('span', { role: 'img' }),
      trail: svg('path', {}),
    };
    const cells = COLUMNS.map((column) => {
      const value = h('span');
      const cell = h(
        'td',
        { class: classOf(column), data: { column: column.key, label: t(`col_${column.key}`) } },
        value,
      );
      if (column.key === 'online') cell.append(parts.trend);
      return value;
    });
    const name = h(
      'td',
      { class: 'name' },
      h(
        'div',
        {},
        parts.state,
        h('div', { class: 'who' }, parts.link, h('div', { class: 'sub' }, parts.owner, parts.labels)),
        parts.alert,
      ),
    );
    const node = h(
      'tr',
      { class: 'room', id: `row-${number}` },
      name,
      trailCell(parts.trail),
      cells.map((value) => value.parentNode),
    );
    node.addEventListener('click', (event) => {
      if (event.target.closest('a') || getSelection().type === 'Range') return;
      this.#onOpen(node.dataset.room);
    });
    return { node, parts, cells };
  }

  #fill({ node, parts, cells }, room, index) {
    if (node.dataset.room !== room.room_id) {
      node.dataset.room = room.room_id;
      parts.link.href = roomLink(room.room_id);
    }
    setAttribute(node, 'aria-rowindex', index + 2);
    setAttribute(node, 'aria-selected', room.room_id === this.#chosen);
    setAttribute(node, 'data-severity', room.alerts_raised ? room.worst_severity : null);
    setAttribute(node, 'data-state', room.state);
    signInto(parts.state, stateSign(room.state));
    const title = room.title || room.owner_name || room.room_id;
    setText(parts.link, title);
    setAttribute(parts.link, 'title', title);
    setText(parts.owner, room.title && room.owner_name ? room.owner_name : room.title ? room.room_id : '');
    setText(parts.labels, (room.labels ?? []).join('  '));
    if (room.alerts_raised) {
      const sign = severitySign(room.worst_severity);
      const many = room.alerts_raised > 1 ? ` ${room.alerts_raised}` : '';
      signInto(parts.alert, {
        ...sign,
        text: sign.text + many,
        title: `${t('alerts')}: ${room.alerts_raised} (${sign.title})`,
      });
    } else {
      signInto(parts.alert, { text: '', class: '', title: null });
    }
    signInto(parts.trend, trendCell(room));
    setAttribute(parts.trail, 'd', this.#trails.path(room));
    COLUMNS.forEach((column, i) => show(cells[i], column.cell(room)));
  }
}

function trailCell(path) {
  return h(
    'td',
    { class: 'trail', 'aria-hidden': 'true' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }, path),
  );
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function classOf(column) {
  return ['figure', `rank${column.rank}`, column.group && 'apart', column.strong && 'strong']
    .filter(Boolean)
    .join(' ');
}
