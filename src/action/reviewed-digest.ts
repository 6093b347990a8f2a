import type { GitHub, Post } from './github.js';
import { parseMarker } from './marker.js';
import { ownPosts } from './own-posts.js';

/*
 * Whoever merges a pull request has seen the plan in its comment, so that is what the merge approves. All is checked
 * that can be: the commit is what this pull request became, the comment is by the account that writes the plans, it is
 * on this configuration, and its plan could be approved. Who can edit the comments of others can push to the repository
 * as well.
 */

export interface Reviewed {
  /** null: nothing that was reviewed can be found, because of `why`. */
  readonly digest: string | null;
  /** What the commit comes from; null when it was pushed without one. */
  readonly pullRequest: number | null;
  readonly why: string;
}

/** The digest that the merge to this commit has approved. */
export async function findReviewed(github: GitHub, sha: string, config: string): Promise<Reviewed> {
  const candidates = await github.pullRequestsOf(sha);
  const source = candidates.find(({ merged, mergeCommit }) => merged && mergeCommit === sha);
  if (source === undefined) {
    return { digest: null, pullRequest: null, why: `no pull request was merged as ${sha}` };
  }
  const { number } = source;
  const plans = await ownPosts(github, { kind: 'plan', config }, () => github.comments(number));
  return { pullRequest: number, ...digestOf(plans, `pull request #${number}`) };
}

function digestOf(plans: readonly Post[], where: string): Pick<Reviewed, 'digest' | 'why'> {
  const [digest, ...others] = new Set(plans.map(({ body }) => parseMarker(body)?.digest ?? null));
  if (digest === undefined) return { digest: null, why: `${where} has no plan of this configuration` };
  if (others.length > 0) return { digest: null, why: `${where} has several plans of this configuration` };
  if (digest === null) return { digest, why: `the plan in ${where} was blocked, or failed` };
  return { digest, why: `reviewed in ${where}` };
}
