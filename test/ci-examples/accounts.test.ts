import { describe, expect, it } from 'vitest';
import { misspelt } from './command-lines.js';
import { type Situation, wouldRun } from './condition.js';
import { type GitLabJob, readPipeline } from './pipeline.js';
import { type Job, readWorkflow } from './workflow.js';

/** The calls of the program in a script, as the words after its name: up to what the shell does with the rest. */
function calls(script: string, program: RegExp): string[][] {
  return script.split('\n').flatMap((line) => {
    const [, rest] = program.exec(line.trim()) ?? [];
    return rest === undefined ? [] : [rest.split(/ (?:>|\|\|) /, 1)[0]!.split(/\s+/)];
  });
}

describe('the workflow of many accounts', () => {
  const workflow = readWorkflow('accounts.yml');
  const { affected, plan, combine, apply } = workflow.jobs as Record<string, Job> & {
    readonly [Name in 'affected' | 'plan' | 'combine' | 'apply']: Job;
  };
  const scriptOf = (job: Job) => job.steps.map(({ run = '' }) => run).join('\n');

  function situation(contexts: Situation['contexts'], status: Situation['status'] = 'success'): Situation {
    return { status, contexts };
  }
  const colleague = {
    actor: 'ann',
    ref: 'refs/pull/7/merge',
    event: { pull_request: { head: { repo: {} } } },
  };
  const fork = { ...colleague, event: { pull_request: { head: { repo: { fork: true } } } } };
  const merge = { actor: 'ann', ref: 'refs/heads/main', event: { before: 'a0' } };

  it('runs commands and flags that exist', async () => {
    const scripts = Object.values(workflow.jobs).map(scriptOf).join('\n');
    const found = calls(scripts, /^npx --yes vocabsync@\d+\.\d+\.\d+ (.*)$/);
    expect(found.map(([command]) => command)).toEqual(['affected', 'plan', 'combine', 'apply']);
    for (const words of found) expect(await misspelt(words)).toEqual([]);
  });

  it('gives the key to two jobs alone, from the environment of one account', () => {
    const holders = Object.entries(workflow.jobs).filter(([, job]) =>
      JSON.stringify(job).includes('secrets.'),
    );
    expect(holders.map(([name, { environment }]) => [name, environment])).toEqual([
      ['plan', '${{ matrix.account }}-plan'],
      ['apply', '${{ matrix.account }}'],
    ]);
  });

  it.each([
    ['of a colleague', colleague, '[{}]', true],
    ['that reaches no account', colleague, '[]', false],
    ['of a fork', fork, '[{}]', false],
    ['of Dependabot', { ...colleague, actor: 'dependabot[bot]' }, '[{}]', false],
  ])('plans, or not, for a pull request %s', (...[, github, configs, expected]) => {
    const needs = { affected: { outputs: { configs } } };
    expect(wouldRun(affected.if, situation({ github }))).toBe(true);
    expect(wouldRun(plan.if, situation({ github, needs }))).toBe(expected);
    expect(
      wouldRun(apply.if, situation({ github, needs: { combine: { outputs: { approvable: '[{}]' } } } })),
    ).toBe(false);
  });

  it.each([
    ['all plans are there', 'success', 'success', true],
    ['one has failed', 'failure', 'failure', true],
    ['none was made', 'success', 'skipped', false],
    ['the run was cancelled', 'cancelled', 'cancelled', false],
  ] as const)('combines, or not, when %s', (...[, status, result, expected]) => {
    expect(wouldRun(combine.if, situation({ needs: { plan: { result } } }, status))).toBe(expected);
  });

  it.each([
    ['there is something to approve', 'success', '[{}]', true],
    ['there is, beside an account that is blocked', 'failure', '[{}]', true],
    ['there is nothing', 'success', '[]', false],
    ['nothing was combined', 'success', '', false],
  ] as const)('applies after a merge, or not, when %s', (...[, status, approvable, expected]) => {
    const contexts = { github: merge, needs: { combine: { outputs: { approvable } } } };
    expect(wouldRun(apply.if, situation(contexts, status))).toBe(expected);
  });

  it('applies the plan of the same run, one at a time for each account, to its end', () => {
    expect(apply.concurrency).toEqual({
      group: 'vocabulary-apply-${{ matrix.account }}',
      'cancel-in-progress': false,
    });
    expect(scriptOf(apply).trim()).toMatch(/ apply plan\.json$/);
    const names = [plan, apply].map(
      ({ steps }) => steps.find(({ with: given }) => given?.['name'])?.with?.['name'],
    );
    expect(names).toEqual(['plan-${{ matrix.account }}', 'plan-${{ matrix.account }}']);
  });

  it('plans for all accounts when somebody starts it by hand', () => {
    expect(Object.keys(workflow.on)).toContain('workflow_dispatch');
    const byHand = { github: { ...merge, event_name: 'workflow_dispatch', event: {} } };
    const base = affected.steps.find(({ env }) => env?.['BASE'] !== undefined)?.env?.['BASE'] ?? '';
    expect(base).toContain(` || github.event_name == 'workflow_dispatch' && '${'0'.repeat(40)}' || `);
    const needs = {
      affected: { outputs: { configs: '[{}]' } },
      combine: { outputs: { approvable: '[{}]' } },
    };
    for (const { if: condition } of [affected, plan, apply]) {
      expect(wouldRun(condition, situation({ ...byHand, needs }))).toBe(true);
    }
  });

  it('cancels a pull request for a newer commit, and no merge', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe("${{ github.event_name == 'pull_request' }}");
  });
});

describe('the GitLab pipeline of many accounts', () => {
  const { stages, jobs } = readPipeline('accounts.gitlab-ci.yml');
  const matrixOf = (job: GitLabJob) => job['parallel'] as object | undefined;
  const ofEach = Object.entries(jobs).filter(([, job]) => matrixOf(job) !== undefined);

  it('has a job for what is affected, and for each account its plan, its application and its drift', () => {
    expect(Object.keys(jobs)).toEqual([
      'accounts-affected',
      'accounts-plan',
      'accounts-combine',
      'accounts-apply',
      'accounts-drift',
    ]);
    expect(ofEach.map(([name]) => name)).toEqual(['accounts-plan', 'accounts-apply', 'accounts-drift']);
    for (const { stage } of Object.values(jobs)) expect(stages).toContain(stage);
  });

  it('names the same accounts in each matrix', () => {
    for (const [, job] of ofEach) expect(matrixOf(job)).toEqual(matrixOf(jobs['accounts-plan']!));
  });

  it.each(Object.entries(jobs))('%s runs commands and flags that exist', async (_name, { script }) => {
    const found = calls(script.join('\n'), /^vocabsync (.*)$/);
    expect(found).toHaveLength(1);
    for (const words of found) expect(await misspelt(words)).toEqual([]);
  });

  it('puts every variable of a script in quotes', () => {
    for (const { script, before_script = [] } of Object.values(jobs)) {
      expect([...before_script, ...script].join('\n').replace(/"[^"]*"/g, '')).not.toContain('$');
    }
  });

  it('reads the key of one account where it is planned for, and writes where somebody has started it', () => {
    const environments = ofEach.map(([name, { environment }]) => [name, environment]);
    const reading = { name: '$ACCOUNT-plan', action: 'access' };
    expect(environments).toEqual([
      ['accounts-plan', reading],
      ['accounts-apply', '$ACCOUNT'],
      ['accounts-drift', reading],
    ]);
    expect(jobs['accounts-apply']).toMatchObject({
      needs: ['accounts-plan'],
      resource_group: 'vocabulary-$ACCOUNT',
      interruptible: false,
      rules: [{ when: 'manual' }],
    });
  });

  it('lets the combined report fail in the place of a plan', () => {
    expect(jobs['accounts-plan']).toMatchObject({ allow_failure: true, artifacts: { when: 'always' } });
    expect(jobs['accounts-combine']!['allow_failure']).toBeUndefined();
  });
});
