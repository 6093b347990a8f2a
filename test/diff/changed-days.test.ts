import { expect, it } from 'vitest';
import { changedDays } from '../../src/diff/changed-days.js';
import type { Config, Entry } from '../../src/model/config.js';

const entry = (text: string, expires: string | null): Entry => ({
  text,
  weight: 4,
  lang: null,
  extra: null,
  note: null,
  expires,
  location: { file: 'v.yaml', line: 1, column: 1 },
});
const of = (...entries: Entry[]) => ({ vocabularies: [{ name: 'medical', entries }] }) as unknown as Config;
const [soon, later] = ['2026-12-31', '2036-12-31'];

it('tells of last days that come, change and go, of words that both sides have', () => {
  const before = of(entry('a', soon), entry('b', null), entry('c', soon), entry('gone', soon));
  const after = of(entry('a', later), entry('b', soon), entry('c', null), entry('made', later));
  expect(changedDays(before, after)).toEqual([
    { name: 'expires of "c" in medical', before: soon, after: null },
    { name: 'expires of "a" in medical', before: soon, after: later },
    { name: 'expires of "b" in medical', before: null, after: soon },
  ]);
  expect(changedDays(after, after)).toEqual([]);
});

it('tells the same of many words once, and of what differs for each no more than ten times', () => {
  const words = Array.from({ length: 30 }, (_, index) => `w${index + 10}`);
  const same = of(...words.map((text) => entry(text, soon)));
  const none = of(...words.map((text) => entry(text, null)));
  expect(changedDays(same, none)).toEqual([
    { name: 'expires of "w10", "w11", "w12" and 27 more in medical', before: soon, after: null },
  ]);
  const each = of(...words.map((text) => entry(text, `2027-01-${text.slice(1)}`)));
  const found = changedDays(same, each);
  expect(found).toHaveLength(10);
  expect(found[8]?.name).toBe('expires of "w18" in medical');
  expect(found[9]).toEqual({
    name: 'expires of 21 more words in medical',
    before: 'another day, or none',
    after: 'various days',
  });
  const ten = (config: Config) =>
    ({
      vocabularies: config.vocabularies.map((one) => ({ ...one, entries: one.entries.slice(0, 10) })),
    }) as unknown as Config;
  expect(changedDays(ten(same), ten(each)).map(({ name }) => name)).toEqual(
    words.slice(0, 10).map((word) => `expires of "${word}" in medical`),
  );
  const twice = of(...words.map((text, index) => entry(text, `2027-01-${10 + Math.min(index, 28)}`)));
  expect(changedDays(same, twice).at(-1)?.name).toBe('expires of 21 more words in medical');
});

it('names words that are kept for ever now before all others, however many have another day', () => {
  const days = Array.from({ length: 30 }, (_, index) => `2027-01-${index + 10}`);
  const before = of(...days.map((day) => entry(day, day)));
  const keeping = (...kept: number[]) =>
    of(...days.map((day, index) => entry(day, kept.includes(index) ? null : `2028${day.slice(4)}`)));
  expect(changedDays(before, keeping(29))[0]).toEqual({
    name: 'expires of "2027-01-39" in medical',
    before: '2027-01-39',
    after: null,
  });
  expect(changedDays(before, keeping(3, 20, 29))[0]).toEqual({
    name: 'expires of "2027-01-13", "2027-01-30", "2027-01-39" in medical',
    before: 'various days',
    after: null,
  });
});

it('finds a list that has another name by its prefix, and no other', () => {
  const list = (name: string, prefix: string, day: string | null) => ({
    name,
    delivery: 'list',
    prefix: { value: prefix },
    entries: [entry('a', day)],
  });
  const sent = { name: 'sent', delivery: 'instant', entries: [entry('a', soon)] };
  const holding = (...vocabularies: object[]) => ({ vocabularies }) as unknown as Config;
  const told = { name: 'expires of "a" in new', before: soon, after: null };
  const before = holding(sent, list('other', 'acmeother', later), list('old', 'acmemed', soon));
  expect(changedDays(before, holding(list('new', 'acmemed', null)))).toEqual([told]);
  expect(changedDays(before, holding(list('new', 'acmenew', null)))).toEqual([]);
  expect(changedDays(before, holding({ ...sent, name: 'new' }))).toEqual([]);
  // A name says more than a prefix.
  const swapped = holding(list('new', 'acmeother', soon), list('old', 'acmemed', later));
  expect(changedDays(swapped, holding(list('new', 'acmemed', null)))).toEqual([told]);
});

it('compares vocabularies by their names, and says nothing of one that only one side has', () => {
  const called = (name: string, ...entries: Entry[]) => ({ name, entries });
  const all = (...vocabularies: object[]) => ({ vocabularies }) as unknown as Config;
  const before = all(called('one', entry('a', soon)), called('two', entry('a', later)));
  const after = all(called('two', entry('a', later)), called('three', entry('a', null)));
  expect(changedDays(before, after)).toEqual([]);
});
