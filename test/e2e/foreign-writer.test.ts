import { expect, it } from 'vitest';
import { meet } from '../matrix/foreign/meet.js';
import { asProcess } from '../matrix/foreign/programs.js';

/** How many processes somebody else disturbs; all at once, as most of their time they wait. */
const processes = Math.min(20, Math.ceil(Number(process.env['VOCABSYNC_MEETINGS'] ?? 2) / 10) * 2);
const seed = Number(process.env['VOCABSYNC_SEED'] ?? 1);

it(`${processes} processes beside somebody who writes to any list keep every promise (seed ${seed})`, {
  timeout: 60_000 + processes * 5_000,
}, async () => {
  const met = await Promise.all(
    Array.from({ length: processes }, (_, count) => meet(seed + 500 + count, 1, asProcess)),
  );
  expect(met.flatMap(({ breaches }) => breaches)).toEqual([]);
  if (process.env['VOCABSYNC_TELL'])
    console.log(JSON.stringify(met.map((m) => [m.endings, m.theirs, m.unavoidable])));
});
