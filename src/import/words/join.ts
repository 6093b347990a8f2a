import type { ForeignWord } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { pairingKey } from '../../model/hotword.js';

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
  /** Words that were there with another weight. */
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
    if (one === other) same++;
    else said.push(joinedHigher(word, earlier.word, [one, other]));
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

function joinedHigher(
  { text, location }: ForeignWord,
  first: ForeignWord,
  [one, other]: readonly [number, number],
): Diagnostic {
  return asWarning({
    rule: 'import-joined',
    location,
    related: first.location,
    message: `"${text}" is already in ${first.location.file}:${first.location.line} with weight ${one}, here it has ${other}; ${Math.max(one, other)}, the higher one, is kept`,
    hint: 'change the weight in the vocabulary if the other one is meant',
  });
}
