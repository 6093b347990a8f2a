import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parsePlanFile } from '../config/plan-file.js';
import { VocabError } from '../model/errors.js';
import type { ReviewedPlan, Shaping } from '../model/plan.js';
import type { Context } from './context.js';

/** Reads a plan file and makes sure that this run shapes its plan the same way. */
export async function readReviewed(file: string, shaping: Shaping, { cwd }: Context): Promise<ReviewedPlan> {
  const reviewed = parsePlanFile(await read(resolve(cwd, file), file), file);
  const { retire, delete_first } = reviewed.shaping;
  if (retire === shaping.retire && delete_first === shaping.delete_first) return reviewed;
  const flags = [...(retire ? ['--retire'] : []), ...(delete_first ? ['--delete-first'] : [])].join(' ');
  throw new VocabError(
    'usage',
    `${file} was planned ${flags === '' ? 'without --retire and --delete-first' : `with ${flags}`}`,
    {
      hint: 'give apply the same flags as plan',
    },
  );
}

async function read(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new VocabError('plan-file-invalid', `cannot read the plan ${file}: ${why}`, {
      hint: 'make one with `vocabsync plan --out plan.json`',
      cause,
    });
  }
}
