/**
 * Makes action/index.mjs: all that `uses: vocabsync/vocabsync@v1` runs, in one file, because a runner checks the action
 * out and installs nothing. It is committed; `--out FOLDER` puts it elsewhere, to compare the two.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { requireBuiltins } from './require-builtins.mjs';
import { renderNotices } from './third-party-notices.mjs';

const { out } = parseArgs({ options: { out: { type: 'string', default: 'action' } } }).values;
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

const { metafile } = await build({
  entryPoints: ['src/action/main.ts'],
  outfile: join(out, 'index.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  define: {
    VOCABSYNC_VERSION: JSON.stringify(version),
    // What ws would be faster with is no builtin, and asking for it by getBuiltinModule fails without throwing.
    'process.env.WS_NO_BUFFER_UTIL': '"1"',
    'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
  },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  banner: { js: requireBuiltins },
});
await mkdir(out, { recursive: true });
await writeFile(join(out, 'THIRD-PARTY-NOTICES.txt'), await renderNotices(Object.keys(metafile.inputs)));
