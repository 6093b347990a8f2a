import type { Subject } from '../report/markdown/marker.js';
import type { GitHub } from './github.js';
import { addOnce, ownPosts, says } from './own-posts.js';

/*
 * One open issue for each configuration that has drifted. When all is well again it is closed, and the next drift has an
 * issue of its own: what was said about the last one would mislead whoever reads on there.
 */

/** Opens the issue, or brings the open one up to date. `body` begins with the subject's marker. */
export async function putDriftIssue(github: GitHub, subject: Subject, body: string): Promise<void> {
  const own = () => ownPosts(github, subject, () => github.issues());
  const [oldest] = await own();
  const title = `Hotword lists have drifted from ${subject.config}`;
  if (oldest === undefined) await addOnce(() => github.addIssue(title, body), own);
  else if (!says(oldest, body)) await github.editIssue(oldest.id, body);
}

/**
 * Closes whatever is open, and says which run found nothing. In this order: an issue that cannot be closed would have
 * another comment every night.
 */
export async function closeDriftIssues(github: GitHub, subject: Subject, runUrl: string): Promise<void> {
  for (const { id } of await ownPosts(github, subject, () => github.issues())) {
    await github.closeIssue(id);
    await github.addComment(id, `The account is as the configuration has it again: ${runUrl}`);
  }
}
