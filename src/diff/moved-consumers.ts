import type { MovedConsumer } from '../model/comparison.js';
import type { Desired, DesiredList } from '../model/desired.js';
import type { Hotword } from '../model/hotword.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { compareText } from '../model/text/compare.js';
import { diffHotwords, diffTexts } from './diff-hotwords.js';

/** The consumers whose list has another id than before, or that send the words of other vocabularies. */
export function movedConsumers(before: Desired, after: Desired): MovedConsumer[] {
  const from = givenByConsumer(before);
  const to = givenByConsumer(after);
  const names = [...new Set([...from.keys(), ...to.keys()])].sort(compareText);
  return names
    .map((name) => ({ name, from: from.get(name) ?? null, to: to.get(name) ?? null }))
    .filter(isMoved)
    .map(movedConsumer);
}

/** What a consumer recognises with. */
interface Given {
  readonly list: DesiredList | null;
  readonly instant: readonly InstantWords[];
}

interface Move {
  readonly name: string;
  /** null: there is no such consumer. */
  readonly from: Given | null;
  readonly to: Given | null;
}

function givenByConsumer({ lists, instant }: Desired): Map<string, Given> {
  const given = new Map<string, Given>();
  const add = (name: string, part: (old: Given) => Given) =>
    given.set(name, part(given.get(name) ?? { list: null, instant: [] }));
  for (const list of lists) for (const name of list.consumers) add(name, (old) => ({ ...old, list }));
  for (const words of [...instant].sort((one, other) => compareText(one.name, other.name))) {
    for (const name of words.consumers) {
      add(name, (old) => ({ ...old, instant: [...old.instant, words] }));
    }
  }
  return given;
}

function isMoved({ from, to }: Move): boolean {
  return !sameList(from?.list ?? null, to?.list ?? null) || !sameNames(namesOf(from), namesOf(to));
}

function movedConsumer({ name, from, to }: Move): MovedConsumer {
  const isSent = [from, to].some((given) => given !== null && given.instant.length > 0);
  const diff = isSent ? diffTexts : diffHotwords;
  return {
    name,
    from: from?.list ?? null,
    to: to?.list ?? null,
    instant: { from: from && namesOf(from), to: to && namesOf(to) },
    has_other_id: !sameList(from?.list ?? null, to?.list ?? null),
    hotwords: diff(wordsOf(from), wordsOf(to)),
  };
}

function namesOf(given: Given | null): string[] {
  return (given?.instant ?? []).map(({ name }) => name);
}

/** Those of the list, and of the others what neither the list nor an earlier one has. */
function wordsOf(given: Given | null): Hotword[] {
  if (given === null) return [];
  const words = [...(given.list?.hotwords ?? [])];
  const texts = new Set(words.map(({ text }) => text));
  for (const word of given.instant.flatMap(({ hotwords }) => hotwords)) {
    if (!texts.has(word.text)) words.push(word);
    texts.add(word.text);
  }
  return words;
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** The id stays as long as prefix and model do. Which of several pins is this list's, only the account knows. */
function sameList(one: DesiredList | null, other: DesiredList | null): boolean {
  if (one === null || other === null) return one === other;
  const [was, ...others] = one.vocabulary_ids;
  const [is, ...more] = other.vocabulary_ids;
  const isRepinned = was !== undefined && is !== undefined && others.length + more.length === 0 && was !== is;
  return one.prefix === other.prefix && one.target_model === other.target_model && !isRepinned;
}
