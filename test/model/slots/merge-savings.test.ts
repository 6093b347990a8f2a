import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesiredList } from '../../../src/model/desired.js';
import { mergeSavings } from '../../../src/model/slots/merge-savings.js';
import { standingOf } from '../../../src/model/slots/standing.js';
import { desired, desiredList, word, words } from '../../support/build.js';

const list = (name: string, hotwords: DesiredList['hotwords'], fields: Partial<DesiredList> = {}) =>
  desiredList({ name, address: `${name}@m`, target_model: 'm', hotwords, max_hotwords: 500, ...fields });
const numbers = (from: number, to: number) => words(to).slice(from - 1);
const standing = standingOf(desired(), {});
const alone = () => 0;
const said = (lists: readonly DesiredList[]) =>
  mergeSavings(lists, standing, alone).map(({ hint, why }) => `${hint}: ${why}`);

describe('lists of one model', () => {
  it('fit into one when their different words do: 300 and 300 with 200 in common are 400', () => {
    const lists = [list('a', numbers(1, 300)), list('b', numbers(101, 400))];
    expect(mergeSavings(lists, standing, alone)).toMatchObject([
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

  it('fit beside the words that go with requests, of the consumer that sends the most', () => {
    const lists = [list('a', numbers(1, 300)), list('b', numbers(301, 400)), list('c', numbers(401, 440))];
    const hintsWith = (sent: Readonly<Record<string, number>>) =>
      mergeSavings(lists, standing, ({ name }) => sent[name] ?? 0).map(({ hint }) => hint);
    expect(hintsWith({ a: 60 })).toEqual(['merge a@m (300), b@m (100), c@m (40)']);
    expect(hintsWith({ a: 61 })).toEqual(['merge a@m (300), b@m (100)']);
    expect(hintsWith({ a: 61, b: 101 })).toEqual(['merge a@m (300), c@m (40)']);
    expect(hintsWith({ c: 101, b: 10 })).toEqual(['merge a@m (300), b@m (100)']);
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

  it('go with the larger group only where they have as much in common with it', () => {
    const limit = { max_hotwords: 15 };
    const lists = [
      list('a', numbers(1, 10), limit),
      list('b', numbers(101, 109), limit),
      list('c', numbers(107, 112), limit),
      list('d', [...numbers(1, 3), ...numbers(101, 102)], limit),
    ];
    expect(said(lists)).toEqual([
      expect.stringContaining('merge a@m (10), d@m (5)'),
      expect.stringContaining('merge b@m (9), c@m (6)'),
    ]);
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
        words(count).map((one) => ({ ...one, text: `${name} ${one.text}`, weight: 9 })),
        { super_hotwords: { super: 9, max_super: 50 } },
      );
    expect(said([supers('a', 25), supers('b', 25)])).toHaveLength(1);
    expect(said([supers('a', 26), supers('b', 25)])).toEqual([]);
    const few = [supers('a', 3), supers('b', 3)].map((one) => ({
      ...one,
      super_hotwords: { super: 9, max_super: 5 },
    }));
    expect(said(few)).toEqual([]);
    expect(said(few.map((one) => ({ ...one, super_hotwords: { super: null, max_super: 0 } })))).toHaveLength(
      1,
    );
  });

  it('are named ten at most, the largest group first', () => {
    const small = Array.from({ length: 12 }, (_, index) => list(`list${10 + index}`, words(`word${index}`)));
    const [first] = mergeSavings(small, standing, alone);
    expect(first?.hint).toMatch(/list19@m \(1\) and 2 more$/);
    expect(first?.slots).toBe(11);
  });
});

describe('what is said of groups', () => {
  it('is in the order of the models, then the largest group first, then by address', () => {
    const alike = (names: string, hotwords: DesiredList['hotwords'], target_model = 'm') =>
      Array.from(names, (name) => list(name, hotwords, { target_model, max_hotwords: 4 }));
    // The largest lists are put first, whatever becomes of them.
    const lists = [
      ...alike('yz', numbers(1, 4), 'n'),
      ...alike('uv', numbers(1, 4)),
      ...alike('st', numbers(11, 13)),
      ...alike('pqr', numbers(21, 22)),
      ...alike('a', numbers(31, 34)),
    ];
    expect(mergeSavings(lists, standing, alone).map(({ hint }) => hint)).toEqual([
      'merge p@m (2), q@m (2), r@m (2)',
      'merge s@m (3), t@m (3)',
      'merge u@m (4), v@m (4)',
      'merge y@m (4), z@m (4)',
    ]);
  });

  it('names ten lists and three words without counting what is left, where none is', () => {
    const ten = Array.from({ length: 10 }, (_, index) => list(`list${index}`, words('x')));
    expect(mergeSavings(ten, standing, alone)[0]?.hint).toMatch(/list9@m \(1\)$/);
    const heavy = words('x', 'y', 'z').map((one) => ({ ...one, weight: 5 }));
    expect(said([list('a', heavy), list('b', words('x', 'y', 'z'))])[0]).toMatch(/"z" \(5 and 4\)$/);
  });
});

it('a list with too many super hotwords can still take one without any', () => {
  const supers = words(51).map((one) => ({ ...one, weight: 50 }));
  const super_hotwords = { super: 50, max_super: 50 };
  expect(
    said([list('a', supers, { super_hotwords }), list('b', words('x'), { super_hotwords })]),
  ).toHaveLength(1);
});

/** The same by trying each group, as the rule is told: most in common, then least room left over, else a new one. */
function groupedByHand(lists: readonly DesiredList[], limit: number): string[] {
  const texts = ({ hotwords }: DesiredList) => new Set(hotwords.map(({ text }) => text));
  const largestFirst = lists.toSorted(
    (one, other) => texts(other).size - texts(one).size || (one.address < other.address ? -1 : 1),
  );
  const groups: { readonly names: string[]; held: ReadonlySet<string> }[] = [];
  for (const one of largestFirst) {
    const own = texts(one);
    const [best] = groups
      .filter(({ held }) => new Set([...held, ...own]).size <= limit)
      .map((group) => ({ group, common: [...own].filter((text) => group.held.has(text)).length }))
      .toSorted((left, right) => right.common - left.common || right.group.held.size - left.group.held.size);
    if (best === undefined) groups.push({ names: [one.address], held: own });
    else {
      best.group.names.push(one.address);
      best.group.held = new Set([...best.group.held, ...own]);
    }
  }
  return groups
    .filter(({ names }) => names.length > 1)
    .map(({ names, held }) => `${names.toSorted().join(' ')}: ${held.size}`);
}

it('groups as by hand, however the words lie', () => {
  const limit = 6;
  const texts = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 9 }), (drawn) => {
      const lists = drawn.map((each, index) =>
        list(
          `l${index}`,
          each.map((one) => word(`w${one}`)),
          { max_hotwords: limit },
        ),
      );
      const found = mergeSavings(lists, standing, alone).map(({ hint, why }) => {
        const names = [...hint.matchAll(/(l\d@m)/g)].map(([name]) => name);
        return `${names.join(' ')}: ${/with (\d+) different/.exec(why)?.[1]}`;
      });
      expect(found.toSorted()).toEqual(groupedByHand(lists, limit).toSorted());
    }),
    { numRuns: 300 },
  );
});
