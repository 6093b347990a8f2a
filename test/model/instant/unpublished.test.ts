import { describe, expect, it } from 'vitest';
import { unpublished } from '../../../src/model/instant/unpublished.js';
import type { PublishedFile } from '../../../src/model/result/published.js';
import { instantWords, word } from '../../support/build.js';

const path = 'build/ids.json';
const absent: PublishedFile = { path, kind: 'absent' };
const broken: PublishedFile = { path, kind: 'unreadable', why: 'is not JSON' };

function telling(
  consumers: Readonly<Record<string, Readonly<Record<string, number>> | null>>,
): PublishedFile {
  const told = Object.entries(consumers).map(
    ([name, vocabulary]) => [name, { model: 'm', vocabulary_id: null, vocabulary }] as const,
  );
  return { path, kind: 'read', format: 'json', consumers: new Map(told), lists: new Map() };
}

const all = { alpha: 4, beta: 4 };
const whole = telling({ app: all });

describe('a vocabulary waits to be published', () => {
  const instant = [instantWords({ hotwords: [word('alpha'), word('beta')], consumers: ['app'] })];

  it.each([
    ['while a file is not there', [whole, absent]],
    ['while no program can read a file', [whole, broken]],
    ['while a file says nothing of its consumer', [telling({})]],
    ['while its consumer sends nothing', [telling({ app: null })]],
    ['while a word is missing in one', [whole, telling({ app: { alpha: 4 } })]],
    ['while a word has another weight', [telling({ app: { alpha: 4, beta: 5 } })]],
    ['while only another consumer is given its words', [telling({ app: {}, other: all })]],
  ])('%s', (_, files) => {
    expect([...unpublished(instant, files)]).toEqual(['participants']);
  });

  it('until each of its consumers has its words, among others', () => {
    const two = [{ ...instant[0], consumers: ['app', 'kiosk'] } as (typeof instant)[number]];
    expect([...unpublished(two, [telling({ app: all, kiosk: { alpha: 4 } })])]).toEqual(['participants']);
    expect([...unpublished(two, [telling({ app: { ...all, more: 1 }, kiosk: all })])]).toEqual([]);
  });

  it('only until each file has its words', () => {
    expect([...unpublished(instant, [whole, whole])]).toEqual([]);
    expect([...unpublished(instant, [])]).toEqual([]);
  });

  it('never, where no consumer sends it', () => {
    expect([...unpublished([instantWords()], [absent])]).toEqual([]);
  });

  it('also for a word that objects have a property of', () => {
    const odd = [instantWords({ hotwords: [word('constructor')], consumers: ['app'] })];
    expect([...unpublished(odd, [whole])]).toEqual(['participants']);
    expect([...unpublished(odd, [telling({ app: { constructor: 4 } })])]).toEqual([]);
  });
});
