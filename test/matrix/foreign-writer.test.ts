import { describe, expect, it } from 'vitest';
import { meet } from './foreign/meet.js';
import { inProcess } from './foreign/programs.js';

/** How many applies somebody else disturbs. */
const applies = Number(process.env['VOCABSYNC_MEETINGS'] ?? 24);
const seed = Number(process.env['VOCABSYNC_SEED'] ?? 1);

/** On one account, one after the other. */
const together = 3;

describe(`${applies} applies beside somebody who creates, edits and deletes any list over HTTP (seed ${seed})`, () => {
  it('keep every promise, end as wanted or say why not, and settle as soon as they are left in peace', {
    timeout: 60_000 + applies * 1000,
  }, async () => {
    const met = [];
    for (let count = 0; count < applies / together; count++) {
      met.push(await meet(seed + count, together, inProcess));
    }
    expect(met.flatMap(({ breaches }) => breaches)).toEqual([]);
    const endings = met.flatMap((each) => each.endings);
    if (process.env['VOCABSYNC_TELL']) {
      const tally = new Map<string, number>();
      for (const { converged, why } of endings)
        for (const each of converged
          ? ['converged', ...why.map((w) => `c+${w}`)]
          : why.length === 0
            ? ['silent']
            : new Set(why))
          tally.set(each, (tally.get(each) ?? 0) + 1);
      console.log(
        endings.length,
        Object.fromEntries(tally),
        'windows',
        met.reduce((s, m) => s + m.unavoidable, 0),
        'theirs',
        met.reduce((s, m) => s + m.theirs, 0),
      );
    }
    // It was neither in peace nor too much for any run.
    expect(endings.filter(({ converged }) => converged)).not.toEqual([]);
    expect(endings.filter(({ converged }) => !converged)).not.toEqual([]);
  });
});
