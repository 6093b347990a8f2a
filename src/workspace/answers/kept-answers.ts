import { lstat, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Answers } from '../../model/evaluation/answers.js';
import type { Clock } from '../../model/ports.js';
import type { Recognised } from '../../model/recognition/recogniser.js';
import { makeStateFolder, type StateOwner, statePath } from '../state-folder.js';
import { writeWhole } from '../whole-file.js';

export interface KeptAnswersOptions {
  /** Ask everything anew. What this very run has asked is not asked twice. */
  readonly fresh: boolean;
  readonly clock: Pick<Clock, 'now'>;
}

const folderName = 'eval';
/** Bytes: hours of speech. */
const largest = 4 * 1024 * 1024;
/** An answer that no run has used for so long goes, in milliseconds: 90 days. */
const longestUnused = 90 * 24 * 60 * 60 * 1000;

const keptFile = z.object({
  key: z.string(),
  text: z.string(),
  request_id: z.string().nullable(),
  billed_seconds: z.number().nonnegative().nullable(),
});

/**
 * Opens the answers that are kept beside a configuration, `.vocabsync/eval/KEY.json`, each in a file of its own, for the
 * user's eyes only: they say what somebody has said. What cannot be read, or is not what it says it is, is not there.
 */
export function openAnswers(owner: StateOwner, { fresh, clock }: KeptAnswersOptions): Answers {
  const own = new Set<string>();
  let made: Promise<string> | null = null;
  return {
    async get(key) {
      if (fresh && !own.has(key)) return null;
      const path = join(statePath(owner, folderName), fileOf(key));
      const answer = await read(path, key);
      const now = new Date(clock.now());
      // A disk that cannot be written only forgets it earlier.
      if (answer !== null) await utimes(path, now, now).catch(() => {});
      return answer;
    },
    async put(key, _place, { text, request_id, billed_seconds }) {
      made ??= makeFolder(owner, clock.now());
      const content = `${JSON.stringify({ key, text, request_id, billed_seconds })}\n`;
      const path = join(await made, fileOf(key));
      await writeWhole(path, content, { ...unkept, mode: 0o600 });
      const now = new Date(clock.now());
      await utimes(path, now, now).catch(() => {});
      own.add(key);
    },
  };
}

const unkept = {
  failure: 'cannot keep the answer of recognition',
  hint: 'make the folder writable, or delete it: it only saves asking again',
};

/** A key is a hash, and whatever else comes is no path. */
function fileOf(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError(`${key} is no key of an answer`);
  return `${key}.json`;
}

async function read(path: string, key: string): Promise<Recognised | null> {
  try {
    const status = await lstat(path);
    if (!status.isFile() || status.size > largest) return null;
    const parsed = keptFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!parsed.success || parsed.data.key !== key) return null;
    const { text, request_id, billed_seconds } = parsed.data;
    return { text, request_id, billed_seconds };
  } catch {
    return null;
  }
}

/** Whoever adds an answer tidies up first, so that the folder does not grow for ever. */
async function makeFolder(owner: StateOwner, now: number): Promise<string> {
  const folder = await makeStateFolder(owner, folderName);
  const files = (await readdir(folder)).filter((file) => /^[0-9a-f]{64}\.json/.test(file));
  for (const file of files) {
    const path = join(folder, file);
    const status = await lstat(path).catch(() => null);
    if (status !== null && now - status.mtimeMs > longestUnused)
      await rm(path, { force: true }).catch(() => {});
  }
  return folder;
}
