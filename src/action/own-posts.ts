import type { GitHub, Post } from './github.js';
import { isAbout, type Subject } from './marker.js';
import { refusalKind } from './refusal.js';

type ListPosts = () => Promise<readonly Post[]>;

/**
 * Posts of this account about the subject. Anybody may write a marker, so a post of somebody else is neither believed
 * nor touched.
 */
export async function ownPosts(github: GitHub, subject: Subject, list: ListPosts): Promise<readonly Post[]> {
  const viewer = await github.viewer();
  const posts = await list();
  return posts.filter(({ author, body }) => author === viewer && isAbout(body, subject));
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

/** Whether a post says this already; GitHub may have changed its line ends. */
export function says({ body }: Post, text: string): boolean {
  return body.replaceAll('\r\n', '\n').trim() === text.trim();
}
