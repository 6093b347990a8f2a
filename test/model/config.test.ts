import { expect, it } from 'vitest';
import { environmentName, levelsOf } from '../../src/model/config.js';

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
