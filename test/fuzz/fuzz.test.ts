import { describe, expect, it } from 'vitest';
import { isWhole } from '../support/sample.js';
import { growthOf, shapes } from './growth.js';
import { names, play, spell } from './play.js';

/** A local run reads fewer; CI reads all. `npm run fuzz` reads a million. */
const inputs = Number(process.env['VOCABSYNC_FUZZ'] ?? (isWhole ? 10_000 : 600));
const first = Number(process.env['VOCABSYNC_SEED'] ?? 1);
const each = Math.ceil(inputs / names.length);

describe(`${each} inputs that no one should write`, { timeout: 60_000 + each * 50 }, () => {
  it.each(names)('%s: end in an answer or an error that is understood, within a second', async (name) => {
    const failed: string[] = [];
    for (let seed = first; seed < first + each; seed++) {
      const played = await play(name, seed);
      if (played.problems.length > 0) failed.push(spell(played));
    }
    expect(failed).toEqual([]);
  });
});

describe('eight times as much', { timeout: 120_000 }, () => {
  const some = shapes.filter((_, index) => isWhole || index % 16 === 1);

  // A square is one each time; a machine that is busy elsewhere is not.
  it.each(some)('of $name ($target) does not take the square of the time', { retry: 3 }, async (shape) => {
    expect(await growthOf(shape)).toBeNull();
  });
});
