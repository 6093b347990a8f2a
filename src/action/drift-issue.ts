import { printable } from '../model/text/printable.js';
import { clipped } from '../report/markdown/clip.js';
import type { Subject } from '../report/markdown/marker.js';
import type { GitHub } from './github.js';
import { addOnce, ownPostsAbout, says } from './own-posts.js';

/*
 * One open issue for each configuration that has drifted, or for all of those that are looked at together. When all is
 * well again it is closed, and the next drift has an issue of its own: what was said about the last one would mislead
 * whoever reads on there.
 */

export interface DriftIssue {
  readonly subject: Subject;
  /** What people call the account; null where it has no name, or where there are several. */
  readonly account: string | null;
  /** Begins with the subject's marker. */
  readonly body: string;
}

/** Opens the issue, or brings the open one up to date. */
export async function putDriftIssue(github: GitHub, issue: DriftIssue): Promise<void> {
  const { subject, body } = issue;
  const own = () => ownPostsAbout(github, subject, () => github.issues());
  const [oldest] = await own();
  if (oldest === undefined) await addOnce(() => github.addIssue(titleOf(issue), body), own);
  else if (!says(oldest, body)) await github.editIssue(oldest.id, body);
}

/** GitHub takes titles of 256 characters. */
const longestName = 150;

function titleOf({ subject, account }: DriftIssue): string {
  const whose = account === null ? '' : ` of ${printable(account)}`;
  const config = printable(subject.config.split('\n').join(', '));
  return `Hotword lists${whose} have drifted from ${clipped(config, longestName)}`;
}

/**
 * Closes whatever is open, and says which run found nothing. In this order: an issue that cannot be closed would have
 * another comment every night.
 */
export async function closeDriftIssues(github: GitHub, subject: Subject, runUrl: string): Promise<void> {
  for (const { id } of await ownPostsAbout(github, subject, () => github.issues())) {
    await github.closeIssue(id);
    await github.addComment(id, `Nothing differs from the configuration any more: ${runUrl}`);
  }
}
