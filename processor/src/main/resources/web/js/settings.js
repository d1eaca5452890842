// What this viewer chose: language and theme are kept, the token only as long as the tab lives.

function read(storage, key) {
  try {
    return storage().getItem(`liveroom.${key}`);
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    if (value == null) storage().removeItem(`liveroom.${key}`);
    else storage().setItem(`liveroom.${key}`, value);
  } catch {
    // Storage is refused: the choice holds until the page is left.
  }
}

const kept = () => localStorage;
const tab = () => sessionStorage;

let language = read(kept, 'language');
if (language !== 'zh' && language !== 'en') {
  language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
let token = read(tab, 'token');

export const settings = {
  get language() {
    return language;
  },
  set language(value) {
    language = value;
    write(kept, 'language', value);
  },
  get token() {
    return token;
  },
  set token(value) {
    token = value;
    write(tab, 'token', value);
  },
  /** Whether the alerts stand beside the rooms, where there is room for them. */
  get showsAlerts() {
    return read(kept, 'alerts') !== 'off';
  },
  set showsAlerts(value) {
    write(kept, 'alerts', value ? null : 'off');
  },
  get isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  },
  set isDark(value) {
    document.documentElement.dataset.theme = value ? 'dark' : 'light';
    write(kept, 'theme', value ? 'dark' : 'light');
  },
};
