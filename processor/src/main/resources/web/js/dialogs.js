import { h } from './dom.js';
import { settings } from './settings.js';
import { t } from './words.js';

const KEYS = [
  [['↑', '↓'], 'key_move'],
  [['Enter'], 'key_open'],
  [['Esc'], 'key_back'],
  [['/'], 'key_search'],
  [['←', '→'], 'key_neighbour'],
  [['1', '2', '3', '4'], 'key_states'],
  [['a'], 'key_alerts'],
  [['t'], 'key_theme'],
  [['l'], 'key_language'],
  [['?'], 'key_help'],
];

export function showHelp() {
  const dialog = document.getElementById('help');
  if (dialog.open) return dialog.close();
  dialog.replaceChildren(
    h('h2', {}, t('help_title')),
    h(
      'dl',
      { class: 'keys' },
      KEYS.flatMap(([keys, word]) => [
        h(
          'dt',
          {},
          keys.map((key) => h('kbd', {}, key)),
        ),
        h('dd', {}, t(word)),
      ]),
    ),
    h('h2', {}, t('help_words')),
    h(
      'ul',
      {},
      ['help_dash', 'help_rates', 'help_trend', 'help_gaps', 'help_times'].map((word) =>
        h('li', {}, t(word)),
      ),
    ),
    h('form', { method: 'dialog' }, h('button', { class: 'chip' }, t('close'))),
  );
  dialog.onclick = (event) => event.target === dialog && dialog.close();
  return dialog.showModal();
}

let asking = null;

/** Asks for the token, once for all requests that wait for it. `refused` is the one that was sent. */
export function askForToken(refused) {
  if (settings.token !== refused) return Promise.resolve(); // another request has asked meanwhile
  asking ??= new Promise((resolve) => {
    const dialog = document.getElementById('token');
    const input = h('input', {
      type: 'password',
      id: 'token-input',
      autocomplete: 'current-password',
      required: true,
      'aria-label': t('token_title'),
    });
    dialog.replaceChildren(
      h('h2', {}, t('token_title')),
      h('p', {}, t('token_text')),
      refused ? h('p', { class: 'warning-text', role: 'alert' }, t('token_wrong')) : '',
      h('form', { method: 'dialog' }, input, h('button', { class: 'chip' }, t('token_send'))),
    );
    dialog.oncancel = (event) => event.preventDefault(); // without it there is nothing to see
    dialog.onclose = () => {
      settings.token = input.value.trim();
      asking = null;
      resolve();
    };
    dialog.showModal();
    input.focus();
  });
  return asking;
}
