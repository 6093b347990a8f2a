import { expect, it } from 'vitest';
import { modelsLine } from '../../../src/desired/rules/models-line.js';

it('can be pasted as it is, whatever the name of the model', () => {
  expect(modelsLine('fun-asr-2027', 'family: fun-asr')).toBe(
    '`models: { fun-asr-2027: { family: fun-asr } }`',
  );
  expect(modelsLine('a:b', 'family: fun-asr')).toBe('`models: { "a:b": { family: fun-asr } }`');
});
