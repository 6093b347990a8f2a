import { lstat, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { VocabError } from '../../model/errors.js';
import type { Answers } from '../../model/evaluation/answers.js';
import type { Clock } from '../../model/ports.js';
import type { Recognised } from '../../model/recognition/recogniser.js';
import { messageOf } from '../../model/text/message-of.js';
import { makeStateFolder, type StateOwner, statePath } from '../state-folder.js';
import { writeWhole } from '../whole-file.js';

export interface KeptAnswersOptions {
  /** Ask everything anew. What this very run has asked is not asked twice. */
  readonly fresh: boolean;
  readonly clock: Pick<Clock, 'now'>;
  /** Told once that the disk takes no answer. The run goes on with what it has in memory. */
  readonly onUnkept?: ((error: VocabError) => void) | undefined;
}

const folderName = 'eval';
/** Bytes: hours of speech. */
const largest = 4 * 1024 * 1024;
/** An answer that no run has used for so long goes, in milliseconds: 90 days. */
const longestUnused = 90 * 24 * 60 * 60 * 1000;

const keptFile = z.object({
  key: z.string(),
  text: z.string(),
  request_id: z.nullable(z.string()),
  billed_seconds: z.nullable(z.number().check(z.gte(0))),
});

/**
 * Opens the answers that are kept beside a configuration, `.vocabsync/eval/KEY.json`, each in a file of its own, for the
 * user's eyes only: they say what somebody has said. What cannot be read, or is not what it says it is, is not there; what cannot be written is kept for this run only.
 */
export function openAnswers(owner: StateOwner, { fresh, clock, onUnkept }: KeptAnswersOptions): Answers {
  const own = new Set<string>();
  // What was paid for is not lost with the disk, and this very run does not ask it twice.
  const unkept = new Map<string, Recognised>();
  let made: Promise<string> | null = null;
  async function keep(key: string, { text, request_id, billed_seconds }: Recognised): Promise<void> {
    made ??= makeFolder(owner, clock.now());
    const content = `${JSON.stringify({ key, text, request_id, billed_seconds })}\n`;
    const path = join(await made, fileOf(key));
    await writeWhole(path, content, { ...notKept, mode: 0o600 });
    const now = new Date(clock.now());
    await utimes(path, now, now).catch(() => {});
  }

  return {
    async get(key) {
      const lost = unkept.get(key);
      if (lost !== undefined) return lost;
      if (fresh && !own.has(key)) return null;
      const path = join(statePath(owner, folderName), fileOf(key));
      const answer = await read(path, key);
      const now = new Date(clock.now());
      // A disk that cannot be written only forgets it earlier.
      if (answer !== null) await utimes(path, now, now).catch(() => {});
      return answer;
    },
    async put(key, _place, answer) {
      try {
        await keep(key, answer);
        own.add(key);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        if (unkept.size === 0) onUnkept?.(unkeptError(error));
        unkept.set(key, answer);
      }
    },
  };
}

const notKept = {
  failure: 'cannot keep the answer of recognition',
  hint: 'make the folder writable, or delete it: it only saves asking again',
};

function unkeptError(cause: unknown): VocabError {
  if (cause instanceof VocabError) return cause;
  const why = messageOf(cause);
  return new VocabError('file-unwritable', `${notKept.failure}: ${why}`, { hint: notKept.hint, cause });
}

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
