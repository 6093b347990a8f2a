import type { WordReading } from '../../reading.js';
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

const codeForm = /^[A-Za-z]{0,4}[-_]?\d+$/;

/**
 * How much a column looks like words beside others, 0 to 2: what is said of words is the same in many rows, or is a code. One
 * that is as good as another is not better for a word that stands there twice.
 */
export function wordiness(index: number, rows: readonly Row[]): 0 | 1 | 2 {
  const cells = cellsOf(index, rows);
  if (isBullet(cells)) return 0;
  if (cells.length > 1 && cells.every((cell) => codeForm.test(cell))) return 0;
  return new Set(cells).size * 4 < cells.length * 3 ? 1 : 2;
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
  const numbers = kinds.flatMap((kind, index) => (kind === 'weight' ? index : []));
  const [first] = numbers;
  if (first !== undefined && numbers.length > 1 && countsFromOne(cellsOf(first, rows))) kinds[first] = null;
  const texts = kinds.flatMap((kind, index) => (kind === 'text' ? index : []));
  const best = Math.max(...texts.map((index) => wordiness(index, rows)));
  const words = texts.find((index) => wordiness(index, rows) === best);
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
