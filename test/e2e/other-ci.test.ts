import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../action/git-history.js';
import { readStages } from '../ci-examples/jenkinsfile.js';
import { flowJobs, flowScript } from '../ci-examples/yunxiao.js';
import { isWhole } from '../support/sample.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { type Ended, shell } from './processes.js';
import { environment } from './stubs.js';

/* The scripts for Jenkins and Yunxiao Flow, run as they stand, as ci-examples.test.ts runs those for GitLab. */

interface Checkout {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A branch with a word more than the main branch of the origin. */
async function checkout(): Promise<Checkout> {
  const cwd = await temporaryFolder();
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha'] }));
  await writeInto(cwd, '.gitignore', '.vocabsync\n*.html\n*.xml\nplan.json\n');
  commitAll(cwd, 'Start');
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha', 'beta'] }));
  commitAll(cwd, 'Words');
  return { cwd, env: await environment() };
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe.skipIf(!isWhole)('the pipeline for Jenkins', () => {
  const stages = readStages();
  const start = (name: string, at: Checkout, also = {}): Promise<Ended> =>
    shell(`set -e\n${stages[name]!.script.join('\n')}`, { cwd: at.cwd, env: { ...at.env, ...also } });

  it('shows words, plans, applies that plan, and finds no drift then', async () => {
    const at = await checkout();
    const words = await start('words', at, { CHANGE_TARGET: 'main' });
    expect(words).toMatchObject({ code: 0, stderr: '' });
    expect(words.stdout).toContain('beta');
    expect((await start('drift', at)).code).toBe(2);
    expect((await start('plan', at)).code).toBe(0);
    expect((await start('apply', at)).code).toBe(0);
    expect((await start('drift', at)).code).toBe(0);
    for (const file of ['findings.xml', 'words.html', 'plan.html', 'plan.json', 'result.html', 'drift.html'])
      expect([file, await isThere(join(at.cwd, file))]).toEqual([file, true]);
  });

  it('applies nothing when the plan is no longer what the account needs', async () => {
    const at = await checkout();
    await start('plan', at);
    await writeInto(at.cwd, 'vocab.config.yaml', config({ medical: ['gamma'] }));
    expect((await start('apply', at)).code).toBe(5);
  });
});

describe.skipIf(!isWhole)('the pipeline for Yunxiao Flow', () => {
  const jobs = flowJobs();
  const start = (name: string, at: Checkout, also = {}): Promise<Ended> =>
    shell(flowScript(jobs[name]!).join('\n'), { cwd: at.cwd, env: { ...at.env, ...also } });

  it('shows words and a plan, applies the digest of that plan alone, and finds no drift then', async () => {
    const at = await checkout();
    const words = await start('words', at);
    expect(words).toMatchObject({ code: 0, stderr: '' });
    expect(words.stdout).toContain('beta');
    expect((await start('drift', at)).code).toBe(2);
    const { code, stdout } = await start('plan', at);
    const [digest = ''] = /vs2:sha256:[0-9a-f]{64}/.exec(stdout) ?? [];
    expect(code).toBe(0);
    expect((await start('apply', at, { DIGEST: `vs2:sha256:${'0'.repeat(64)}` })).code).toBe(5);
    expect((await start('apply', at, { DIGEST: digest })).code).toBe(0);
    expect((await start('drift', at)).code).toBe(0);
    for (const { steps } of [jobs['plan']!, jobs['apply']!])
      for (const file of steps['upload']!.with.filePath!)
        expect([file, await isThere(join(at.cwd, file))]).toEqual([file, true]);
  });

  it('ends at words that are wrong', async () => {
    const at = await checkout();
    await writeInto(at.cwd, 'vocab.config.yaml', config({ medical: ['alpha'] }, 'namespase: acme\n'));
    expect((await start('words', at)).code).toBe(3);
  });
});
