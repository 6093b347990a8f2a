import { expect, it } from 'vitest';
import { environmentName } from '../../src/model/config.js';

it.each([
  ['call-centre', 'CALL_CENTRE'],
  ['ward.2', 'WARD_2'],
  ['a--b', 'A_B'],
])('%s is %s in the name of a variable', (consumer, name) => {
  expect(environmentName(consumer)).toBe(name);
});
