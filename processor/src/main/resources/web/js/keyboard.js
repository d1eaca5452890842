const STATES = { 1: 'LIVE', 2: 'PAUSED', 3: 'ENDED', 4: 'UNKNOWN', 0: null };
const PAGE = 15;

/** One key, one thing. Keys with Ctrl, Alt or Meta stay the browser's; letters typed into a field too. */
export function listen(page) {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    const isTyping = event.target.closest?.('input, select, textarea');
    const handled = isTyping ? typed(event, page) : pressed(event, page);
    if (handled) event.preventDefault();
  });
}

function typed(event, page) {
  if (event.target.tagName === 'SELECT') return false;
  switch (event.key) {
    case 'Escape':
      page.rooms()?.clear();
      event.target.blur();
      return true;
    case 'Enter':
    case 'ArrowDown':
      event.target.blur();
      page.rooms()?.move(1);
      return true;
    default:
      return false;
  }
}

function pressed(event, page) {
  const rooms = page.rooms();
  switch (event.key) {
    case '?':
      page.help();
      return true;
    case 't':
      page.toggleTheme();
      return true;
    case 'l':
      page.toggleLanguage();
      return true;
    case 'a':
      page.toggleAlerts();
      return true;
    case '/':
      page.search();
      return true;
    case 'Escape':
      return page.back();
    default:
      return rooms ? inList(event, rooms) : inRoom(event, page);
  }
}

function inList(event, rooms) {
  const isOnControl = event.target.closest?.('button, a');
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return move(rooms, 1);
    case 'ArrowUp':
    case 'k':
      return move(rooms, -1);
    case 'PageDown':
      return move(rooms, PAGE);
    case 'PageUp':
      return move(rooms, -PAGE);
    case 'Home':
      return move(rooms, -Infinity);
    case 'End':
      return move(rooms, Infinity);
    case 'Enter':
      if (isOnControl) return false;
      rooms.openChosen();
      return true;
    default:
      if (!(event.key in STATES)) return false;
      rooms.toggleState(STATES[event.key]);
      return true;
  }
}

function move(rooms, by) {
  rooms.move(by);
  return true;
}

function inRoom(event, page) {
  switch (event.key) {
    case 'ArrowLeft':
      return page.neighbour(-1);
    case 'ArrowRight':
      return page.neighbour(1);
    default:
      return false;
  }
}
