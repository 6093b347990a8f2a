/**
 * Deletes the declarations under dist/types that nothing leads to from those of the library: tsc writes one for each
 * module that it has read, and most are the program's own business.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const root = resolve('dist/types');
const reached = new Set();
await follow(join(root, 'index.d.ts'));
for (const name of await readdir(root, { recursive: true })) {
  const path = join(root, name);
  if (path.endsWith('.d.ts') && !reached.has(path)) await rm(path);
}
await rmEmpty(root);

async function follow(path) {
  if (reached.has(path)) return;
  reached.add(path);
  const text = await readFile(path, 'utf8');
  // Declarations import by `from "./a.js"` and by `import("./a.js")`.
  for (const [, name] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.js['"]/g)) {
    await follow(resolve(dirname(path), `${name}.d.ts`));
  }
}

/** Deletes folders that have become empty, the innermost first. */
async function rmEmpty(folder) {
  const items = await readdir(folder, { withFileTypes: true });
  for (const item of items) if (item.isDirectory()) await rmEmpty(join(folder, item.name));
  if ((await readdir(folder)).length === 0) await rm(folder, { recursive: true });
}
