import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseMarker } from '../../src/report/markdown/marker.js';
import {
  type Environments,
  environment,
  keys,
  openEnvironments,
  pattern,
  production,
  staging,
} from './environments.js';
import { commitAll, git } from './git-history.js';
import { bot, type StoredComment } from './github-stand-in.js';
import { mergeCommit, pullRequest, push } from './step.js';

const plan = { command: 'plan' };
const stagingOnly = { STAGING_KEY: keys.STAGING_KEY };
const later = 'envs/test/vocab.config.yaml';

function digestsIn({ body }: StoredComment): string[] {
  return [...(parseMarker(body)?.digests.keys() ?? [])];
}

async function rowsIn(file: string | undefined): Promise<string[]> {
  const { accounts } = JSON.parse(await readFile(file ?? '', 'utf8')) as {
    readonly accounts: readonly { readonly account: string; readonly state: string }[];
  };
  return accounts.map(({ account, state }) => `${account}: ${state}`);
}

describe('a plan for several configurations', () => {
  it('is one comment with a row and a digest for each, and one summary', async () => {
    const { step, github } = await openEnvironments();
    const { code, outputs, summary, stdout } = await step(plan);
    expect(code).toBe(0);
    expect(github.comments).toMatchObject([{ issue: 12, author: bot }]);
    const [comment] = github.comments;
    expect(parseMarker(comment!.body)).toMatchObject({ kind: 'plan', config: pattern, digest: null });
    expect(digestsIn(comment!)).toEqual([production, staging]);
    expect(comment!.body).toMatch(/\| with changes \| `production` \| .*\n\| with changes \| `staging` \|/);
    expect(summary.trim()).toBe(comment!.body.trim());
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true', digest: '' });
    expect(await rowsIn(outputs['plan-json'])).toEqual(['production: changes', 'staging: changes']);
    for (const file of [production, staging]) expect(stdout).toContain(`::group::${file}\n`);
  });

  it('is brought up to date in place, also when a configuration is added', async () => {
    const { step, github, write } = await openEnvironments();
    await step(plan);
    await write(later, environment(null, ['gamma']));
    await step(plan);
    expect(github.comments.map(digestsIn)).toEqual([[later, production, staging]]);
  });

  it('is written the same way where the pattern finds a single one, so that it stays one comment', async () => {
    const { step, github, write } = await openEnvironments({ [staging]: environment('staging') });
    const { outputs } = await step(plan);
    expect(github.comments.map(digestsIn)).toEqual([[staging]]);
    expect(outputs['digest']).toBe([...parseMarker(github.comments[0]!.body)!.digests.values()][0]);
    await write(production, environment('production'));
    await step(plan);
    expect(github.comments.map(digestsIn)).toEqual([[production, staging]]);
  });

  it('takes them from lines as well, each once and in that order', async () => {
    const { step, github, stdout } = await stepped({
      ...plan,
      config: `\n  ./${staging}\r\n${pattern}\n\n${staging}\n`,
    });
    expect(stdout.match(/(?<=::group::).*/g)).toEqual([staging, production]);
    await step({ ...plan, config: [staging, pattern, staging].join('\n') });
    expect(github.comments).toHaveLength(1);
  });

  it('has a row for one that fails, and ends with its exit code', async () => {
    const { github, code, outputs } = await stepped(plan, stagingOnly);
    expect(code).toBe(7);
    expect(github.comments.map(digestsIn)).toEqual([[staging]]);
    expect(github.comments[0]!.body).toMatch(/\| \*\*failed\*\* \| `production` \| key-missing: /);
    expect(await rowsIn(outputs['plan-json'])).toEqual(['production: failed', 'staging: changes']);
    expect(outputs).toMatchObject({ 'exit-code': '7', 'has-changes': 'true', digest: '' });
  });

  it('calls one that cannot be read by its file', async () => {
    const { step, write } = await openEnvironments();
    await write(staging, 'version: [');
    const { code, outputs, stdout } = await step(plan);
    expect(code).toBe(3);
    expect(await rowsIn(outputs['plan-json'])).toEqual([`${staging}: failed`, 'production: changes']);
    expect(stdout).toContain(`::error file=${staging},`);
  });

  it('says nothing of changes where one failed and the others have none', async () => {
    const { step } = await openEnvironments({
      [production]: environment('production', []),
      [staging]: environment('staging', []),
    });
    expect((await step(plan)).outputs['has-changes']).toBe('false');
    expect((await step(plan, pullRequest, stagingOnly)).outputs['has-changes']).toBe('');
  });

  it('fails with all of them where the command line is not understood', async () => {
    const { code, summary } = await stepped({ ...plan, args: '--no-such-flag' });
    expect(code).toBe(3);
    expect(summary).toContain('2 accounts, 2 failed');
    expect(summary).toMatch(/^<!-- vocabsync:plan /);
  });
});

describe('a pattern', () => {
  it.each(['nowhere/*/vocab.config.yaml', `${staging}\nnowhere/*.yaml`, 'envs/[::error::x]'])(
    'that finds nothing is an error that names it: %j',
    async (config) => {
      const { code, stdout, github } = await stepped({ ...plan, config });
      expect(code).toBe(3);
      expect(stdout).toMatch(/^::error title=vocabsync::no configuration is found by (?:nowhere|envs)\//m);
      expect(github.requests).toEqual([]);
    },
  );

  it.each(['../*.yaml', '/etc/*.yaml', `${staging}\n../other.yaml`])(
    'leads nowhere outside: %j',
    async (config) => {
      const { code, stdout } = await stepped({ ...plan, config });
      expect(code).toBe(3);
      expect(stdout).toContain('which is outside of the workspace');
    },
  );

  it('finds files whose names would end a marker, a group or a table', async () => {
    const name = 'envs/a"-->;b=|\u202e::error::\n/vocab.config.yaml';
    const { step, github } = await openEnvironments({
      [staging]: environment('staging'),
      [name]: environment('production', ['beta']),
    });
    const { code, stdout } = await step(plan);
    expect(code).toBe(0);
    expect(github.comments.map(digestsIn)).toMatchObject([{ length: 2 }]);
    expect(stdout).not.toMatch(/^::error::/m);
    expect(stdout).not.toContain('\u202e');
    github.merge(12, mergeCommit);
    expect((await step({ command: 'apply', 'expect-digest': 'reviewed' }, push)).code).toBe(0);
  });
});

describe('what one file is for', () => {
  it.each([
    [{ ...plan, args: '--out=plan.md' }, 'the input args has --out'],
    [{ command: 'apply', 'expect-digest': 'vs2:sha256:0' }, 'and config finds 2 configurations'],
  ])('is refused for several: %j', async (inputs, why) => {
    const { code, stdout, github, held } = await stepped(inputs);
    expect(code).toBe(3);
    expect(stdout).toContain(why);
    expect(github.requests).toEqual([]);
    expect(await held()).toEqual({ production: [], staging: [] });
  });
});

describe('other commands on several configurations', () => {
  it('validate: each has its section, and the step the worst end', async () => {
    const { step, write, github } = await openEnvironments();
    await write(staging, environment('staging').replace('singapore', 'nowhere'));
    const { code, summary, outputs } = await step({ command: 'validate' });
    expect(code).toBe(3);
    expect(summary.match(/^## .*/gm)).toEqual([`## \`${production}\``, `## \`${staging}\``]);
    expect(summary).toContain('nowhere');
    expect(outputs).toMatchObject({ 'exit-code': '3', 'plan-json': '' });
    expect(github.comments).toEqual([]);
  });

  it('diff: shows the words of each that the change reaches, with neither a key nor a network', async () => {
    const { step, directory, write, github } = await openEnvironments();
    git(directory, 'init', '--quiet', '--initial-branch=main');
    commitAll(directory, 'Start');
    await write(staging, environment('staging', ['alpha', 'beta']));
    commitAll(directory, 'Add a word');
    const { code, outputs } = await step({ command: 'diff' }, pullRequest, {});
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true' });
    expect(await rowsIn(outputs['plan-json'])).toEqual(['staging: changes', 'production: clean']);
    expect(github.comments[0]!.body).toContain('+ beta');
    expect(digestsIn(github.comments[0]!)).toEqual([]);
  });

  it('diff: a commit that is not there is said of each', async () => {
    const { code, github } = await stepped({ command: 'diff', base: 'nowhere' });
    expect(code).toBe(3);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toContain('2 accounts, 2 failed');
  });
});

/** Two environments after one step. */
async function stepped(
  inputs: Parameters<Environments['step']>[0],
  variables = keys as Record<string, string>,
) {
  const environments = await openEnvironments();
  return { ...environments, ...(await environments.step(inputs, pullRequest, variables)) };
}
