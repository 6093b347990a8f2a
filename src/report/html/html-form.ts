import type { Form } from '../form.js';
import { renderDiagnosticsPage, renderFailurePage, renderResultPage } from './other-pages.js';
import { renderHtml } from './render-html.js';

/** A page for whoever reviews words and not YAML. */
export const form: Form = {
  report: ({ view }, { version }) => renderHtml(view(), version),
  result: ({ view }, { version }) => renderResultPage(view(), version),
  failure: ({ view }, { version }) => renderFailurePage(view(), version),
  diagnostics: ({ view }, { version }) => renderDiagnosticsPage(view(), version),
};
