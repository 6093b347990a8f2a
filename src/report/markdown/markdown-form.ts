import type { Form } from '../form.js';
import { renderDiagnostics, renderFailure } from './render-failure.js';
import { renderMarkdown } from './render-markdown.js';
import { renderResult } from './render-result.js';

/** A comment on a pull request, the body of an issue, or the summary of a workflow. */
export const form: Form = {
  report: ({ view }, { config }) => renderMarkdown(view(), { config }),
  result: ({ view }, { config }) => renderResult(view(), config),
  failure: ({ view }, { config }) => renderFailure(view(), config),
  diagnostics: ({ view }, { config }) => renderDiagnostics(view(), config),
};
