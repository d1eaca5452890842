import { h, setAttribute, show } from './dom.js';
import { t } from './words.js';

// States and severities are told by shape and by colour, so that neither is needed alone.

const STATES = { LIVE: '●', PAUSED: '◐', ENDED: '○', UNKNOWN: '?', PREPARING: '◌' };
const SEVERITIES = { CRITICAL: '◆', WARNING: '▲', INFO: '●', UNKNOWN: '●' };
export const SEVERITY_ORDER = { CRITICAL: 3, WARNING: 2, INFO: 1, UNKNOWN: 0 };

export function stateSign(state) {
  return {
    text: STATES[state] ?? '?',
    class: `state ${(state ?? 'UNKNOWN').toLowerCase()}`,
    title: state === 'UNKNOWN' ? `${t('UNKNOWN')}: ${t('unknown_is_not_offline')}` : t(state),
  };
}

export function stateNode(state) {
  const sign = stateSign(state);
  return h('span', { class: sign.class, title: sign.title, 'aria-hidden': 'true' }, sign.text);
}

export function severitySign(severity) {
  const name = SEVERITIES[severity] ? severity : 'UNKNOWN';
  return { text: SEVERITIES[name], class: `severity ${name.toLowerCase()}`, title: t(name) };
}

export function severityNode(severity) {
  const sign = severitySign(severity);
  return h(
    'span',
    { class: sign.class, title: sign.title, role: 'img', 'aria-label': sign.title },
    sign.text,
  );
}

/** A sign with its meaning for those who hear it. */
export function signInto(node, sign) {
  show(node, sign);
  setAttribute(node, 'aria-label', sign.title || null);
}
