import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startEmulator } from '../support/emulator.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { startGitHub, token } from './github-stand-in.js';
import { inputVariables, key, openRunner, pullRequest } from './step.js';

const project = join(import.meta.dirname, '../..');

describe('the committed bundle', () => {
  it('is what the build makes of the sources now (else run `node scripts/build-action.mjs`)', async () => {
    const fresh = await temporaryFolder();
    await promisify(execFile)(process.execPath, ['scripts/build-action.mjs', '--out', fresh], {
      cwd: project,
    });
    const committed = join(project, 'action');
    const files = (await readdir(fresh)).sort();
    expect((await readdir(committed)).sort()).toEqual(files);
    for (const file of files) {
      const [made, kept] = await Promise.all([readFile(join(fresh, file)), readFile(join(committed, file))]);
      expect({ file, upToDate: made.equals(kept) }).toEqual({ file, upToDate: true });
    }
  });

  it('runs as the runner starts it, with nothing installed beside it', async () => {
    const [{ base_url }, github] = [await startEmulator(), await startGitHub()];
    const cwd = await temporaryFolder();
    await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha'] }));
    const runner = await openRunner(join(cwd, '.runner'), pullRequest);
    const inputs = inputVariables({ command: 'plan', 'api-key': key, endpoint: base_url, token });
    const env = { ...runner.env, ...inputs, GITHUB_API_URL: github.url };
    const { runs } = parse(await readFile(join(project, 'action.yml'), 'utf8'));
    const child = spawn(process.execPath, [join(project, runs.main)], { cwd, env });
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    const { outputs, summary } = await runner.results();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(`::add-mask::${key}\n`)).toBe(true);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true' });
    expect(summary).toContain('alpha');
    expect(github.comments).toHaveLength(1);
  });
});
