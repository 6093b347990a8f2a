/**
 * Makes dist/cli (the command, with its packages inside: a process that resolves and reads hundreds of small files
 * starts 100 ms later) and dist/index.js (the library, which leaves its packages to whoever installs it).
 *
 * The command is CommonJS: Node takes a fifth of its own start to set up the loader of modules before it runs the first
 * of them, and reads each further file of one in a wave of its own. esbuild splits modules only, so each file is turned into
 * CommonJS after that.
 * The declarations beside them come from `tsc -p tsconfig.build.json`.
 */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { joinedChunks } from './joined-chunks.mjs';
import { renderNotices } from './third-party-notices.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const main = 'dist/cli/main.js';

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { VOCABSYNC_VERSION: JSON.stringify(version) },
  // Names stay, so that the stack trace in a bug report can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * commander asks for it at once, for commands that are programs of their own. We have none, and with all that it loads it
 * is a fifth of the time that `--version` takes.
 */
const unusedChildProcess = {
  name: 'unused-child-process',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'child-process', namespace: 'unused' } : undefined,
    );
    bundle.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * The schemas of documents are made of all of zod, everything else of its smaller half. What both are made of would be loaded
 * whole by everybody, so whoever wants all of it has a copy.
 */
const whole = '?whole';
const zodForDocuments = {
  name: 'zod-for-documents',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir, pluginData }) => {
      const isWanted = importer.includes('/zod/v4/classic/') || pluginData === whole;
      return isWanted ? { path: resolve(resolveDir, path), suffix: whole } : undefined;
    });
    bundle.onLoad({ filter: /\/zod\// }, async ({ path, suffix }) =>
      suffix === whole ? { contents: await readFile(path), pluginData: whole } : undefined,
    );
  },
};

await rm('dist', { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  // What a form or the emulator needs is loaded by whoever asks for it.
  splitting: true,
  chunkNames: 'library/[name]-[hash]',
  packages: 'external',
});
const program = {
  ...common,
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'dist/cli',
  splitting: true,
};
const commands = (...names) => names.map((name) => `src/cli/commands/${name}.ts`);
const plugins = [
  unusedChildProcess,
  zodForDocuments,
  await joinedChunks(program, [
    ['src/cli/main.ts', 'src/cli/program.ts'],
    // What checks a configuration, and what asks an account.
    [...commands('validate'), 'src/report/terminal/text-form.ts'],
    [
      ...commands('plan', 'apply', 'drift', 'diff', 'ids'),
      'src/remote/dashscope.ts',
      'src/http/transport.ts',
      'src/http/throttle.ts',
    ],
  ]),
];
const { metafile, outputFiles } = await build({ ...program, plugins, metafile: true, write: false });
await mkdir('dist/cli');
await Promise.all(outputFiles.map(writeAsCommonJs));
await writeFile('dist/cli/package.json', '{ "type": "commonjs" }\n');
await makeExecutable(main);
await writeFile('dist/chunks.json', JSON.stringify(modulesByFile(metafile), null, 2));
await writeFile('dist/THIRD-PARTY-NOTICES.txt', await renderNotices(Object.keys(metafile.inputs)));

async function writeAsCommonJs({ path, text }) {
  const { target, minifySyntax, minifyWhitespace } = common;
  // An import() of what is CommonJS would go through the loader of modules all the same.
  const supported = { 'dynamic-import': false };
  const { code } = await transform(text, {
    format: 'cjs',
    target,
    minifySyntax,
    minifyWhitespace,
    supported,
    logLevel: 'warning',
  });
  await writeFile(path, code);
}

async function makeExecutable(path) {
  const text = await readFile(path, 'utf8');
  const shebang = '#!/usr/bin/env node\n';
  await writeFile(path, text.startsWith('#!') ? text : shebang + text);
  await chmod(path, 0o755);
}

/** What is in each file of the program, for the test of what a command loads; no part of the package. */
function modulesByFile({ outputs }) {
  return Object.fromEntries(
    Object.entries(outputs).map(([path, { inputs }]) => [
      path,
      Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0),
    ]),
  );
}
