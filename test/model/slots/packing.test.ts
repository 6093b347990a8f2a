import { describe, expect, it } from 'vitest';
import type { DesiredList } from '../../../src/model/desired.js';
import { packingAdvice } from '../../../src/model/slots/packing.js';
import { desired, desiredList, instantWords, words } from '../../support/build.js';

const list = (name: string, fields: Parameters<typeof desiredList>[0] = {}) =>
  desiredList({
    name,
    address: `${name}@m`,
    prefix: `p${name}`,
    target_model: 'm',
    hotwords: words(name),
    max_hotwords: 1,
    ...fields,
  });
const adviceFor = (lists: readonly DesiredList[], most?: number) =>
  packingAdvice(desired({ lists }), most === undefined ? {} : { most });

describe('how to do with fewer lists', () => {
  it('is to share one where several have the same words for one model, in whatever order', () => {
    const lists = [
      list('b', { hotwords: words('x', 'y') }),
      list('a', { hotwords: words('y', 'x') }),
      list('c', { hotwords: words('x', 'y'), target_model: 'other' }),
      list('d', { hotwords: words('x', 'y') }),
    ];
    expect(adviceFor(lists)).toEqual([
      'remove b@m: it has the words of a@m, which its consumers can use',
      'remove d@m: it has the words of a@m, which its consumers can use',
    ]);
  });

  it('is no list that is too large beside what its consumers send', () => {
    const lists = [
      list('a', { hotwords: words(3), max_hotwords: 9, consumers: ['c'] }),
      list('b', { hotwords: words(6).slice(3), max_hotwords: 9, consumers: ['d'] }),
    ];
    const sent = ['i', 'j'].map((name) => instantWords({ name, hotwords: words('x', 'y', name) }));
    const consumer = { name: 'c', model: 'm', list: 'a@m' };
    const advice = (instant: readonly string[]) =>
      packingAdvice(desired({ lists, instant: sent, consumers: [{ ...consumer, instant }] }));
    expect(advice(['i'])).toEqual([expect.stringMatching(/^merge a@m \(3\), b@m \(3\)/)]);
    expect(advice(['i', 'j'])).toEqual([]);
    const large = [
      { ...lists[0]!, max_hotwords: 8 },
      { ...lists[1]!, max_hotwords: 8 },
    ];
    const consumers = [
      { ...consumer, instant: ['i', 'gone'] },
      { ...consumer, list: null, instant: ['i', 'j'] },
    ];
    const [one] = packingAdvice(desired({ lists: large, instant: sent, consumers: consumers.slice(1) }));
    expect(one).toMatch(/^merge/);
    const nine = lists.map((each) => ({ ...each, max_hotwords: 9 }));
    expect(packingAdvice(desired({ lists: nine, instant: sent, consumers }))[0]).toMatch(/^merge/);
    expect(packingAdvice(desired({ lists: large, instant: sent, consumers }))).toEqual([]);
  });

  it('is to remove what no consumer uses, where consumers are declared at all', () => {
    expect(adviceFor([list('a'), list('b')])).toEqual([]);
    expect(adviceFor([list('a', { consumers: ['app'] }), list('b')])).toEqual([
      'declare who uses b@m, or remove it: no consumer does',
    ]);
  });

  it('names a pair that could be one once: what goes as a copy is not merged', () => {
    const lists = [list('a', { max_hotwords: 9 }), list('b', { hotwords: words('a'), max_hotwords: 9 })];
    expect(adviceFor(lists)).toEqual(['remove b@m: it has the words of a@m, which its consumers can use']);
  });

  it('begins with what costs nothing, and goes on with instant words, which leave every program its own', () => {
    const able = { could_be_instant: true, consumers: ['app'], max_hotwords: 9 };
    const lists = [
      list('a', able),
      list('b', { ...able, hotwords: words('a') }),
      list('c', { max_hotwords: 9 }),
    ];
    expect(adviceFor(lists).map((line) => line.split(' ')[0])).toEqual([
      'remove',
      'make',
      'make',
      'declare',
      'merge',
    ]);
  });

  it('says a few of a kind and counts the others, naming those that could be instant', () => {
    const many = Array.from({ length: 7 }, (_, index) => list(`list${index}`, { could_be_instant: true }));
    expect(adviceFor(many, 5).slice(5)).toEqual(['so could "list5", "list6": 2 more slots']);
    expect(adviceFor(many, 6).slice(6)).toEqual(['so could "list6": 1 more slot']);
    expect(adviceFor(many, 7)).toHaveLength(7);
    const eleven = Array.from({ length: 11 }, (_, index) =>
      list(`list${10 + index}`, { could_be_instant: true }),
    );
    expect(adviceFor(eleven, 0)[0]).toMatch(/^so could "list10", .*"list19" and 1 more: 11 more slots$/);
    expect(adviceFor(eleven, 1)[1]).toMatch(/^so could "list11", .*"list20": 10 more slots$/);
    const copies = many.map((one) => ({ ...one, could_be_instant: false, hotwords: words('x') }));
    expect(adviceFor(copies, 5).slice(5)).toEqual(['and 1 more of the kind']);
  });

  describe('where some are protected', () => {
    const wide = { max_hotwords: 9 };
    const lists = ['a', 'b', 'c'].map((name) => list(name, { ...wide, prefix: `acme${name}` }));
    const copies = lists.map((one) => ({ ...one, hotwords: words('x'), max_hotwords: 1 }));

    it('is to let the others go, which can have the words of one that stays', () => {
      expect(packingAdvice(desired({ lists: copies, protect: ['acmeb'] }))).toEqual([
        'remove a@m: it has the words of b@m, which its consumers can use',
        'remove c@m: it has the words of b@m, which its consumers can use',
      ]);
      expect(packingAdvice(desired({ lists: copies, protect: ['acmeb', 'acmec'] }))).toEqual([
        'remove a@m: it has the words of b@m, which its consumers can use',
      ]);
      const named = { lists, prune: false, protect: ['acmeb'] };
      expect(packingAdvice(desired(named), { held: lists })[0]).toMatch(
        /^merge a@m \(1\), b@m \(1\), c@m \(1\), and name acmea, acmec under `removed` once nobody uses them: /,
      );
    });

    it('merges no two of them', () => {
      const advice = packingAdvice(desired({ lists, protect: ['acmeb', 'acmec'] }));
      expect(advice).toEqual([expect.stringMatching(/^merge a@m \(1\), b@m \(1\): /)]);
      expect(packingAdvice(desired({ lists: lists.slice(1), protect: ['acmeb', 'acmec'] }))).toEqual([]);
    });

    it('still knows by them whether consumers are declared', () => {
      const [a, b] = [list('a', { prefix: 'acmea', consumers: ['app'] }), list('b', { prefix: 'acmeb' })];
      expect(packingAdvice(desired({ lists: [a, b], protect: ['acmea'] }))).toEqual([
        'declare who uses b@m, or remove it: no consumer does',
      ]);
      expect(packingAdvice(desired({ lists: [a, b], protect: ['acmeb'] }))).toEqual([]);
    });
  });

  describe('where the account is known', () => {
    const equal = { hotwords: words('x'), max_hotwords: 1 };
    const two = [list('a', { ...equal, prefix: 'acmea' }), list('b', { ...equal, prefix: 'acmeb' })];
    const made = { held: two };
    const remove = (name: string, more: string) => [
      `remove ${name}@m${more}: it has the words of ${name === 'a' ? 'b' : 'a'}@m, which its consumers can use`,
    ];
    const named = (what: string) => `, and name ${what} under \`removed\` once nobody uses it`;

    it('says what it takes that a list goes with its vocabulary', () => {
      const unpruned = desired({ lists: two, prune: false });
      expect(packingAdvice(unpruned, made)).toEqual(remove('b', named('acmeb')));
      expect(packingAdvice(desired({ lists: two, namespace: null }), made)).toEqual(
        remove('b', named('acmeb')),
      );
      expect(packingAdvice(desired({ lists: two, prune: true }), made)).toEqual(remove('b', ''));
      expect(packingAdvice(unpruned)).toEqual(remove('b', ''));
    });

    it('keeps what nobody would delete, and before all what is there', () => {
      const half = desired({ lists: two, namespace: 'acmea', prune: true });
      expect(packingAdvice(half, made)).toEqual(remove('a', ''));
      const unpruned = desired({ lists: two, prune: false });
      expect(packingAdvice(unpruned, { held: two.slice(1) })).toEqual(remove('a', ''));
      expect(packingAdvice(unpruned, { held: two.slice(0, 1) })).toEqual(remove('b', ''));
      expect(packingAdvice(unpruned, { held: [] })).toEqual(remove('b', ''));
    });

    it('says so of what nobody uses, too', () => {
      const idle = [list('a', { consumers: ['app'] }), list('b', { prefix: 'acmeb' })];
      expect(packingAdvice(desired({ lists: idle, prune: false }), { held: idle })).toEqual([
        `declare who uses b@m, or remove it${named('acmeb')}: no consumer does`,
      ]);
    });

    it('names ids where others of the account have the prefix', () => {
      const held = [...two, { prefix: 'acmeb', target_model: 'n' }];
      expect(packingAdvice(desired({ lists: two, prune: false }), { held })).toEqual(
        remove('b', named('the id of what goes')),
      );
    });

    it('names ids where others have the prefix of only one of several that go', () => {
      const three = ['a', 'b', 'c'].map((name) => list(name, { max_hotwords: 9, prefix: `acme${name}` }));
      const held = [...three, { prefix: 'acmec', target_model: 'n' }];
      expect(packingAdvice(desired({ lists: three, prune: false }), { held })[0]).toMatch(
        /^merge a@m \(1\), b@m \(1\), c@m \(1\), and name the id of what goes under `removed` once nobody uses them: /,
      );
    });

    it('names what prune leaves, where a vocabulary has several models', () => {
      const models = ['m', 'n'].flatMap((target_model) =>
        two.map((one) => ({ ...one, target_model, address: `${one.name}@${target_model}` })),
      );
      expect(packingAdvice(desired({ lists: models, prune: true }), { held: models })[0]).toBe(
        `remove b@m${named('the id of what goes')}: it has the words of a@m, which its consumers can use`,
      );
    });

    it('names ids where others have the prefix', () => {
      const shared = [...two, list('c', { prefix: 'acmeb', target_model: 'n' })];
      expect(packingAdvice(desired({ lists: shared, prune: false }), made)).toEqual(
        remove('b', named('the id of what goes')),
      );
    });

    it('never names the only one that is there, where lists are merged', () => {
      const mergeable = ['a', 'b'].map((name) => list(name, { max_hotwords: 9, prefix: `acme${name}` }));
      const unpruned = desired({ lists: mergeable, prune: false });
      const hintWith = (...unmade: string[]) =>
        packingAdvice(unpruned, { held: mergeable.filter(({ name }) => !unmade.includes(name)) })[0];
      const merge = 'merge a@m (1), b@m (1)';
      const why = ': they fit into one list of 9 hotwords, with 2 different ones';
      expect(hintWith('a')).toBe(`${merge}${why}`);
      expect(hintWith('b')).toBe(`${merge}${why}`);
      expect(hintWith('a', 'b')).toBe(`${merge}${why}`);
      expect(hintWith()).toBe(`${merge}${named('acmeb')}${why}`);
      const half = desired({ lists: mergeable, namespace: 'acmea', prune: true });
      expect(packingAdvice(half, { held: mergeable })).toEqual([`${merge}${why}`]);
    });
  });

  it('is found quickly among a thousand lists of five hundred words', { timeout: 60_000 }, () => {
    const shared = words(250);
    const lists = Array.from({ length: 1000 }, (_, index) =>
      list(`list${index}`, {
        hotwords: [...shared, ...words(250).map((one) => ({ ...one, text: `${one.text} of ${index}` }))],
        max_hotwords: 500,
        could_be_instant: true,
      }),
    );
    const start = performance.now();
    expect(adviceFor(lists)).toHaveLength(6);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
