import { isAbout, type Subject } from '../report/markdown/marker.js';
import type { GitHub, Post } from './github.js';
import { refusalKind } from './refusal.js';

type ListPosts<P extends Post = Post> = () => Promise<readonly P[]>;

/** Posts of this account. Anybody may write a marker, so a post of somebody else is neither believed nor touched. */
export async function ownPosts<P extends Post>(github: GitHub, list: ListPosts<P>): Promise<readonly P[]> {
  const viewer = await github.viewer();
  const posts = await list();
  return posts.filter(({ author }) => author === viewer);
}

/** Those of them that are about the subject, whatever its account was called when they were written. */
export async function ownPostsAbout<P extends Post>(
  github: GitHub,
  subject: Subject,
  list: ListPosts<P>,
): Promise<readonly P[]> {
  const posts = await ownPosts(github, list);
  return posts.filter(({ body }) => isAbout(body, subject));
}

/** Makes a new post; where it is unclear whether it arrived, `own` is looked at before it is sent once more. */
export async function addOnce(add: () => Promise<void>, own: ListPosts): Promise<void> {
  try {
    await add();
  } catch (error) {
    if (refusalKind(error) !== 'unclear') throw error;
    const arrived = await own();
    if (arrived.length === 0) await add();
  }
}

/** Whether a post says this already, if perhaps of another time. */
export function says({ body }: Post, text: string): boolean {
  return timeless(body) === timeless(text);
}

/** Without the time at which the account was read, which no two runs share; and GitHub may have changed line ends. */
function timeless(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/, as of \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g, '')
    .trim();
}
