import { describe, expect, it } from 'vitest';
import type { DesiredList } from '../../../src/model/desired.js';
import { mergeSavings } from '../../../src/model/slots/merge-savings.js';
import { desiredList, word, words } from '../../support/build.js';

const list = (name: string, hotwords: DesiredList['hotwords'], fields: Partial<DesiredList> = {}) =>
  desiredList({ name, address: `${name}@m`, target_model: 'm', hotwords, max_hotwords: 500, ...fields });
const numbers = (from: number, to: number) => words(to).slice(from - 1);
const said = (lists: readonly DesiredList[]) => mergeSavings(lists).map(({ hint, why }) => `${hint}: ${why}`);

describe('lists of one model', () => {
  it('fit into one when their different words do: 300 and 300 with 200 in common are 400', () => {
    const lists = [list('a', numbers(1, 300)), list('b', numbers(101, 400))];
    expect(mergeSavings(lists)).toEqual([
      {
        hint: 'merge a@m (300), b@m (300)',
        why: 'they fit into one list of 500 hotwords, with 400 different ones',
        slots: 1,
      },
    ]);
    const tight = lists.map((one) => ({ ...one, max_hotwords: 399 }));
    expect(said(tight)).toEqual([]);
    const exact = lists.map((one) => ({ ...one, max_hotwords: 400 }));
    expect(said(exact)).toHaveLength(1);
  });

  it('are not merged with those of another model', () => {
    expect(said([list('a', words('x')), list('b', words('y'), { target_model: 'n' })])).toEqual([]);
  });

  it('go together with those they have most in common with, in whatever order they come', () => {
    const lists = [
      list('a', numbers(1, 6), { max_hotwords: 8 }),
      list('b', numbers(101, 106), { max_hotwords: 8 }),
      list('c', numbers(5, 8), { max_hotwords: 8 }),
      list('d', numbers(105, 108), { max_hotwords: 8 }),
    ];
    const groups = [
      'merge a@m (6), c@m (4): they fit into one list of 8 hotwords, with 8 different ones',
      'merge b@m (6), d@m (4): they fit into one list of 8 hotwords, with 8 different ones',
    ];
    expect(said(lists)).toEqual(groups);
    expect(said(lists.toReversed())).toEqual(groups);
  });

  it('fill one group before another when they have nothing in common', () => {
    const lists = [
      list('a', numbers(1, 6), { max_hotwords: 10 }),
      list('b', numbers(11, 13), { max_hotwords: 10 }),
      list('c', numbers(21, 27), { max_hotwords: 10 }),
    ];
    expect(said(lists)).toEqual([
      'merge b@m (3), c@m (7): they fit into one list of 10 hotwords, with 10 different ones',
    ]);
  });

  it('need a choice where a word has two weights', () => {
    const heavy = [word('x', { weight: 5 }), word('y', { weight: 3 }), word('z', { weight: 2 }), word('v')];
    const other = [word('x'), word('y'), word('z'), word('v', { weight: 1 })];
    expect(said([list('a', heavy), list('b', other)])).toEqual([
      'merge a@m (4), b@m (4): they fit into one list of 500 hotwords, with 4 different ones; choose a weight for "x" (5 and 4), "y" (3 and 4), "z" (2 and 4) and 1 more',
    ]);
  });

  it('keep a word of two langs twice, as a list does', () => {
    const lists = [list('a', [word('Gift', { lang: 'en' })]), list('b', [word('Gift', { lang: 'de' })])];
    expect(said(lists)[0]).toContain('with 2 different ones');
  });

  it('have no more super hotwords together than a list may have', () => {
    const supers = (name: string, count: number) =>
      list(
        name,
        words(count).map((one) => ({ ...one, text: `${name} ${one.text}`, weight: 50 })),
      );
    expect(said([supers('a', 25), supers('b', 25)])).toHaveLength(1);
    expect(said([supers('a', 26), supers('b', 25)])).toEqual([]);
  });

  it('are named ten at most, the largest group first', () => {
    const small = Array.from({ length: 12 }, (_, index) => list(`list${10 + index}`, words(`word${index}`)));
    const [first] = mergeSavings(small);
    expect(first?.hint).toMatch(/list19@m \(1\) and 2 more$/);
    expect(first?.slots).toBe(11);
  });
});
