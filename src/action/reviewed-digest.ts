import { parseMarker } from '../report/markdown/marker.js';
import type { GitHub, MergedPullRequest, PostedComment } from './github.js';
import { ownPosts } from './own-posts.js';
import type { WorkflowRun } from './workflow-run.js';

/*
 * Whoever merges a pull request has seen the plan in its comment, so that is what the merge approves. All is checked
 * that can be: the commit is what this pull request became, on the branch of this run; the comment is by the account that
 * writes the plans, it is on this configuration, its plan could be approved, and nobody has written it anew since the
 * merge. Who can edit the comments of others can push to the repository as well.
 */

export interface Reviewed {
  /** null: nothing that was reviewed can be found, because of `why`. */
  readonly digest: string | null;
  /** What the commit comes from; null when it was pushed without one. */
  readonly pullRequest: number | null;
  readonly why: string;
}

/** The digest that the merge to this commit has approved. */
export async function findReviewed(
  github: GitHub,
  { sha, ref }: Pick<WorkflowRun, 'sha' | 'ref'>,
  config: string,
): Promise<Reviewed> {
  const candidates = await github.mergedPullRequestsOf(sha);
  const source = candidates.find(
    ({ base, mergeCommit }) => mergeCommit === sha && `refs/heads/${base}` === ref,
  );
  if (source === undefined) {
    const why = `no pull request was merged into the branch of this run as ${sha}`;
    return { digest: null, pullRequest: null, why };
  }
  const { number } = source;
  const plans = await ownPosts(github, { kind: 'plan', config }, () => github.comments(number));
  return { pullRequest: number, ...digestOf(plans, source) };
}

function digestOf(
  plans: readonly PostedComment[],
  { number, mergedAt }: MergedPullRequest,
): Pick<Reviewed, 'digest' | 'why'> {
  const where = `pull request #${number}`;
  const [digest, ...others] = new Set(plans.map(({ body }) => parseMarker(body)?.digest ?? null));
  if (digest === undefined) return { digest: null, why: `${where} has no plan of this configuration` };
  if (others.length > 0) return { digest: null, why: `${where} has several plans of this configuration` };
  // Times are of whole seconds: what has the same is as good as before.
  if (!plans.every(({ updatedAt }) => updatedAt <= mergedAt)) {
    return { digest: null, why: `the plan in ${where} was made after the merge` };
  }
  if (digest === null) return { digest, why: `the plan in ${where} was blocked, or failed` };
  return { digest, why: `reviewed in ${where}` };
}
