/*
 * Levenshtein: the fewest units replaced, left out and put in that make the reference into the result. There are mostly several
 * ways to do it with as few; of these, one with the most units right is taken, because a word is looked for where its own
 * units are. The published scorers favour such ways too (sclite and is21_deep_bias count 4 for a replacement and 3 for the
 * others), though at the price of sometimes counting more errors than there need be.
 *
 * Both ends that are equal are paired at once. Of the table of what is left only the cells near the diagonal are filled that
 * a way with so few errors can reach (Ukkonen 1985), twice as many each time it has more. What is too long for a table is halved
 * (Hirschberg 1975), so that memory grows with the length of a text, and not with its square.
 */

/** Which unit of a result stands where which of the reference does. */
export interface Alignment {
  /** For each unit of the reference, 1 where the result has the same, 0 where it has another or none. */
  readonly right: Uint8Array;
  /** For each unit of the result, the unit of the reference in whose place it stands; -1: it was put in. */
  readonly places: Int32Array;
}

/** A part of both texts, its units as numbers, and where it begins. */
interface Part {
  readonly reference: Int32Array;
  readonly result: Int32Array;
  readonly referenceAt: number;
  readonly resultAt: number;
}

/** So many cells, of a byte each, a table may have. */
const tableCells = 8_000_000;

/** A first guess at how many errors there are. */
const fewErrors = 32;

// A million replacements weigh less than one more error.
const error = 2 ** 20;
const replacement = error + 1;

export function align(reference: readonly string[], result: readonly string[]): Alignment {
  const numbers = new Map<string, number>();
  const whole: Part = {
    reference: numbered(reference, numbers),
    result: numbered(result, numbers),
    referenceAt: 0,
    resultAt: 0,
  };
  const places = new Int32Array(result.length).fill(-1);
  pairPart(whole, places);
  const right = new Uint8Array(reference.length);
  places.forEach((place, at) => {
    if (place >= 0 && whole.reference[place] === whole.result[at]) right[place] = 1;
  });
  return { right, places };
}

function numbered(units: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(units, (unit) => {
    const number = numbers.get(unit) ?? numbers.size;
    numbers.set(unit, number);
    return number;
  });
}

function pairPart(part: Part, places: Int32Array): void {
  const middle = pairEnds(part, places);
  if (middle.reference.length === 0 || middle.result.length === 0) return;
  const isSmall = (middle.reference.length + 1) * (middle.result.length + 1) <= tableCells;
  if (isSmall || middle.reference.length === 1) pairByTable(middle, places);
  else for (const half of halves(middle)) pairPart(half, places);
}

/** Pairs what is equal at both ends, which no way with fewer errors leaves unpaired, and gives back what is between. */
function pairEnds(part: Part, places: Int32Array): Part {
  const { reference, result, referenceAt, resultAt } = part;
  const shorter = Math.min(reference.length, result.length);
  let front = 0;
  while (front < shorter && reference[front] === result[front]) {
    places[resultAt + front] = referenceAt + front;
    front++;
  }
  let back = 0;
  while (back < shorter - front && reference.at(-1 - back) === result.at(-1 - back)) {
    back++;
    places[resultAt + result.length - back] = referenceAt + reference.length - back;
  }
  return partOf(part, [front, reference.length - back], [front, result.length - back]);
}

function partOf(part: Part, reference: readonly [number, number], result: readonly [number, number]): Part {
  return {
    reference: part.reference.subarray(...reference),
    result: part.result.subarray(...result),
    referenceAt: part.referenceAt + reference[0],
    resultAt: part.resultAt + result[0],
  };
}

/** Halves the reference, and the result where the best way passes. */
function halves(part: Part): readonly [Part, Part] {
  const { reference, result } = part;
  const half = reference.length >> 1;
  const before = costs(reference.subarray(0, half), result);
  const after = costs(reference.slice(half).reverse(), result.slice().reverse());
  let cut = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= result.length; at++) {
    const cost = numberAt(before, at) + numberAt(after, result.length - at);
    if (cost < least) [least, cut] = [cost, at];
  }
  return [partOf(part, [0, half], [0, cut]), partOf(part, [half, reference.length], [cut, result.length])];
}

/** What it costs to make the reference into each beginning of the result. */
function costs(reference: Int32Array, result: Int32Array): Float64Array {
  const row = firstRow(result.length, result.length);
  reference.forEach((unit, line) => {
    nextRow(row, { result, unit, line, from: 1, to: result.length });
  });
  return row;
}

/** No cell beyond the band is ever the better one. */
function firstRow(length: number, band: number): Float64Array {
  return Float64Array.from({ length: length + 1 }, (_, at) =>
    at > band ? Number.POSITIVE_INFINITY : at * error,
  );
}

/** Steps that lead to a cell of the table. */
const both = 0;
const leftOut = 1;
const putIn = 2;

interface Line {
  readonly result: Int32Array;
  /** A unit of the reference, and its place there. */
  readonly unit: number;
  readonly line: number;
  /** The columns to fill, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** Goes on by a unit of the reference, in place, and writes down the steps where somebody wants them. */
function nextRow(row: Float64Array, { result, unit, line, from, to }: Line, steps?: Uint8Array): void {
  let diagonal = numberAt(row, from - 1);
  let last = from === 1 ? (line + 1) * error : Number.POSITIVE_INFINITY;
  row[from - 1] = last;
  for (let at = from; at <= to; at++) {
    const above = numberAt(row, at);
    let cost = result[at - 1] === unit ? diagonal : diagonal + replacement;
    let step = both;
    if (above + error < cost) {
      cost = above + error;
      step = leftOut;
    }
    if (last + error < cost) {
      cost = last + error;
      step = putIn;
    }
    row[at] = cost;
    if (steps !== undefined) steps[at] = step;
    diagonal = above;
    last = cost;
  }
}

function pairByTable(part: Part, places: Int32Array): void {
  const { reference, result, referenceAt, resultAt } = part;
  const table = new Uint8Array(reference.length * (result.length + 1));
  let band = fewErrors;
  while (fillTable(table, part, band) > band) band *= 2;
  let line = reference.length;
  let column = result.length;
  while (line > 0 && column > 0) {
    const step = table[(line - 1) * (result.length + 1) + column];
    if (step === both) places[resultAt + column - 1] = referenceAt + line - 1;
    if (step !== putIn) line--;
    if (step !== leftOut) column--;
  }
}

/** Fills the cells that are no farther from the diagonal than the band, and gives back how many errors are needed there. */
function fillTable(table: Uint8Array, { reference, result }: Part, band: number): number {
  const width = result.length + 1;
  const row = firstRow(result.length, band);
  reference.forEach((unit, line) => {
    const from = Math.max(1, line + 1 - band);
    const to = Math.min(result.length, line + 1 + band);
    if (from > to) return;
    nextRow(row, { result, unit, line, from, to }, table.subarray(line * width, (line + 1) * width));
  });
  return Math.floor(numberAt(row, result.length) / error);
}

/** Reads a place that a row has: it is done too often for a question whether it does. */
function numberAt(row: Float64Array, at: number): number {
  return row[at] as number;
}
