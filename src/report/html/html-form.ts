import type { Form } from '../form.js';
import { renderChecksPage } from './checks-page.js';
import { renderEvaluationPage } from './evaluation/evaluation-page.js';
import { renderFilesPage } from './files-page.js';
import { renderDiagnosticsPage, renderFailurePage, renderResultPage } from './other-pages.js';
import { renderOverviewPage } from './overview-page.js';
import { renderHtml } from './render-html.js';

/** A page for whoever reviews words and not YAML. */
export const form: Form = {
  report: ({ view }, look) => renderHtml(view(), look),
  result: ({ view }, look) => renderResultPage(view(), look),
  failure: ({ view }, look) => renderFailurePage(view(), look),
  overview: ({ view }, look) => renderOverviewPage(view(), look),
  files: ({ view }, look) => renderFilesPage(view(), look),
  diagnostics: ({ view }, look) => renderDiagnosticsPage(view(), look),
  checks: ({ view }, look) => renderChecksPage(view(), look),
  evaluation: ({ view }, look) => renderEvaluationPage(view(), look),
};
