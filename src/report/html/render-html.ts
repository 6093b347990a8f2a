import type { Look } from '../form.js';
import { titled } from '../layout.js';
import type { ReportView } from '../view/report-view.js';
import { renderChanges } from './changes.js';
import { renderBlocked, renderDiagnosticList } from './diagnostics.js';
import { renderGauge } from './gauge.js';
import { renderClosing, renderHeading } from './heading.js';
import { renderImpact } from './impact.js';
import { renderInstant } from './instant.js';
import type { Markup } from './markup.js';
import { renderUnchanged, renderUnmanaged } from './other-lists.js';
import { renderPage } from './page.js';
import { renderTimeline } from './timeline.js';
import { allWords, renderWords } from './words.js';

/** Where a page is made: by which version of vocabsync, and for which account. */
export type PageLook = Pick<Look, 'version' | 'account'>;

export function renderHtml(report: ReportView, { version, account }: PageLook): string {
  const view = { ...report, title: titled(report.title, account) };
  return renderPage({
    title: `${view.title}: ${view.headline}`,
    heading: renderHeading(view),
    parts: reportParts(view),
    closing: renderClosing(view, version),
  });
}

/** What must not be missed comes first; the words, which are long, come after what is said of them. */
export function reportParts(view: ReportView): Markup[] {
  return [
    renderBlocked(view.blocked),
    renderDiagnosticList(view.diagnostics),
    renderGauge(view.quota),
    renderImpact(view),
    renderTimeline(view),
    renderChanges(view.changes),
    renderInstant(view.instant, view.changes.length),
    renderWords(allWords(view.changes, view.instant)),
    renderUnchanged(view.unchanged),
    renderUnmanaged(view.unmanaged),
  ];
}
