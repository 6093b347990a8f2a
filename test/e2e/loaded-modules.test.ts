import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/world.js';
import { firstLine, start, vocabsync } from './processes.js';

/*
 * Loading is most of the time of a short command. What each may load is named here, by packages and by rooms of src, so
 * that nothing large comes in by an import somewhere. A new name: is it used each time? Else import it where it is needed.
 */

const project = join(import.meta.dirname, '../..');
const packagePath = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

const everyCommand = [
  'npm commander',
  'cli',
  'cli/asking',
  'cli/completion',
  'cli/flags',
  'cli/progress',
  'config/words',
  'import/words',
  'library',
  'model',
  'report',
  'report/json',
  'scaffold/ci',
];
const anyCheck = [
  ...everyCommand,
  'npm zod',
  'npm diff',
  'npm get-east-asian-width',
  'npm picocolors',
  'cli/commands',
  'cli/showing',
  'config',
  'config/read',
  'config/schema',
  'config/text',
  'desired',
  'desired/rules',
  'model/slots',
  'report/say',
  'report/terminal',
  'report/view',
  // Of the vendor's hosts: an endpoint is checked, and not asked.
  'http',
  'pipelines',
];
const anyAccount = [
  ...anyCheck,
  'remote',
  'npm p-limit',
  'npm yocto-queue',
  'apply',
  'cli/accounts',
  'cli/applying',
  'cli/ids',
  'diff',
  'library/planning',
  'observe',
  'report/ids',
  'schedule',
  'workspace',
  // Files are written there by every apply; what reads them back has a YAML parser, and is asked for by few.
  'workspace/published',
];

interface Loaded {
  /** Files of src, and files of packages. */
  readonly modules: readonly string[];
  /** Packages, and folders of src. */
  readonly rooms: ReadonlySet<string>;
  /** Files that were read, one after the other where one names the next. */
  readonly files: readonly string[];
}

async function loadedBy(args: string, files: Readonly<Record<string, string>> = {}): Promise<Loaded> {
  const cwd = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) await writeInto(cwd, path, text);
  const coverage = await temporaryFolder();
  const url = args.includes('URL') ? await firstLine(start('emulator --memory --quiet', { cwd })) : '';
  const env = {
    NODE_V8_COVERAGE: coverage,
    DASHSCOPE_API_KEY: 'sk-0123456789abcdef',
    VOCABSYNC_COLOR: 'never',
  };
  const { code, stderr } = await vocabsync(args.replace('URL', `${url}/api/v1`), { cwd, env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return modulesIn(await scriptsIn(coverage));
}

async function scriptsIn(coverage: string): Promise<string[]> {
  const [report = ''] = await readdir(coverage);
  const { result } = JSON.parse(await readFile(join(coverage, report), 'utf8'));
  return (result as readonly { readonly url: string }[])
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url }) => relative(project, fileURLToPath(url)));
}

async function modulesIn(files: readonly string[]): Promise<Loaded> {
  const chunks: Record<string, string[]> = JSON.parse(
    await readFile(join(project, 'dist/chunks.json'), 'utf8'),
  );
  const modules = files
    .flatMap((file) => chunks[file] ?? [])
    .filter((module) => !module.startsWith('unused:'));
  return { modules, rooms: new Set(modules.map(roomOf)), files };
}

function roomOf(module: string): string {
  const name = packagePath.exec(module)?.[1];
  return name === undefined ? module.split('/').slice(1, -1).slice(0, 2).join('/') || 'src' : `npm ${name}`;
}

function beyond({ rooms }: Loaded, allowed: readonly string[]): string[] {
  const parents = allowed.flatMap((room) => [room, ...subfoldersOf(room)]);
  return [...rooms].filter((room) => !parents.includes(room)).sort();
}

/** A noun's folders are as small as the noun. */
function subfoldersOf(room: string): string[] {
  const folders = [
    'catalogue',
    'foreign',
    'instant',
    'recognition',
    'result',
    'table',
    'text',
    'time',
    'yaml',
  ];
  return room === 'model' || room === 'config/words' ? folders.map((folder) => `${room}/${folder}`) : [];
}

const configuration = {
  'vocab.config.yaml': `version: 1
account: { region: singapore }
defaults: { target_model: fun-asr }
vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [心律, 肝脏, alpha], include: [words.csv] }
`,
  'words.csv': 'text,weight\n产品,3\n',
};

describe('what a command loads', () => {
  it('prints the version with the command line alone', async () => {
    const loaded = await loadedBy('--version');
    expect(beyond(loaded, everyCommand)).toEqual([]);
    expect(loaded.files.length).toBeLessThanOrEqual(4);
  });

  it('validates without anything that asks an account', async () => {
    const loaded = await loadedBy('validate', configuration);
    expect(beyond(loaded, [...anyCheck, 'pronunciation'])).toEqual([]);
    expect(loaded.modules.filter((module) => /^src\/(?:remote|http)\//.test(module))).toEqual([
      'src/http/endpoint.ts',
    ]);
    expect(loaded.files.length).toBeLessThanOrEqual(11);
  });

  it('parses as YAML what no scanner reads, and loads the parser for nothing else', async () => {
    const loaded = await loadedBy('validate', {
      'vocab.config.yaml': configuration['vocab.config.yaml'].replace('name: medical', '"name": &n medical'),
      'words.csv': configuration['words.csv'],
    });
    expect(loaded.rooms).toContain('npm yaml');
  });

  it('asks no dictionary of readings about words that cannot sound alike', async () => {
    const loaded = await loadedBy('validate', configuration);
    expect(loaded.modules).toContain('src/pronunciation/readings.ts');
    expect(loaded.rooms).not.toContain('npm pinyin-pro');
  });

  it('knows nothing of readings where there is no Chinese word', async () => {
    const loaded = await loadedBy('validate', {
      'vocab.config.yaml': configuration['vocab.config.yaml']
        .replace('心律, 肝脏, ', '')
        .replace(', include: [words.csv]', ''),
    });
    expect(loaded.rooms).not.toContain('pronunciation');
  });

  it('plans without a form that nobody asked for, an emulator or a proxy', async () => {
    const loaded = await loadedBy('plan --endpoint URL', configuration);
    expect(beyond(loaded, [...anyAccount, 'pronunciation'])).toEqual([]);
    expect(loaded.modules.filter((module) => module.includes('parse-published'))).toEqual([]);
    expect(loaded.files.length).toBeLessThanOrEqual(17);
  });
});
