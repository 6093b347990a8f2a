/** A file that breaks one rule: the rule, the file, its text, and what the report must point at. */
type Planted = readonly [rule: string, file: string, text: string, what: string];

const barrelText = "export { parse } from './parse-yaml.js';\nexport type * from './parse-yaml.js';";

export const planted: readonly Planted[] = [
  ['programs-are-run-by-git', 'src/cli/browser.ts', "import 'node:child_process';", 'child_process'],
  [
    'folder-imports-itself-and-model',
    'src/diff/sideways.ts',
    "import '../config/text/parse-yaml.js';",
    'src/config/text/parse-yaml.ts',
  ],
  [
    'vendor-apis-share-http',
    'src/remote/shared-parser.ts',
    "import type { Store } from '../emulator/store.js';",
    'src/emulator/store.ts',
  ],
  [
    'folder-imports-itself-and-model',
    'src/emulator/shared-parser.ts',
    "export const later = () => import('../remote/wire.js');",
    'src/remote/wire.ts',
  ],
  [
    'vendor-apis-share-http',
    'src/recognise/shared-words.ts',
    "import '../remote/wire.js';",
    'src/remote/wire.ts',
  ],
  [
    'folder-imports-itself-and-model',
    'src/http/shared-parser.ts',
    "import '../remote/wire.js';",
    'src/remote/wire.ts',
  ],
  [
    'folder-imports-itself-and-model',
    'src/apply/upwards.ts',
    "import '../pipelines/reconcile.js';",
    'src/pipelines/reconcile.ts',
  ],
  ['folder-imports-itself-and-model', 'src/observe/public.ts', "import '../index.js';", 'src/index.ts'],
  [
    'nobody-imports-cli',
    'src/workspace/flags.ts',
    "import type { Flags } from '../cli/options.js';",
    'src/cli/options.ts',
  ],
  [
    'folder-imports-itself-and-model',
    'src/emulator/disk.ts',
    "import '../workspace/lock.js';",
    'src/workspace/lock.ts',
  ],
  ['package-has-one-home', 'src/cli/backup.ts', "import { stringify } from 'yaml';", 'yaml'],
  [
    'doc-has-a-subject',
    'src/apply/run.ts',
    '/** Of the last write. */\nexport const id = 1;',
    'Of the last write. */',
  ],
  ['folder-has-several', 'src/report/lonely', '', '1'],
  ['row-is-short', 'src/git', '', '29'],
  ['model-imports-nothing', 'src/model/text/sha256.ts', "import 'node:fs';", 'fs'],
  ['model-imports-nothing', 'src/model/bag.ts', "import type { Stats } from 'node:fs';", 'fs'],
  [
    'pipeline-imports-stages',
    'src/pipelines/reconcile.ts',
    "import '../remote/wire.js';",
    'src/remote/wire.ts',
  ],
  ['pipeline-imports-stages', 'src/pipelines/second.ts', "import '../report/text.js';", 'src/report/text.ts'],
  ['nobody-imports-cli', 'src/report/colour.ts', "import '../cli/main.js';", 'src/cli/main.ts'],
  [
    'library-is-for-index-and-cli',
    'src/apply/machine.ts',
    "import '../library/machine.js';",
    'src/library/machine.ts',
  ],
  [
    'library-is-for-index-and-cli',
    'src/pipelines/compare.ts',
    "import '../library/machine.js';",
    'src/library/machine.ts',
  ],
  ['nobody-imports-cli', 'src/library/flags.ts', "import '../cli/options.js';", 'src/cli/options.ts'],
  ['nobody-imports-action', 'src/cli/reports.ts', "import '../action/main.js';", 'src/action/main.ts'],
  ['action-runs-the-program', 'src/action/shortcut.ts', "import '../remote/wire.js';", 'src/remote/wire.ts'],
  ['nobody-imports-cli', 'src/index.ts', "export { main } from './cli/main.js';", 'src/cli/main.ts'],
  [
    'documents-are-loaded-when-asked-for',
    'src/cli/commands/plan.ts',
    "import { plan } from '../../documents/plan.js';",
    'src/documents/plan.ts',
  ],
  ['every-import-resolves', 'src/config/gone.ts', "import './deleted.js';", './deleted.js'],
  ['package-has-one-home', 'src/report/table.ts', "import { parse } from 'yaml';", 'yaml'],
  ['package-has-one-home', 'src/desired/shape.ts', "import type * as z from 'zod';", 'zod'],
  ['package-has-one-home', 'src/cli/words.ts', "export const diff = () => import('diff');", 'diff'],
  ['package-has-a-home', 'src/cli/compiler.ts', "import ts from 'typescript';", 'typescript'],
  ['pure-without-builtins', 'src/schedule/hash.ts', "import { createHash } from 'node:crypto';", 'crypto'],
  ['pure-without-builtins', 'src/diff/ownership.ts', "import { sep } from 'path';", 'path'],
  [
    'config-reads-files-in-load',
    'src/config/words/parse-words.ts',
    "import 'node:fs/promises';",
    'fs/promises',
  ],
  ['process-is-for-main', 'src/cli/context.ts', "import { env } from 'node:process';", 'process'],
  [
    'process-is-for-main',
    'src/cli/options.ts',
    'export const wide = process.stdout.isTTY;',
    'process.stdout',
  ],
  [
    'process-is-for-main',
    'src/remote/key.ts',
    'export const key = globalThis.process.env.KEY;',
    'globalThis.process',
  ],
  ['process-is-for-main', 'src/http/agents.ts', 'export const { env } = process;', 'process'],
  ['pure-without-effects', 'src/diff/clock.ts', 'export const now = () => Date.now();', 'Date.now'],
  ['pure-without-effects', 'src/diff/today.ts', 'export const today = () => new Date();', 'Date'],
  ['pure-without-effects', 'src/diff/text.ts', 'export const today = () => Date();', 'Date'],
  ['pure-without-effects', 'src/documents/today.ts', 'export const today = Date.now();', 'Date.now'],
  ['pure-without-effects', 'src/diff/age.ts', 'export class Age extends Date {}', 'Date'],
  ['pure-without-effects', 'src/report/chance.ts', 'export const roll = () => Math.random();', 'Math.random'],
  ['pure-without-effects', 'src/report/luck.ts', "export const roll = () => Math['random']();", 'Math'],
  ['pure-without-effects', 'src/schedule/pause.ts', 'export const wait = { setTimeout };', 'setTimeout'],
  ['pure-without-effects', 'src/desired/print.ts', "console.log('seen');", 'console.log'],
  ['pure-without-effects', 'src/model/way-out.ts', 'export const outside = globalThis;', 'globalThis'],
  ['index-is-the-only-barrel', 'src/config/text/index.ts', barrelText, 'export'],
];

/** Files that come close to breaking a rule and do not. */
export const innocent: Readonly<Record<string, string>> = {
  'src/report/lonely/only.ts': 'export const alone = 1;',
  ...Object.fromEntries(Array.from({ length: 27 }, (_, index) => [`src/git/file-${index}.ts`, 'export {};'])),
  'src/workspace/lock.ts': 'export const owner = 1;',
  'src/model/time.ts': 'export const iso = (ms: number) => new Date(ms).toISOString() + Date.UTC(2026, 1);',
  'src/model/hotword.ts': 'export interface Hotword { readonly at: Date; readonly process: string }',
  'src/config/text/parse-yaml.ts':
    "import { parse } from 'yaml';\nexport const x = parse('1');\nexport const parse2 = parse;",
  'src/config/read/load.ts':
    "import { readFile } from 'node:fs/promises';\nexport { readFile };\nexport const load = 1;",
  'src/desired/expand.ts':
    '// Date.now() would be a second source of time\nexport const text = "process.env";',
  'src/action/main.ts': 'export const step = 1;',
  'src/library/machine.ts': 'export const machine = 1;',
  'src/git/git.ts': "import { spawn } from 'node:child_process';\nexport { spawn };",
  'src/diff/changes.ts':
    "import type { Hotword } from '../model/hotword.js';\n" +
    'export const upper = (word: Hotword, Date: typeof setTimeout) => Math.max(word.process.length, 1);',
  'src/report/text.ts':
    "import { diffArrays } from 'diff';\nexport const keys = { fetch: diffArrays, console: 1 };",
  'src/emulator/store.ts': 'export interface Store { readonly at: number }',
  'src/remote/wire.ts': "import * as z from 'zod';\nexport const wire = z.string();",
  'src/documents/plan.ts': "import * as z from 'zod';\nexport const plan = z.string();",
  'src/cli/commands/schema.ts': "export const plan = () => import('../../documents/plan.js');",
  'src/cli/main.ts':
    "import { x } from '../config/text/parse-yaml.js';\nexport const main = () => process.exit(Number(x));",
};

export const cycle: Readonly<Record<string, string>> = {
  'src/apply/first.ts':
    "import type { Second } from './second.js';\nexport interface First { readonly next: Second }",
  'src/apply/second.ts':
    "import type { First } from './first.js';\nexport interface Second { readonly next: First }",
};
