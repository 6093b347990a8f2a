import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '..', '..', 'docs');

/** The cells of every table row of a page, heads and rules left out; an id without its backquotes. */
export async function tableRows(page: string): Promise<string[][]> {
  const lines = (await readFile(join(docs, page), 'utf8')).split('\n');
  const isHead = (index: number) => /^\|[-|]+\|$/.test(lines[index + 1] ?? '');
  return lines
    .filter((line, index) => line.startsWith('| ') && !isHead(index))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** The rows whose first cell is an id, without its backquotes. */
export async function documentedIds(page: string): Promise<(readonly [id: string, ...cells: string[]])[]> {
  return (await tableRows(page)).flatMap(([first = '', ...cells]) => {
    const id = /^`([a-z0-9-]+)`$/.exec(first)?.[1];
    return id === undefined ? [] : [[id, ...cells] as const];
  });
}
