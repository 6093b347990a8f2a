import type { Location } from '../../model/diagnostic.js';
import { printable } from '../../model/text/printable.js';
import type { Look } from '../form.js';
import { count } from '../layout.js';
import type { Point } from '../view/points.js';
import { escapeData, escapeProperty } from './escape-command.js';

/*
 * Workflow commands that make GitHub show something at a line of a file. Source of their form and of the limit: GitHub
 * Docs, "Workflow commands for GitHub Actions", and ten annotations of a kind for each step.
 */

const kinds = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Point['level'],
  string
>;

const mostOfAKind = 10;

/** Writes a command a line; of more than ten of a kind GitHub would silently drop the rest. */
export function renderAnnotations(points: readonly Point[], look: Pick<Look, 'inRepository'>): string {
  const told = points.filter(isWorthAnAnnotation);
  const shown = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const all = told.filter((point) => point.level === level);
    if (all.length <= mostOfAKind) return all;
    const first = all.slice(0, mostOfAKind - 1);
    return [...first, rest(level, all.length - first.length)];
  });
  return shown.map((point) => `${command(point, look)}\n`).join('');
}

function isWorthAnAnnotation({ isTold, location }: Point): boolean {
  return isTold !== true || location !== null;
}

function rest(level: Point['level'], hidden: number): Point {
  const message = `and ${count(hidden, `more ${kinds[level]}`)}`;
  return { level, id: 'vocabsync', title: 'vocabsync', message, location: null };
}

function command({ level, title, message, ...point }: Point, look: Pick<Look, 'inRepository'>): string {
  const location = point.location ?? startOf(point);
  const where = location === null ? [] : position(location, look);
  return `::${kinds[level]} ${[...where, `title=${escapeProperty(title)}`].join(',')}::${escapeData(message)}`;
}

function startOf({ config }: Pick<Point, 'config'>): Location | null {
  return config === undefined || config === null ? null : { file: config, line: 1, column: 1 };
}

function position({ file, line, column }: Location, look: Pick<Look, 'inRepository'>): string[] {
  const path = pathInRepository(file, look);
  return path === null ? [] : [`file=${escapeProperty(path)}`, `line=${line}`, `col=${column}`];
}

/** An escaped name, as views have them, is that of no file. */
const escaped = /\\u\{[0-9A-F]+\}|sk-…/;

/** Says how the repository calls a file that a view names; null where it has no such file. */
export function pathInRepository(file: string, { inRepository }: Pick<Look, 'inRepository'>): string | null {
  return escaped.test(file) || printable(file) !== file ? null : inRepository(file);
}
