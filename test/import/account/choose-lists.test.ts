import { describe, expect, it } from 'vitest';
import { isWanted, knownAs, missingIn } from '../../../src/import/account/choose-lists.js';
import { desired, desiredList, idOf, instantWords, observedList } from '../../support/build.js';

const named = (prefixes: readonly string[], ids: readonly string[] = []) =>
  ({ kind: 'named', prefixes, ids }) as const;

describe('what is asked for', () => {
  const listed = [
    observedList({ vocabulary_id: idOf('acmemed', 1) }),
    observedList({ vocabulary_id: 'odd' }),
  ];

  it('is missing when no list has the prefix or the id, with a guess or with what there is', () => {
    expect(missingIn(listed, { kind: 'all' })).toEqual([]);
    expect(missingIn(listed, named(['acmemed'], ['odd']))).toEqual([]);
    expect(missingIn(listed, named(['acmemde', 'zzz']))).toEqual([
      'no list of the account has the prefix acmemde; did you mean "acmemed"?',
      'no list of the account has the prefix zzz; there is acmemed',
    ]);
    expect(missingIn([], named([], ['x']))).toEqual(['the account holds no list x; it holds none at all']);
  });

  it('is never everything of an account with a thousand lists', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      observedList({ vocabulary_id: idOf(`p${index}`, 1) }),
    );
    expect(missingIn(many, named(['zzzzzzzz']))[0]).toMatch(/and 980 more$/);
  });

  it('is with `all` every list whose id says its prefix', () => {
    expect(listed.map((list) => isWanted(list, { kind: 'all' }))).toEqual([true, false]);
  });
});

describe('an answer that a configuration has', () => {
  const asked = desired({
    lists: [desiredList({ previous_prefixes: ['acmewas'] })],
    instant: [instantWords({ previous_prefixes: ['acmepart'] })],
    removed: ['acmebad', idOf('acmeone', 1)],
  });

  it.each([
    [idOf('acmemed', 9), 'the vocabulary medical has its prefix'],
    [idOf('acmewas', 9), 'acmewas is a previous prefix of the vocabulary medical'],
    [
      idOf('acmepart', 1),
      'acmepart is a previous prefix of the instant vocabulary participants, whose words go with requests by now; `vocabsync apply --retire` deletes the list',
    ],
    [idOf('acmebad', 9), 'it is named under `removed`'],
    [idOf('acmeone', 1), 'it is named under `removed`'],
    [idOf('acmeone', 2), null],
    ['../etc', 'its id is none that a configuration can name'],
    [`vocab-a-${'0'.repeat(200)}`, 'its id is none that a configuration can name'],
  ])('for %s is %s', (vocabulary_id, answer) => {
    expect(knownAs({ vocabulary_id }, asked)).toBe(answer);
  });
});
