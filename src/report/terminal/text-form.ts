import type { Form } from '../form.js';
import { renderChecks } from './render-checks.js';
import { renderDiagnostics, renderError } from './render-diagnostics.js';
import { renderEvaluation } from './render-evaluation.js';
import { renderFiles } from './render-files.js';
import { renderOverview } from './render-overview.js';
import { renderTerminal } from './render-report.js';
import { renderResult } from './render-result.js';

/** Text for a terminal, in colour or without. */
export const form: Form = {
  report({ view }, look) {
    const report = view();
    // A cron job that mails what is printed shall not mail that all is well.
    const isSilent = look.quiet && report.kind === 'drift' && report.state === 'clean';
    return isSilent ? '' : renderTerminal(report, look);
  },
  // What was found in the configuration stands above it, with the plan.
  result: ({ view }, look) => renderResult(view(), look),
  // And so does the plan that was not carried out.
  failure({ view }, look) {
    const { error, diagnostics } = view();
    return renderDiagnostics(diagnostics, look) + renderError(error, look.palette);
  },
  overview: ({ view }, look) => renderOverview(view(), look),
  files: ({ view }, look) => renderFiles(view(), look),
  checks: ({ view }, look) => renderChecks(view(), look),
  evaluation: ({ view }, look) => renderEvaluation(view(), look),
  diagnostics({ view }, look) {
    const { verdict, diagnostics } = view();
    const line =
      verdict === null || look.quiet ? '' : `${verdict.replace('Valid', look.palette.good('Valid'))}\n`;
    return renderDiagnostics(diagnostics, look) + line;
  },
};
