import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/evaluate/text/align.js';

/** What became of each unit: `=` right, `~` another, `-` left out; `+` put in. In the order of the result. */
function steps(reference: string, result: string): string {
  const { right, places } = align([...reference], [...result]);
  let next = 0;
  let text = '';
  for (const place of places) {
    if (place >= 0) {
      text += '-'.repeat(place - next);
      next = place + 1;
    }
    text += place < 0 ? '+' : right[place] === 1 ? '=' : '~';
  }
  return text + '-'.repeat(reference.length - next);
}

function errors(reference: readonly string[], result: readonly string[]): number {
  const { right, places } = align(reference, result);
  return right.filter((is) => is === 0).length + places.filter((place) => place < 0).length;
}

/** By the definition, in a table that is as large as it wants to be: the fewest errors, and then the fewest replacements. */
function byDefinition(reference: readonly string[], result: readonly string[]): number {
  let row = result.map((_, at) => at + 1);
  row.unshift(0);
  reference.forEach((unit, line) => {
    const next = [line + 1];
    result.forEach((other, at) => {
      next.push(Math.min(row[at]! + (unit === other ? 0 : 1), row[at + 1]! + 1, next[at]! + 1));
    });
    row = next;
  });
  return row.at(-1)!;
}

describe('a result is aligned with its reference', () => {
  it.each([
    ['where both are the same', 'abc', 'abc', '==='],
    ['where a unit is another', 'abc', 'axc', '=~='],
    ['where one is left out', 'abc', 'ac', '=-='],
    ['where one is put in', 'ac', 'abc', '=+='],
    ['where nothing was heard', 'abc', '', '---'],
    ['where nothing was said', '', 'abc', '+++'],
    ['where there is nothing at all', '', '', ''],
    ['at the classic example', 'kitten', 'sitting', '~===~=+'],
    ['with more units right where that costs no more', 'ab', 'bc', '-=+'],
  ])('%s', (_title, ...[reference, result, expected]) => {
    expect(steps(reference, result)).toBe(expected);
  });
});

const anyUnits = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

it('has as few errors as the definition', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (reference, result) => {
      expect(errors(reference, result)).toBe(byDefinition(reference, result));
    }),
    { numRuns: 300 },
  );
});

it('has as many errors one way as the other', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (one, other) => {
      expect(errors(one, other)).toBe(errors(other, one));
    }),
  );
});

it('never pairs a unit twice, or out of order', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (reference, result) => {
      const pairs = [...align(reference, result).places].filter((place) => place >= 0);
      expect(pairs).toEqual([...new Set(pairs)].sort((left, right) => left - right));
    }),
  );
});

it('has no fewer units right than any other way with as few errors', () => {
  const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
  fc.assert(
    fc.property(few, few, (reference, result) => {
      const right = align(reference, result).right.filter(Boolean).length;
      expect(right).toBe(mostRight(reference, result, byDefinition(reference, result)));
    }),
    { numRuns: 300 },
  );
});

/** Tries every way that has so many errors. */
function mostRight(reference: readonly string[], result: readonly string[], left: number): number {
  if (left < 0) return Number.NEGATIVE_INFINITY;
  const [unit, ...others] = reference;
  const [heard, ...rest] = result;
  if (unit === undefined)
    return rest.length + (heard === undefined ? 0 : 1) > left ? Number.NEGATIVE_INFINITY : 0;
  const leftOut = mostRight(others, result, left - 1);
  if (heard === undefined) return leftOut;
  const isRight = unit === heard;
  return Math.max(
    leftOut,
    mostRight(reference, rest, left - 1),
    mostRight(others, rest, left - (isRight ? 0 : 1)) + (isRight ? 1 : 0),
  );
}

/** A long text, and what may have been heard of it: one unit in so many is another, left out or put in. */
function longTexts(length: number, oneIn: number) {
  let state = 7;
  const chance = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const reference = Array.from({ length }, () => `${chance(40)}`);
  const result = reference.flatMap((unit) => {
    const what = chance(oneIn * 3);
    return what === 0 ? [] : what === 1 ? [`${chance(40)}`] : what === 2 ? [unit, 'x'] : [unit];
  });
  return { reference: ['from', ...reference, 'to'], result: ['first', ...result, 'last'] };
}

describe('a long text has as few errors as the definition', () => {
  it.each([
    ['where few units are wrong', 700, 40],
    ['where many are', 700, 3],
    ['where nearly all are', 300, 1],
  ])('%s', (_title, ...[length, oneIn]) => {
    const { reference, result } = longTexts(length, oneIn);
    expect(errors(reference, result)).toBe(byDefinition(reference, result));
  });

  it('where one side is much longer', () => {
    const { reference, result } = longTexts(300, 4);
    expect(errors(reference.slice(0, 20), result)).toBe(byDefinition(reference.slice(0, 20), result));
    expect(errors(reference, result.slice(150, 160))).toBe(byDefinition(reference, result.slice(150, 160)));
  });

  it('where both are too long for one table', () => {
    const { reference, result } = longTexts(2900, 8);
    expect(reference.length * result.length).toBeGreaterThan(8_000_000);
    expect(errors(reference, result)).toBe(byDefinition(reference, result));
  });
});
