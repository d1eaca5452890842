import { h } from './dom.js';
import { clock, span, utc } from './format.js';
import { severitySign } from './signs.js';
import { ruleName, t } from './words.js';

const MOST_MARKS = 300;

/** Gaps below the curve, alerts above it: elements, so that they can be pointed at and are never mistaken for data. */
export function overlay(plot, { min, max }, { gaps: known, alerts }, series) {
  const place = (at) => ((at - min) / (max - min)) * 100;
  const gaps = stretches(known, series)
    .filter((gap) => gap.to > min && gap.from < max)
    .map((gap) => {
      const from = Math.max(0, place(gap.from));
      const node = h('div', {
        class: `gap ${gap.cause ? 'known' : 'uncovered'}`,
        title: gap.title,
        data: gap.cause ? { cause: gap.cause } : {},
      });
      node.style.left = `${from}%`;
      node.style.width = `${Math.min(100, place(gap.to)) - from}%`;
      return node;
    });
  const marks = [...alerts.values()]
    .slice(-MOST_MARKS)
    .map((alert) => ({ alert, at: Date.parse(alert.started_at) / 1000 }))
    .filter(({ at }) => at >= min && at <= max)
    .map(({ alert, at }) => {
      const sign = severitySign(alert.severity);
      const node = h(
        'div',
        {
          class: `mark ${alert.status.toLowerCase()}`,
          title: `${ruleName(alert.rule)} · ${clock(alert.started_at, true)} · ${alert.summary}`,
          data: { alert: alert.alert_id },
        },
        h('span', { class: sign.class }, sign.text),
      );
      node.style.left = `${place(at)}%`;
      return node;
    });
  replaceOverlay(plot.under, 'gaps', gaps);
  replaceOverlay(plot.over, 'marks', marks);
}

function replaceOverlay(parent, name, nodes) {
  let layer = parent.querySelector(`:scope > .${name}`);
  if (!layer) {
    layer = h('div', { class: name });
    parent.append(layer);
  }
  layer.replaceChildren(...nodes);
}

/** Known gaps, and windows of which less than half was sampled. */
function stretches(gaps, series) {
  const known = [...gaps.values()].slice(-MOST_MARKS).map((gap) => ({
    from: Date.parse(gap.gap_from) / 1000,
    to: Date.parse(gap.gap_to) / 1000,
    cause: gap.cause,
    title: `${t('not_seen')}: ${t(`cause_${gap.cause}`)}${gap.detail ? ` (${gap.detail})` : ''} · ${utc(gap.gap_from)} · ${span((Date.parse(gap.gap_to) - Date.parse(gap.gap_from)) / 1000)}`,
  }));
  return [...series.uncovered.map((one) => ({ ...one, cause: null, title: t('not_seen') })), ...known];
}
