import { alertItem, raisedFirst } from './alerts.js';
import { now } from './clock.js';
import { Curves } from './curves.js';
import { h, oncePerFrame, setAttribute, setText, show } from './dom.js';
import { age, moment, span } from './format.js';
import { FigureBoard } from './figures.js';
import { ProductTimeline } from './products.js';
import { AudiencePanel, QualityPanel, TrafficPanel } from './panels.js';
import { signInto, stateSign } from './signs.js';
import { t } from './words.js';

/** One room: who, the figures, the curves over the broadcast, products, alerts, audience, quality. */
export class RoomView {
  #live;
  #id;
  #main = null;
  #head;
  #board = new FigureBoard();
  #products = new ProductTimeline();
  #curves = new Curves((range) => this.#products.show(this.#live.focus, range));
  #audience = new AudiencePanel();
  #traffic = new TrafficPanel();
  #quality = new QualityPanel();
  #alerts = h('ul', { class: 'alert-list', id: 'room-alerts' });
  #alertsShown = null;
  #areCurvesDue = true;
  #body;
  #trouble = h('div', { class: 'empty', hidden: true });

  constructor(live, id) {
    this.#live = live;
    this.#id = id;
    this.#head = makeHead();
    this.#body = h(
      'div',
      { class: 'columns' },
      h('div', { class: 'wide' }, this.#curves.node, this.#products.node),
      h(
        'div',
        { class: 'side' },
        h('section', { class: 'panel' }, h('h2', {}, t('alerts')), this.#alerts),
        this.#audience.node,
        this.#traffic.node,
        this.#quality.node,
      ),
    );
  }

  get id() {
    return this.#id;
  }

  mount(main) {
    this.#main = main;
    main.className = 'room';
    main.dataset.room = this.#id;
    main.replaceChildren(this.#head.node, this.#trouble, this.#board.node, this.#body);
    main.scrollTop = 0;
    this.render(new Set(['curves']));
  }

  unmount() {
    delete this.#main.dataset.room;
    this.#curves.close();
    this.#main = null;
  }

  render(changed) {
    if (changed.has('curves') || changed.has('focus')) this.#areCurvesDue ||= changed.has('curves');
    this.#draw();
  }

  tick() {
    this.#draw();
  }

  /** Theme or size of the letters changed: curves carry their colours in them. */
  redraw() {
    this.#curves.restyle();
  }

  #draw = oncePerFrame(() => {
    const focus = this.#live.focus;
    if (!this.#main || focus?.id !== this.#id) return;
    const room = focus.room ?? this.#live.rooms.get(this.#id) ?? null;
    this.#showTrouble(room);
    this.#body.hidden = this.#board.node.hidden = !room;
    this.#head.show(room, focus.session, this.#id);
    if (!room) return;
    this.#board.show(room, focus.session, focus.minutes);
    if (this.#areCurvesDue) {
      this.#areCurvesDue = false;
      this.#curves.show(focus);
    }
    this.#products.show(focus, this.#curves.range);
    this.#audience.show(focus.audience, focus.isLoaded);
    this.#traffic.show(focus.session);
    this.#quality.show(focus.session, focus.gaps);
    this.#showAlerts(focus.alerts);
  });

  #showTrouble(room) {
    const problem = this.#live.problem;
    const text = room
      ? null
      : problem?.status === 404
        ? t('room_gone')
        : problem
          ? t('cannot_load', { why: problem.status ? problem.message : t('network_down') })
          : t('loading');
    this.#trouble.hidden = !text;
    setText(this.#trouble, text ?? '');
  }

  #showAlerts(alerts) {
    const raised = [...alerts.values()].filter((alert) => alert.status === 'RAISED').sort(raisedFirst);
    const over = [...alerts.values()]
      .filter((alert) => alert.status !== 'RAISED')
      .sort((one, other) => (one.started_at < other.started_at ? 1 : -1))
      .slice(0, 30);
    const all = [...raised, ...over];
    const signature = all.map((alert) => alert.alert_id + alert.status).join();
    if (signature !== this.#alertsShown) {
      this.#alertsShown = signature;
      this.#alerts.replaceChildren(
        ...(all.length
          ? all.map((alert) => alertItem(alert, false))
          : [h('li', { class: 'quiet' }, t('none_yet'))]),
      );
    }
    for (const node of this.#alerts.querySelectorAll('time[data-since]')) {
      setText(node, age(node.dataset.since).text);
    }
  }
}

function makeHead() {
  const sign = h('span', { role: 'img' });
  const state = h('span', { id: 'room-state' });
  const title = h('h1', { id: 'room-title' });
  const owner = h('span', { class: 'owner' });
  const labels = h('span', { class: 'labels' });
  const facts = {
    started: fact('started'),
    ended: fact('ended'),
    lasting: fact('lasting'),
    last_event: fact('last_event'),
  };
  const id = h('code', {});
  const copy = h(
    'button',
    { type: 'button', class: 'small', onclick: () => copyId(id.textContent, copy) },
    t('copy'),
  );
  const final = h('span', { class: 'badge' });
  const node = h(
    'header',
    { class: 'room-head' },
    h('div', { class: 'room-name' }, h('span', { class: 'state-word' }, sign, state), title),
    h(
      'div',
      { class: 'facts' },
      owner,
      labels,
      Object.values(facts).map((one) => one.node),
      h('span', { class: 'fact' }, h('span', { class: 'term' }, t('room_id')), id, copy),
      final,
    ),
  );
  return {
    node,
    show: (room, session, roomId) =>
      showHead({ sign, state, title, owner, labels, facts, id, final }, room, session, roomId),
  };
}

function fact(name) {
  const value = h('span', { class: 'value' });
  return {
    node: h('span', { class: 'fact', data: { fact: name } }, h('span', { class: 'term' }, t(name)), value),
    value,
  };
}

function showHead(parts, room, session, roomId) {
  setText(parts.id, roomId);
  if (!room) {
    for (const one of Object.values(parts.facts)) one.node.hidden = true;
    parts.final.hidden = true;
    setText(parts.title, roomId);
    return;
  }
  const title = room.title || room.owner_name || roomId;
  document.title = `${title} · liveroom`;
  signInto(parts.sign, stateSign(room.state));
  setText(parts.state, t(room.state));
  setText(parts.title, title);
  setText(parts.owner, room.owner_name ?? '');
  setText(parts.labels, (room.labels ?? []).join('  '));
  showFact(parts.facts.started, room.started_at, moment(room.started_at, true));
  showFact(parts.facts.ended, room.ended_at, moment(room.ended_at, true));
  const until = room.ended_at ? Date.parse(room.ended_at) : now();
  showFact(parts.facts.lasting, room.started_at, {
    text: span((until - Date.parse(room.started_at)) / 1000),
  });
  const seen = age(room.last_event_at);
  showFact(parts.facts.last_event, room.last_event_at, { ...seen, text: t('ago', { span: seen.text }) });
  const isFinal = session?.is_final ?? room.is_final;
  parts.final.hidden = !isFinal;
  setText(parts.final, t('final'));
  setAttribute(parts.final, 'title', `is_final, revision ${session?.revision ?? room.revision}`);
}

function showFact(one, isThere, shown) {
  one.node.hidden = !isThere;
  show(one.value, { ...shown, class: 'value' });
}

async function copyId(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    setText(button, t('copied'));
    setTimeout(() => setText(button, t('copy')), 1500);
  } catch {
    getSelection().selectAllChildren(button.previousSibling);
  }
}
