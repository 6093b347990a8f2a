import { isWanted, knownAs, type Wanted } from '../../../import/account/choose-lists.js';
import type { Desired } from '../../../model/desired.js';
import { VocabError } from '../../../model/errors.js';
import type { Account, ObservedList } from '../../../model/observed.js';
import { compareText } from '../../../model/text/compare.js';
import type { Context } from '../../context.js';

/** Asks which of the lists to import that no vocabulary has yet. @throws VocabError `interrupted` when it is broken off */
export async function chooseLists(
  { read }: Account,
  desired: Desired,
  { prompts }: Context,
): Promise<Wanted> {
  const open = read
    .filter((list) => isWanted(list, { kind: 'all' }) && knownAs(list, desired) === null)
    .sort((left, right) => compareText(labelOf(left), labelOf(right)));
  if (open.length === 0) return { kind: 'all' };
  const chosen = await prompts.multiselect({
    message: 'Which lists shall be vocabularies?',
    choices: open.map((list) => ({ value: list.vocabulary_id, label: labelOf(list), hint: hintOf(list) })),
    initial: open.map(({ vocabulary_id }) => vocabulary_id),
    required: true,
  });
  if (chosen !== null) return { kind: 'named', prefixes: [], ids: chosen };
  throw new VocabError('interrupted', 'broken off: nothing was written');
}

function labelOf({ prefix, target_model, hotwords }: ObservedList): string {
  const words = hotwords.length === 1 ? '1 word' : `${hotwords.length} words`;
  return `${prefix} for ${target_model}, ${words}`;
}

function hintOf({ vocabulary_id, status, gmt_modified }: ObservedList): string {
  return `${vocabulary_id}, ${status}, modified ${gmt_modified}`;
}
