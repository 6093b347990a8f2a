import type { Output } from '../cli/context.js';
import { exitCodes } from '../cli/exit-code.js';
import type { Approval } from './approval.js';
import { closeDriftIssues, putDriftIssue } from './drift-issue.js';
import type { GitHub } from './github.js';
import type { Inputs } from './inputs.js';
import { reasonOf, refusalKind } from './refusal.js';
import type { Outcome } from './run-command.js';
import { putComment } from './sticky-comment.js';
import { annotation } from './workflow-command.js';
import type { WorkflowRun } from './workflow-run.js';

export interface Publication {
  readonly inputs: Inputs;
  readonly workflow: WorkflowRun;
  readonly github: GitHub | null;
  readonly approval: Approval;
  readonly outcome: Outcome;
  /** Markdown that begins with its marker. */
  readonly report: string;
}

/**
 * Brings the comment or the issue up to date. Resolves to whether that went well: the report is in the summary in any
 * case, and a token that may only read, as forks have it, is no failure of theirs.
 */
export async function publish(publication: Publication, stdout: Output): Promise<boolean> {
  const { github, inputs } = publication;
  if (github === null) return !inputs.issue;
  try {
    await put(publication, github);
    return true;
  } catch (error) {
    const kind = refusalKind(error) === 'readonly' ? 'notice' : 'warning';
    const what = inputs.command === 'drift' ? 'the issue' : 'the comment';
    const message = `${what} was not written (${reasonOf(error)}); the report is in the summary of this run`;
    stdout.write(annotation(kind, message));
    return false;
  }
}

async function put(
  { inputs, workflow, approval, outcome, report }: Publication,
  github: GitHub,
): Promise<void> {
  const { command, config, comment } = inputs;
  const subject = { kind: command, config };
  const { pullRequest } = approval;
  switch (command) {
    case 'validate':
      return;
    case 'plan':
    case 'diff':
    case 'apply':
      if (comment && pullRequest !== null) {
        await putComment(github, { pullRequest, subject, body: report });
      }
      return;
    case 'drift':
      if (!inputs.issue) return;
      if (outcome.exitCode === exitCodes.changes) await putDriftIssue(github, subject, report);
      if (outcome.exitCode === exitCodes.done) await closeDriftIssues(github, subject, workflow.url);
  }
}
