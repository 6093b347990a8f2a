import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { VocabError } from '../model/errors.js';
import type { Hotword } from '../model/hotword.js';
import type { ReviewedChange, ReviewedPlan } from '../model/plan.js';
import { messageOf } from '../model/text/message-of.js';
import { extraFields, firstFault, parseJson } from './read-shape.js';

const extra = z.nullish(extraFields);
const weighted = z.object({ weight: z.number(), extra });
const word = z.extend(weighted, { text: z.string(), lang: z.nullable(z.string()) });
const changedWord = z.object({
  text: z.string(),
  lang: z.nullable(z.string()),
  before: weighted,
  after: weighted,
});

const change = z.object({
  address: z.string(),
  action: z.enum(['create', 'update', 'delete', 'keep', 'no-op']),
  prefix: z.string(),
  target_model: z.string(),
  before: z.nullable(z.object({ vocabulary_id: z.string() })),
  hotwords: z.object({
    added: z.array(word),
    removed: z.array(word),
    changed: z.array(changedWord),
    unchanged: z.number(),
  }),
  words_digest: z.nullable(z.string()),
});

/** Only a create has no list before. */
function isWhole({ action, before }: z.infer<typeof change>): boolean {
  return (before === null) === (action === 'create');
}

const planFile = z.object({
  format_version: z.string().check(z.regex(/^1\./, 'made by an incompatible version of vocabsync')),
  kind: z.literal('plan'),
  digest: z.string(),
  account: z.object({
    endpoint: z.string(),
    workspace: z.nullable(z.string()),
    name: z.nullable(z.string()),
    api_key_env: z.string(),
  }),
  shaping: z.object({ retire: z.boolean(), delete_first: z.boolean() }),
  changes: z.array(change.check(z.refine(isWhole, 'the change and its list before do not fit together'))),
});

/** Reads a plan file. @param file its name for messages @throws VocabError `plan-file-invalid` */
export async function readPlanFile(path: string, file: string): Promise<ReviewedPlan> {
  try {
    return parsePlanFile(await readFile(path, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof VocabError) throw cause;
    const why = messageOf(cause);
    throw new VocabError('plan-file-invalid', `cannot read the plan ${file}: ${why}`, {
      hint: makeOne,
      cause,
    });
  }
}

const makeOne = 'make one with `vocabsync plan --out plan.json`';

/**
 * Reads the reviewed writes of a plan file. @throws VocabError `plan-file-invalid` for anything else
 * @internal for tests of what a file may hold
 */
export function parsePlanFile(text: string, file: string): ReviewedPlan {
  const parsed = planFile.safeParse(jsonIn(text, file));
  if (!parsed.success) throw invalid(file, firstFault(parsed.error));
  const { account, digest, shaping, changes } = parsed.data;
  return { account, digest, shaping, changes: changes.flatMap(reviewedChange) };
}

function jsonIn(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? cause.message : 'it is not JSON');
  }
}

function reviewedChange({ action, hotwords, ...rest }: z.infer<typeof change>): ReviewedChange[] {
  if (action === 'keep' || action === 'no-op') return [];
  return [
    {
      ...rest,
      action,
      hotwords: {
        added: hotwords.added.map(hotword),
        removed: hotwords.removed.map(hotword),
        changed: hotwords.changed.map(({ text, lang, before, after }) => ({
          before: hotword({ text, lang, ...before }),
          after: hotword({ text, lang, ...after }),
        })),
        unchanged: hotwords.unchanged,
      },
    },
  ];
}

function hotword({ extra: fields, ...rest }: z.infer<typeof word>): Hotword {
  return { ...rest, extra: fields ?? null };
}

function invalid(file: string, why: string): VocabError {
  return new VocabError('plan-file-invalid', `${file} is not a plan: ${why}`, {
    hint: makeOne,
  });
}
