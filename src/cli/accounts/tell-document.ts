import { hasEvaluations } from '../../documents/earlier-evaluation.js';
import type { AccountDocument } from '../../documents/parse-document.js';
import {
  isReported,
  reviveComparison,
  reviveDiagnostics,
  reviveDrift,
  reviveError,
  reviveFiles,
  revivePlan,
  reviveResult,
} from '../../documents/revive.js';
import { reviveEvaluation } from '../../documents/revive-evaluation.js';
import { viewEvaluation } from '../../report/view/evaluation-view.js';
import { viewFailure } from '../../report/view/failure-view.js';
import type { ToldAccount } from '../../report/view/overview-view.js';
import { viewResult } from '../../report/view/result-view.js';
import { viewDiff } from '../../report/view/view-diff.js';
import { viewDrift } from '../../report/view/view-drift.js';
import { viewPlan } from '../../report/view/view-plan.js';
import { exitCodeOfEvaluations } from '../evaluating/exit-code.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply, exitCodes } from '../exit-code.js';

/** What a document says, and the exit code that its command ends with. */
export interface ToldDocument {
  readonly told: ToldAccount['told'];
  /** With --detailed-exitcode, where the command takes that. */
  readonly exitCode: ExitCode;
}

/** Tells a document as its command told it. */
export function tellDocument(read: AccountDocument): ToldDocument {
  return tellFailure(read) ?? tellReport(read);
}

function tellReport({ kind, document }: AccountDocument): ToldDocument {
  if (kind === 'eval') return ofEvaluations(document);
  if (!isReported(document)) throw new TypeError('a document without a report says why');
  switch (kind) {
    case 'plan':
      return ofPlan(viewPlan(revivePlan(document)));
    case 'diff':
      return ofPlan(viewDiff(reviveComparison(document)));
    case 'drift':
      return ofDrift(viewDrift(reviveDrift(document)));
    case 'apply':
    case 'restore':
      return ofResult(kind, document);
  }
}

type Report = Extract<ToldAccount['told'], { as: 'report' }>['view'];

function ofPlan(view: Report): ToldDocument {
  const blocked = view.kind === 'plan' && view.state === 'blocked';
  const exitCode = blocked ? exitCodes.blocked : view.state === 'clean' ? exitCodes.done : exitCodes.changes;
  return { told: { as: 'report', view }, exitCode };
}

function ofDrift(view: Report): ToldDocument {
  return {
    told: { as: 'report', view },
    exitCode: view.state === 'clean' ? exitCodes.done : exitCodes.changes,
  };
}

function ofResult(kind: 'apply' | 'restore', document: Parameters<typeof reviveResult>[0]): ToldDocument {
  const result = reviveResult(document);
  if (result === null) throw new TypeError('a document without a result says why');
  const { outputs, backups } = reviveFiles(document);
  const view = viewResult({ kind, result, outputs, backups });
  return { told: { as: 'result', view }, exitCode: exitCodeOfApply(result, outputs.error) };
}

function ofEvaluations(document: Extract<AccountDocument, { kind: 'eval' }>['document']): ToldDocument {
  if (!hasEvaluations(document)) throw new TypeError('a document without evaluations says why');
  const evaluations = document.evaluations.map(reviveEvaluation);
  const view = viewEvaluation(evaluations, reviveDiagnostics(document));
  return { told: { as: 'evaluation', view }, exitCode: exitCodeOfEvaluations(evaluations) };
}

/** null: the document has a report. One of a plan that was not carried out has both. */
function tellFailure({ kind, document }: AccountDocument): ToldDocument | null {
  if ('remaining' in document || !('error' in document) || document.error === undefined) return null;
  const error = reviveError(document.error as Parameters<typeof reviveError>[0]);
  const plan =
    isReported(document) && 'digest' in document
      ? { report: viewPlan(revivePlan(document as Parameters<typeof revivePlan>[0])) }
      : {};
  const view = viewFailure({ kind, error, diagnostics: reviveDiagnostics(document), ...plan });
  // A code of a later version is one that this one has no exit code for.
  const exitCode = (exitCodeOf(error.code) as ExitCode | undefined) ?? exitCodes.bug;
  return { told: { as: 'failure', view }, exitCode };
}
