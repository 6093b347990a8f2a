import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandPages } from './command-pages.js';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'commands');
const pages = commandPages();

if (process.env['UPDATE_GOLDEN'] === '1') {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
}

it('each command has a page, and nothing else has', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
});

it.each([...pages.keys()])('docs/commands/%s says what the command line takes', (file) => {
  expect(readFileSync(join(folder, file), 'utf8')).toBe(pages.get(file));
});
