import { AlertsPanel } from './alerts.js';
import { onTokenRequired } from './api.js';
import { askForToken, showHelp } from './dialogs.js';
import { h, setAttribute, setText } from './dom.js';
import { span } from './format.js';
import { listen } from './keyboard.js';
import { Live } from './live.js';
import { RoomView } from './room.js';
import { RoomsView } from './rooms.js';
import { readFilter, readRoute, roomLink, roomsLink } from './routes.js';
import { settings } from './settings.js';
import { t } from './words.js';

const STALE_MILLIS = 5000; // a short cut is nothing to grey the figures for
const RESUMED_MILLIS = 4000;
const WIDE = matchMedia('(min-width: 1100px)');

/** The page: what is looked at, and what surrounds it. */
class Page {
  #live = new Live();
  #main = document.getElementById('main');
  #aside = document.getElementById('alerts');
  #panel = new AlertsPanel(this.#aside, document.getElementById('announce'), this.#live);
  #roomsView = null;
  #view = null;
  #lastRooms = '#/rooms';
  #isSheetOpen = false;

  start() {
    onTokenRequired(askForToken);
    for (const [id, action] of [
      ['alerts', 'toggleAlerts'],
      ['language', 'toggleLanguage'],
      ['theme', 'toggleTheme'],
      ['help', 'help'],
    ]) {
      document.getElementById(`${id}-button`).addEventListener('click', () => this[action]());
    }
    document.getElementById('skip').addEventListener('click', (event) => {
      event.preventDefault();
      this.#main.focus();
    });
    addEventListener('hashchange', () => this.#route());
    WIDE.addEventListener('change', () => this.#frame());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#themed());
    this.#live.onChange((changed) => this.#changed(changed));
    this.#words();
    this.#route();
    this.#live.start();
    listen(this);
    setInterval(() => this.#tick(), 1000);
  }

  rooms() {
    return this.#view instanceof RoomsView ? this.#view : null;
  }

  help() {
    showHelp();
  }

  search() {
    if (!this.rooms()) location.hash = this.#lastRooms;
    requestAnimationFrame(() => setTimeout(() => this.rooms()?.focusSearch()));
  }

  toggleTheme() {
    settings.isDark = !settings.isDark;
    this.#themed();
  }

  toggleLanguage() {
    settings.language = settings.language === 'zh' ? 'en' : 'zh';
    this.#words();
    this.#roomsView = null;
    this.#view?.unmount();
    this.#view = null;
    this.#route();
  }

  toggleAlerts() {
    if (WIDE.matches) settings.showsAlerts = !settings.showsAlerts;
    else this.#isSheetOpen = !this.#isSheetOpen;
    this.#frame();
  }

  /** One step back: sheet, search, choice, room. */
  back() {
    if (this.#isSheetOpen) {
      this.toggleAlerts();
      return true;
    }
    if (this.rooms()) return this.rooms().clear();
    location.hash = this.#lastRooms;
    return true;
  }

  neighbour(by) {
    const order = this.#roomsView?.order ?? [];
    const next = order[order.indexOf(this.#view.id) + by];
    if (order.includes(this.#view.id) && next) location.hash = roomLink(next);
    return true;
  }

  #route() {
    const route = readRoute();
    this.#isSheetOpen = false;
    if (route.view === 'room') {
      if (!(this.#view instanceof RoomView && this.#view.id === route.id)) {
        this.#live.look(route.id);
        this.#mount(new RoomView(this.#live, route.id));
      }
    } else {
      const filter = readFilter(route.parameters);
      this.#lastRooms = roomsLink(filter);
      this.#live.look(null);
      if (this.#roomsView) this.#roomsView.apply(filter);
      this.#roomsView ??= new RoomsView(this.#live, filter);
      if (this.#view !== this.#roomsView) this.#mount(this.#roomsView);
      document.title = `${t('rooms')} · liveroom`;
    }
    this.#frame();
    this.#crumb();
  }

  #mount(view) {
    if (this.rooms()) this.#lastRooms = roomsLink(this.rooms().filter);
    this.#view?.unmount();
    this.#view = view;
    view.mount(this.#main);
  }

  #changed(changed) {
    if (changed.has('link')) this.#link();
    if (changed.has('alerts') || changed.has('new-alert')) {
      this.#panel.announce();
      this.#panel.render();
      this.#alertsButton();
    }
    if (changed.has('list')) this.rooms()?.reorder();
    if (changed.has('rooms')) this.rooms()?.render();
    if (this.#view instanceof RoomView) this.#view.render(changed);
    this.#notice();
  }

  #tick() {
    if (document.hidden) return;
    this.#view?.tick();
    this.#panel.tick();
    this.#link();
  }

  #link() {
    const { phase, since } = this.#live.link;
    const { heardAt } = this.#live;
    const node = document.getElementById('connection');
    const isPast = phase === 'resumed' && Date.now() - since > RESUMED_MILLIS;
    const shown = isPast ? 'live' : phase;
    const isDown = phase === 'reconnecting' || phase === 'paused';
    const isStale = isDown && Date.now() - since > STALE_MILLIS;
    const age =
      isStale && heardAt ? ` · ${t('link_since', { span: span((Date.now() - heardAt) / 1000) })}` : '';
    setText(node, t(`link_${shown}`) + age);
    setAttribute(node, 'data-phase', shown);
    setAttribute(document.documentElement, 'data-stale', isStale ? '' : null);
  }

  #notice() {
    const { problem, missingPartitions, focus } = this.#live;
    const text =
      problem && !focus && this.#live.rooms.size + 1
        ? t('cannot_load', { why: problem.status ? problem.message : t('network_down') })
        : missingPartitions.length && !focus
          ? t('partitions_missing', { list: missingPartitions.join(', ') })
          : '';
    const node = document.getElementById('notice');
    node.hidden = !text;
    setText(node, text);
  }

  #words() {
    document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
    setText(document.getElementById('skip'), t('skip'));
    const buttons = {
      language: [t('language'), t('language')],
      theme: ['', t('theme')],
      help: ['?', t('help')],
    };
    for (const [name, [text, title]] of Object.entries(buttons)) {
      const button = document.getElementById(`${name}-button`);
      if (text) setText(button, text);
      button.title = title;
      button.setAttribute('aria-label', title);
    }
    this.#themed();
    this.#panel.render(true);
    this.#alertsButton();
    this.#link();
    this.#notice();
  }

  #themed() {
    setText(document.getElementById('theme-button'), settings.isDark ? '☾' : '☀');
    if (this.#view instanceof RoomView) this.#view.redraw();
  }

  /** Beside the rooms where there is room; over them where there is not. */
  #frame() {
    const isShown = WIDE.matches ? settings.showsAlerts && readRoute().view === 'rooms' : this.#isSheetOpen;
    this.#aside.hidden = !isShown;
    document.getElementById('alerts-button').setAttribute('aria-expanded', isShown);
  }

  #alertsButton() {
    const raised = this.#panel.raised().length;
    const button = document.getElementById('alerts-button');
    button.replaceChildren(t('alerts'), h('span', { class: raised ? 'tally on' : 'tally' }, raised));
    button.title = t('key_alerts');
  }

  #crumb() {
    const crumb = document.getElementById('crumb');
    crumb.replaceChildren(this.rooms() ? '' : h('a', { href: this.#lastRooms }, `‹ ${t('back')}`));
  }
}

new Page().start();
