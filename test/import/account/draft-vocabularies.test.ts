import { describe, expect, it } from 'vitest';
import { draftVocabularies } from '../../../src/import/account/draft-vocabularies.js';
import type { ObservedList } from '../../../src/model/observed.js';
import { idOf, observedList, word, words } from '../../support/build.js';

function list(prefix: string, serial: number, more: Partial<ObservedList> = {}): ObservedList {
  return observedList({ vocabulary_id: idOf(prefix, serial), ...more });
}

const all = () => true;

function namesOf(lists: readonly ObservedList[]): string[] {
  return draftVocabularies(lists, all).vocabularies.map(
    ({ name, target_models }) => `${name}: ${target_models.join(' ')}`,
  );
}

describe('the vocabularies of an account', () => {
  it('are one for all models of a prefix while the words are the same multiset', () => {
    const other = { target_model: 'fun-asr', hotwords: words('beta', 'alpha') };
    expect(namesOf([list('acme', 1), list('acme', 2, other)])).toEqual(['acme: fun-asr fun-asr-realtime']);
  });

  it('are told apart by the first of their models where they are not', () => {
    const lists = [
      list('acme', 1, { target_model: 'c' }),
      list('acme', 2, { target_model: 'a' }),
      list('acme', 3, { target_model: 'b/B:7', hotwords: words('other') }),
    ];
    expect(namesOf(lists)).toEqual(['acme-a: a c', 'acme-b-b-7: b/B:7']);
  });

  it('do not depend on the order in which the account lists them', () => {
    const lists = [
      list('acme', 1),
      list('acme', 2, { hotwords: words('other') }),
      list('acme', 3, { target_model: 'fun-asr' }),
      list('beta', 4),
    ];
    expect(draftVocabularies(lists.toReversed(), all)).toEqual(draftVocabularies(lists, all));
  });

  it.each([
    ['the one that is OK', { status: 'UNDEPLOYED' }, 2],
    ['then the oldest', { gmt_create: '2026-11-02 10:00:00' }, 2],
    ['then the smallest id', {}, 1],
  ])('pin of two rivals %s', (_what, first, serial) => {
    const lists = [list('acme', 1, first), list('acme', 2, { hotwords: words('other') })];
    const { vocabularies, aside } = draftVocabularies(lists, all);
    expect(vocabularies[0]?.vocabulary_id).toEqual([idOf('acme', serial)]);
    expect(aside.flatMap((draft) => draft.lists)).toEqual([lists[serial === 1 ? 1 : 0]]);
  });

  it('pin the one that is named, whatever speaks for the other, which is not written', () => {
    const lists = [list('acme', 1), list('acme', 2, { status: 'FAILED', hotwords: words('other') })];
    const { vocabularies, aside } = draftVocabularies(lists, (each) => each === lists[1]);
    expect(vocabularies).toMatchObject([{ vocabulary_id: [idOf('acme', 2)], hotwords: words('other') }]);
    expect(aside).toEqual([]);
  });

  it('are none of lists without words, or with nothing but keys', () => {
    const secret = word('sk-fedcba9876543210fedcba9876543210');
    const { vocabularies, remarks } = draftVocabularies(
      [list('acme', 1, { hotwords: [] }), list('beta', 2, { hotwords: [secret] })],
      all,
    );
    expect(vocabularies).toEqual([]);
    expect(remarks).toEqual([
      `${idOf('acme', 1)} is left in the account: it holds no words, and a vocabulary needs some.`,
      `${idOf('beta', 2)} is left in the account: each of its words looks like an API key, or has a field that does.`,
    ]);
  });

  it('are made of the list with words where a rival of it has none, and pinned to it', () => {
    const lists = [list('acme', 1, { hotwords: [] }), list('acme', 2)];
    const { vocabularies, aside, remarks } = draftVocabularies(lists, all);
    expect(vocabularies).toMatchObject([{ vocabulary_id: [idOf('acme', 2)] }]);
    expect(aside).toEqual([]);
    expect(remarks).toEqual([expect.stringContaining(`${idOf('acme', 1)} is left in the account`)]);
  });

  it('keep what rules refuse, so that a check can say it of a line', () => {
    const strange = [
      word('x'.repeat(40)),
      word('al\u200bpha', { weight: 51, lang: 'xx' }),
      word('', { weight: 0 }),
    ];
    expect(
      draftVocabularies([list('acme', 1, { hotwords: strange })], all).vocabularies[0]?.hotwords,
    ).toEqual(strange);
  });
});
