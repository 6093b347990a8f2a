import { expect, it } from 'vitest';
import { environmentName, isInstant, isList, levelsOf, type Vocabulary } from '../../src/model/config.js';

it.each([
  ['call-centre', 'CALL_CENTRE'],
  ['ward.2', 'WARD_2'],
  ['a--b', 'A_B'],
])('%s is %s in the name of a variable', (consumer, name) => {
  expect(environmentName(consumer)).toBe(name);
});

it('the levels of rules are by their ids', () => {
  const location = { file: 'vocab.config.yaml', line: 1, column: 1 };
  const levels = levelsOf({ rules: [{ rule: 'sounds-alike', level: 'off', location }] });
  expect([...levels]).toEqual([['sounds-alike', 'off']]);
});

const location = { file: 'vocab.config.yaml', line: 1, column: 1 };
const located = (value: string) => ({ value, location });
const common = {
  name: 'medical',
  target_models: ['fun-asr', 'fun-asr-realtime'].map(located),
  previous_prefixes: [],
  owner: null,
  entries: [],
  location,
};
const list: Vocabulary = { ...common, delivery: 'list', prefix: located('acmemed'), vocabulary_ids: [] };
const instant: Vocabulary = { ...common, delivery: 'instant' };

it('a vocabulary is kept as a list, or goes with requests, and never both', () => {
  expect([list, instant].map(isList)).toEqual([true, false]);
  expect([list, instant].map(isInstant)).toEqual([false, true]);
});
