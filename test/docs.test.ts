import { describe, expect, it } from 'vitest';
import { exitCodeOf, exitCodes } from '../src/cli/exit-code.js';
import type { ErrorCode } from '../src/model/errors.js';
import { everyBroken } from './desired/broken/every-broken.js';
import { documentedIds, tableRows } from './docs/documented.js';
import { emittedRules, parse, rulesIn, unionMembers } from './docs/emitted-rules.js';

const rules = await documentedIds('rules.md');
const errors = await documentedIds('errors.md');

describe('docs/rules.md', () => {
  const severities = new Map(rules.map(([id, severity]) => [id, severity]));

  it('has one row for each rule that can be emitted, and no other', async () => {
    const { ids, unclear } = await emittedRules('src');
    expect(unclear).toEqual([]);
    expect(rules.map(([id]) => id).toSorted()).toEqual([...ids].toSorted());
  });

  it('says of each what it means and what to do', () => {
    expect(rules.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });

  it('says that everything wrong with the structure is an error, but for what may be meant', async () => {
    const { ids } = await emittedRules('src/config');
    expect([...ids].filter((id) => severities.get(id) !== 'error').toSorted()).toEqual(mayBeMeant);
  });

  it('says the severity with which the rules of the desired state are reported', () => {
    expect(everyBroken.filter(({ rule, severity }) => severities.get(rule) !== severity)).toEqual([]);
  });

  it('says which rules block a plan', async () => {
    const blocking = rules.filter(([, severity]) => severity === 'blocks').map(([id]) => id);
    expect(blocking.toSorted()).toEqual((await unionMembers('src/model/plan.ts', 'BlockRule')).toSorted());
  });
});

const mayBeMeant = [
  'hotword-comment',
  'hotword-joined',
  'hotword-punctuation',
  'include-empty',
  'include-other-model',
  'include-unread',
  'txt-comment',
  'txt-header',
  'txt-label',
  'txt-list-marker',
  'txt-punctuation',
  'txt-quotes',
  'txt-separator',
  'txt-weights',
];

describe('docs/errors.md', () => {
  it('has one row for each error code, and no other', async () => {
    const codes = await unionMembers('src/model/errors.ts', 'ErrorCode');
    expect(errors.map(([code]) => code).toSorted()).toEqual(codes.toSorted());
  });

  it('says with which exit code each ends', () => {
    const wrong = errors.filter(([code, , exit]) => exit !== String(exitCodeOf(code as ErrorCode)));
    expect(wrong).toEqual([]);
  });

  it('explains every exit code there is', async () => {
    const explained = (await tableRows('errors.md'))
      .map(([first]) => first)
      .filter((cell) => /^\d+$/.test(cell ?? ''));
    expect(explained).toEqual(Object.values(exitCodes).map(String));
  });
});

describe('the search for rules in a source', () => {
  const found = (text: string) => rulesIn(parse('planted.ts', text)).map((emission) => emission.found);

  it.each([
    ['written in an object', `error({ rule: 'a', message })`, [['a']]],
    ['chosen on the spot', `say({ rule: empty ? 'a' : (missing ? 'b' : 'c') })`, [['a', 'b', 'c']]],
    ['held in a constant', `function f() { const rule = bad ? 'a' : 'b'; return { rule }; }`, [['a', 'b']]],
    [
      'passed to a function',
      `advice('a', m); advice('b', m); function advice(rule, m) { return { rule, m }; }`,
      [['a', 'b']],
    ],
    ['passed to an arrow function', `const say = (m, rule) => ({ rule, m }); say(m, 'a');`, [['a']]],
  ])('finds one that is %s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['computed', `error({ rule: prefix + '-missing' })`],
    ['computed on one of two ways', `error({ rule: bad ? 'a' : other() })`],
    ['passed on from an unknown caller', `export function advice(rule) { return { rule }; }`],
    [
      'passed by one caller as a variable',
      `advice('a'); advice(b); function advice(rule) { return { rule }; }`,
    ],
  ])('does not pass over one that is %s', (_how, text) => {
    expect(found(text)).toEqual([[]]);
  });

  it('leaves alone what only hands a finding on', () => {
    expect(found(`const row = ({ rule, message }) => ({ rule, message }); type R = { rule: 'a' };`)).toEqual(
      [],
    );
  });
});
