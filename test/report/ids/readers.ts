import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { parse as parseDotenv } from 'dotenv';
import { ModuleKind, transpileModule } from 'typescript';
import { parse as parseYaml } from 'yaml';
import { type OutputFormat, outputFormats } from '../../../src/model/config.js';
import { toldTo } from '../../../src/model/result/published.js';
import { parsePublished } from '../../../src/workspace/published/parse-published.js';

/** What a program reads for one consumer; what the file leaves out is null. */
export interface Read {
  readonly model: string;
  readonly vocabulary_id: string | null;
  /** In JSON, so that `__proto__` is a word as any other. */
  readonly vocabulary: string | null;
}

/** A program that reads a published file. */
export interface Reader {
  readonly name: string;
  readonly format: OutputFormat;
  /** Whether what it takes is on this machine. */
  readonly isThere: boolean;
  /** Reads what is said of the consumer `ward-7`. */
  read(file: string): Promise<Read>;
}

const run = promisify(execFile);
// Whoever puts variables in for `$HOME` shall be noticed.
const env = { ...process.env, HOME: '/wrong', x: 'wrong', PYTHONIOENCODING: 'utf-8' };

async function printed(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(command, args, { env, maxBuffer: 2 ** 26 });
  return stdout;
}

const has = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

type Consumer = { model: string; vocabulary_id: string | null; vocabulary: object | null };
type Published = { consumers: Record<string, Consumer> };

function ofConsumer({ consumers }: Published): Read {
  const found = consumers['ward-7'];
  if (found === undefined) throw new Error('no consumer ward-7');
  const { model, vocabulary_id, vocabulary } = found;
  return { model, vocabulary_id, vocabulary: vocabulary === null ? null : JSON.stringify(vocabulary) };
}

function ofVariables(variables: Readonly<Record<string, string | undefined>>): Read {
  return {
    model: variables['VOCAB_WARD_7_MODEL'] ?? '',
    vocabulary_id: variables['VOCAB_WARD_7_ID'] ?? null,
    vocabulary: words(variables['VOCAB_WARD_7_VOCABULARY']),
  };
}

/** As `JSON.stringify` spells them, whatever the file escapes. */
function words(json: string | undefined): string | null {
  return json === undefined ? null : JSON.stringify(JSON.parse(json));
}

const jsonOfVariables = 'JSON.stringify(process.env)';

/** Half a character, which JSON would pass, is an error. */
const python = (document: string) =>
  `import json\nsys.stdout.buffer.write(json.dumps(${document}, ensure_ascii=False).encode())`;

const inPython = (setup: string, document: string) => async (file: string) =>
  ofConsumer(JSON.parse(await printed('python3', ['-c', `${setup}\n${python(document)}`, file])));

export const readers: readonly Reader[] = [
  ...outputFormats.map((format) => ({
    name: 'vocabsync itself',
    format,
    isThere: true,
    read: async (file: string) => {
      const published = parsePublished(await readFile(file, 'utf8'), { path: file, format });
      const told = published.kind === 'read' ? toldTo(published, 'ward-7') : undefined;
      if (told === undefined) throw new Error(`no consumer ward-7 in ${file}`);
      const { model, vocabulary_id, vocabulary } = told;
      return {
        model: model ?? '',
        vocabulary_id,
        vocabulary: vocabulary === null ? null : JSON.stringify(vocabulary),
      };
    },
  })),
  {
    name: 'JSON.parse',
    format: 'json',
    isThere: true,
    read: async (file) => ofConsumer(JSON.parse(await readFile(file, 'utf8'))),
  },
  {
    name: 'json of Python',
    format: 'json',
    isThere: has('python3', '--version'),
    read: inPython('import sys', 'json.load(open(sys.argv[1], encoding="utf-8"))'),
  },
  {
    name: 'the package yaml',
    format: 'yaml',
    isThere: true,
    read: async (file) => ofConsumer(parseYaml(await readFile(file, 'utf8'), { mapAsMap: false })),
  },
  {
    name: 'PyYAML',
    format: 'yaml',
    isThere: has('python3', '-c', 'import yaml'),
    read: inPython('import sys, yaml', 'yaml.safe_load(open(sys.argv[1], encoding="utf-8"))'),
  },
  {
    name: 'the package dotenv',
    format: 'dotenv',
    isThere: true,
    read: async (file) => ofVariables(parseDotenv(await readFile(file))),
  },
  {
    name: 'node --env-file',
    format: 'dotenv',
    isThere: true,
    read: async (file) =>
      ofVariables(JSON.parse(await printed(process.execPath, [`--env-file=${file}`, '-p', jsonOfVariables]))),
  },
  {
    name: 'process.loadEnvFile',
    format: 'dotenv',
    isThere: true,
    read: async (file) => {
      const program = `process.loadEnvFile(process.argv[1]); ${jsonOfVariables}`;
      return ofVariables(JSON.parse(await printed(process.execPath, ['-p', program, file])));
    },
  },
  ...['sh', 'bash'].map((shell) => ({
    name: `. of ${shell}`,
    format: 'dotenv' as const,
    isThere: has(shell, '-c', 'exit 0'),
    read: async (file: string) => {
      // Not exported: a variable that is passed on has a limit of the system's.
      const program = `. "$1"; for name in ID MODEL VOCABULARY; do eval 'printf "%s=%s\\0" $name "\${VOCAB_WARD_7_'$name'-unset}"'; done`;
      const told = await printed(shell, ['-c', program, shell, file]);
      const pairs = told.split('\0').flatMap((pair) => {
        const [name = '', ...value] = pair.split('=');
        const text = value.join('=');
        return name === '' || text === 'unset' ? [] : [[`VOCAB_WARD_7_${name}`, text] as const];
      });
      return ofVariables(Object.fromEntries(pairs));
    },
  })),
  {
    name: 'python-dotenv',
    format: 'dotenv',
    isThere: has('python3', '-c', 'import dotenv'),
    read: async (file) => {
      const program = `import os, sys, dotenv\ndotenv.load_dotenv(sys.argv[1])\n${python('dict(os.environ)')}`;
      return ofVariables(JSON.parse(await printed('python3', ['-c', program, file])));
    },
  },
  {
    name: 'a reader that knows no quotes, and takes them off',
    format: 'dotenv',
    isThere: true,
    read: async (file) => {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      const pairs = lines.map((line) => /^([^=#]+)=([^#]*)$/.exec(line) ?? [line]);
      return ofVariables(
        Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.replace(/^'|'$/g, '')])),
      );
    },
  },
  {
    name: 'a compiled module',
    format: 'ts',
    isThere: true,
    read: async (file) => {
      const { outputText, diagnostics } = transpileModule(await readFile(file, 'utf8'), {
        compilerOptions: { module: ModuleKind.ESNext },
        reportDiagnostics: true,
      });
      if (diagnostics?.length !== 0) throw new Error(`${file} is no TypeScript`);
      await writeFile(`${file}.mjs`, outputText);
      const program = `import(process.argv[1]).then((module) => console.log(JSON.stringify(module.vocabularyIds)))`;
      return ofConsumer(JSON.parse(await printed(process.execPath, ['-e', program, `${file}.mjs`])));
    },
  },
];
