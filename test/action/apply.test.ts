import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/model/time/server-time.js';
import { config } from '../support/world.js';
import { bot } from './github-stand-in.js';
import { mergeCommit, openWorkspace, push, type Workspace } from './step.js';

const apply = { command: 'apply', 'expect-digest': 'reviewed' };
const file = 'vocab.config.yaml';

/** A pull request whose plan was shown, and which was merged then. */
async function reviewedAndMerged(words: readonly string[] = ['alpha']): Promise<Workspace> {
  const workspace = await openWorkspace({ [file]: config({ medical: words }) });
  await workspace.step({ command: 'plan' });
  workspace.github.merge(12, mergeCommit);
  return workspace;
}

describe('a merge', () => {
  it('applies exactly what the pull request showed, and says so there', async () => {
    const { step, lists, github } = await reviewedAndMerged();
    const { code, summary } = await step(apply, push);
    expect(code).toBe(0);
    expect(await lists()).toEqual(['acmemed: alpha']);
    expect(summary).toContain('acmemed');
    expect(github.comments.map(({ issue, author }) => ({ issue, author }))).toEqual([
      { issue: 12, author: bot },
      { issue: 12, author: bot },
    ]);
    expect(github.comments[1]!.body).toMatch(/^<!-- vocabsync:apply config="vocab\.config\.yaml" -->\n/);
  });

  it('can be run again', async () => {
    const { step, lists, github } = await reviewedAndMerged();
    await step(apply, push);
    expect((await step(apply, push)).code).toBe(0);
    expect(await lists()).toEqual(['acmemed: alpha']);
    expect(github.comments).toHaveLength(2);
  });

  it('stops with 5 when the words are not those of the plan', async () => {
    const { step, lists, write } = await reviewedAndMerged();
    await write(file, config({ medical: ['alpha', 'beta'] }));
    const { code, stdout } = await step(apply, push);
    expect(code).toBe(5);
    expect(stdout).toContain('::error title=vocabsync::apply ended with exit code 5');
    expect(await lists()).toEqual([]);
  });

  it('stops with 5 when only a plan from after the merge is what there is now', async () => {
    const { step, lists, write, clock } = await reviewedAndMerged();
    await write(file, config({ medical: ['alpha', 'beta'] }));
    clock.advance(60_000);
    expect((await step({ command: 'plan' })).code).toBe(0);
    expect((await step(apply, push)).code).toBe(5);
    expect(await lists()).toEqual([]);
  });

  it('stops with 5 when the account has changed since', async () => {
    const { step, lists, emulator } = await reviewedAndMerged();
    const vocabulary = [{ text: 'beta', weight: 4 }];
    await emulator.seed([{ prefix: 'acmemed', target_model: 'fun-asr', vocabulary }]);
    expect((await step(apply, push)).code).toBe(5);
    expect(await lists()).toEqual(['acmemed: beta']);
  });

  it('has one comment, whatever forms of its report are written besides', async () => {
    const { step, github } = await reviewedAndMerged();
    for (const end of ['json', 'html']) await step({ ...apply, args: `--out=apply.${end}` }, push);
    expect(github.comments).toHaveLength(2);
    expect(github.comments[1]!.body).toMatch(/^<!-- vocabsync:apply /);
  });

  it('passes further flags on', async () => {
    const { step } = await reviewedAndMerged();
    expect((await step({ ...apply, args: '--no-such-flag' }, push)).code).toBe(3);
  });
});

describe('a merge that nobody has reviewed a plan for', () => {
  /** What is said of it, and how it comes about. */
  const ways: readonly (readonly [what: string, why: string, arrange: (workspace: Workspace) => void])[] = [
    [
      'no pull request was merged',
      `no pull request was merged into the branch of this run as ${mergeCommit}`,
      ({ github }) => {
        github.issues = [];
      },
    ],
    [
      'the commit is not what the pull request became',
      'no pull request was merged',
      ({ github }) => {
        github.issues = [];
        github.merge(12, 'f'.repeat(40));
      },
    ],
    [
      'the pull request was merged into another branch',
      'no pull request was merged into the branch of this run',
      ({ github }) => {
        github.issues = [];
        github.merge(12, mergeCommit, 'release');
      },
    ],
    [
      'the pull request is still open, and the commit only what GitHub tries out',
      'no pull request was merged',
      ({ github }) => {
        github.issues = github.issues.map((issue) => ({
          ...issue,
          state: 'open',
          pull: { base: { ref: 'main' }, merged_at: null, merge_commit_sha: mergeCommit },
        }));
      },
    ],
    [
      'its pull request has no plan',
      'pull request #12 has no plan of this configuration',
      ({ github }) => {
        github.comments = [];
      },
    ],
    [
      'the plan was made a second after the merge',
      'the plan in pull request #12 was made after the merge',
      ({ github, clock }) => {
        for (const comment of github.comments) comment.updated_at = isoTime(clock.now() + 1000);
      },
    ],
    [
      'the plan is by somebody else',
      'pull request #12 has no plan of this configuration',
      ({ github }) => {
        github.comments = github.comments.map((comment) => ({ ...comment, author: 'mallory' }));
      },
    ],
    [
      'the plan is for another configuration',
      'pull request #12 has no plan of this configuration',
      ({ github }) => {
        for (const comment of github.comments) comment.body = comment.body.replace(file, 'other.yaml');
      },
    ],
    [
      'the plan was blocked',
      'the plan in pull request #12 was blocked, or failed',
      ({ github }) => {
        for (const comment of github.comments) comment.body = comment.body.replace(/ digest="[^"]*"/, '');
      },
    ],
    [
      'there are two plans with two digests',
      'pull request #12 has several plans of this configuration',
      ({ github }) => {
        github.comment(12, bot, `<!-- vocabsync:plan config="${file}" digest="vs2:sha256:0" -->\n`);
      },
    ],
  ];

  it.each(ways)('changes nothing and ends with 4: %s', async (_what, why, arrange) => {
    const workspace = await reviewedAndMerged();
    arrange(workspace);
    // Also when somebody meant to approve whatever there is.
    const { code, stdout, summary, outputs } = await workspace.step({ ...apply, args: '--yes' }, push);
    expect(code).toBe(4);
    expect(await workspace.lists()).toEqual([]);
    expect(stdout).toContain(
      `::error title=vocabsync::nothing was applied, because nobody has reviewed it: ${why}`,
    );
    expect(stdout).toContain('%0Areview the plan');
    expect(outputs['exit-code']).toBe('4');
    // What somebody may approve by hand.
    expect(summary).toMatch(/vs2:sha256:\w{64}/);
  });

  it('is done when there is nothing to do', async () => {
    const { step } = await openWorkspace({ [file]: config({}) });
    expect((await step(apply, push)).code).toBe(0);
  });

  it('is applied by whoever gives its digest', async () => {
    const { step, lists } = await openWorkspace({ [file]: config({ medical: ['alpha'] }) });
    const { outputs } = await step({ command: 'plan' }, push);
    expect((await step({ command: 'apply', 'expect-digest': outputs['digest']! }, push)).code).toBe(0);
    expect(await lists()).toEqual(['acmemed: alpha']);
  });

  it('stops with 4 when no digest is asked for at all', async () => {
    const { step, lists } = await openWorkspace({ [file]: config({ medical: ['alpha'] }) });
    expect((await step({ command: 'apply', 'expect-digest': '' }, push)).code).toBe(4);
    expect(await lists()).toEqual([]);
  });
});

describe('a review that cannot be read', () => {
  it.each([
    [403, 7],
    [503, 8],
  ])('lets nothing be applied: %i ends with %i', async (status, exitCode) => {
    const { step, lists, github, emulator } = await reviewedAndMerged();
    const before = emulator.requests.length;
    github.fail('GET /repos/acme/words/commits', { status, times: 100 });
    const { code, stdout } = await step(apply, push);
    expect(code).toBe(exitCode);
    expect(stdout).toContain('::error title=vocabsync::nothing was applied');
    expect(emulator.requests).toHaveLength(before);
    expect(await lists()).toEqual([]);
  });

  it('needs a token', async () => {
    const { step, lists } = await reviewedAndMerged();
    expect((await step({ ...apply, token: '' }, push)).code).toBe(3);
    expect(await lists()).toEqual([]);
  });
});
