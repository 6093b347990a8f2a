import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../action/git-history.js';
import { type GitLabJob, readPipeline } from '../ci-examples/pipeline.js';
import { project } from '../ci-examples/read-example.js';
import { readWorkflow } from '../ci-examples/workflow.js';
import { isWhole } from '../support/sample.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { type Ended, shell } from './processes.js';
import { environment } from './stubs.js';

/* The scripts for many accounts, run as they stand in a copy of the example with two environments. */

interface Checkout {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is compared with; the commit before unless given. */
  readonly base?: string;
}

/** Two commits: the second has a word more, which both accounts get. */
async function checkout(): Promise<Checkout> {
  const cwd = await temporaryFolder();
  const isShipped = (path: string) => !/[\\/](?:\.vocabsync|build)$/.test(path);
  await cp(join(project, 'examples/12-two-environments'), cwd, { recursive: true, filter: isShipped });
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  await writeInto(cwd, '.gitignore', '.vocabsync\n*.json\n*.md\n*.html\n.runner\n');
  commitAll(cwd, 'Start');
  await appendFile(join(cwd, 'words/medical.txt'), 'Rivaroxaban\n');
  commitAll(cwd, 'Words');
  return { cwd, env: await environment() };
}

const breaking = '\nnamespase: acme\n';

/** jq is on GitHub's runners, and must be where a change is checked. */
const noJq = !isThere('jq') && process.env['VOCABSYNC_JQ'] !== 'required';

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(noJq || !isWhole)('the GitHub workflow', () => {
  const { jobs } = readWorkflow('accounts.yml');

  interface Row {
    readonly account: string;
    readonly config: string;
  }

  interface Run extends Ended {
    readonly outputs: Readonly<Record<string, readonly Row[]>>;
    readonly summary: string;
  }

  /** Runs the script of a job, for one configuration of the matrix where there is one. */
  async function start(
    name: string,
    { cwd, env, base = 'HEAD^' }: Checkout,
    row?: Row | readonly Row[],
  ): Promise<Run> {
    const script = jobs[name]!.steps.map(({ run = '' }) => run).join('\n');
    await mkdir(join(cwd, '.runner'), { recursive: true });
    const files = {
      GITHUB_OUTPUT: join(cwd, '.runner/output'),
      GITHUB_STEP_SUMMARY: join(cwd, '.runner/summary'),
    };
    for (const path of Object.values(files)) await rm(path, { force: true });
    const ended = await shell(`set -e\n${script}`, {
      cwd,
      env: {
        ...env,
        ...files,
        BASE: base,
        DASHSCOPE_API_KEY: 'any',
        ...(row === undefined
          ? {}
          : 'config' in row
            ? { VOCABSYNC_CONFIG: row.config }
            : { CONFIGS: JSON.stringify(row) }),
      },
    });
    const [output, summary] = await Promise.all(
      Object.values(files).map((path) => readFile(path, 'utf8').catch(() => '')),
    );
    const pairs = [...output!.matchAll(/^(\w+)=(.*)$/gm)].map(([, key, value]) => [key!, JSON.parse(value!)]);
    return { ...ended, outputs: Object.fromEntries(pairs), summary: summary! };
  }

  /** The matrix of `plan`, with its artifacts laid out as `combine` downloads them. */
  async function plan(at: Checkout, rows: readonly Row[]): Promise<number[]> {
    const codes: number[] = [];
    for (const row of rows) {
      codes.push((await start('plan', at, row)).code!);
      const artifact = join(at.cwd, 'plans', `plan-${row.account}`, 'plan.json');
      await mkdir(dirname(artifact), { recursive: true });
      await rename(join(at.cwd, 'plan.json'), artifact);
    }
    return codes;
  }

  async function apply(at: Checkout, row: Row): Promise<number> {
    await cp(join(at.cwd, 'plans', `plan-${row.account}`, 'plan.json'), join(at.cwd, 'plan.json'));
    return (await start('apply', at, row)).code!;
  }

  it('plans for the accounts a change reaches, shows one report, and applies to each its own plan', async () => {
    const at = await checkout();
    const affected = await start('affected', at);
    expect(affected).toMatchObject({ code: 0, summary: expect.stringContaining('2 configurations') });
    const rows = affected.outputs['configs']!;
    expect(rows.map(({ account }) => account)).toEqual(['production', 'staging']);
    expect(await plan(at, rows)).toEqual([0, 0]);
    const combined = await start('combine', at, rows);
    expect(combined).toMatchObject({ code: 0, summary: expect.stringContaining('Rivaroxaban') });
    expect(combined.outputs['approvable']).toEqual(rows);
    for (const row of rows) expect(await apply(at, row)).toBe(0);
    // What is done already is no reason to fail.
    expect(await plan(at, rows)).toEqual([0, 0]);
    expect((await start('combine', at, rows)).outputs['approvable']).toEqual([]);
  });

  it('plans for all accounts where there is nothing to compare with, whatever has changed', async () => {
    const at = await checkout();
    const none = await start('affected', { ...at, base: 'HEAD' });
    expect(none.outputs['configs']).toEqual([]);
    const all = await start('affected', { ...at, base: '0'.repeat(40) });
    expect(all.code).toBe(0);
    expect(all.outputs['configs']!.map(({ account }) => account)).toEqual(['production', 'staging']);
  });

  it('says of one account that there is no plan, and offers the others', async () => {
    const at = await checkout();
    const { outputs } = await start('affected', at);
    await appendFile(join(at.cwd, 'envs/staging/vocab.config.yaml'), breaking);
    expect(await plan(at, outputs['configs']!)).toEqual([0, 3]);
    const combined = await start('combine', at, outputs['configs']);
    expect(combined).toMatchObject({ code: 3, summary: expect.stringContaining('1 failed') });
    expect(combined.outputs['approvable']!.map(({ account }) => account)).toEqual(['production']);
  });

  it('says of one account that its job has written nothing, and offers the others', async () => {
    const at = await checkout();
    const { outputs } = await start('affected', at);
    const rows = outputs['configs']!;
    expect(await plan(at, rows)).toEqual([0, 0]);
    await rm(join(at.cwd, 'plans/plan-staging'), { recursive: true });
    const combined = await start('combine', at, rows);
    expect(combined).toMatchObject({
      code: 3,
      summary: expect.stringContaining('cannot read plans/plan-staging/plan.json'),
    });
    expect(combined.outputs['approvable']!.map(({ account }) => account)).toEqual(['production']);
  });

  it('takes all accounts for affected where the commit before a push cannot be had any more', async () => {
    const at = await checkout();
    const { code, outputs } = await start('affected', { ...at, base: 'f'.repeat(40) });
    expect(code).toBe(0);
    expect(outputs['configs']!.map(({ account }) => account)).toEqual(['production', 'staging']);
  });

  it('plans for none when a configuration cannot be read, and shows why', async () => {
    const at = await checkout();
    await appendFile(join(at.cwd, 'envs/staging/vocab.config.yaml'), breaking);
    const affected = await start('affected', at);
    expect(affected).toMatchObject({ code: 3, summary: expect.stringContaining('namespase') });
  });

  it('does not apply the plan of one account to another', async () => {
    const at = await checkout();
    const { outputs } = await start('affected', at);
    const [production, staging] = outputs['configs']! as [Row, Row];
    await plan(at, [production, staging]);
    expect(await apply(at, { ...staging, config: production.config })).toBe(5);
  });
});

describe.skipIf(!isWhole)('the GitLab pipeline', () => {
  const { jobs } = readPipeline('accounts.gitlab-ci.yml');
  const accounts = ['staging', 'production'];

  function start(name: string, { cwd, env }: Checkout, account = ''): Promise<Ended> {
    const { script } = jobs[name] as GitLabJob;
    const own = { ACCOUNT: account, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD^' };
    return shell(`set -e\n${script.join('\n')}`, { cwd, env: { ...env, ...own } });
  }

  it('shows what is affected and all plans, applies each, and finds no drift then', async () => {
    const at = await checkout();
    expect((await start('accounts-affected', at)).stdout).toContain('2 configurations, 2 with changes');
    for (const account of accounts) expect((await start('accounts-plan', at, account)).code).toBe(0);
    expect((await start('accounts-combine', at)).stdout).toContain('Plans: 2 accounts, 2 with changes');
    for (const account of accounts) {
      expect((await start('accounts-drift', at, account)).code).toBe(2);
      expect((await start('accounts-apply', at, account)).code).toBe(0);
      expect((await start('accounts-drift', at, account)).code).toBe(0);
    }
  });

  it('fails the combined report where one account has no plan', async () => {
    const at = await checkout();
    await appendFile(join(at.cwd, 'envs/staging/vocab.config.yaml'), breaking);
    for (const account of accounts) await start('accounts-plan', at, account);
    expect((await start('accounts-combine', at)).code).toBe(3);
    expect((await start('accounts-apply', at, 'staging')).code).toBe(3);
    expect((await start('accounts-apply', at, 'production')).code).toBe(0);
  });
});
