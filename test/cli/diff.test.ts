import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';

let directory: string;

/** Without a key, an endpoint or a variable but those that make git the same everywhere. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const author = ['user.name=a', 'user.email=a@example.org', 'commit.gpgsign=false', 'maintenance.auto=false'];
const asAuthor = author.flatMap((setting) => ['-c', setting]);

function git(...args: readonly string[]): string {
  return execFileSync('git', [...asAuthor, ...args], { cwd: directory, env, encoding: 'utf8' });
}

function vocabsync(args: string) {
  return runCli(args.split(' '), { cwd: directory, env });
}

async function commit(text: string, file = 'vocab.config.yaml'): Promise<void> {
  await writeInto(directory, file, text);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'words');
}

const write = (text: string) => writeInto(directory, 'vocab.config.yaml', text);

interface Document {
  readonly changes: readonly { address: string; action: string; reason: string; hotwords: object }[];
  readonly consumers: readonly object[];
  readonly redeploy: readonly string[];
  readonly slots: object;
  readonly settings: readonly object[];
  readonly diagnostics: readonly { rule: string }[];
  readonly blocked: readonly { rule: string; address: string }[];
}

async function documentOf(args: string): Promise<Document> {
  const { stdout, stderr } = await vocabsync(`${args} --format json`);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Document;
}

const summary = ({ changes }: Document) =>
  changes.map(({ action, address, reason }) => `${action} ${address} (${reason})`);

beforeEach(async () => {
  directory = await temporaryFolder();
  git('init', '-q', '-b', 'main', '--template=');
});

describe('diff against a commit', () => {
  it('shows the words that come and go, offline and without a key', async () => {
    await commit(config({ medical: ['alpha', 'beta'] }));
    await write(config({ medical: ['alpha', 'gamma'] }));
    const { code, stdout } = await vocabsync('diff --base main');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Diff: 1 to update$/m);
    expect(stdout).toMatch(/^ {4}- beta /m);
    expect(stdout).toMatch(/^ {4}\+ gamma /m);
    expect(stdout).toMatch(/offline, against main \([0-9a-f]{7}\)/);
  });

  it('shows no id and no digest, which only an account has', async () => {
    await commit(config({ medical: ['alpha'], sales: ['x'] }));
    await write(config({ medical: ['beta'], sales: ['x'] }));
    for (const format of ['text', 'json', 'markdown', 'github']) {
      const { stdout } = await vocabsync(`diff --base main --verbose --format ${format}`);
      expect(stdout).not.toMatch(/vocab-acme|vs2:|as-in-the-base/);
    }
  });

  it('says nothing when nothing changed, and exits with 2 for changes when asked for details', async () => {
    await commit(config({ medical: ['alpha'] }));
    expect((await vocabsync('diff --base main --detailed-exitcode')).code).toBe(0);
    await write(config({ medical: ['beta'] }));
    expect((await vocabsync('diff --base main --detailed-exitcode')).code).toBe(2);
  });

  it('tells another owner as a setting, warns of dates, and says nothing of notes, which change no list', async () => {
    const said = (owner: string, note: string) =>
      config({ medical: ['alpha'] })
        .replace('name: medical,', `name: medical, owner: ${owner},`)
        .replace('"alpha"', `{ text: alpha, note: ${note}, expires: 2099-03-31 }`);
    await commit(said('ward 3', 'one'));
    await write(said('ward 3', 'two').replace('2099', '2098'));
    const noted = await vocabsync('diff --base main --detailed-exitcode');
    expect(noted.code).toBe(0);
    expect(noted.stdout).toContain('expires of "alpha" in medical was 2099-03-31 and is now 2098-03-31');
    await write(said('pharmacy', 'two'));
    const { code, stdout } = await vocabsync('diff --base main --detailed-exitcode');
    expect(stdout).toContain('owner of acmemed@fun-asr was ward 3 and is now pharmacy');
    expect(code).toBe(2);
    const { settings, changes } = await documentOf('diff --base main');
    expect(settings).toEqual([{ name: 'owner of acmemed@fun-asr', before: 'ward 3', after: 'pharmacy' }]);
    expect(changes).toMatchObject([{ action: 'no-op', owner: 'pharmacy' }]);
  });

  it('leaves the checkout alone', async () => {
    await commit(config({ medical: ['alpha'] }));
    await write(config({ medical: ['beta'] }));
    const before = git('status', '--porcelain=v2', '--branch');
    await vocabsync('diff --base HEAD');
    expect(git('status', '--porcelain=v2', '--branch')).toBe(before);
  });

  it('compares with where the branch left the base when the name ends in three dots', async () => {
    await commit(config({ medical: ['alpha'] }));
    git('checkout', '-q', '-b', 'topic');
    await commit(config({ medical: ['alpha', 'topic'] }));
    git('checkout', '-q', 'main');
    await commit(config({ medical: ['alpha', 'main'] }));
    git('checkout', '-q', 'topic');
    expect((await documentOf('diff --base main...')).changes[0]?.hotwords).toMatchObject({
      added: [{ text: 'topic' }],
      removed: [],
    });
    expect((await documentOf('diff --base main')).changes[0]?.hotwords).toMatchObject({
      removed: [{ text: 'main' }],
    });
  });

  it('reads files the configuration includes, and a configuration in a folder', async () => {
    const text =
      'version: 1\naccount: { region: singapore }\nvocabularies: [{ name: a, prefix: acmea, target_model: fun-asr, include: [words/one.txt] }]\n';
    await writeInto(directory, 'speech/words/one.txt', 'alpha\nbeta\n');
    await commit(text, 'speech/vocab.config.yaml');
    await writeInto(directory, 'speech/words/one.txt', 'alpha\n');
    const { changes } = await documentOf('diff --base main -c speech/vocab.config.yaml');
    expect(changes[0]?.hotwords).toMatchObject({ removed: [{ text: 'beta' }], unchanged: 1 });
  });

  it('reads the same files above the folder of the configuration, from the commit as from the work tree', async () => {
    const text = 'version: 1\naccount: { region: singapore }\nvocabularies: [../../shared/*.yaml]\n';
    const shared = 'name: a\nprefix: acmea\ntarget_model: fun-asr\ninclude: [words/one.txt]\n';
    await writeInto(directory, 'shared/a.yaml', shared);
    await writeInto(directory, 'shared/words/one.txt', 'alpha\nbeta\n');
    await commit(text, 'envs/staging/vocab.config.yaml');
    await writeInto(directory, 'shared/words/one.txt', 'alpha\ngamma\n');
    const { changes, diagnostics } = await documentOf('diff --base main -c envs/staging/vocab.config.yaml');
    expect(diagnostics).toEqual([]);
    expect(changes[0]?.hotwords).toMatchObject({
      added: [{ text: 'gamma' }],
      removed: [{ text: 'beta' }],
      unchanged: 1,
    });
  });

  it('says where in the commit a file is that cannot be read', async () => {
    const text = 'version: 1\naccount: { region: singapore }\nvocabularies: [../a.yaml]\n';
    await writeInto(directory, 'a.yaml', 'name: [');
    await commit(text, 'envs/vocab.config.yaml');
    await writeInto(directory, 'a.yaml', 'name: a\nprefix: acmea\ntarget_model: fun-asr\nhotwords: [a]\n');
    const { stdout, code } = await vocabsync('diff --base main -c envs/vocab.config.yaml');
    expect([code, stdout.includes('warning[base-')]).toEqual([0, true]);
  });
});

describe('what a change comes to', () => {
  const consumers = (model: string) =>
    `consumers: [{ name: ward, vocabulary: medical, model: ${model} }, { name: shop, vocabulary: sales, model: fun-asr }]\n`;

  it('names the consumers to redeploy when a model changes, and compares the words of both lists', async () => {
    const lists = (model: string, words: string) =>
      `version: 1\naccount: { region: singapore }\n${consumers(model)}vocabularies:\n  - { name: medical, prefix: acmemed, target_model: ${model}, hotwords: [${words}] }\n  - { name: sales, prefix: acmesal, target_model: fun-asr, hotwords: [x] }\n`;
    await commit(lists('fun-asr', 'alpha, beta'));
    await write(lists('fun-asr-realtime', 'alpha, gamma'));
    const { stdout } = await vocabsync('diff --base main');
    expect(stdout).toContain('2 hotwords, +1 -1 against acmemed@fun-asr');
    expect(stdout).toContain('Consumers to redeploy with a new id: ward\n');
    const document = await documentOf('diff --base main');
    expect(document.redeploy).toEqual(['ward']);
    expect(summary(document)).toEqual([
      'keep acmemed@fun-asr (superseded)',
      'create medical@fun-asr-realtime (desired)',
      'no-op sales@fun-asr (in_sync)',
    ]);
    expect(document.slots).toEqual({ limit: 10, before: 2, after: 2, peak: 3 });
  });

  it('names a consumer that moves to another list, one that is new and one that is gone', async () => {
    const users = (text: string) =>
      `consumers: [${text}]\n${config({ medical: ['alpha'], sales: ['x'] }).replace('version: 1\n', 'version: 1\n')}`;
    await commit(
      users(
        '{ name: ward, vocabulary: medical, model: fun-asr }, { name: old, vocabulary: sales, model: fun-asr }',
      ),
    );
    await write(
      users(
        '{ name: ward, vocabulary: sales, model: fun-asr }, { name: new, vocabulary: sales, model: fun-asr }',
      ),
    );
    const document = await documentOf('diff --base main');
    expect(document.consumers).toEqual([
      { name: 'new', from: null, to: 'sales@fun-asr', instant: { from: null, to: [] } },
      { name: 'old', from: 'sales@fun-asr', to: null, instant: { from: [], to: null } },
      { name: 'ward', from: 'medical@fun-asr', to: 'sales@fun-asr', instant: { from: [], to: [] } },
    ]);
    expect(document.redeploy).toEqual(['new', 'ward']);
    expect((await vocabsync('diff --base main --detailed-exitcode')).code).toBe(2);
  });

  it.each([
    [
      'guards: { max_deletes: 1 }\n',
      'guards: { max_deletes: 99 }\n',
      'guards.max_deletes was 1 and is now 99',
    ],
    ['', 'guards: { max_hotword_loss: 50.4% }\n', 'guards.max_hotword_loss was 50% and is now 50.4%'],
    ['protect: [acmesup]\n', '', 'protect loses acmesup'],
    ['removed: [a, b]\n', 'removed: [b, acmeold]\n', 'removed gains acmeold, and loses a'],
    ['', 'outputs: [{ path: ids.json, format: json }]\n', 'outputs gains ids.json (json)'],
  ])('names a setting that changes, without which a review would see nothing: %s%s', async (...row) => {
    const [before, after, said] = row;
    const text = (extra: string) =>
      config({ medical: ['alpha'] }, extra.includes('guards') ? extra : `guards: {}\n${extra}`);
    await commit(text(before));
    await write(text(after));
    const { code, stdout } = await vocabsync('diff --base main --detailed-exitcode');
    expect(stdout).toContain(`warning[setting-changed]: ${said}\n`);
    expect(stdout).toContain('no changes, 1 unchanged, 1 setting changed');
    expect(code).toBe(2);
  });

  it('names no setting that only stands elsewhere, or is written out', async () => {
    await commit(config({ medical: ['alpha'] }, 'protect: [acmea, acmeb]\n'));
    const url = 'https://dashscope-intl.aliyuncs.com/api/v1';
    await write(
      config({ medical: ['alpha'] }, 'protect: [acmeb, acmea]\n').replace(
        'region: singapore',
        `region: singapore, endpoint: "${url}", list_quota: 10`,
      ),
    );
    const { code, stdout } = await vocabsync('diff --base main --detailed-exitcode');
    expect(stdout).toMatch(/^Diff: no changes, 1 unchanged$/m);
    expect(code).toBe(0);
  });

  it('names prefixes and pins of a vocabulary, which decide whose lists a later run deletes', async () => {
    const two = (fields: string) =>
      `${config({ sales: ['x'] })}  - { name: medical, prefix: acmemed, target_models: [fun-asr, fun-asr-realtime], hotwords: [alpha]${fields} }\n`;
    await commit(two(''));
    await write(two(', previous_prefixes: [billing], vocabulary_id: vocab-acmemed-01'));
    const { stdout } = await vocabsync('diff --base main');
    expect(stdout).toContain('previous_prefixes of acmemed@fun-asr gains billing');
    expect(stdout).toContain('vocabulary_id of acmemed@fun-asr gains vocab-acmemed-01');
  });

  it('says what comes and goes of a long list, in every form', async () => {
    const prefixes = Array.from({ length: 60 }, (_, index) => `old${index}`);
    const removed = (names: readonly string[]) =>
      config({ medical: ['alpha'] }, `removed: [${names.join(', ')}]\n`);
    await commit(removed(prefixes));
    await write(removed([...prefixes, 'billing']));
    for (const format of ['text', 'markdown', 'github', 'json']) {
      const { stdout } = await vocabsync(`diff --base main --format ${format}`);
      expect(stdout).toContain('removed gains billing');
    }
  });

  it('calls a list of the base by its prefix where a vocabulary has that for a name', async () => {
    const named = (prefix: string) =>
      `${config({ sales: ['x'] })}  - { name: med, ${prefix}, target_model: fun-asr, hotwords: [alpha] }\n`;
    await commit(named('prefix: med'));
    await write(named('prefix: med2, previous_prefixes: [med]'));
    for (const format of ['text', 'markdown', 'json']) {
      const { stdout } = await vocabsync(`diff --base main --format ${format}`);
      expect(stdout).toContain('med@fun-asr (in the base)');
      expect(stdout).not.toContain('as-in-the-base');
    }
  });

  it('names another key, another owner and another name', async () => {
    await commit(config({ medical: ['alpha'] }));
    await write(
      config({ medical: ['alpha'] })
        .replace('region: singapore', 'region: singapore, api_key_env: OTHER_TOKEN')
        .replace('prune: true', 'prune: false')
        .replace('name: medical', 'name: drugs'),
    );
    const { stdout } = await vocabsync('diff --base main');
    expect(stdout).toContain('account.api_key_env was DASHSCOPE_API_KEY and is now OTHER_TOKEN');
    expect(stdout).toContain('prune was true and is now false');
    expect(stdout).toContain('the name of acmemed@fun-asr was medical and is now drugs');
  });

  it('says what a deploy would be blocked by', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`);
    await commit(config({ medical: words }));
    await write(config({ medical: words.slice(0, 3) }));
    const document = await documentOf('diff --base main');
    expect(document.blocked).toMatchObject([{ rule: 'hotword-loss', address: 'medical@fun-asr' }]);
    const { code, stdout } = await vocabsync('diff --base main');
    expect(stdout).toContain('blocked[hotword-loss]');
    expect(code).toBe(0);
  });

  it('tells a list that would be deleted from one that nobody would know any more', async () => {
    const alone = (namespace: string) =>
      config({ medical: ['alpha'], sales: ['x'] }).replace('namespace: acme\nprune: true\n', namespace);
    const one = (text: string) => text.replace(/ {2}- \{ name: sales.*\n/, '');
    await commit(alone('namespace: acme\nprune: true\n'));
    await write(one(alone('namespace: acme\nprune: true\n')));
    expect(summary(await documentOf('diff --base main'))).toContain('delete acmesal@fun-asr (orphan)');
    await commit(alone(''));
    await write(one(alone('')));
    const document = await documentOf('diff --base main');
    expect(summary(document)).toContain('keep acmesal@fun-asr (abandoned)');
    expect((await vocabsync('diff --base main')).stdout).toContain(
      'name the prefix under `removed` to have it deleted',
    );
  });

  it('makes every id a new one when the configuration names another account', async () => {
    await commit(config({ medical: ['alpha'] }));
    await write(config({ medical: ['alpha'] }).replace('singapore', 'beijing'));
    const { stdout } = await vocabsync('diff --base main');
    expect(stdout).toContain(
      'Another account: the lists stay in that of https://dashscope-intl.aliyuncs.com',
    );
    expect(stdout).toContain('1 to create');
  });
});

describe('the base', () => {
  it('may be a folder', async () => {
    await write(config({ medical: ['alpha'] }));
    await writeInto(directory, 'old/vocab.config.yaml', config({ medical: ['beta'] }));
    const { stdout } = await vocabsync('diff --base ./old');
    expect(stdout).toContain('offline, against ./old');
    expect(stdout).toMatch(/^ {4}- beta /m);
  });

  it('may have no configuration yet: all is new', async () => {
    git('commit', '-q', '--allow-empty', '-m', 'empty');
    await write(config({ medical: ['alpha'] }));
    const document = await documentOf('diff --base main');
    expect(summary(document)).toEqual(['create medical@fun-asr (desired)']);
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'base-without-config', severity: 'warning' }),
    );
  });

  it('may break a rule, which is said: a change that repairs it can be reviewed', async () => {
    await commit(config({ medical: ['alpha', '肺'.repeat(20)] }));
    await write(config({ medical: ['alpha'] }));
    const document = await documentOf('diff --base main');
    expect(document.changes[0]?.hotwords).toMatchObject({ removed: [{ text: '肺'.repeat(20) }] });
    expect(document.diagnostics).toMatchObject([{ rule: 'base-has-errors', severity: 'warning' }]);
  });

  it.each([
    ['diff', 'usage', '--base origin/main'],
    ['diff --base nowhere', 'base-unavailable', 'nowhere is no commit'],
    ['diff --base ./nowhere', 'base-unavailable', 'there is no folder ./nowhere'],
  ])('is named: %s', async (args, error, text) => {
    await commit(config({ medical: ['alpha'] }));
    const { code, stderr } = await vocabsync(args);
    expect(code).toBe(3);
    expect(stderr).toContain(`error[${error}]`);
    expect(stderr).toContain(text);
  });

  it('that cannot be read at all asks for nothing, and is told of: a change that repairs it can be reviewed', async () => {
    await commit('version: [1');
    await write(config({ medical: ['alpha'] }));
    const document = await documentOf('diff --base main');
    expect(summary(document)).toEqual(['create medical@fun-asr (desired)']);
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'base-unreadable', severity: 'warning' }),
    );
    // With nothing to compare with, everything that is said is new.
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ message: 'prune was false and is now true' }),
    );
  });

  it('that is meant to be a folder is written as a path', async () => {
    await commit(config({ medical: ['alpha'] }));
    await writeInto(directory, 'old/vocab.config.yaml', config({ medical: ['beta'] }));
    const { stderr } = await vocabsync('diff --base old');
    expect(stderr).toContain('hint: for the folder write --base ./old');
  });
});

it('writes every form that --out names', async () => {
  await commit(config({ medical: ['alpha'] }));
  await write(config({ medical: ['beta'] }));
  await vocabsync('diff --base main --out build/d.md --out build/d.html --out build/d.json');
  const read = (file: string) => readFile(join(directory, 'build', file), 'utf8');
  expect(await read('d.md')).toMatch(/^<!-- vocabsync:diff config="vocab.config.yaml" -->\n/);
  expect(await read('d.html')).toMatch(/^<!doctype html>/i);
  expect(JSON.parse(await read('d.json'))).toMatchObject({
    kind: 'diff',
    base: expect.stringMatching(/^main \(/),
  });
});
