import { expect, it } from 'vitest';
import { addEntries } from '../../../src/config/edit/add-entries.js';

const model = ['fun-asr-2027-01-01', '{ family: fun-asr }'] as const;

it.each([
  [
    'to a block',
    'models:\n  a: { family: fun-asr } # old\n',
    'models:\n  a: { family: fun-asr } # old\n  fun-asr-2027-01-01: { family: fun-asr }\n',
  ],
  [
    'to braces',
    'models: { a: { family: fun-asr } }\n',
    'models: { a: { family: fun-asr }, fun-asr-2027-01-01: { family: fun-asr } }\n',
  ],
  ['to empty braces', 'models: {}\n', 'models: { fun-asr-2027-01-01: { family: fun-asr } }\n'],
  [
    'under a key that is not there',
    'version: 1\n',
    'version: 1\nmodels:\n  fun-asr-2027-01-01: { family: fun-asr }\n',
  ],
  [
    'under a key without a value',
    'models:\nversion: 1\n',
    'models:\n  fun-asr-2027-01-01: { family: fun-asr }\nversion: 1\n',
  ],
])('adds an entry %s', (_, before, after) => {
  expect(addEntries(before, ['models'], [model])).toEqual({ text: after });
});

it('refuses what is there already', () => {
  expect(addEntries('models:\n  fun-asr-2027-01-01: {}\n', ['models'], [model])).toMatchObject({
    refused: '`models` has fun-asr-2027-01-01 already',
    by_hand: 'under `models`: fun-asr-2027-01-01: { family: fun-asr }',
  });
});
