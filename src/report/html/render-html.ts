import type { Sha256 } from '../../model/ports.js';
import type { ReportView } from '../view/report-view.js';
import { renderChanges } from './changes.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { renderBlocked, renderDiagnosticList } from './findings.js';
import { renderGauge } from './gauge.js';
import { renderClosing, renderHeading } from './heading.js';
import { renderImpact } from './impact.js';
import { html, type Markup, trusted } from './markup.js';
import { renderUnchanged, renderUnmanaged } from './other-lists.js';
import { script } from './script.js';
import { style } from './style.js';
import { renderTimeline } from './timeline.js';
import { renderWords } from './words.js';

export interface HtmlOptions {
  /** Of vocabsync, as the page names it. */
  readonly version: string;
  readonly sha256: Sha256;
}

/**
 * One page that needs nothing but itself: it loads nothing, and its policy lets nothing in. It can be read and printed
 * without the script, which only searches, filters and folds.
 */
export function renderHtml(view: ReportView, { version, sha256 }: HtmlOptions): string {
  const policy = trusted(contentSecurityPolicy({ style, script }, sha256));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${view.title}: ${view.headline}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${renderHeading(view)}
<main id="main" tabindex="-1">
${renderParts(view)}</main>
${renderClosing(view, version)}
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.markup;
}

/** What must not be missed comes first; the words, which are long, come after what is said of them. */
function renderParts(view: ReportView): Markup[] {
  const parts = [
    renderBlocked(view.blocked),
    renderDiagnosticList(view.diagnostics),
    renderGauge(view.quota),
    renderImpact(view),
    renderTimeline(view),
    renderChanges(view.changes),
    renderWords(view.changes),
    renderUnchanged(view.unchanged),
    renderUnmanaged(view.unmanaged),
  ];
  return parts
    .filter(({ markup }) => markup !== '')
    .map(
      (part) => html`${part}
`,
    );
}
