import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/model/time/server-time.js';
import {
  type Environments,
  environment,
  keys,
  openEnvironments,
  pattern,
  production,
  staging,
} from './environments.js';
import { bot } from './github-stand-in.js';
import { mergeCommit, push } from './step.js';

const plan = { command: 'plan' };
const apply = { command: 'apply', 'expect-digest': 'reviewed' };
const beta = environment('staging', ['alpha', 'beta']);

/** A pull request whose plans were shown, and which was merged then. */
async function reviewedAndMerged(configs: readonly string[] = [pattern]): Promise<Environments> {
  const environments = await openEnvironments();
  for (const config of configs) await environments.step({ ...plan, config });
  environments.github.merge(12, mergeCommit);
  return environments;
}

describe('a merge of several configurations', () => {
  it.each([
    ['a comment on all', [pattern]],
    ['a comment on each', [production, staging]],
    ['comments on both ways', [staging, pattern]],
  ])('applies each as it was shown in %s', async (_what, configs) => {
    const { step, held, github } = await reviewedAndMerged(configs);
    const { code, summary, outputs } = await step(apply, push);
    expect(code).toBe(0);
    expect(await held()).toEqual({ production: ['acmemed: alpha'], staging: ['acmemed: alpha'] });
    expect(summary).toContain('2 accounts, 2 done');
    expect(summary).not.toContain('Stopped');
    expect(github.comments.at(-1)!.body).toMatch(/^<!-- vocabsync:apply config="envs\/\*\/vocab/);
    expect(github.comments).toHaveLength(configs.length + 1);
    expect(outputs).toMatchObject({ 'exit-code': '0', 'plan-json': '' });
  });

  it('applies one of them alone as it was shown among the others', async () => {
    const { step, held } = await reviewedAndMerged();
    expect((await step({ ...apply, config: staging }, push)).code).toBe(0);
    expect(await held()).toEqual({ production: [], staging: ['acmemed: alpha'] });
  });

  it('can be run again', async () => {
    const { step, github } = await reviewedAndMerged();
    await step(apply, push);
    expect((await step(apply, push)).code).toBe(0);
    expect(github.comments).toHaveLength(2);
  });

  it('has nothing to do for one that was as it should be', async () => {
    const { step, held, write, github } = await openEnvironments();
    await step({ command: 'apply', args: '--yes', config: production, comment: 'false' }, push);
    await step(plan);
    github.merge(12, mergeCommit);
    expect((await step(apply, push)).code).toBe(0);
    expect(await held()).toEqual({ production: ['acmemed: alpha'], staging: ['acmemed: alpha'] });
    await write(production, environment('production', ['alpha', 'beta']));
    const { code, stdout } = await step(apply, push);
    expect(code).toBe(4);
    expect(stdout).toContain('it was blocked, failed, had nothing to change, or was not there yet');
  });
});

describe('an apply of several configurations that is stopped', () => {
  it('by one that has changed since: says in all places which were done', async () => {
    const { step, held, write, github } = await reviewedAndMerged();
    await write(staging, beta);
    const { code, stdout, summary } = await step(apply, push);
    expect(code).toBe(5);
    expect(await held()).toEqual({ production: ['acmemed: alpha'], staging: [] });
    expect(stdout).toContain(
      `::error title=vocabsync::apply stopped at ${staging}: it ended with exit code 5%0Adone before: ${production}%0Anot tried: none`,
    );
    for (const text of [summary, github.comments.at(-1)!.body]) {
      expect(text).toContain(`- **Stopped** at \`${staging}\`: it ended with exit code 5\n`);
      expect(text).toContain(`- Done before: \`${production}\`\n- **Not tried**: none\n\n|`);
      expect(text).toContain('| done | `production` |');
    }
  });

  it('says which were not tried, and touches none of them', async () => {
    const { step, held, write } = await reviewedAndMerged();
    await write(production, environment('production', ['alpha', 'beta']));
    const ended = await step(apply, push);
    expect(ended.code).toBe(5);
    expect(await held()).toEqual({ production: [], staging: [] });
    expect(ended.summary).toContain(`- Done before: none\n- **Not tried**: \`${staging}\`\n`);
    expect(ended.stdout).not.toContain(`::group::${staging}`);
  });

  it('goes in the order of the lines', async () => {
    const lines = [staging, production].join('\n');
    const { step, held, write } = await reviewedAndMerged([lines]);
    await write(production, environment('production', ['alpha', 'beta']));
    expect((await step({ ...apply, config: lines }, push)).code).toBe(5);
    expect(await held()).toEqual({ production: [], staging: ['acmemed: alpha'] });
  });

  it('by one that was added after the plan was shown', async () => {
    const { step, held, write } = await reviewedAndMerged();
    await write(
      'envs/test/vocab.config.yaml',
      environment(null, ['gamma']).replace('prefix: acmemed', 'prefix: acmenew'),
    );
    const { code, stdout, outputs, summary } = await step(apply, push);
    expect(code).toBe(4);
    expect(outputs['exit-code']).toBe('4');
    expect(await held()).toEqual({ production: ['acmemed: alpha'], staging: ['acmemed: alpha'] });
    expect(stdout).toContain('apply stopped at envs/test/vocab.config.yaml: nothing was applied there');
    expect(stdout).toContain(`done before: ${production}, ${staging}%0A`);
    expect(stdout).toContain('run the workflow by hand with this configuration alone and its digest');
    // What somebody may approve by hand, and that is then applied.
    const [digest = ''] = /(?<=digest is )vs2\S+?(?=,)/.exec(summary.replaceAll('`', '')) ?? [];
    const byHand = { command: 'apply', config: 'envs/test/*.yaml', 'expect-digest': digest };
    expect((await step(byHand, push)).code).toBe(0);
  });

  it('by a key that is not there', async () => {
    const { step, held } = await reviewedAndMerged();
    const { code, summary } = await step(apply, push, { PRODUCTION_KEY: keys.PRODUCTION_KEY });
    expect(code).toBe(7);
    expect(await held()).toEqual({ production: ['acmemed: alpha'], staging: [] });
    expect(summary).toContain('key-missing');
  });
});

describe('a merge that nobody has reviewed plans for', () => {
  it.each([
    [
      'the comment is by somebody else',
      'has no plan of this configuration',
      (comment: Comment) => ({ ...comment, author: 'mallory' }),
    ],
    [
      'the comment was written after the merge',
      'was made after the merge',
      (comment: Comment, now: number) => ({ ...comment, updated_at: isoTime(now + 1000) }),
    ],
    [
      'the plans were blocked',
      'has no digest of this configuration',
      (comment: Comment) => ({ ...comment, body: comment.body.replace(/ digests="[^"]*"/, '') }),
    ],
  ])('changes nothing in any of the accounts: %s', async (_what, why, change) => {
    const { step, held, github, clock } = await reviewedAndMerged();
    github.comments = github.comments.map((comment) => change(comment, clock.now()));
    const { code, stdout } = await step({ ...apply, args: '--yes' }, push);
    expect(code).toBe(4);
    expect(stdout).toContain(why);
    expect(await held()).toEqual({ production: [], staging: [] });
  });

  it('does not take the digest of the one for the other', async () => {
    const { step, held, github } = await reviewedAndMerged();
    for (const comment of github.comments) {
      const [, first = '', second = ''] = /=(vs2\S+);.*=(vs2[^"]+)"/.exec(comment.body) ?? [];
      comment.body = comment.body.replaceAll(first, '?').replaceAll(second, first).replaceAll('?', second);
    }
    expect((await step(apply, push)).code).toBe(5);
    expect(await held()).toEqual({ production: [], staging: [] });
  });

  it('believes no two comments that disagree', async () => {
    const { step, held, github } = await reviewedAndMerged();
    github.comment(12, bot, `<!-- vocabsync:plan config="${production}" digest="vs2:sha256:0" -->\n`);
    const { code, stdout } = await step(apply, push);
    expect(code).toBe(4);
    expect(stdout).toContain('has several plans of this configuration');
    expect(await held()).toEqual({ production: [], staging: [] });
  });
});

type Comment = Environments['github']['comments'][number];
