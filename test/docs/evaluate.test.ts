import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayBeChance, shareInterval } from '../../src/report/view/evaluation/confidence.js';

/* The page says in numbers how sure one can be. They are those of the report. */

const pages = ['evaluate.md', 'evaluate.zh-CN.md'];

/** How much is heard, in the order of the rows. */
const shares = [1, 0.9, 0.5, 0];

/** Rows of numbers alone, below the one that says how often words were said. */
function intervalsOf(page: string): (readonly [said: number, share: number, interval: string])[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const head = rows.findIndex((cells) => /\b100\b/.test(cells.at(-2) ?? '') && cells.length === 8);
  const said = rows[head]!.slice(2, -1).map((cell) => Number(/\d+/.exec(cell)?.[0]));
  return shares.flatMap((share, index) =>
    rows[head + 2 + index]!.slice(2, -1).map((cell, column) => [said[column]!, share, cell] as const),
  );
}

describe.each(pages)('%s', (page) => {
  const told = intervalsOf(page).filter(([, , interval]) => interval !== '–');

  it('has a table', () => {
    expect(told).toHaveLength(18);
  });

  it.each(told)('tells where a share lies that was counted on %i (%d: %s)', (said, share, interval) => {
    const { low, high } = shareInterval(said * share, said)!;
    expect(interval).toBe(`${Math.round(low * 100)}–${Math.round(high * 100)} %`);
  });
});

it('six changes for the better are the fewest that are no chance', () => {
  expect([mayBeChance(5, 0), mayBeChance(6, 0)]).toEqual([true, false]);
});
