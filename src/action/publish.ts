import type { Output } from '../cli/context.js';
import { exitCodes } from '../cli/exit-code.js';
import { messageOf } from '../model/text/message-of.js';
import type { Approvals } from './approval.js';
import { closeDriftIssues, putDriftIssue } from './drift-issue.js';
import type { GitHub } from './github.js';
import type { Inputs } from './inputs.js';
import type { Outcome } from './outcome.js';
import { refusalKind } from './refusal.js';
import { putComment } from './sticky-comment.js';
import { annotation } from './workflow-command.js';
import type { WorkflowRun } from './workflow-run.js';

export interface Publication {
  readonly inputs: Inputs;
  readonly workflow: WorkflowRun;
  readonly github: GitHub | null;
  readonly approvals: Approvals;
  readonly outcome: Outcome;
}

/** Why a comment or an issue was not written, and how much that matters. */
interface Unwritten {
  readonly kind: 'notice' | 'warning';
  readonly why: string;
}

/**
 * Brings the comment or the issue up to date. Resolves to whether that went well: the report is in the summary in any
 * case, and a token that may only read, as forks have it, is no failure of theirs.
 */
export async function publish(publication: Publication, stdout: Output): Promise<boolean> {
  const { github, inputs } = publication;
  if (github === null) return !inputs.issue;
  const unwritten = await put(publication, github).catch(refused);
  if (unwritten === null) return true;
  const { kind, why } = unwritten;
  const what = inputs.command === 'drift' ? 'the issue' : 'the comment';
  stdout.write(
    annotation(kind, `${what} was not written (${why}); the report is in the summary of this run`),
  );
  return false;
}

function refused(error: unknown): Unwritten {
  return { kind: refusalKind(error) === 'readonly' ? 'notice' : 'warning', why: messageOf(error) };
}

async function put(publication: Publication, github: GitHub): Promise<Unwritten | null> {
  const { inputs, approvals } = publication;
  switch (inputs.command) {
    case 'validate':
      return null;
    case 'plan':
    case 'diff':
    case 'apply':
    case 'eval':
      if (!inputs.comment || approvals.pullRequest === null) return null;
      return putReport(publication, github, approvals.pullRequest);
    case 'drift':
      if (inputs.issue) await putDrift(publication, github);
      return null;
  }
}

/** What was shown before a merge stays as it was: it says what has been reviewed. Only an apply comes after it. */
async function putReport(
  { inputs: { command, config }, outcome }: Publication,
  github: GitHub,
  pullRequest: number,
): Promise<Unwritten | null> {
  if (command !== 'apply' && !(await github.isOpen(pullRequest))) {
    return { kind: 'notice', why: `pull request #${pullRequest} is merged or closed` };
  }
  await putComment(github, { pullRequest, subject: { kind: command, config }, body: outcome.report });
  return null;
}

async function putDrift(
  { inputs: { command, config }, workflow, outcome }: Publication,
  github: GitHub,
): Promise<void> {
  const subject = { kind: command, config };
  const { parts, report } = outcome;
  const ended = parts.map(({ exitCode }) => exitCode);
  const [account = null] = parts.length === 1 ? parts.map((part) => part.account) : [];
  // One that cannot be looked at says nothing of the others, and not that all is well.
  if (ended.includes(exitCodes.changes)) await putDriftIssue(github, { subject, account, body: report });
  if (ended.every((code) => code === exitCodes.done)) await closeDriftIssues(github, subject, workflow.url);
}
