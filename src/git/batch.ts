import { readBytes } from './byte-reader.js';
import type { Git } from './git.js';
import { complaintOf, unavailable } from './unavailable.js';

/** A running `git cat-file --batch`. Each request must be followed by its content, or by the end. */
export interface Batch {
  /** The size of the object in bytes. */
  request(name: string): Promise<number>;
  content(size: number): Promise<Buffer>;
  end(): Promise<void>;
}

/** `commit`: the one that all requests are about. */
export function startBatch(git: Git, commit: string): Batch {
  const child = git.start('cat-file', '--batch');
  const answers = readBytes(child.stdout);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(0, 4096);
  });
  // Both show as the end of its answers, and are told from there.
  child.on('error', ({ message }) => {
    stderr ||= message;
  });
  child.stdin.on('error', () => {});

  async function failure(): Promise<Error> {
    await ended;
    git.interruption.throwIfAborted();
    // What git says when it may not fetch.
    return stderr.includes('promisor remote') ? lacking(commit) : brokenOff(stderr);
  }

  return {
    request: async (name) => {
      child.stdin.write(`${name}\n`);
      const header = await answers.line();
      if (header === null) throw await failure();
      // `<hash> <type> <size>`, or `<name> missing`: see OUTPUT in git-cat-file(1).
      const size = / (\d+)$/.exec(header)?.[1];
      if (size === undefined) throw lacking(commit);
      return Number(size);
    },
    content: async (size) => {
      const content = await answers.bytes(size + 1);
      if (content === null) throw await failure();
      return content.subarray(0, size);
    },
    end: async () => {
      // What nobody reads would keep it from closing.
      child.stdout.destroy();
      child.kill();
      await ended;
    },
  };
}

function lacking(commit: string): Error {
  return unavailable(
    `this clone does not have all files of commit ${commit}`,
    `in CI check out without a \`filter\`; elsewhere have git fetch them: run \`git archive ${commit} > /dev/null\` in the folder of the configuration`,
  );
}

function brokenOff(stderr: string): Error {
  return unavailable(
    `git stopped while files of the commit were read${complaintOf(stderr)}`,
    'run it again; if that does not help, look for damage with `git fsck`',
  );
}
