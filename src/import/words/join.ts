import type { ForeignWord } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { pairingKey } from '../../model/hotword.js';
import { listed } from '../../model/text/users-named.js';
import { type Difference, differences } from './differences.js';

/** A word, and the file that it is from. */
export interface Origin {
  readonly word: ForeignWord;
  /** As the user typed it. */
  readonly file: string;
}

export interface JoinedWords {
  /** Each word once, where it was first. */
  readonly words: readonly Origin[];
  /** How many were there already in all they say. */
  readonly same: number;
  /** Words that were there with another weight, or with other remarks. */
  readonly said: readonly Diagnostic[];
}

/** Joins words of one text and lang. @param default_weight the weight of those that name none */
export function joinWords(all: readonly Origin[], default_weight: number): JoinedWords {
  const first = new Map<string, Origin>();
  const said: Diagnostic[] = [];
  let same = 0;
  for (const { word, file } of all) {
    const key = pairingKey({ ...word, weight: 0 });
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, { word, file });
      continue;
    }
    const [one, other] = [earlier.word.weight ?? default_weight, word.weight ?? default_weight];
    const lost = lostOf(word, earlier.word);
    if (one !== other) said.push(joinedHigher(word, earlier.word, [one, other]));
    if (lost.length > 0) said.push(joinedFirst(word, earlier.word, lost));
    if (one === other && lost.length === 0) same++;
    const stronger = other > one ? word : earlier.word;
    first.set(key, { ...earlier, word: joinedWord(earlier.word, stronger, word) });
  }
  return { words: [...first.values()], same, said };
}

/** At the place of the first, with the weight of the stronger, and whatever one of them says beside it. */
function joinedWord(first: ForeignWord, { weight }: ForeignWord, second: ForeignWord): ForeignWord {
  return {
    ...first,
    weight,
    extra: first.extra ?? second.extra,
    note: first.note ?? second.note,
    expires: first.expires ?? second.expires,
  };
}

/** What is said otherwise of a word the second time, but for its weight, and has no place. */
function lostOf(second: ForeignWord, first: ForeignWord): readonly Difference[] {
  const beside = differences.filter(({ name }) => name !== 'weight');
  return beside.filter(({ said }) => {
    const [one, other] = [said(first), said(second)];
    return one !== null && other !== null && one !== other;
  });
}

function joinedFirst(second: ForeignWord, first: ForeignWord, lost: readonly Difference[]): Diagnostic {
  const { text, location } = second;
  const [kept, here] = [first, second].map((word) =>
    listed(lost.map(({ name, said }) => `${name} ${said(word)}`)),
  );
  return asWarning({
    rule: 'import-joined',
    location,
    related: first.location,
    message: `"${text}" is already in ${first.location.file}:${first.location.line} with ${kept}, which is kept; here it has ${here}`,
    hint: 'change it in the vocabulary if the other one is meant',
  });
}

function joinedHigher(
  { text, location }: ForeignWord,
  first: ForeignWord,
  [one, other]: readonly [number, number],
): Diagnostic {
  return asWarning({
    rule: 'import-joined',
    location,
    related: first.location,
    message: `"${text}" is already in ${first.location.file}:${first.location.line} where its weight becomes ${one}, and here ${other}; ${Math.max(one, other)}, the higher one, is kept`,
    hint: 'change the weight in the vocabulary if the other one is meant',
  });
}
