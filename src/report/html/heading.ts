import type { LegendEntry, ReportKind, ReportState, ReportView } from '../view/report-view.js';
import { html, type Markup, nothing, renderSign, trusted } from './markup.js';

const verdicts: Readonly<Record<ReportKind, Readonly<Record<ReportState, string>>>> = {
  plan: {
    clean: 'Nothing to do',
    waiting: 'Not all in effect',
    changes: 'Changes to review',
    blocked: 'Blocked',
  },
  diff: {
    clean: 'No difference',
    waiting: 'No difference',
    changes: 'Changes to review',
    blocked: 'Blocked',
  },
  drift: {
    clean: 'No drift',
    waiting: 'No drift',
    changes: 'Drift',
    blocked: 'Drift, and its repair is blocked',
  },
};

/** A tick, a pencil, an exclamation mark, in a box of 16: the verdict must not be told by colour alone. */
const shapes: Readonly<Record<ReportState, string>> = {
  clean: 'M3 8.5l3.5 3.5L13 4.5',
  waiting: 'M8 3v5.5l3 2',
  changes: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  blocked: 'M8 2.5v7M8 13v.5',
};

/** What was looked at, what came of it, and when. */
export function renderHeading(view: ReportView): Markup {
  const facts = html`<dl class="facts">
<div><dt>${view.kind === 'diff' ? 'Compared with' : 'Account'}</dt><dd>${view.where}</dd></div>
${renderTime(view.as_of)}${renderRedeploy('Consumers to redeploy', view.redeploy)}${renderRedeploy('To redeploy, no new id', view.redeploy_words)}</dl>
`;
  return renderVerdict({ ...view, verdict: verdicts[view.kind][view.state] }, facts);
}

/** What it came to, in a word and in a line. */
export interface Verdict {
  readonly state: ReportState;
  readonly verdict: string;
  readonly title: string;
  readonly headline: string;
}

export function renderVerdict({ state, verdict, title, headline }: Verdict, facts: Markup = nothing): Markup {
  return html`<header>
<p class="brand">vocabsync</p>
<p class="verdict ${state}">${renderShape(state)}${verdict}</p>
<h1><span class="title">${title}</span>${renderHeadline(headline)}</h1>
${facts}</header>`;
}

/** Its parts stay whole where a line breaks. */
function renderHeadline(headline: string): Markup[] {
  return headline.split(/(?<=,) /).map((part) => html` <span>${part}</span>`);
}

function renderShape(state: ReportState): Markup {
  const path = trusted(shapes[state]);
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function renderTime(as_of: string | null): Markup {
  if (as_of === null) return nothing;
  const read = as_of.replace('T', ' ').replace(/Z$/, ' UTC');
  return html`<div><dt>As of</dt><dd><time datetime="${as_of}">${read}</time></dd></div>
`;
}

/** The one thing that somebody has to do by hand. */
function renderRedeploy(what: string, consumers: readonly string[]): Markup {
  if (consumers.length === 0) return nothing;
  return html`<div><dt>${what}</dt><dd><b>${consumers.join(', ')}</b></dd></div>
`;
}

/** What the symbols mean, what is approved by approving this, and what made the page. */
export function renderClosing(
  { legend, digest }: Pick<ReportView, 'legend' | 'digest'>,
  version: string,
): Markup {
  return html`<footer>
${renderLegend(legend)}${renderDigest(digest)}<p>vocabsync ${version}</p>
</footer>`;
}

function renderLegend(legend: readonly LegendEntry[]): Markup {
  if (legend.length === 0) return nothing;
  const entries = legend.map(
    ({ symbol, meaning }) => html`<div><dt>${renderSign(symbol)}</dt><dd>${meaning}</dd></div>`,
  );
  return html`<dl class="legend">${entries}</dl>
`;
}

function renderDigest(digest: string | null): Markup {
  if (digest === null) return nothing;
  return html`<p class="digest"><span>Digest</span> <code>${digest}</code></p>
`;
}
