import type { Subject } from '../report/markdown/marker.js';
import type { GitHub } from './github.js';
import { addOnce, ownPostsAbout, says } from './own-posts.js';

export interface Comment {
  readonly pullRequest: number;
  readonly subject: Subject;
  /** Begins with the subject's marker. */
  readonly body: string;
}

/**
 * Brings the one comment on the subject up to date. Should two runs have made one each, the oldest stays: the other shows
 * a digest that nobody would keep up to date.
 */
export async function putComment(github: GitHub, { pullRequest, subject, body }: Comment): Promise<void> {
  const own = () => ownPostsAbout(github, subject, () => github.comments(pullRequest));
  const [oldest, ...more] = await own();
  if (oldest === undefined) await addOnce(() => github.addComment(pullRequest, body), own);
  else if (!says(oldest, body)) await github.editComment(oldest.id, body);
  for (const { id } of more) await github.deleteComment(id);
}
