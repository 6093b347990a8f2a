import { expect, it } from 'vitest';
import { ruleLevels, standings } from '../../../src/model/catalogue/rule-standings.js';
import { documentedIds } from '../../docs/documented.js';

const documented = await documentedIds('rules.md');

it('has a line for each rule in docs/rules.md, and no other', () => {
  expect([...standings.keys()].toSorted()).toEqual(documented.map(([rule]) => rule).toSorted());
});

it('has the severity that docs/rules.md says', () => {
  const wrong = documented.filter(([rule, severity]) => {
    const own = standings.get(rule)?.severity ?? null;
    return own !== null && own !== severity;
  });
  expect(wrong).toEqual([]);
});

it('lets every warning and info be set, but for what a review has to see', () => {
  const shut = documented.filter(([rule, severity]) => {
    const isOpen = (standings.get(rule)?.levels.length ?? 0) > 0;
    return (severity === 'warning' || severity === 'info') && !isOpen;
  });
  expect(shut.map(([rule]) => rule).toSorted()).toEqual([
    'base-has-errors',
    'base-unreadable',
    'base-without-config',
    'baseline-incomparable',
    'expires-changed',
    'guard-lifted',
    'import-joined',
    'import-present',
    'import-weight',
    'instant-words-lost',
    'setting-changed',
  ]);
});

it('lets no error be lowered but one that another program may know better', () => {
  const open = documented.filter(
    ([rule, severity]) => severity === 'error' && standings.get(rule)?.levels.length !== 0,
  );
  expect(open.map(([rule]) => rule)).toEqual(['hotword-unheard']);
});

it('gives a reason wherever there is a level that a rule cannot have', () => {
  const silent = [...standings].filter(
    ([, { levels, reason }]) => levels.length < ruleLevels.length === (reason === ''),
  );
  expect(silent).toEqual([]);
});
