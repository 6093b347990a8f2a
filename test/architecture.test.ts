import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inspection, inspect } from './architecture/inspect.js';
import { withoutMirror } from './architecture/mirrors.js';
import { cycle, innocent, planted } from './architecture/planted.js';
import { packageHomes, processUses } from './architecture/rules.js';

const project = join(import.meta.dirname, '..');

describe('the source tree', () => {
  let inspection: Inspection;
  beforeAll(async () => {
    inspection = await inspect(project);
  });

  it('keeps every rule of the house', () => {
    expect(inspection.violations).toEqual([]);
  });

  it('was read whole, so that silence means something', () => {
    expect(inspection.files).toContain('src/model/plan.ts');
    expect(inspection.cruised).toEqual(inspection.files);
  });

  it('makes no exception for a file that is gone', () => {
    expect(inspection.files).toEqual(expect.arrayContaining(Object.keys(processUses)));
  });

  it('gives each package it depends on a home', async () => {
    const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies).toSorted()).toEqual(Object.keys(packageHomes).toSorted());
  });
});

describe('the pure core', () => {
  it('has a test for each of its files, in the same place', async () => {
    expect(await withoutMirror(project)).toEqual([]);
  });
});

describe('a tree with planted violations', () => {
  const sources = {
    ...innocent,
    ...cycle,
    ...Object.fromEntries(
      planted.filter(([, file]) => file.endsWith('.ts')).map(([, file, text]) => [file, text]),
    ),
  };
  // So that no folder is alone but the one that shall be found.
  const neighbours = Object.keys(sources)
    .map((file) => dirname(file))
    .filter((folder) => folder !== 'src/report/lonely');
  const expected = planted.map(([rule, file, , what]) => `${rule}: ${file} → ${what}`);
  const expectedCycle = 'no-cycles: src/apply/first.ts → src/apply/second.ts';
  let root: string;
  let found: readonly string[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'vocabsync-architecture-'));
    await symlink(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const folder of neighbours)
      await plant(join(root, folder, 'neighbour.ts'), 'export const neighbour = 1;');
    for (const [file, text] of Object.entries(sources)) await plant(join(root, file), text);
    found = (await inspect(root)).violations;
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each(expected)('is reported for %s', (violation) => {
    expect(found).toContain(violation);
  });

  it('is reported for a cycle of types', () => {
    expect(found).toContain(expectedCycle);
  });

  it('is reported for nothing else', () => {
    expect(found).toEqual([...expected, expectedCycle].toSorted());
  });
});

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
