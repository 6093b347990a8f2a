import { execFile, spawnSync } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { temporaryFolder } from '../support/world.js';

const example = join(import.meta.dirname, '../../examples/14-ids');

interface Consumer {
  readonly model: string;
  readonly vocabulary_id: string | null;
  readonly vocabulary: Readonly<Record<string, number>> | null;
}

const rounds = { "O'Hara": 5, 王小明: 4 };

/** The arguments of a call, and nothing that is null. */
const present = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const readers = [
  {
    language: 'Node',
    command: process.execPath,
    args: ['recognise.mjs'],
    printed: ({ model, ...parameters }: Consumer) =>
      JSON.stringify({ model, parameters: present(parameters) }),
  },
  {
    language: 'Python',
    command: 'python3',
    args: ['recognise.py'],
    printed: (consumer: Consumer) => JSON.stringify(present(consumer)),
  },
  {
    language: 'Java',
    command: 'java',
    // As `java Recognise.java` does it, but compiled once, and without a compiler for programs that run for hours.
    compile: ['javac', '-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', 'Recognise.java'],
    args: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', 'Recognise'],
    printed: ({ model, vocabulary_id, vocabulary }: Consumer) => {
      const words = Object.entries(vocabulary ?? {}).map(([word, weight]) => `${word}=${weight}`);
      return [model, vocabulary_id ?? [], words.length === 0 ? [] : `{${words.join(', ')}}`]
        .flat()
        .join('\n');
    },
  },
] as const;

const isThere = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

describe.each(readers)(
  'the example that reads ids in $language',
  ({ language, command, args, printed, ...reader }) => {
    it.skipIf(!isThere(command))(
      `gets the id and the words with their model, and no other${isThere(command) ? '' : ` (skipped: there is no ${command})`}`,
      async () => {
        const folder = await applied();
        const { consumers } = JSON.parse(await readFile(join(folder, 'build/vocabularies.json'), 'utf8'));
        expect(Object.keys(consumers)).toEqual(['archive', 'lobby', 'rounds', 'ward-dictation']);
        expect(consumers.rounds.vocabulary).toEqual(rounds);
        expect(consumers.lobby).toMatchObject({ vocabulary_id: null, vocabulary: rounds });
        const [compiler, ...how] = 'compile' in reader ? reader.compile : [command, '--version'];
        expect(await execute(compiler, how, folder)).toMatchObject({ code: 0, stderr: '' });
        for (const consumer of Object.keys(consumers)) {
          const { code, stdout, stderr } = await execute(command, [...args, consumer], folder);
          const told = language === 'Python' ? JSON.stringify(JSON.parse(stdout)) : stdout.trimEnd();
          expect({ code, told, stderr }).toEqual({ code: 0, told: printed(consumers[consumer]), stderr: '' });
        }
        const unknown = await execute(command, [...args, 'nobody'], folder);
        expect(unknown.stderr).toContain('has no consumer nobody');
        expect(unknown.code).not.toBe(0);
      },
      60_000,
    );
  },
);

async function applied(): Promise<string> {
  const folder = await temporaryFolder();
  const shipped = (path: string) => !['.vocabsync', 'build'].includes(basename(path));
  await cp(example, folder, { recursive: true, filter: shipped });
  expect((await runCli(['apply', '--yes'], { cwd: folder })).code).toBe(0);
  return folder;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function execute(command: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}
