import { printable } from '../model/text/printable.js';
import { type ParsedMarker, parseMarker } from '../report/markdown/marker.js';
import type { GitHub, MergedPullRequest } from './github.js';
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
  readonly why: string;
}

/** What the merge to a commit has approved. */
export interface Review {
  /** What the commit comes from; null when it was pushed without one. */
  readonly pullRequest: number | null;
  /** @param file a configuration @param config what the step was given, by which its comment is found */
  readonly digestOf: (file: string, config: string) => Reviewed;
}

/** A plan that was shown, of one configuration or of several. */
interface ShownPlan {
  readonly marker: ParsedMarker;
  readonly updatedAt: number;
}

/** Reads it once for all configurations: what is done to the first must not depend on what is read for the second. */
export async function readReview(
  github: GitHub,
  { sha, ref }: Pick<WorkflowRun, 'sha' | 'ref'>,
): Promise<Review> {
  const candidates = await github.mergedPullRequestsOf(sha);
  const source = candidates.find(
    ({ base, mergeCommit }) => mergeCommit === sha && `refs/heads/${base}` === ref,
  );
  if (source === undefined) {
    const why = `no pull request was merged into the branch of this run as ${sha}`;
    return { pullRequest: null, digestOf: () => ({ digest: null, why }) };
  }
  const comments = await ownPosts(github, () => github.comments(source.number));
  const plans = comments.flatMap(({ body, updatedAt }) => {
    const marker = parseMarker(body);
    return marker?.kind === 'plan' ? [{ marker, updatedAt }] : [];
  });
  return {
    pullRequest: source.number,
    digestOf: (file, config) => digestIn(plans.filter(isOf(file, config)), file, source),
  };
}

/** A configuration may have been shown alone, or among others: whichever way, somebody has seen its plan. */
function isOf(file: string, config: string): (plan: ShownPlan) => boolean {
  return ({ marker }) => marker.config === file || marker.config === config || ofFile(marker, file) !== null;
}

/** Among others a file is called as its row shows it. Should two be shown alike, no digest of one fits the other. */
function ofFile({ digests }: ParsedMarker, file: string): string | null {
  return digests.get(printable(file)) ?? null;
}

function digestIn(
  plans: readonly ShownPlan[],
  file: string,
  { number, mergedAt }: MergedPullRequest,
): Reviewed {
  const where = `pull request #${number}`;
  const digests = plans.map(({ marker }) => marker.digest ?? ofFile(marker, file));
  const [digest, ...others] = new Set(digests);
  if (digest === undefined) return { digest: null, why: `${where} has no plan of this configuration` };
  if (others.length > 0) return { digest: null, why: `${where} has several plans of this configuration` };
  // Times are of whole seconds: what has the same is as good as before.
  if (!plans.every(({ updatedAt }) => updatedAt <= mergedAt)) {
    return { digest: null, why: `the plan in ${where} was made after the merge` };
  }
  if (digest !== null) return { digest, why: `reviewed in ${where}` };
  const isAlone = plans.every(({ marker }) => marker.config === file);
  const instead = isAlone
    ? 'was blocked, or failed'
    : 'has no digest of this configuration: it was blocked, failed, had nothing to change, or was not there yet';
  return { digest, why: `the plan in ${where} ${instead}` };
}
