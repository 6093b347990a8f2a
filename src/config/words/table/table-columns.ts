import type { WordReading } from '../../reading.js';
import { isKind } from '../header-meanings.js';
import { type Field, fields, type Include } from '../include.js';
import type { Layout } from './table-layout.js';

export interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1: a quoted cell may hold line ends. */
  readonly line: number;
}

/** A table that has been cut into cells. */
export interface Table {
  readonly include: Include;
  readonly context: WordReading;
  readonly layout: Layout;
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** The first rows tell what a column holds. */
const rowsLookedAt = 100;
const number = /^[-+]?[\d.,]+%?$/;
const date = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const code = /^[a-z]{2,3}(?:-[A-Za-z]+)?$/;

/** Says whether a column may be the words: one that is empty, or has numbers for the most part, is not. */
export function isMostlyWords(index: number, rows: readonly Row[]): boolean {
  const cells = cellsOf(index, rows);
  if (rows.length === 0) return true;
  return cells.length > 0 && cells.filter((cell) => number.test(cell)).length * 2 < cells.length;
}

const codeForm = /^([A-Za-z]{0,4})[-_]?\d+$/;
const han = /^\p{Script=Han}/u;

/**
 * Finds the columns that may be the words, the best one first: the first, unless that says of what kind the words are (a few values
 * in many rows, or names of kinds), numbers them by codes of one stem, or is the bullet of a word processor, and another one is none of all that.
 */
export function byWordiness(indexes: readonly number[], rows: readonly Row[]): readonly number[] {
  const [first, ...others] = indexes;
  if (first === undefined) return [];
  const cells = cellsOf(first, rows);
  const isBeside = isBullet(cells) || areCodes(cells);
  const better = others.find((other) => {
    const there = cellsOf(other, rows);
    if (isBullet(there) || areCodes(there) || areKinds(there) || isFew(there, mostlyTheSame)) return false;
    const areHan = [cells, there].every((column) => column.every((cell) => han.test(cell)));
    // Beside words of another script they may be what is translated.
    return isBeside || (areHan && areKinds(cells)) || isFew(cells, areHan ? mostlyTheSame : aFewOfMany);
  });
  return better === undefined ? indexes : [better, ...indexes.filter((index) => index !== better)];
}

const mostlyTheSame = 2 / 3;
/** Words of one script may stand there more than once, each beside a translation of its own. */
const aFewOfMany = 1 / 4;

function isFew(cells: readonly string[], share: number): boolean {
  return cells.length > 2 && new Set(cells).size <= share * cells.length;
}

/** Codes count on from one stem; names such as HER2 and IL-6 have each its own. */
export function areCodes(cells: readonly string[]): boolean {
  const stems = cells.map((cell) => codeForm.exec(cell)?.[1]);
  return cells.length > 1 && stems[0] !== undefined && stems.every((stem) => stem === stems[0]);
}

/** What says of each row of what kind it is: `人名`, `药名`. In a glossary of such terms each is there once. */
function areKinds(cells: readonly string[]): boolean {
  return new Set(cells).size < cells.length && cells.every(isKind);
}

/** One and the same sign in every row, as a word processor leaves it of its bullets. */
function isBullet(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  return cells.length > 1 && Array.from(first).length === 1 && cells.every((cell) => cell === first);
}

/**
 * A header for rows that have none: one cell a column, none of ours twice. What is left over gets a name of no meaning.
 * Null when no column can be the words.
 */
export function headerFor(rows: readonly Row[]): readonly string[] | null {
  const width = rows[0]?.cells.length ?? 0;
  const kinds = Array.from({ length: width }, (_, index) => likelyField(cellsOf(index, rows)));
  if (!kinds.includes('text')) {
    const likeCodes = kinds.indexOf('lang');
    if (likeCodes === -1) return null;
    kinds[likeCodes] = 'text';
  }
  // Two rows may be numbered as well, where the weights are in another column.
  const [, ...behind] = kinds.flatMap((kind, index) => (kind === 'weight' ? index : []));
  const isWeighted = behind.some((index) => cellsOf(index, rows).every((cell) => Number(cell) <= 100));
  if (kinds[0] === 'weight' && isWeighted && countsFromOne(cellsOf(0, rows))) kinds[0] = null;
  const texts = kinds.flatMap((kind, index) => (kind === 'text' ? index : []));
  const [words] = byWordiness(texts, rows);
  return kinds.map((kind, index) => {
    const isTheOne = kind === 'text' ? index === words : kinds.indexOf(kind) === index;
    return kind !== null && isTheOne ? kind : `column${index + 1}`;
  });
}

export function isField(name: string): boolean {
  return (fields as readonly string[]).includes(name);
}

/** null: rows are numbered here, and a number says nothing of its word. */
function likelyField(cells: readonly string[]): Field | null {
  if (isNumbering(cells)) return null;
  const most = (shape: RegExp) => cells.filter((cell) => shape.test(cell)).length * 2 > cells.length;
  if (most(number)) return 'weight';
  if (most(date)) return 'expires';
  return most(code) ? 'lang' : 'text';
}

const fewestNumbered = 3;

/** Weights follow each other now and then, but not one by one from the first row on. */
function isNumbering(cells: readonly string[]): boolean {
  const [first, ...others] = cells.map(Number);
  return (
    first !== undefined &&
    cells.length >= fewestNumbered &&
    others.every((each, index) => each === first + index + 1)
  );
}

function countsFromOne(cells: readonly string[]): boolean {
  return cells.every((cell, index) => Number(cell) === index + 1);
}

/** What stands in the first rows of a column. */
function cellsOf(index: number, rows: readonly Row[]): string[] {
  return rows
    .slice(0, rowsLookedAt)
    .map(({ cells }) => (cells[index] ?? '').trim())
    .filter((cell) => cell !== '');
}
