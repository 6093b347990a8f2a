import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../action/git-history.js';
import { configFiles, containerOf, podOf, readCronJobs } from '../ci-examples/manifests.js';
import { type GitLabJob, readPipeline } from '../ci-examples/pipeline.js';
import { project } from '../ci-examples/read-example.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { type Ended, shell, vocabsync } from './processes.js';
import { environment } from './stubs.js';

/*
 * The scripts of the examples, run as they stand, where `vocabsync` and `npx` find the built program instead of a
 * registry, and the program finds the embedded emulator instead of the vendor.
 */

const file = 'vocab.config.yaml';

interface Checkout {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

describe('the GitLab template', () => {
  const { jobs } = readPipeline();

  async function checkout(): Promise<Checkout> {
    const cwd = await temporaryFolder();
    git(cwd, 'init', '--quiet', '--initial-branch=main');
    await writeInto(cwd, file, config({ medical: ['alpha'] }));
    await writeInto(cwd, '.gitignore', '.vocabsync\n*.html\nplan.json\n');
    commitAll(cwd, 'Start');
    await writeInto(cwd, file, config({ medical: ['alpha', 'beta'] }));
    commitAll(cwd, 'Words');
    const base = execFileSync('git', ['rev-parse', 'HEAD~1'], { cwd, encoding: 'utf8' }).trim();
    return { cwd, env: { ...(await environment()), CI_MERGE_REQUEST_DIFF_BASE_SHA: base } };
  }

  function start(name: string, { cwd, env }: Checkout): Promise<Ended> {
    const { variables = {}, script } = jobs[name] as GitLabJob;
    const own = Object.entries(variables).map(([key, value]): [string, string] => [
      key,
      value.replace(/^\$(\w+)$/, (_reference, other: string) => variables[other] ?? ''),
    ]);
    return shell(`set -e\n${script.join('\n')}`, { cwd, env: { ...env, ...Object.fromEntries(own) } });
  }

  async function missingArtifacts(name: string, { cwd }: Checkout): Promise<string[]> {
    const { paths } = (jobs[name] as GitLabJob).artifacts;
    const there = await Promise.all(paths.map((path) => stat(join(cwd, path)).catch(() => null)));
    return paths.filter((_path, index) => there[index] === null);
  }

  it('shows the words of a merge request, plans, applies that plan, and finds no drift then', async () => {
    const at = await checkout();
    const words = await start('vocabulary-words', at);
    expect(words).toMatchObject({ code: 0, stderr: '' });
    expect(words.stdout).toContain('beta');
    expect((await start('vocabulary-drift', at)).code).toBe(2);
    expect(await start('vocabulary-plan', at)).toMatchObject({ code: 0, stderr: '' });
    expect((await start('vocabulary-apply', at)).code).toBe(0);
    expect((await start('vocabulary-drift', at)).code).toBe(0);
    for (const name of ['vocabulary-words', 'vocabulary-plan', 'vocabulary-drift']) {
      expect(await missingArtifacts(name, at)).toEqual([]);
    }
  });

  it('applies nothing when the plan is no longer what the account needs', async () => {
    const at = await checkout();
    await start('vocabulary-plan', at);
    await writeInto(at.cwd, file, config({ medical: ['gamma'] }));
    expect((await start('vocabulary-apply', at)).code).toBe(5);
  });
});

describe('the Kubernetes example', () => {
  /** The folder of a container, with the files of the config map in the place where they are mounted. */
  async function container(name: string): Promise<Checkout & { readonly command: readonly string[] }> {
    const job = readCronJobs().find(({ metadata }) => metadata.name === name)!;
    const cwd = await temporaryFolder();
    const items = podOf(job).volumes.find((volume) => volume.name === 'config')!.configMap!.items;
    for (const { key, path } of items) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await copyFile(join(project, configFiles()[key]!), join(cwd, path));
    }
    return { cwd, env: await environment(), command: containerOf(job).command };
  }

  /** As the kubelet does it: `$(NAME)` stands for a variable, and no shell takes part. */
  function start(command: readonly string[], { cwd, env }: Checkout, digest = ''): Promise<Ended> {
    const words = command.map((word) => `'${word.replace('$(DIGEST)', digest)}'`);
    return shell(words.join(' '), { cwd, env });
  }

  it('applies the digest that was approved, once, and nothing else', async () => {
    const at = await container('vocabulary-apply');
    const plan = JSON.parse((await vocabsync('plan --format json', at)).stdout);
    expect((await start(at.command, at, `vs2:sha256:${'0'.repeat(64)}`)).code).toBe(5);
    expect((await start(at.command, at, plan.digest)).code).toBe(0);
    expect((await start(at.command, at, plan.digest)).code).toBe(0);
    expect((await vocabsync('plan --detailed-exitcode', at)).code).toBe(0);
  });

  it('fails for drift', async () => {
    const at = await container('vocabulary-drift');
    expect((await start(at.command, at)).code).toBe(2);
  });
});
