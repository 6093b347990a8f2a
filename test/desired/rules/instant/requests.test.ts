import { expect, it } from 'vitest';
import {
  consumersNamed,
  requestsOf,
  vocabulariesOf,
} from '../../../../src/desired/rules/instant/requests.js';
import type { Consumer, Vocabulary } from '../../../../src/model/config.js';

const location = { file: 'x', line: 1, column: 1 };
const located = <T>(value: T) => ({ value, location });
const common = { target_models: [located('m')], previous_prefixes: [], owner: null, entries: [], location };
const vocabularies: readonly Vocabulary[] = [
  { ...common, name: 'now', delivery: 'instant' },
  { ...common, name: 'list', delivery: 'list', prefix: located('p'), vocabulary_ids: [] },
  { ...common, name: 'other', delivery: 'list', prefix: located('q'), vocabulary_ids: [] },
];
const consumer = (name: string, names: readonly string[], model = 'm'): Consumer => ({
  name,
  vocabularies: names.map(located),
  model: located(model),
  language_hints: null,
  location,
});
const requests = (consumers: readonly Consumer[], all = vocabularies) =>
  requestsOf({ consumers, vocabularies: all }).map((request) => [
    request.consumers.map(({ name }) => name).join(),
    vocabulariesOf(request)
      .map(({ name }) => name)
      .join(),
  ]);

it('is what consumers recognise with, once for those that recognise alike', () => {
  const users = [consumer('a', ['now', 'list']), consumer('b', ['list', 'now']), consumer('c', ['now'])];
  expect(requests(users)).toEqual([
    ['a,b', 'list,now'],
    ['c', 'now'],
  ]);
});

it('is another of other vocabularies, whatever their places', () => {
  const many = Array.from(
    { length: 24 },
    (_, index): Vocabulary => ({ ...common, name: `v${index}`, delivery: 'instant' }),
  );
  const users = [consumer('a', ['v1', 'v23']), consumer('b', ['v1', 'v2', 'v3'])];
  expect(requests(users, many)).toEqual([
    ['a', 'v1,v23'],
    ['b', 'v1,v2,v3'],
  ]);
});

it('is none of a list alone, of two lists, and of another model', () => {
  const users = [
    consumer('a', ['list']),
    consumer('b', ['now', 'list', 'other']),
    consumer('c', ['now', 'list'], 'n'),
  ];
  expect(requests(users)).toEqual([]);
  expect(requests([consumer('a', ['list'])], vocabularies.slice(1))).toEqual([]);
});

it('names three of its consumers', () => {
  const users = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  expect(consumersNamed(users.slice(0, 1))).toBe('the consumer "a"');
  expect(consumersNamed(users)).toBe('the consumers "a", "b", "c" and 2 more');
});
