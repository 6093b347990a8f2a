import { describe, expect, it } from 'vitest';
import { hear } from '../../../../src/emulator/recognition/hearing/hear.js';
import type { Offer, OfferedWord } from '../../../../src/emulator/recognition/hearing/offer.js';
import {
  checkRecordings,
  type RecordingEntry,
} from '../../../../src/emulator/recognition/hearing/parse-recordings.js';

const word = (text: string, weight = 4, also: Partial<OfferedWord> = {}): OfferedWord => ({
  text,
  weight,
  from: 'list',
  idle: null,
  ...also,
});

const offer = (...words: OfferedWord[]): Offer => ({ words, list_idle: null, absent: { kind: 'not-given' } });

function heardIn(entry: Omit<RecordingEntry, 'sha256'>, given: Offer) {
  const [recording] = checkRecordings([{ sha256: 'a'.repeat(64), ...entry }]);
  if (recording === undefined) throw new Error('no recording');
  return hear(recording, given);
}

const qufu = { text: '游览曲阜阙里人家', misheard: { 阙里人家: '缺里人家' } };

describe('a misheard word', () => {
  it('is heard as something else without a hotword, and it is said that none was given', () => {
    const { text, words } = heardIn(qufu, offer(word('曲阜')));
    expect(text).toBe('游览曲阜缺里人家');
    expect(words).toEqual([
      { word: '阙里人家', outcome: 'missed', instead: '缺里人家', by: null, why: { kind: 'not-given' } },
    ]);
  });

  it('comes right with a hotword of any weight where none is needed', () => {
    const by = word('阙里人家', 1);
    const { text, words } = heardIn(qufu, offer(by));
    expect(text).toBe('游览曲阜阙里人家');
    expect(words).toEqual([{ word: '阙里人家', outcome: 'heard', instead: null, by, why: null }]);
  });

  it.each([
    [3, '游览曲阜缺里人家', { kind: 'weight', weight: 3, needs: 4 }],
    [4, '游览曲阜阙里人家', null],
    [50, '游览曲阜阙里人家', null],
  ])('that needs 4 is tried with weight %i', (weight, expected, why) => {
    const { text, words } = heardIn({ ...qufu, needs: { 阙里人家: 4 } }, offer(word('阙里人家', weight)));
    expect([text, words[0]?.why]).toEqual([expected, why]);
  });

  it('counts with the higher weight where list and request both have it', () => {
    const both = offer(word('阙里人家', 2), word('阙里人家', 5, { from: 'instant' }));
    const { words } = heardIn({ ...qufu, needs: { 阙里人家: 5 } }, both);
    expect(words).toMatchObject([{ outcome: 'heard', by: { from: 'instant', weight: 5 } }]);
  });

  it('does not come right with a hotword that has no effect, whose reason is told', () => {
    const idle = { kind: 'lang', lang: 'en', read: ['zh'] } as const;
    const { text, words } = heardIn(qufu, offer(word('阙里人家', 5, { idle })));
    expect([text, words[0]?.why]).toEqual(['游览曲阜缺里人家', idle]);
  });

  it('is told by its weight where another hotword of the same text has no effect at all', () => {
    const given = offer(
      word('阙里人家', 5, { idle: { kind: 'not-ok', status: 'UNDEPLOYED' } }),
      word('阙里人家', 1),
    );
    const { words } = heardIn({ ...qufu, needs: { 阙里人家: 2 } }, given);
    expect(words[0]?.why).toEqual({ kind: 'weight', weight: 1, needs: 2 });
  });

  it('is looked for as a whole: a hotword for a part of it does nothing', () => {
    expect(heardIn(qufu, offer(word('阙里'))).text).toBe('游览曲阜缺里人家');
  });

  it('is misheard wherever it is said', () => {
    const twice = { text: 'Ngoc met Ngoc.', misheard: { Ngoc: 'knock' } };
    expect(heardIn(twice, offer()).text).toBe('knock met knock.');
  });

  it('may lie inside another, of which the longer counts', () => {
    const both = { text: '阙里人家在阙里', misheard: { 阙里: '缺里', 阙里人家: '缺里人加' } };
    expect(heardIn(both, offer()).text).toBe('缺里人加在缺里');
    expect(heardIn(both, offer(word('阙里'))).text).toBe('缺里人加在阙里');
  });

  it('may have characters that mean something in a pattern, and be called __proto__', () => {
    const odd = {
      text: 'C# (x|y) __proto__',
      misheard: Object.fromEntries([
        ['(x|y)', 'z'],
        ['__proto__', 'proto'],
      ]),
    };
    expect(heardIn(odd, offer(word('__proto__'))).text).toBe('C# z __proto__');
  });
});

describe('a hotword that intrudes', () => {
  const said = { text: '缺里有阙里人家', misheard: { 阙里人家: '缺里人家' }, intrudes: { 缺里: '阙里人家' } };

  it.each([
    [4, '缺里有阙里人家'],
    [5, '阙里人家有阙里人家'],
    [50, '阙里人家有阙里人家'],
  ])('does so from weight 5 on: %i', (weight, text) => {
    expect(heardIn(said, offer(word('阙里人家', weight))).text).toBe(text);
  });

  it('is told apart from the one that was said', () => {
    const by = word('阙里人家', 5);
    expect(heardIn(said, offer(by)).words).toEqual([
      { word: '阙里人家', outcome: 'heard', instead: null, by, why: null },
      { word: '阙里人家', outcome: 'intruded', instead: '缺里', by, why: null },
    ]);
  });

  it('does not when it has no effect', () => {
    const idle = { kind: 'not-ok', status: 'UNDEPLOYED' } as const;
    expect(heardIn(said, offer(word('阙里人家', 5, { idle }))).text).toBe('缺里有缺里人家');
  });

  it('does so in what was misheard too, and never in a word that came right', () => {
    const needy = { ...said, text: '阙里人家', needs: { 阙里人家: 50 } };
    expect(heardIn(needy, offer(word('阙里人家', 5))).text).toBe('阙里人家人家');
    expect(
      heardIn({ ...said, text: '阙里人家', intrudes: { 阙: '阙里人家' } }, offer(word('阙里人家', 5))).text,
    ).toBe('阙里人家');
  });

  it('is not told of where what it listens for is not said', () => {
    expect(heardIn({ text: '再见', intrudes: { 缺里: '阙里人家' } }, offer(word('阙里人家', 5)))).toEqual({
      text: '再见',
      words: [],
    });
  });
});
