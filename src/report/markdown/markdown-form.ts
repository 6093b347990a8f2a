import type { Form } from '../form.js';
import { renderChecks } from './render-checks.js';
import { renderEvaluation } from './render-evaluation.js';
import { renderDiagnostics, renderFailure } from './render-failure.js';
import { renderFiles } from './render-files.js';
import { renderMarkdown } from './render-markdown.js';
import { renderOverview } from './render-overview.js';
import { renderResult } from './render-result.js';

/** A comment on a pull request, the body of an issue, or the summary of a workflow. */
export const form: Form = {
  report: ({ view }, look) => renderMarkdown(view(), look),
  result: ({ view }, look) => renderResult(view(), look),
  failure: ({ view }, look) => renderFailure(view(), look),
  overview: ({ view }, look) => renderOverview(view(), look),
  files: ({ view }, look) => renderFiles(view(), look),
  diagnostics: ({ view }, look) => renderDiagnostics(view(), look),
  checks: ({ view }, look) => renderChecks(view(), look),
  evaluation: ({ view }, look) => renderEvaluation(view(), look),
};
