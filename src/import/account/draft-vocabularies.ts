import { isModelName } from '../../model/catalogue/target-models.js';
import { type Hotword, sameHotwords } from '../../model/hotword.js';
import type { ObservedList } from '../../model/observed.js';
import { holdsKey } from '../../model/text/secrets.js';
import { groupByKey, type KeyGroup } from './group-lists.js';
import { holdWords } from './held-words.js';

/** A vocabulary that is to be written. */
export interface VocabularyDraft {
  /** What it would be called if nothing else is. */
  readonly name: string;
  readonly prefix: string;
  readonly target_models: readonly string[];
  /** Lists that are pinned, because others dispute their key. */
  readonly vocabulary_id: readonly string[];
  readonly hotwords: readonly Hotword[];
  /** The lists that it is made of. */
  readonly lists: readonly ObservedList[];
  /** What people should know of it, a sentence each. */
  readonly remarks: readonly string[];
}

export interface Drafts {
  readonly vocabularies: readonly VocabularyDraft[];
  /** Written down so that nothing is lost, and no part of the configuration. */
  readonly aside: readonly VocabularyDraft[];
  /** What is to be said of lists that are not written down, a sentence each. */
  readonly remarks: readonly string[];
}

/*
 * From lists to vocabularies. A vocabulary is a prefix, its models and one set of words, so lists of one prefix become
 * one vocabulary when their words are the same, and one each, told apart by their model, when they are not.
 *
 * Two lists of one prefix and one model cannot both be in a configuration: they have one key. A plan would be blocked by
 * them, because nobody can know which one the consumers use. So one is pinned by its id, which settles that for the plan,
 * and the other is written beside the configuration: there it can be compared, and its words moved.
 */

/** @param isChosen whether a list shall become a vocabulary; the others are only minded where they dispute a key */
export function draftVocabularies(
  lists: readonly ObservedList[],
  isChosen: (list: ObservedList) => boolean,
): Drafts {
  const groups = groupByKey(lists, isChosen);
  const usable = groups.filter(({ main }) => whyNot(main) === null);
  const unusable = lists.filter((list) => isChosen(list) && whyNot(list) !== null);
  return {
    vocabularies: usable.flatMap((group) => draftIfFirst(group, usable)),
    aside: usable.flatMap(({ main, rivals }) =>
      rivals
        .filter((rival) => isChosen(rival) && whyNot(rival) === null)
        .map((rival) => setRivalAside(rival, main)),
    ),
    remarks: [...unusable.map(notUsable), ...usable.flatMap(duplicatesOf)],
  };
}

/** Nothing for a group whose words an earlier one of the same prefix has. */
function draftIfFirst(group: KeyGroup, groups: readonly KeyGroup[]): VocabularyDraft[] {
  const siblings = groups.filter(({ prefix }) => prefix === group.prefix);
  const alike = siblings.filter((other) => isFanOut(other, group));
  if (alike[0] !== group) return [];
  const { prefix, target_model, main } = group;
  const { hotwords, remarks } = holdWords(main.hotwords);
  const disputed = alike.filter(({ rivals }) => rivals.length > 0);
  return [
    {
      name: alike.length === siblings.length ? prefix : `${prefix}-${slug(target_model)}`,
      prefix,
      target_models: alike.map((each) => each.target_model),
      vocabulary_id: disputed.map((each) => each.main.vocabulary_id),
      hotwords,
      lists: alike.map((each) => each.main),
      remarks: [...disputed.map(pinned), ...remarks],
    },
  ];
}

/** A model that no configuration can name takes the others of its prefix with it where they are one vocabulary. */
function isFanOut(one: KeyGroup, other: KeyGroup): boolean {
  if (one === other) return true;
  const areNames = isModelName(one.target_model) && isModelName(other.target_model);
  return areNames && sameHotwords(one.main.hotwords, other.main.hotwords);
}

function pinned({ main, rivals, prefix, target_model }: KeyGroup): string {
  const others = rivals.map(({ vocabulary_id }) => vocabulary_id).join(', ');
  return (
    `Pinned to ${main.vocabulary_id}: for the prefix ${prefix} and the model ${target_model} the account also holds ${others}, with other words, ` +
    'and without the pin that would block every plan. Make sure that the consumers use the pinned one, move the words that are wanted, ' +
    'and name the other id under `removed` in the configuration.'
  );
}

function setRivalAside(rival: ObservedList, main: ObservedList): VocabularyDraft {
  const { prefix, target_model, vocabulary_id } = rival;
  const { hotwords, remarks } = holdWords(rival.hotwords);
  const reason =
    `It has the prefix and the model of ${main.vocabulary_id} and other words, and a vocabulary can be one of them only. ` +
    `Compare the two; \`include\` this file in the vocabulary to have its words too; then name ${vocabulary_id} under \`removed\`.`;
  return {
    name: `${prefix}-${vocabulary_id.slice(-8)}`,
    prefix,
    target_models: [target_model],
    vocabulary_id: [],
    hotwords,
    lists: [rival],
    remarks: [reason, ...remarks],
  };
}

function duplicatesOf({ main, duplicates }: KeyGroup): string[] {
  return duplicates.map(
    ({ vocabulary_id }) =>
      `${vocabulary_id} has the prefix, the model and the words of ${main.vocabulary_id}: a duplicate that takes a slot. ` +
      'It is not written a second time; name its id under `removed` once no consumer uses it.',
  );
}

function notUsable(list: ObservedList): string {
  return `${list.vocabulary_id} is left in the account: ${whyNot(list)}.`;
}

/** Why nothing can be written of a list; null: something can. */
function whyNot({ hotwords, target_model }: ObservedList): string | null {
  if (hotwords.length === 0) return 'it holds no words, and a vocabulary needs some';
  if (holdsKey(target_model)) return 'the name of its model looks like an API key';
  return holdWords(hotwords).hotwords.length > 0
    ? null
    : 'each of its words looks like an API key, or has a field that does';
}

/** What a file and a vocabulary can be called. */
function slug(model: string): string {
  return (
    model
      .toLowerCase()
      .replace(/[^a-z0-9._]+/g, '-')
      .slice(0, 48)
      .replace(/[-.]+$/, '') || 'model'
  );
}
