import { maxFileSize } from '../model/disk.js';
import { type Batch, startBatch } from './batch.js';
import type { Git } from './git.js';

/** What a commit is made of, by the names git has for it. No more than `maxFileSize` bytes of one are read. */
export interface ObjectReader {
  /** @throws VocabError `base-unavailable` when the clone does not have the object, or git fails */
  read(name: string): Promise<Buffer | 'too-large'>;
  /** Whoever waits for an object then gets an error. */
  close(): Promise<void>;
}

/** One process serves all objects, one after the other; it is started when the first is asked for. */
export function openObjects(git: Git, commit: string): ObjectReader {
  let batch: Batch | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function ask(name: string): Promise<Buffer | 'too-large'> {
    if (closed) throw new Error(`asked for ${name} of a commit that was closed`);
    batch ??= startBatch(git, commit);
    const current = batch;
    const size = await current.request(name);
    if (size <= maxFileSize) return current.content(size);
    // The only way to be spared what comes now, which may be gigabytes.
    batch = null;
    await current.end();
    return 'too-large';
  }

  return {
    read: (name) => {
      const answer = last.then(() => ask(name));
      last = answer.catch(() => null);
      return answer;
    },
    close: async () => {
      closed = true;
      await batch?.end();
    },
  };
}
