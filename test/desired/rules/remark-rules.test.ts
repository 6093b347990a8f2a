import { describe, expect, it } from 'vitest';
import { check } from '../../../src/pipelines/check.js';
import { temporaryFolder, writeInto } from '../../support/world.js';
import { config, type Files, hotwords, rulesOf, validate } from '../validate.js';

describe('a word that expires', () => {
  const text = hotwords(['alpha', '{ text: beta, expires: 2027-03-31 }'])['vocab.config.yaml'] ?? '';

  async function checkedAt(time: string) {
    const cwd = await temporaryFolder();
    await writeInto(cwd, 'vocab.config.yaml', text);
    return check({ cwd }, { now: () => Date.parse(time) });
  }

  it.each([
    ['2026-12-31T00:00:00Z', []],
    ['2027-03-30T23:59:59.999Z', []],
    ['2027-03-31T00:00:00Z', []],
    ['2027-03-31T23:59:59.999Z', []],
    ['2027-03-31T23:59:59.999+14:00', []],
    ['2027-04-01T00:00:00Z', ['warning[hotword-expired]']],
    ['2031-01-01T00:00:00Z', ['warning[hotword-expired]']],
  ])('is wanted on its last day, in UTC, and doubted from the next on: %s', async (time, rules) => {
    expect(rulesOf(await checkedAt(time))).toEqual(rules);
  });

  it('is asked for all the same once its day has passed: no clock changes a plan', async () => {
    const [before, after] = [await checkedAt('2027-01-01'), await checkedAt('2099-01-01')];
    expect(after.desired).not.toBeNull();
    expect(after.desired).toEqual(before.desired);
  });

  it('is told of each entry that says so, also where another one of the same word does not', async () => {
    const { diagnostics } = await validate(
      hotwords(['{ text: alpha, expires: 2026-01-31 }', '{ text: alpha, expires: 2027-01-31 }']),
    );
    expect(diagnostics.map(({ rule, location }) => `${rule} ${location?.line}`).toSorted()).toEqual([
      'duplicate-hotword 9',
      'hotword-expired 8',
    ]);
  });
});

describe('what looks like a key', () => {
  const key = 'sk-0123456789abcdef';
  const file = (rest: string): Files => ({
    ...config('vocabularies: [medical.yaml]'),
    'medical.yaml': `name: medical\nprefix: acmemed\n${rest}\n`,
  });

  it.each([
    ['the note of a hotword', file(`hotwords: [{ text: a, note: ${key} }]`), 'hotword-like-key'],
    ['a part of a note', file(`hotwords: [{ text: a, note: "see ${key}, please" }]`), 'hotword-like-key'],
    ['the owner', file(`owner: ${key}\nhotwords: [a]`), 'key-in-config'],
    ['a part of the owner', file(`owner: ward 3 (${key})\nhotwords: [a]`), 'key-in-config'],
    [
      'a note in a table',
      { ...file('include: [w.csv]'), 'w.csv': `text,note\na,${key}\n` },
      'hotword-like-key',
    ],
    [
      'the owner in the configuration itself',
      config(`vocabularies: [{ name: medical, prefix: acmemed, owner: ${key}, hotwords: [a] }]`),
      'key-in-config',
    ],
    [
      'a note in the configuration itself',
      config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [{ text: a, note: ${key} }] }]`),
      'key-in-config',
    ],
  ])('is refused as %s, and not repeated', async (_, files, rule) => {
    const found = await validate(files);
    expect(rulesOf(found)).toEqual([`error[${rule}]`]);
    expect(JSON.stringify(found.diagnostics)).not.toContain(key);
  });

  it('is no word that only begins like one', async () => {
    const { diagnostics } = await validate(
      file('owner: the sk-learning group\nhotwords: [{ text: a, note: from sk-learning }]'),
    );
    expect(diagnostics).toEqual([]);
  });
});
