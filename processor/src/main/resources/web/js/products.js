import { now } from './clock.js';
import { h } from './dom.js';
import { clock, count, span, utc, yuan } from './format.js';
import { t } from './words.js';

const MOST_LANES = 60;

/** Products over the same time axis as the curves: on the shelf, explained, price, sold out. */
export class ProductTimeline {
  #lanes = h('div', { class: 'lanes', id: 'products' });
  #none = h('p', { class: 'quiet' }, t('no_products'));
  #shown = null;
  node = h(
    'section',
    { class: 'panel products' },
    h(
      'div',
      { class: 'panel-head' },
      h('h2', {}, t('products')),
      h('span', { class: 'note' }, t('products_note'), ' · ◆ ', t('legend_price'), ' · ✕ ', t('sold_out')),
    ),
    this.#lanes,
    this.#none,
  );

  show(focus, range) {
    if (!focus) return;
    const until = focus.room?.ended_at ? Date.parse(focus.room.ended_at) : now();
    const signature = [
      focus.isLoaded,
      range?.min,
      range?.max,
      focus.changes.size,
      JSON.stringify(focus.shelf),
      Math.floor(until / 10_000),
    ].join();
    if (signature === this.#shown) return;
    this.#shown = signature;
    const products = productsOf(focus, until);
    this.#none.hidden = products.length > 0 || !focus.isLoaded;
    this.#lanes.replaceChildren(...products.slice(0, MOST_LANES).map((product) => lane(product, range)));
  }
}

/** Shelf and changes brought together, in the order of the shelf; what is explained now comes first. */
function productsOf(focus, until) {
  const products = new Map();
  const product = (id, title, position) => {
    if (!products.has(id)) {
      products.set(id, {
        id,
        title,
        position,
        listed: [],
        explained: [],
        prices: [],
        soldOut: [],
        open: { listed: null, explained: null },
      });
    }
    return products.get(id);
  };
  for (const item of focus.shelf) {
    Object.assign(product(item.promotion_id, item.title, item.position), { item, position: item.position });
  }
  const changes = [...focus.changes.values()].sort((one, other) =>
    one.changed_at < other.changed_at ? -1 : 1,
  );
  for (const change of changes) {
    takeChange(
      product(change.promotion_id, change.title, change.position),
      change,
      Date.parse(change.changed_at),
    );
  }
  for (const one of products.values()) close(one, until);
  const rank = (one) => (one.item?.is_explaining ? 0 : one.item && one.item.is_listed !== false ? 1 : 2);
  return [...products.values()].sort(
    (one, other) => rank(one) - rank(other) || (one.position ?? 1e9) - (other.position ?? 1e9),
  );
}

function takeChange(product, change, at) {
  switch (change.kind) {
    case 'LISTED':
      product.open.listed ??= at;
      break;
    case 'DELISTED':
      product.listed.push({ from: product.open.listed ?? at, to: at });
      product.open.listed = null;
      break;
    case 'EXPLAIN_STARTED':
      product.open.explained ??= at;
      break;
    case 'EXPLAIN_ENDED':
      product.explained.push({
        from: product.open.explained ?? at - (change.explained_seconds ?? 0) * 1000,
        to: at,
      });
      product.open.explained = null;
      break;
    case 'PRICE_CHANGED':
      product.prices.push({ at, before: change.price_fen_before, after: change.price_fen_after });
      break;
    case 'SOLD_OUT':
      product.soldOut.push({ at });
      break;
    default: // stock and sales are in the figures beside the title
  }
}

/** What has begun and not ended goes on until now. */
function close(product, until) {
  const { item, open } = product;
  if (open.listed !== null) product.listed.push({ from: open.listed, to: until });
  if (open.explained === null && item?.is_explaining && item.explain_started_at)
    open.explained = Date.parse(item.explain_started_at);
  if (open.explained !== null) product.explained.push({ from: open.explained, to: until, isOpen: true });
}

function lane(product, range) {
  const track = h('div', { class: 'track' });
  if (range) {
    const place = (at) => ((at / 1000 - range.min) / (range.max - range.min)) * 100;
    const bars = (stretches, className, title) =>
      stretches.map((one) =>
        bar(place(one.from), place(one.to), `${className}${one.isOpen ? ' open' : ''}`, title(one)),
      );
    const points = (all, className, sign, title) =>
      all.map((one) => point(place(one.at), className, sign, title(one)));
    track.append(
      ...[
        ...bars(
          product.listed,
          'listed',
          (one) => `${t('kind_LISTED')} ${clock(one.from, true)} – ${clock(one.to, true)}`,
        ),
        ...bars(
          product.explained,
          'explained',
          (one) =>
            `${t('kind_explained', { span: span((one.to - one.from) / 1000) })} · ${clock(one.from, true)} – ${clock(one.to, true)}`,
        ),
        ...points(
          product.prices,
          'price',
          '◆',
          (one) =>
            `${t('kind_PRICE_CHANGED')} ${yuan(one.before).text} → ${yuan(one.after).text} · ${utc(one.at)}`,
        ),
        ...points(
          product.soldOut,
          'sold-out',
          '✕',
          (one) => `${t('sold_out')} ${clock(one.at, true)} · ${utc(one.at)}`,
        ),
      ].filter(Boolean),
    );
  }
  return h(
    'div',
    { class: 'lane', data: { promotion: product.id } },
    h('span', { class: 'position' }, product.position ?? ''),
    h(
      'div',
      { class: 'lane-body' },
      h(
        'div',
        { class: 'lane-head' },
        h('span', { class: 'cut', title: product.title }, product.title ?? product.id),
        facts(product),
      ),
      track,
    ),
  );
}

function facts({ item }) {
  if (!item) return h('span', { class: 'lane-facts' }, t('delisted'));
  const words = [
    item.is_explaining && h('strong', { class: 'now' }, `▶ ${t('explaining')}`),
    item.is_listed === false && h('span', {}, t('delisted')),
    h('span', { class: 'price-now' }, yuan(item.price_fen).text),
    item.stock === 0
      ? h('span', { class: 'stale' }, `✕ ${t('sold_out')}`)
      : h('span', {}, t('stock', { n: count(item.stock).text })),
    item.sales == null
      ? h('span', { class: 'none', title: t('not_measured') }, t('sales_hidden'))
      : h('span', {}, t('sold', { n: count(item.sales).text })),
  ];
  return h('span', { class: 'lane-facts' }, words.filter(Boolean));
}

function bar(from, to, className, title) {
  const left = Math.max(0, from);
  const width = Math.min(100, to) - left;
  if (width < 0 || from > 100) return null;
  const node = h('span', { class: className, title });
  node.style.left = `${left}%`;
  node.style.width = `${width}%`;
  return node;
}

function point(at, className, sign, title) {
  if (at < 0 || at > 100) return null;
  const node = h('span', { class: `point ${className}`, title }, sign);
  node.style.left = `${at}%`;
  return node;
}
