import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { createEmulator } from '../../src/emulator/emulator.js';
import { parseRecordings } from '../../src/emulator/recognition/hearing/parse-recordings.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { commitAll, git } from '../action/git-history.js';
import { type ListText, seedOf } from '../examples/lists.js';
import { runCli, type Surroundings } from '../support/cli.js';
import { listeningClock, manualClock } from '../support/emulator.js';
import { merged } from './yaml-blocks.js';

const project = join(import.meta.dirname, '../..');

/** Where recordings are, and what is heard in them. */
const example = join(project, 'examples/16-evaluate');

/** A repository as somebody has it who reads the docs, an account over HTTP, and a shell that finds vocabsync. */
export interface PageWorld {
  readonly directory: string;
  /** Runs a line of the shell. */
  run(line: string): Promise<Ended>;
  write(file: string, content: string): Promise<void>;
  /** Puts keys into a file of YAML. */
  merge(file: string, part: string): Promise<void>;
  close(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  /** Of both streams. */
  readonly said: string;
}

/** What the docs speak of without showing it. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true }\n',
  'vocab.config.yaml': `version: 1
account: { region: singapore }
namespace: acme
prune: false
defaults: { target_model: fun-asr-realtime }
vocabularies:
  - vocabularies/*.yaml
consumers:
  - { name: ward-dictation, vocabulary: medical, model: fun-asr-realtime }
outputs:
  - { path: build/vocabularies.json, format: json }
guards: { update_interval: 0s }
`,
  'vocabularies/medical.yaml':
    'name: medical\nprefix: acmemed\ntarget_model: fun-asr-realtime\nhotwords:\n  - Exothermic reaction\n',
  'vocabularies/words/drugs.csv': 'text,weight\nMetformin,5\n',
  'vocabularies/words/terms.csv': '热词,权重,语言,备注,到期\n心房颤动,5,zh,,\n',
  'terms.csv': 'text,weight\nSemaglutide,5\n',
  'terms.xlsx.csv': 'text,weight\nTirzepatide,5\n',
  'terms.tsv': 'text\tweight\tnote\nDulaglutide\t5\t\n',
  'names.json': '{"王小明": 5, "Nguyen": 4}\n',
  'hotwords.txt': '肥牛 20\n毛肚 20\n阳澄湖大闸蟹 100\n',
  'draft.yaml': 'name: draft\nprefix: acmedra\ntarget_model: fun-asr\nhotwords:\n    - "Draft"\n',
  'src/app.py': 'print("no ids here")\n',
  'your_program.py': 'import json\n',
  'clips/recordings.json': '[]\n',
};

/** Ours, one of a prefix that no vocabulary names, and somebody else's. */
const held: readonly ListText[] = [
  { 'acmemed@fun-asr-realtime': ['Exothermic reaction'] },
  { 'acmesup@fun-asr': ['Acme Pod'] },
  { 'billing@fun-asr': ['Invoice'] },
];

/** What is committed of each page's repository is the same, so all but the first have a copy of its history. */
let committed: string | null = null;

/** @param begins whether the page says how to begin: then the account has nothing that is ours */
export async function createPageWorld(begins: boolean): Promise<PageWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'vocabsync-page-'));
  const tools = await mkdtemp(join(tmpdir(), 'vocabsync-tools-'));
  const heard = await readFile(join(example, 'recordings.json'), 'utf8');
  const recordings = parseRecordings(heard, 'recordings.json');
  // Of the pauses between two looks at the account, only those of other processes really pass.
  const clock = listeningClock(manualClock(Date.now()));
  const emulator = createEmulator({ clock, recordings });
  const before = Date.now() - 86_400_000;
  await emulator.seed((begins ? held.slice(-1) : held).map((list) => seedOf(list, before)));
  const server = await serveEmulator(emulator);
  const write = async (file: string, content: string) => {
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await writeFile(join(directory, file), content);
  };
  for (const [file, content] of Object.entries(files)) await write(file, content);
  for (const part of ['envs', 'words']) {
    await cp(join(project, 'examples/12-two-environments', part), join(directory, part), { recursive: true });
  }
  await cp(join(project, 'examples/policies'), join(directory, 'policies'), { recursive: true });
  for (const part of ['clips', 'recordings.json']) {
    await cp(join(example, part), join(directory, part), { recursive: true });
  }
  await makeTools(tools);
  const history = join(directory, '.git');
  const change = () =>
    write('vocabularies/medical.yaml', `${files['vocabularies/medical.yaml']}  - Metoprolol\n`);
  if (committed === null) {
    git(directory, 'init', '--quiet', '--initial-branch=main');
    commitAll(directory, 'Start');
    git(directory, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    await change();
    commitAll(directory, 'Change');
    committed = await mkdtemp(join(tmpdir(), 'vocabsync-committed-'));
    process.once('exit', () => rmSync(committed ?? '', { recursive: true, force: true }));
    await cp(history, committed, { recursive: true });
  } else {
    await change();
    await cp(committed, history, { recursive: true });
  }
  const ids = async () => (await emulator.account()).map(({ vocabulary_id }) => vocabulary_id);
  const env = {
    PATH: `${tools}${delimiter}${process.env['PATH']}`,
    HOME: tools,
    TMPDIR: tools,
    DASHSCOPE_API_KEY: 'any',
    VOCABSYNC_ENDPOINT: `${server.url}/api/v1`,
    BASE_COMMIT: 'origin/main',
  };
  const run = async (line: string) => {
    const command = await filledIn(line, ids);
    const words = wordsOf(command.replace(anew, ''));
    if (words === null) return runLine(command, directory, env);
    if (!command.startsWith(anew)) return runHere(words, { cwd: directory, env, clock });
    await runLine(`rm -rf ${begun}`, directory, env);
    const { DASHSCOPE_API_KEY: _key, ...others } = env;
    return runHere(words, { cwd: directory, env: others, clock });
  };
  if (!begins) {
    await run('vocabsync apply --yes --out plans/production.json');
    const backups = join(directory, '.vocabsync/backups');
    const [first = ''] = await readdir(backups);
    await rename(join(backups, first), join(backups, '20261122T101500Z-4711'));
  }
  return {
    directory,
    write,
    run,
    merge: async (file, part) => write(file, merged(await readFile(join(directory, file), 'utf8'), part)),
    async close() {
      await server.close();
      await Promise.all([directory, tools].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** `vocabsync`, `npx vocabsync`, an `npm` that installs nothing, and a `python` that only reads the environment. */
async function makeTools(folder: string): Promise<void> {
  const program = `"${process.execPath}" "${join(project, 'dist/cli/main.js')}"`;
  const scripts = {
    vocabsync: `exec ${program} "$@"`,
    npx: `while [ "$1" != vocabsync ]; do shift || exit 9; done; shift; exec ${program} "$@"`,
    npm: 'case "$1" in install) exit 0;; *) exit 9;; esac',
    python: 'test -n "$DASHSCOPE_HTTP_BASE_URL$DASHSCOPE_WEBSOCKET_BASE_URL"',
  };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
}

/** What a page cannot know is filled in: a key, an id, a digest; and what somebody at the terminal would answer. */
async function filledIn(line: string, ids: () => Promise<readonly string[]>): Promise<string> {
  const mine = (await ids()).find((id) => id.startsWith('vocab-acme')) ?? 'vocab-acmemed-0';
  return (
    line
      .replace(/export DASHSCOPE_API_KEY=sk-…/, 'true')
      .replaceAll('vocab-…', mine)
      .replaceAll('vs2:sha256:…', '"$(vocabsync plan --format json | jq -r .digest)"')
      // A page that shows how to begin several times means it each time; the key comes after it.
      .replace(/^(\( )?((?:npx )?vocabsync init)\b/m, `$1${anew}$2 --yes`)
      .replace(/(vocabsync apply)(?= \)|$|\n)/, '$1 --yes')
  );
}

/** What `init` writes. */
const begun = 'vocab.config.yaml vocabularies .github/workflows .gitlab-ci.yml vocabulary.gitlab-ci.yml';

const anew = `rm -rf ${begun} && env -u DASHSCOPE_API_KEY `;

/** The words of a command that needs no shell, without the program; null: it needs one. */
function wordsOf(command: string): string[] | null {
  const { 1: rest } = /^\(? ?(?:npx )?vocabsync ([^|&;<>$"'\\`*()\n]+?)(?: \))?$/.exec(command) ?? [];
  return rest === undefined || rest.startsWith('emulator') ? null : rest.split(/ +/);
}

/** In this process, which starts sooner than another one. */
async function runHere(words: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { code, stdout, stderr } = await runCli(words, surroundings);
  return { code, said: `${stdout}\n${stderr}` };
}

async function runLine(command: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn('/bin/bash', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, said: `${out}\n${err}` };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('there is no port');
  return address.port;
}

/** The names of the inputs that the action takes. */
export async function actionInputs(): Promise<string[]> {
  const action = parse(await readFile(join(project, 'action.yml'), 'utf8')) as { readonly inputs: object };
  return Object.keys(action.inputs);
}
