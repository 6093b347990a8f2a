import { expect, it } from 'vitest';
import { meet } from '../matrix/foreign/meet.js';
import { asProcess } from '../matrix/foreign/programs.js';

/** How many processes somebody else disturbs, all at once: most of the time they wait. */
const processes = process.env['VOCABSYNC_MEETINGS'] === undefined ? 2 : 20;
const seed = Number(process.env['VOCABSYNC_SEED'] ?? 1);

it(`${processes} processes beside somebody who creates, edits and deletes any list keep every promise (seed ${seed})`, {
  timeout: 60_000 + processes * 5_000,
}, async () => {
  const seeds = Array.from({ length: processes }, (_, count) => seed + 500 + count);
  const met = await Promise.all(seeds.map((each) => meet(each, 1, asProcess)));
  expect(met.flatMap(({ breaches }) => breaches)).toEqual([]);
});
