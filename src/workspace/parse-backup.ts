import { parse } from 'yaml';
import * as z from 'zod/mini';
import { VocabError } from '../model/errors.js';
import type { Hotword } from '../model/hotword.js';
import { type BackedUpList, prefixOf } from '../model/observed.js';
import { extraFields, firstFault } from './read-shape.js';
import { accountLine, amountLine } from './render-backup.js';

const entry = z.strictObject({
  text: z.string(),
  weight: z.number(),
  lang: z.nullish(z.string()),
  extra: z.nullish(extraFields),
});

const backup = z
  .strictObject({
    name: z.optional(z.string()),
    vocabulary_id: z.tuple([z.string().check(z.refine((id) => prefixOf(id) !== null, 'no vocabulary_id'))]),
    prefix: z.string(),
    target_model: z.string().check(z.minLength(1)),
    // A file that was cut off must not empty a list.
    hotwords: z.array(entry),
  })
  .check(
    z.refine(({ vocabulary_id: [id], prefix }) => prefixOf(id) === prefix, {
      path: ['prefix'],
      error: 'must be the one in vocabulary_id',
    }),
  );

/**
 * The list in a backup file, word for word: unlike in a vocabulary file, texts are not normalised.
 * @throws VocabError `config-invalid` for anything that `renderBackup` does not write
 */
export function parseBackup(text: string, file: string): BackedUpList {
  const parsed = backup.safeParse(parseYaml(text, file));
  if (!parsed.success) throw invalid(file, firstFault(parsed.error));
  const { vocabulary_id, prefix, target_model, hotwords } = parsed.data;
  const amount = saidIn(text, amountLine);
  if (amount !== null && amount !== String(hotwords.length))
    throw invalid(
      file,
      `it was written with ${amount} hotwords and has ${hotwords.length}; if that is meant, delete the line "# ${amountLine.before}${amount}${amountLine.after}"`,
    );
  const account = saidIn(text, accountLine);
  return {
    vocabulary_id: vocabulary_id[0],
    prefix,
    target_model,
    hotwords: hotwords.map(hotword),
    ...(account === null ? {} : { account }),
  };
}

/** What a line of the comment at its head says; null: there is no such line, as in older backups. */
function saidIn(text: string, { before, after }: typeof amountLine): string | null {
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('#')) return null;
    if (line.startsWith(`# ${before}`) && line.endsWith(after))
      return line.slice(`# ${before}`.length, -after.length);
  }
  return null;
}

function hotword({ text, weight, lang, extra }: z.infer<typeof entry>): Hotword {
  return { text, weight, lang: lang ?? null, extra: extra ?? null };
}

/** `silent` would keep errors to itself, too, and give what it understood of half a file. */
function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, logLevel: 'error' });
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'it is not YAML');
  }
}

function invalid(file: string, why: string): VocabError {
  return new VocabError('config-invalid', `${file} is not a backup: ${why}`, {
    hint: 'name a folder below .vocabsync/backups, with the files as they were written',
  });
}
