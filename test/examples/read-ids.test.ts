import { execFile, spawnSync } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { temporaryFolder } from '../support/world.js';

const example = join(import.meta.dirname, '../../examples/14-ids');

const readers = [
  { language: 'Node', command: process.execPath, version: '--version', file: 'recognise.mjs' },
  { language: 'Python', command: 'python3', version: '--version', file: 'recognise.py' },
  { language: 'Java', command: 'java', version: '--version', file: 'Recognise.java' },
] as const;

const isThere = (command: string, version: string) =>
  spawnSync(command, [version], { stdio: 'ignore' }).status === 0;

describe.each(readers)('the example that reads ids in $language', ({ command, version, file }) => {
  it.skipIf(!isThere(command, version))(
    `gets the id with its model, and no other${isThere(command, version) ? '' : ` (skipped: there is no ${command})`}`,
    async () => {
      const folder = await applied();
      const { consumers } = JSON.parse(await readFile(join(folder, 'build/vocabularies.json'), 'utf8'));
      for (const consumer of ['ward-dictation', 'archive']) {
        const { model, vocabulary_id } = consumers[consumer];
        expect(await execute(command, [file, consumer], folder)).toEqual({
          code: 0,
          stdout: `${model} ${vocabulary_id}\n`,
          stderr: '',
        });
      }
      const unknown = await execute(command, [file, 'nobody'], folder);
      expect(unknown.stderr).toContain('has no consumer nobody');
      expect(unknown.code).not.toBe(0);
    },
    60_000,
  );
});

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
    execFile(command, args, { cwd }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}
