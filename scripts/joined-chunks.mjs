import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Keeps a bundle that is split in few files. esbuild makes a chunk of what the same set of entries reaches, and each
 * `import()` is an entry: two dozen commands and forms cut what they share into scores of files, and Node needs most of a
 * millisecond for each, one wave after the other: a third of the time that `validate` of a small configuration took.
 *
 * So whoever reaches a module of a group is made to reach all of them. `groups` name the modules whose static imports are
 * one; what is in a former group is not in a later one, and who reaches the later one reaches the former.
 */
export async function joinedChunks(options, groups) {
  const { metafile } = await build({ ...options, metafile: true, write: false, logLevel: 'silent' });
  const { inputs } = metafile;
  const chunks = groupModules(inputs, groups);
  const entries = new Set(importsOf(Object.values(inputs), 'dynamic-import'));
  const joined = new Map(
    [...entries].map((entry) => {
      const reached = closureOf(inputs, [entry]);
      const last = chunks.findLastIndex((chunk) => chunk.some((module) => reached.has(module)));
      return [resolve(entry), last];
    }),
  );
  return { name: 'joined-chunks', setup: (bundle) => setUp(bundle, { chunks, joined }) };
}

function groupModules(inputs, groups) {
  const taken = new Set();
  return groups.map((roots) => {
    const own = [...closureOf(inputs, roots)].filter((path) => !taken.has(path) && !roots.includes(path));
    for (const path of own) taken.add(path);
    return own;
  });
}

function closureOf(inputs, roots) {
  const reached = new Set(roots);
  for (const path of reached) {
    if (inputs[path] === undefined) throw new Error(`nothing imports ${path}`);
    for (const next of importsOf([inputs[path]], 'import-statement', 'require-call')) reached.add(next);
  }
  return reached;
}

function importsOf(inputs, ...kinds) {
  return inputs
    .flatMap(({ imports }) => imports)
    .filter(({ kind, external }) => external !== true && kinds.includes(kind))
    .map(({ path }) => path);
}

function setUp(bundle, { chunks, joined }) {
  bundle.onResolve({ filter: /^chunk:/ }, ({ path }) => ({ path, namespace: 'chunk' }));
  bundle.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({
    contents: chunks[Number(path.slice('chunk:'.length))]
      // What packages export is reached through those who import it.
      .filter((module) => module.startsWith('src/'))
      .map((module) => `import ${JSON.stringify(resolve(module))};`)
      .join('\n'),
    resolveDir: process.cwd(),
  }));
  bundle.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
    const last = joined.get(path) ?? -1;
    if (last === -1) return undefined;
    const added = Array.from({ length: last + 1 }, (_, index) => `import 'chunk:${index}';`);
    return { contents: [await readFile(path, 'utf8'), ...added].join('\n'), loader: 'ts' };
  });
}
