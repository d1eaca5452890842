// Before the first paint: the theme chosen on this machine, so that nothing flashes.
(() => {
  try {
    const theme = localStorage.getItem('liveroom.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme it is.
  }
})();
