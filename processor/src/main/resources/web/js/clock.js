// The server's clock, as far as we know it: ages must be right on a machine whose clock is wrong.
let aheadMillis = 0;

export function now() {
  return Date.now() + aheadMillis;
}

/** The server said what time it is. Small differences are the way there, not the clock. */
export function heardTime(iso) {
  const ahead = Date.parse(iso) - Date.now();
  if (Number.isFinite(ahead)) aheadMillis = Math.abs(ahead) < 2000 ? 0 : ahead;
}
