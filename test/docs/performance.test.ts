import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('docs/performance.md has the figures of the run that lies beside it, and no others', async () => {
  const measured: unknown = JSON.parse(await readFile(join(root, 'docs/performance.json'), 'utf8'));
  const page = await readFile(join(root, 'docs/performance.md'), 'utf8');
  // Not by its name: it has no types, and needs none.
  const program = pathToFileURL(join(root, 'bench/measured-section.mjs')).href;
  const { measuredSection } = (await import(program)) as { measuredSection: (measured: unknown) => string };
  const [, section] = /<!-- measured -->\n([\s\S]*)<!-- end of what was measured -->/.exec(page) ?? [];
  expect(section).toBe(measuredSection(measured));
});
