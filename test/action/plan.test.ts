import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { bot, type GitHubStandIn, type StoredComment } from './github-stand-in.js';
import { key, mergeCommit, openWorkspace, push, unmanagedList } from './step.js';

const marker = (name = 'vocab.config.yaml') => `<!-- vocabsync:plan config="${name}"`;
const plan = { command: 'plan' };

function medical(words: readonly string[] = ['alpha'], extra = '') {
  return { 'vocab.config.yaml': config({ medical: words }, extra) };
}

function digestIn({ body }: StoredComment): string | undefined {
  return / digest="([^"]+)" -->\n/.exec(body)?.[1];
}

describe('a plan on a pull request', () => {
  it('is a comment with its digest, a summary, and outputs; changes are no failure', async () => {
    const { github, step } = await openWorkspace(medical());
    const { code, outputs, summary, stdout } = await step(plan);
    expect(code).toBe(0);
    expect(github.comments).toMatchObject([{ issue: 12, author: bot }]);
    const [comment] = github.comments;
    expect(comment!.body).toMatch(
      /^<!-- vocabsync:plan config="vocab\.config\.yaml" digest="vs1:sha256:\w+" -->\n/,
    );
    expect(comment!.body).toContain('alpha');
    expect(summary.trim()).toBe(comment!.body.trim());
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true', digest: digestIn(comment!) });
    expect(outputs['plan-json']).toMatch(/plan\.json$/);
    expect(stdout).toContain('alpha');
  });

  it('is brought up to date in place, also when nothing is left to change', async () => {
    const { github, step, write } = await openWorkspace(medical());
    await step(plan);
    const [first] = github.comments.map((comment) => ({ ...comment }));
    await write('vocab.config.yaml', config({ medical: ['alpha', 'beta'] }));
    await step(plan);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.id).toBe(first!.id);
    expect(digestIn(github.comments[0]!)).not.toBe(digestIn(first!));
    await step({ command: 'apply', args: '--yes', comment: 'false' });
    const { outputs } = await step(plan);
    expect(outputs).toMatchObject({ 'exit-code': '0', 'has-changes': 'false' });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toMatch(/no changes|nothing/i);
  });

  it('is not written again when only the time is another', async () => {
    const { github, step, clock, emulator } = await openWorkspace(medical());
    await emulator.seed([unmanagedList]);
    await step(plan);
    clock.advance(3_600_000);
    const { summary } = await step(plan);
    expect(summary).toContain(', as of 2026-11-02T01:00:00Z');
    expect(github.writes()).toEqual(['POST /repos/acme/words/issues/12/comments']);
  });

  it('is found again behind more comments than one page holds', async () => {
    const { github, step, write } = await openWorkspace(medical());
    for (let count = 0; count < 120; count++) github.comment(12, 'ann', `+${count}`);
    await step(plan);
    await write('vocab.config.yaml', config({ medical: ['gamma'] }));
    await step(plan);
    expect(github.comments).toHaveLength(121);
    expect(github.comments.at(-1)!.body).toContain('gamma');
  });

  it('neither touches a comment of somebody else with its marker, nor one that only quotes it', async () => {
    const { github, step } = await openWorkspace(medical());
    const forged = `${marker()} digest="vs1:sha256:0" -->\nlooks good`;
    github.comment(12, 'mallory', forged);
    github.comment(12, bot, `> quoted\n${forged}`);
    await step(plan);
    expect(github.comments.map(({ body }) => body).slice(0, 2)).toEqual([forged, `> quoted\n${forged}`]);
    expect(github.comments).toHaveLength(3);
  });

  it('leaves the comments for other configurations and of other pull requests alone', async () => {
    const { github, step } = await openWorkspace(medical());
    const others = [`${marker('eu/vocab.config.yaml')} -->\n`, `${marker()} -->\n`];
    github.comment(12, bot, others[0]!);
    github.comment(13, bot, others[1]!);
    await step(plan);
    expect(github.comments.map(({ body }) => body).slice(0, 2)).toEqual(others);
  });

  it('keeps the oldest of two comments that raced, and removes the other', async () => {
    const { github, step } = await openWorkspace(medical());
    const oldest = github.comment(12, bot, `${marker()} digest="vs1:sha256:1" -->\n`);
    github.comment(12, bot, `${marker()} digest="vs1:sha256:2" -->\n`);
    await step(plan);
    expect(github.comments.map(({ id }) => id)).toEqual([oldest.id]);
  });

  it('finds the configuration it commented on, however its name is written', async () => {
    const name = 'teams/a"--><b.yaml';
    const { github, step, write } = await openWorkspace({ [name]: config({ medical: ['alpha'] }) });
    await step({ ...plan, config: name });
    await write(name, config({ medical: ['beta'] }));
    await step({ ...plan, config: `./${name}` });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toContain('beta');
  });

  it('has no digest when it is blocked, and fails', async () => {
    const { github, step, write } = await openWorkspace({
      'vocab.config.yaml': config({ one: ['a'], two: ['b'], three: ['c'] }),
    });
    await step({ command: 'apply', args: '--yes', comment: 'false' });
    await write('vocab.config.yaml', config({}));
    const { code, outputs } = await step(plan);
    expect(code).toBe(4);
    expect(outputs).toMatchObject({ 'exit-code': '4', 'has-changes': 'true', digest: '' });
    expect(outputs['plan-json']).toMatch(/plan\.json$/);
    expect(digestIn(github.comments[0]!)).toBeUndefined();
  });

  it('has no changes, and still a digest, while a list is only not OK yet', async () => {
    const { emulator, clock, step } = await openWorkspace(medical());
    const vocabulary = [{ text: 'alpha', weight: 4 }];
    const ready_at = clock.now() + 60_000;
    await emulator.seed([{ prefix: 'acmemed', target_model: 'fun-asr', vocabulary, ready_at }]);
    const { code, outputs } = await step(plan);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'false' });
    expect(outputs['digest']).toMatch(/^vs1:sha256:/);
  });

  it.each([
    ['the configuration is broken', { file: 'version: 1\nvocabularys: []\n', inputs: {}, code: 3 }],
    ['an argument is wrong', { file: config({ medical: ['beta'] }), inputs: { args: '--retyre' }, code: 3 }],
    ['the key is missing', { file: config({ medical: ['beta'] }), inputs: { 'api-key': '' }, code: 7 }],
    // By then its other reports are written.
    [
      'a page cannot be written',
      { file: config({ medical: ['beta'] }), inputs: { args: '--out=afile/plan.html' }, code: 3 },
    ],
  ])('takes the place of the one before when it fails, because %s', async (_why, { file, inputs, code }) => {
    const { github, step, write } = await openWorkspace({ ...medical(), afile: '' });
    await step(plan);
    expect(digestIn(github.comments[0]!)).toBeDefined();
    await write('vocab.config.yaml', file);
    const ended = await step({ ...plan, ...inputs });
    expect(ended.code).toBe(code);
    expect(ended.outputs).toMatchObject({
      'exit-code': String(code),
      'has-changes': '',
      digest: '',
      'plan-json': '',
    });
    expect(github.comments).toHaveLength(1);
    const { body } = github.comments[0]!;
    expect(body).toContain('### vocabsync plan: failed');
    // Neither annotations nor colours, which are for the log.
    expect(body).not.toMatch(/^::|\u001b/m);
    expect(digestIn(github.comments[0]!)).toBeUndefined();
    expect(ended.summary).toContain('### vocabsync plan: failed');
  });

  it('passes arguments on as they are, one a line', async () => {
    const { step, directory } = await openWorkspace(medical());
    const { code } = await step({ ...plan, args: '--retire\n\n  --out=a plan.html; echo $HOME\n' });
    expect(code).toBe(3);
    await step({ ...plan, args: '--retire\n--out=a $(plan).html' });
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(`${directory}/a $(plan).html`, 'utf8')).toContain('<html');
  });
});

describe('a plan after the pull request was', () => {
  it.each([
    ['merged', (github: GitHubStandIn) => github.merge(12, mergeCommit)],
    ['closed', (github: GitHubStandIn) => github.close(12)],
  ])('%s leaves what was reviewed as it is, and is in the summary', async (_how, end) => {
    const { github, step, write } = await openWorkspace(medical());
    await step(plan);
    const reviewed = { ...github.comments[0]! };
    end(github);
    await write('vocab.config.yaml', config({ medical: ['gamma'] }));
    const { code, stdout, summary } = await step(plan);
    expect(code).toBe(0);
    expect(github.comments).toEqual([reviewed]);
    expect(summary).toContain('gamma');
    expect(stdout).toContain(
      '::notice title=vocabsync::the comment was not written (pull request #12 is merged or closed)',
    );
  });

  it('merged without one has none', async () => {
    const { github, step } = await openWorkspace(medical());
    github.merge(12, mergeCommit);
    await step(plan);
    expect(github.comments).toEqual([]);
  });
});

describe('without a pull request, or without being let to write', () => {
  it('a push has a summary and no comment', async () => {
    const { github, step } = await openWorkspace(medical());
    const { code, summary } = await step(plan, push);
    expect(code).toBe(0);
    expect(summary).toContain('alpha');
    expect(github.requests).toEqual([]);
  });

  it.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
  ])('a token that may only read (%i) is a notice', async (status, message) => {
    const { github, step } = await openWorkspace(medical());
    github.fail('POST /repos', { status, message });
    const { code, stdout, summary } = await step(plan);
    expect(code).toBe(0);
    expect(stdout).toContain(`::notice title=vocabsync::the comment was not written (${message}`);
    expect(summary).toContain('alpha');
  });

  it('an outage of GitHub is a warning, and no failure of the plan', async () => {
    const { github, step } = await openWorkspace(medical());
    github.fail('GET /repos', { status: 503, times: 100 });
    const { code, stdout, summary } = await step(plan);
    expect(code).toBe(0);
    expect(stdout).toContain('::warning title=vocabsync::the comment was not written');
    expect(summary).toContain('alpha');
  });

  it('a secondary rate limit is a warning, not a lack of permission', async () => {
    const { github, step } = await openWorkspace(medical());
    github.fail('POST /repos', { status: 403, headers: { 'retry-after': '60' } });
    expect((await step(plan)).stdout).toContain('::warning title=vocabsync::the comment was not written');
  });

  it.each([429, 502])('a passing %i is asked again', async (status) => {
    const { github, step } = await openWorkspace(medical());
    github.fail('GET /repos', { status, times: 2 });
    await step(plan);
    expect(github.comments).toHaveLength(1);
  });

  it.each([true, false])(
    'a comment whose answer is lost is there once (it had arrived: %s)',
    async (acts) => {
      const { github, step } = await openWorkspace(medical());
      github.fail('POST /repos', { status: 502, acts });
      const { stdout } = await step(plan);
      expect(github.comments).toHaveLength(1);
      expect(stdout).not.toContain('::warning');
    },
  );

  it('comment: false asks GitHub nothing', async () => {
    const { github, step } = await openWorkspace(medical());
    await step({ ...plan, comment: 'false' });
    expect(github.requests).toEqual([]);
  });
});

describe('what is said in the log', () => {
  it('masks the key before anything else, and never shows it', async () => {
    const { step, github } = await openWorkspace(medical());
    const { stdout, stderr, summary, outputs } = await step(plan);
    expect(stdout.split('\n', 1)).toEqual([`::add-mask::${key}`]);
    const rest = [stdout.slice(stdout.indexOf('\n')), stderr, summary, JSON.stringify(outputs)];
    expect([...rest, ...github.comments.map(({ body }) => body)].join('')).not.toContain(key);
  });

  it('has no workflow command that a word has brought in', async () => {
    const word = '::set-output name=digest::x';
    const { step } = await openWorkspace(medical([word, '::error::x']));
    const { stdout, outputs } = await step(plan);
    expect(
      stdout.split('\n').filter((line) => line.startsWith('::set-output') || line === '::error::x'),
    ).toEqual([]);
    expect(outputs['digest']).toMatch(/^vs1:sha256:/);
  });

  it('shows errors at their line of the file', async () => {
    const { step } = await openWorkspace({ 'vocab.config.yaml': 'version: 1\nvocabularys: []\n' });
    const { stdout } = await step({ command: 'validate' });
    expect(stdout).toMatch(/^::error file=vocab\.config\.yaml,line=\d+,col=\d+/m);
  });
});

describe('inputs', () => {
  it.each([
    [{ command: 'destroy' }, 'the input command is destroy'],
    [{ command: '' }, 'the input command is missing'],
    [{ command: 'plan', comment: 'yes' }, 'the input comment is yes'],
  ])('that make no sense end with 3: %o', async (inputs, message) => {
    const { step } = await openWorkspace(medical());
    const { code, stdout } = await step(inputs);
    expect(code).toBe(3);
    expect(stdout).toContain(`::error title=vocabsync::${message}`);
  });

  it.each([
    ['-c', 'config'],
    ['-cother.yaml', 'config'],
    ['--config', 'config'],
    ['--config=other.yaml', 'config'],
    ['--endpoint=emulator', 'endpoint'],
    ['--base=HEAD', 'base'],
    ['--expect-digest=vs1:sha256:0', 'expect-digest'],
  ])('are not given twice: %s among the arguments ends with 3', async (flag, input) => {
    const { step, emulator, github } = await openWorkspace(medical());
    const { code, stdout } = await step({ ...plan, args: `--retire\n${flag}` });
    expect(code).toBe(3);
    expect(stdout).toContain(
      `::error title=vocabsync::the input args has --${input}%0Agive it as the input ${input}\n`,
    );
    expect([...emulator.requests, ...github.requests]).toEqual([]);
  });
});

describe('the configuration', () => {
  it.each([
    ['its absolute path', (directory: string) => join(directory, 'vocab.config.yaml')],
    ['a way around', (directory: string) => `../${basename(directory)}/./vocab.config.yaml`],
  ])('is the same by %s', async (_how, name) => {
    const { step, directory, github } = await openWorkspace(medical());
    const { code, outputs } = await step({ ...plan, config: name(directory) });
    expect(code).toBe(0);
    const [comment] = github.comments;
    expect(comment?.body).toContain(
      `<!-- vocabsync:plan config="vocab.config.yaml" digest="${outputs['digest']}" -->`,
    );
  });

  it('is one of the checkout', async () => {
    const { step, emulator } = await openWorkspace(medical());
    const { code, stdout } = await step({ ...plan, config: '../elsewhere.yaml' });
    expect(code).toBe(3);
    expect(stdout).toContain('which is outside of the workspace');
    expect(emulator.requests).toEqual([]);
  });
});
