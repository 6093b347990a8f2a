import type { Desired, DesiredList } from '../desired.js';
import { type Hotword, hasExtra } from '../hotword.js';
import { andMore } from '../text/and-more.js';
import { compareText } from '../text/compare.js';
import { composed } from '../text/composed.js';
import type { Saving } from './saving.js';

/** A vocabulary whose words could go with each request. */
export interface InstantSaving extends Saving {
  readonly name: string;
}

export interface InstantOptions {
  /** Names of vocabularies of which the account is known to hold no list: nobody has to switch. */
  readonly unmade?: ReadonlySet<string>;
}

/**
 * The vocabularies that could give up their lists, with the lines to change: first those without a list yet, then those with
 * the most lists. Only such as would be in order then: all their models take words with a request, no text has two
 * weights, also beside the other instant words of its consumers, no list is protected and would stay, and no other vocabulary
 * has the prefix that would be a previous one.
 */
export function instantSavings(
  desired: Pick<Desired, 'lists' | 'instant' | 'consumers' | 'policy'>,
  { unmade = new Set() }: InstantOptions = {},
): InstantSaving[] {
  const vocabularies = new Map<string, VocabularyLists>();
  for (const list of desired.lists) {
    const others = vocabularies.get(list.name);
    if (others === undefined) vocabularies.set(list.name, [list]);
    else others.push(list);
  }
  const shared = sharedPrefixes(desired.lists);
  const able = [...vocabularies.values()].filter(
    (lists) => (!shared.has(lists[0].prefix) || isUnmade(lists, unmade)) && couldBeSent(lists, desired),
  );
  return able
    .map((lists) => savingOf(lists, unmade))
    .sort(
      (one, other) =>
        Number(unmade.has(other.name)) - Number(unmade.has(one.name)) ||
        other.slots - one.slots ||
        compareText(one.name, other.name),
    );
}

/** Those of several vocabularies: none of them can be a previous one of one. */
function sharedPrefixes(lists: readonly DesiredList[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { prefix, name } of lists) {
    if ((names.get(prefix) ?? name) !== name) shared.add(prefix);
    names.set(prefix, name);
  }
  return shared;
}

/** What to write for the prefix of a list whose vocabulary becomes instant. @param previous what stands there already */
export function instantLines(prefix: string, previous: readonly string[]): string {
  return `\`delivery: instant\` and \`previous_prefixes: [${[...previous, prefix].join(', ')}]\` in place of \`prefix: ${prefix}\``;
}

/** One for each of its models. */
type VocabularyLists = [DesiredList, ...DesiredList[]];

function couldBeSent(
  lists: VocabularyLists,
  { instant, consumers, policy }: Pick<Desired, 'instant' | 'consumers' | 'policy'>,
): boolean {
  const isAble = lists.every(
    ({ could_be_instant, prefix }) => could_be_instant && !policy.protect.includes(prefix),
  );
  if (!isAble) return false;
  const addresses = new Set<string | null>(lists.map(({ address }) => address));
  const beside = new Set(consumers.filter(({ list }) => addresses.has(list)).flatMap((one) => one.instant));
  const own = lists[0].hotwords;
  const others = instant.filter(({ name }) => beside.has(name)).map(({ hotwords }) => hotwords);
  return haveOneWeight(own) && others.every((words) => haveOneWeight([...own, ...words]));
}

function haveOneWeight(words: readonly Hotword[]): boolean {
  const weights = new Map<string, number>();
  return words.every(({ text, weight }) => {
    const key = composed(text);
    const earlier = weights.get(key) ?? weight;
    weights.set(key, earlier);
    return earlier === weight;
  });
}

/** Whether there is no list that would have to stay for a while. */
function isUnmade([{ name, previous_prefixes }]: VocabularyLists, unmade: ReadonlySet<string>): boolean {
  return unmade.has(name) && previous_prefixes.length === 0;
}

function savingOf(lists: VocabularyLists, unmade: ReadonlySet<string>): InstantSaving {
  const [first] = lists;
  const { name, prefix, previous_prefixes } = first;
  const isNew = isUnmade(lists, unmade);
  const lines = isNew
    ? `\`delivery: instant\` in place of \`prefix: ${prefix}\``
    : instantLines(prefix, previous_prefixes);
  const pin = first.vocabulary_ids.length === 0 ? '' : ', delete its vocabulary_id';
  const isIdle = lists.every(({ consumers }) => consumers.length === 0);
  const sender = isIdle ? ', and declare under consumers who sends its words' : '';
  return {
    name,
    hint: `make "${name}" instant: write ${lines}${pin}${sender}`,
    why: `that ${isNew ? 'saves' : 'frees'} ${slotsOf(lists.length)}${isNew ? '' : afterTheSwitch}${lossOf(first.hotwords)}`,
    slots: lists.length,
  };
}

/** The list that was stays until then, and so does its slot. */
const afterTheSwitch = ' once its consumers have switched and `--retire` was given';

function slotsOf(count: number): string {
  return count === 1 ? '1 slot' : `${count} slots`;
}

const mostNamed = 3;

function lossOf(words: readonly Hotword[]): string {
  const losing = words.filter((word) => word.lang !== null || hasExtra(word));
  if (losing.length === 0) return '';
  const what = losing.some(hasExtra) ? 'lang and extra fields' : 'lang';
  const named = andMore(losing, mostNamed, ({ text }) => `"${text}"`);
  const lose = losing.length === 1 ? 'loses its' : 'lose their';
  return `; ${losing.length} of ${words.length} words ${lose} ${what} (${named})`;
}
