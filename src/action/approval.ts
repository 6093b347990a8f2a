import { VocabError } from '../model/errors.js';
import type { GitHub } from './github.js';
import type { Inputs } from './inputs.js';
import { reasonOf, refusalKind } from './refusal.js';
import { findReviewed } from './reviewed-digest.js';
import type { WorkflowRun } from './workflow-run.js';

/** What may be applied, and which pull request the run is about. */
export interface Approval {
  /** What apply must find: a digest, or a word that is none. null: the step does not say. */
  readonly digest: string | null;
  readonly pullRequest: number | null;
  /** Why a digest that should have been reviewed was not found; null when that is not the case. */
  readonly missing: string | null;
}

const reviewedOne = 'reviewed';

/** @throws VocabError when what was reviewed cannot be read */
export async function findApproval(
  inputs: Inputs,
  workflow: WorkflowRun,
  github: GitHub | null,
): Promise<Approval> {
  const { command, expectDigest, config } = inputs;
  if (command !== 'apply' || expectDigest !== reviewedOne) {
    return { digest: expectDigest, pullRequest: workflow.pullRequest, missing: null };
  }
  if (github === null) throw noToken();
  try {
    const reviewed = await findReviewed(github, workflow, config);
    const missing = reviewed.digest === null ? reviewed.why : null;
    // The word itself is no plan's digest, whatever other arguments there are: an apply that expects it ends well when
    // there is nothing to do, and else shows the plan with the digest that somebody may approve by hand.
    return { digest: reviewed.digest ?? reviewedOne, pullRequest: reviewed.pullRequest, missing };
  } catch (error) {
    throw unreadable(error);
  }
}

function noToken(): VocabError {
  return new VocabError('usage', 'the reviewed digest cannot be read without a token', {
    hint: 'leave the input token out, or give it a token that may read pull requests',
  });
}

function unreadable(cause: unknown): VocabError {
  const kind = refusalKind(cause);
  const message = `nothing was applied: the reviewed plan cannot be read (${reasonOf(cause)})`;
  return kind === 'readonly'
    ? new VocabError('forbidden', message, {
        hint: 'give the job the permission `pull-requests: read`',
        cause,
      })
    : new VocabError('unavailable', message, { hint: 'run the job again', cause });
}
