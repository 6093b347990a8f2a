import { expect, it } from 'vitest';
import { meet } from './foreign/meet.js';
import { inProcess } from './foreign/programs.js';

/** How many applies somebody else disturbs; 300 take half a minute. */
const applies = Number(process.env['VOCABSYNC_MEETINGS'] ?? 15);
const seed = Number(process.env['VOCABSYNC_SEED'] ?? 1);

/** On one account, one after the other. */
const together = 3;

it(`${applies} applies beside somebody who creates, edits and deletes any list keep every promise (seed ${seed})`, {
  timeout: 60_000 + applies * 1000,
}, async () => {
  const met = [];
  for (let count = 0; count < applies / together; count++) {
    met.push(await meet(seed + count, together, inProcess));
  }
  expect(met.flatMap(({ breaches }) => breaches)).toEqual([]);
  // Not every one was disturbed so much that it came to nothing.
  const endings = met.flatMap((each) => each.endings);
  expect(endings.filter(({ converged }) => converged)).not.toEqual([]);
  // Where so many meet, some come to nothing, and some meet in the moment that nobody can close; of a few, none may.
  if (applies < 300) return;
  expect(endings.filter(({ converged }) => !converged)).not.toEqual([]);
  expect(met.reduce((sum, each) => sum + each.unavoidable, 0)).toBeGreaterThanOrEqual(1);
});
