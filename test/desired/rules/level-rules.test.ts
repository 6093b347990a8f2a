import { describe, expect, it } from 'vitest';
import { standings } from '../../../src/model/catalogue/rule-standings.js';
import { config, rulesOf, validate } from '../validate.js';

const setting = (lines: string) => config(`vocabularies: []\nrules:\n${lines}`);

describe('a line under `rules`', () => {
  it.each([...standings])(
    'sets %s to what its standing allows, and to nothing else',
    async (rule, { levels }) => {
      for (const level of ['off', 'info', 'warning', 'error'] as const) {
        const found = await validate(setting(`  ${rule}: ${level}`));
        expect(rulesOf(found)).toEqual(levels.includes(level) ? [] : ['error[rule-fixed]']);
      }
    },
  );

  it('is told each mistake at its place', async () => {
    const { diagnostics } = await validate(
      setting(
        '  hotword-too-long: off\n  sounds-like: off\n  sounds-alike: error\n  weight-out-of-range: info',
      ),
    );
    expect(diagnostics.map(({ rule, location }) => `${rule} ${location?.line}:${location?.column}`)).toEqual([
      'rule-fixed 6:3',
      'rule-unknown 7:3',
      'rule-fixed 9:3',
    ]);
  });

  it.each([
    ['a list', 'rules: [sounds-alike]'],
    ['a level that is none', 'rules: { sounds-alike: loud }'],
    ['a number', 'rules: { sounds-alike: 1 }'],
    ['a text', 'rules: off'],
    ['a name that no rule can have', 'rules: { "Sounds alike": off }'],
  ])('is no %s', async (_, text) => {
    expect(rulesOf(await validate(config(`vocabularies: []\n${text}`)))).toEqual(['error[invalid-value]']);
  });

  it('may name no prototype', async () => {
    const found = await validate(config('vocabularies: []\nrules: { constructor: off, __proto__: off }'));
    expect(rulesOf(found).toSorted()).toEqual(['error[rule-unknown]', 'error[unknown-key]']);
  });
});
