import { describe, expect, it } from 'vitest';
import { diffHotwords } from '../../../src/diff/diff-hotwords.js';
import { isInstantChanged } from '../../../src/model/instant/instant-change.js';
import type { InstantWords } from '../../../src/model/instant/instant-words.js';
import { instantWords, words } from '../../support/build.js';

const base = instantWords({ consumers: ['a', 'b'], target_models: ['m', 'n'] });

function compared(before: InstantWords | null, after: InstantWords | null) {
  const hotwords = diffHotwords(before?.hotwords ?? [], after?.hotwords ?? []);
  return { name: 'participants', before, after, hotwords, replaces: [] };
}

describe('an instant vocabulary of a comparison', () => {
  it.each([
    ['it is new', compared(null, base)],
    ['it is gone', compared(base, null)],
    ['a word is gone', compared(base, { ...base, hotwords: words('alpha') })],
    ['a consumer comes', compared(base, { ...base, consumers: ['a', 'b', 'c'] })],
    ['another consumer sends it', compared(base, { ...base, consumers: ['a', 'c'] })],
    ['another model is named', compared(base, { ...base, target_models: ['m', 'o'] })],
  ])('has changed where %s', (_, change) => {
    expect(isInstantChanged(change)).toBe(true);
  });

  it('has not changed where only the order is another', () => {
    const other = { ...base, hotwords: [...base.hotwords].reverse(), consumers: ['b', 'a'] };
    expect(isInstantChanged(compared(base, { ...other, target_models: ['n', 'm'] }))).toBe(false);
  });

  it('has not changed as far as a plan can know', () => {
    expect(isInstantChanged({ ...compared(null, base), hotwords: null })).toBe(false);
  });
});
