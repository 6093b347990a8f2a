import { describe, expect, it } from 'vitest';
import type { LiveLine } from '../../../src/cli/context.js';
import { clip, fitLine } from '../../../src/cli/progress/fit.js';
import { columnsOf } from '../../../src/report/layout.js';

const line = (what: string, state = ''): LiveLine => ({ symbol: '', paint: (text) => text, what, state });

describe('a text that is clipped', () => {
  it.each([
    ['medical', 7, 'medical'],
    ['medical', 6, 'medi…'],
    ['心房颤动', 8, '心房颤动'],
    ['心房颤动', 7, '心房…'],
    ['心房颤动', 6, '心房…'],
    ['心房颤动', 5, '心…'],
    ['a\u0308bcdef', 5, 'a\u0308bc…'],
    ['two words', 6, 'two…'],
    ['medical', 2, '…'],
    ['medical', 1, ''],
    ['', 0, ''],
  ])('%j in %i columns is %j', (text, columns, clipped) => {
    expect(clip(text, columns)).toBe(clipped);
  });
});

describe('a line', () => {
  it('loses of what is under way before it loses of how far that has come', () => {
    const of = line('update 心脏科词汇表@fun-asr-realtime', 'waiting for OK 12 s');
    expect(fitLine(of, 80)).toBe('update 心脏科词汇表@fun-asr-realtime  waiting for OK 12 s');
    expect(fitLine(of, 39)).toBe('update 心脏科词…  waiting for OK 12 s');
    expect(fitLine(of, 30)).toBe('update 心脏…  waiting for OK…');
  });

  it.each(Array.from({ length: 60 }, (_, columns) => columns))(
    'is never wider than %i columns',
    (columns) => {
      for (const what of ['update medical@fun-asr', '心房颤动心房颤动心房颤动心房颤动', 'x'])
        for (const state of ['', 'waiting until 10:05 for the vendor’s five minutes, 4:59 left'])
          expect(columnsOf(fitLine(line(what, state), columns))).toBeLessThanOrEqual(columns);
    },
  );
});
