import { spawnSync } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/action/command-line.js';
import { commands, parseInputs } from '../../src/action/inputs.js';
import { formatOf } from '../../src/report/forms.js';
import { inputVariables } from '../action/step.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { misspelt } from './command-lines.js';
import { wouldRun } from './condition.js';
import { action, inputsOf, readMetadata, readWorkflow, readWorkflows, type Step } from './workflow.js';

const workflows = readWorkflows();
const steps = workflows.flatMap(({ file, jobs }) =>
  Object.entries(jobs).flatMap(([job, { steps: list }]) =>
    list.map((step) => ({ where: `${file} ${job}`, step })),
  ),
);
const ours = steps.filter(({ step }) => step.uses === action);

/** What somebody outside may have written: the title of a pull request, the name of its branch, the text of a comment. */
const untrusted = /github\.(?:event\.(?!before\b)|head_ref)|inputs\./;

/** What a job may do beyond reading the code. */
const writes: Readonly<Record<string, object>> = {
  words: {},
  plan: { 'pull-requests': 'write' },
  apply: { 'pull-requests': 'write' },
  drift: { issues: 'write' },
  eval: { 'pull-requests': 'write', actions: 'read' },
  findings: { 'security-events': 'write', actions: 'read' },
};

/** Whose jobs write nothing but summaries. */
const writesNothing = 'examples/github/accounts.yml';

/** Where a pull request comes from, and who started its workflow. */
function pullRequestOf(full_name: string, actor: string) {
  const github = {
    repository: 'acme/words',
    actor,
    event: { pull_request: { head: { repo: { full_name } } } },
  };
  return { status: 'success', contexts: { github } } as const;
}

/** Those to whom GitHub gives no secrets. */
const strangers = {
  'a fork': pullRequestOf('mallory/words', 'mallory'),
  Dependabot: pullRequestOf('acme/words', 'dependabot[bot]'),
};

function eventOf(event_name: string, event: object = {}) {
  const github = { repository: 'acme/words', actor: 'ann', event_name, event };
  return { status: 'success', contexts: { github } } as const;
}

/** jq is on most machines, and must be on those that check a change. */
const noJq = spawnSync('jq', ['--version']).error !== undefined && process.env['VOCABSYNC_JQ'] !== 'required';

/** Stands in for GitHub's command line: it lists these runs through the filter that it is given. */
const gh = `#!/bin/sh
case "$1 $2" in
  'run list') while [ "$1" != --jq ]; do shift; done; printf '%s' "$RUNS" | jq -r "$2"; exit "$LIST_ENDS";;
  *) echo "$@" >> downloaded; exit "$DOWNLOAD_ENDS";;
esac
`;

interface GhRuns {
  readonly runs: readonly object[];
  readonly listEnds?: number;
  readonly downloadEnds?: number;
}

async function runWithGh(script: string, { runs, listEnds = 0, downloadEnds = 0 }: GhRuns) {
  const directory = await temporaryFolder();
  await writeInto(directory, 'bin/gh', gh);
  await chmod(join(directory, 'bin/gh'), 0o755);
  await writeInto(directory, 'downloaded', '');
  const PATH = `${join(directory, 'bin')}${delimiter}${process.env['PATH']}`;
  // As a step of a workflow is run.
  const { status } = spawnSync('bash', ['-e', '-c', script], {
    cwd: directory,
    env: {
      PATH,
      RUNS: JSON.stringify(runs),
      LIST_ENDS: String(listEnds),
      DOWNLOAD_ENDS: String(downloadEnds),
      GITHUB_REF_NAME: 'main',
    },
  });
  return { status, downloaded: await readFile(join(directory, 'downloaded'), 'utf8') };
}

/** What is handed on; an `if` only decides. */
function expressions({ if: _if, ...step }: Step): string[] {
  return JSON.stringify(step).match(/\$\{\{.*?\}\}/g) ?? [];
}

const workspace = '/home/runner/work/words/words';

describe('the action', () => {
  const { inputs, outputs, runs } = readMetadata();

  it('is one file for a Node that runners have', () => {
    expect(runs).toEqual({ using: 'node24', main: 'action/index.mjs' });
  });

  it('declares the inputs that are read, and no others', () => {
    const read: string[] = [];
    const env = new Proxy<Record<string, string>>(
      {},
      {
        get: (_target, name) => {
          read.push(String(name).replace('INPUT_', '').toLowerCase());
          return name === 'INPUT_COMMAND' ? 'plan' : undefined;
        },
      },
    );
    parseInputs(env, workspace);
    expect(Object.keys(inputs).sort()).toEqual(read.sort());
  });

  it('has the defaults that are documented', () => {
    const declared = Object.entries(inputs).filter(([, { default: value }]) => value !== undefined);
    const documented = Object.fromEntries(declared.map(([name, { default: value }]) => [name, value!]));
    const { token: _token, ...rest } = documented;
    expect(parseInputs(inputVariables({ ...rest, command: 'plan' }), workspace)).toEqual(
      parseInputs(inputVariables({ command: 'plan' }), workspace),
    );
  });

  it('declares the outputs that are set', () => {
    expect(Object.keys(outputs)).toEqual(['exit-code', 'has-changes', 'digest', 'plan-json']);
  });

  it.each(commands)('runs %s with flags that exist', async (command) => {
    const given = parseInputs(inputVariables({ command }), workspace);
    expect(await misspelt(commandLine(given, 'vs2:x', 'a.json'))).toEqual([]);
  });
});

describe('the example workflows', () => {
  it('are there, and use the action, but for the one of many accounts', () => {
    expect(workflows.map(({ file }) => file)).toEqual([
      'examples/github/accounts.yml',
      'examples/github/apply.yml',
      'examples/github/drift.yml',
      'examples/github/evaluate.yml',
      'examples/github/findings.yml',
      'examples/github/pull-request.yml',
    ]);
    expect(ours).toHaveLength(6);
  });

  it.each(ours)('give it inputs that exist: $where', async ({ step }) => {
    const { inputs } = readMetadata();
    const given = step.with ?? {};
    expect(Object.keys(given).filter((name) => inputs[name] === undefined)).toEqual([]);
    const parsed = parseInputs(
      inputVariables(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))),
      workspace,
    );
    expect(await misspelt([parsed.command, ...parsed.args])).toEqual([]);
  });

  it('read only outputs that exist', () => {
    const { outputs } = readMetadata();
    const using = workflows.filter(({ file }) => ours.some(({ where }) => where.startsWith(file)));
    const read = JSON.stringify(using).matchAll(/steps\.\w+\.outputs\.([\w-]+)/g);
    const names = Array.from(read, ([, name]) => name!);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => outputs[name] === undefined)).toEqual([]);
  });

  it.each(workflows)(
    '$file gives each job no more permissions than it needs, and an end',
    ({ file, permissions, jobs }) => {
      expect(permissions).toEqual({});
      for (const [name, job] of Object.entries(jobs)) {
        const own = file === writesNothing ? {} : writes[name];
        expect({ [name]: job.permissions }).toEqual({ [name]: { contents: 'read', ...own } });
        expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      }
    },
  );

  it('never run code of others with the secrets of the repository', () => {
    for (const { on } of workflows) expect(Object.keys(on)).not.toContain('pull_request_target');
  });

  it.each(Object.entries(strangers))(
    'run for %s what needs no secret, and nothing else',
    (_who, stranger) => {
      const { jobs } = readWorkflow('pull-request.yml');
      const colleague = pullRequestOf('acme/words', 'ann');
      for (const job of Object.values(jobs)) {
        expect(wouldRun(job.if, colleague)).toBe(true);
        expect(wouldRun(job.if, stranger)).toBe(!JSON.stringify(job).includes('secrets.'));
      }
    },
  );

  describe('evaluate', () => {
    const { on, jobs, concurrency } = readWorkflow('evaluate.yml');
    const job = jobs['eval']!;

    it.each([
      ['a colleague', pullRequestOf('acme/words', 'ann'), true],
      ['a fork, which gets no key', strangers['a fork'], false],
      ['Dependabot, which gets none either', strangers.Dependabot, false],
      ['new recordings on main', eventOf('push'), true],
      ['words that were applied', eventOf('workflow_run', { workflow_run: { conclusion: 'success' } }), true],
      ['an apply that failed', eventOf('workflow_run', { workflow_run: { conclusion: 'failure' } }), false],
    ] as const)('for %s, or not', (_who, situation, expected) => {
      expect(wouldRun(job.if, situation)).toBe(expected);
    });

    it('only where words, configuration or recordings change, and once they are applied', () => {
      const applied = readWorkflow('apply.yml');
      expect(on).toEqual({
        pull_request: { paths: [...(applied.on['push'] as { paths: string[] }).paths, 'clips/**'] },
        workflow_run: { workflows: [applied.name], types: ['completed'], branches: ['main'] },
        push: { branches: ['main'], paths: ['clips/**'] },
      });
      expect(concurrency['cancel-in-progress']).toBe("${{ github.event_name == 'pull_request' }}");
    });

    it('within a budget that stands there, compared with the file that is found', async () => {
      expect(inputsOf(readWorkflow('evaluate.yml'), 'eval')).toMatchObject({
        'max-audio': expect.stringMatching(/^\d+m$/),
        baseline: 'baseline/eval.json',
      });
    });

    it('and keep what was heard, also when the evaluation fails or is cancelled', () => {
      const [restore, save] = job.steps.filter(({ uses }) => uses?.startsWith('actions/cache/'));
      expect(restore!.with).toEqual({ ...save!.with, 'restore-keys': 'vocabulary-eval-' });
      expect(save!.with).toMatchObject({ path: '.vocabsync/eval' });
      for (const status of ['success', 'failure', 'cancelled'] as const)
        expect(wouldRun(save!.if, { status, contexts: {} })).toBe(true);
    });

    describe.skipIf(noJq)('find what to compare with', () => {
      const { run = '' } = job.steps.find(({ env }) => env?.['GH_TOKEN'] !== undefined)!;

      it.each([
        [
          'the newest run of the branch, not that of a pull request from a branch of this name',
          {
            runs: [
              { databaseId: 3, event: 'pull_request' },
              { databaseId: 2, event: 'workflow_run' },
              { databaseId: 1, event: 'push' },
            ],
          },
          'run download 2 --name vocabulary-eval --dir baseline\n',
        ],
        ['nothing where there is no run', { runs: [] }, ''],
        ['nothing where runs cannot be listed', { runs: [], listEnds: 1 }, ''],
        [
          'nothing where its artifact has expired',
          { runs: [{ databaseId: 1, event: 'push' }], downloadEnds: 1 },
          'run download 1 --name vocabulary-eval --dir baseline\n',
        ],
      ])('%s', async (_case, github, downloaded) => {
        expect(await runWithGh(run, github)).toEqual({ status: 0, downloaded });
      });
    });
  });

  it('put nothing into a shell that somebody outside may have written', () => {
    for (const { step } of steps) expect(step.run ?? '').not.toContain('${{');
  });

  it('hand the words of a person on in one place: the digest that is compared', () => {
    const found = steps.flatMap(({ step }) => expressions(step)).filter((text) => untrusted.test(text));
    expect(found).toEqual(["${{ inputs.digest || 'reviewed' }}"]);
  });

  it('never stop an apply half-way, and never run two', () => {
    const apply = readWorkflow('apply.yml');
    expect(apply.concurrency).toEqual({ group: 'vocabulary-apply', 'cancel-in-progress': false });
    expect(apply.jobs['apply']).toMatchObject({
      if: "github.ref == 'refs/heads/main'",
      environment: 'vocabulary',
    });
  });

  describe('upload the findings', () => {
    const [, validate, upload] = readWorkflow('findings.yml').jobs['findings']!.steps as [Step, Step, Step];
    const file = 'findings.sarif';

    it('that validate has written, for the page that reads SARIF', () => {
      expect(validate.with).toEqual({ command: 'validate', args: `--out=${file}` });
      expect(formatOf(file)).toBe('sarif');
      expect(upload).toMatchObject({
        uses: 'github/codeql-action/upload-sarif@v4',
        with: { sarif_file: file },
      });
    });

    it.each([
      ['there are none', { status: 'success', contexts: {}, files: [file] }, true],
      ['they fail the step', { status: 'failure', contexts: {}, files: [file] }, true],
      ['they could not be written', { status: 'failure', contexts: {} }, false],
      ['Dependabot may not', { ...strangers.Dependabot, files: [file] }, false],
      [
        'a fork may not',
        {
          status: 'success',
          contexts: { github: { event: { pull_request: { head: { repo: { fork: true } } } } } },
          files: [file],
        },
        false,
      ],
    ] as const)('or not, when %s', (_case, situation, expected) => {
      expect(wouldRun(upload.if, situation)).toBe(expected);
    });
  });

  it('leave no token behind in the checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    const inShell = steps.filter(({ step }) => /\bvocabsync\S* (?!combine)/.test(step.run ?? ''));
    expect(checkouts).toHaveLength(ours.length + inShell.length);
    for (const { step } of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('fetch what the offline diff compares with', () => {
    const words = steps.filter(({ where }) => where.endsWith(' words'));
    expect(words[0]!.step.with).toMatchObject({ 'fetch-depth': 2 });
    expect(readMetadata().inputs['base']!.default).toBe('HEAD^');
  });
});
