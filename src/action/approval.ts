import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';
import type { GitHub } from './github.js';
import type { Inputs } from './inputs.js';
import { refusalKind } from './refusal.js';
import { type Review, readReview } from './review.js';
import type { WorkflowRun } from './workflow-run.js';

/** What may be applied of one configuration. */
export interface Approval {
  /** What apply must find: a digest, or a word that is none. null: the step does not say. */
  readonly digest: string | null;
  /** Why a digest that should have been reviewed was not found; null when that is not the case. */
  readonly missing: string | null;
}

/** What may be applied, and which pull request the run is about. */
export interface Approvals {
  readonly pullRequest: number | null;
  /** @param file a configuration, as the repository calls it */
  readonly of: (file: string) => Approval;
}

/** What the input `expect-digest` says for the digest in the comment of the pull request. */
export const reviewedOne = 'reviewed';

/** @throws VocabError when what was reviewed cannot be read */
export async function findApprovals(
  { command, expectDigest, config }: Inputs,
  workflow: WorkflowRun,
  github: GitHub | null,
): Promise<Approvals> {
  if (command !== 'apply' || expectDigest !== reviewedOne) {
    const { pullRequest } = workflow;
    return { pullRequest, of: () => ({ digest: expectDigest, missing: null }) };
  }
  if (github === null) throw noToken();
  try {
    const review = await readReview(github, workflow);
    return { pullRequest: review.pullRequest, of: (file) => approvalOf(review, file, config) };
  } catch (error) {
    throw unreadable(error);
  }
}

function approvalOf(review: Review, file: string, config: string): Approval {
  const { digest, why } = review.digestOf(file, config);
  // The word itself is no plan's digest, whatever other arguments there are: an apply that expects it ends well when
  // there is nothing to do, and else shows the plan with the digest that somebody may approve by hand.
  return { digest: digest ?? reviewedOne, missing: digest === null ? why : null };
}

function noToken(): VocabError {
  return new VocabError('usage', 'the reviewed digest cannot be read without a token', {
    hint: 'leave the input token out, or give it a token that may read pull requests',
  });
}

function unreadable(cause: unknown): VocabError {
  const kind = refusalKind(cause);
  const message = `nothing was applied: the reviewed plan cannot be read (${messageOf(cause)})`;
  return kind === 'readonly'
    ? new VocabError('forbidden', message, {
        hint: 'give the job the permission `pull-requests: read`',
        cause,
      })
    : new VocabError('unavailable', message, { hint: 'run the job again', cause });
}
