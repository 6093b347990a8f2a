import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parseMarker } from '../../src/report/markdown/marker.js';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const named = (name: string, words: readonly string[] = ['alpha']) =>
  config({ medical: words })
    .replace('region: singapore', `region: singapore, name: ${name}`)
    .replace('namespace: acme\nprune: true\n', '');

const staging = 'envs/staging/vocab.config.yaml';
const production = 'envs/production/vocab.config.yaml';

/** Two environments, each with its plan in a file. */
async function planned(): Promise<Repository> {
  const here = await openRepository({ [staging]: named('staging'), [production]: named('production') });
  await here.vocabsync(`plan -c ${staging} --out staging.json`);
  await here.vocabsync(`plan -c ${production} --out production.json`);
  return here;
}

const digestIn = (text: string): string => (JSON.parse(text) as { digest: string }).digest;

describe('combine', () => {
  it('has a row an account with its digest, the words of each, and the headline first and last', async () => {
    const here = await planned();
    const { code, stdout, stderr } = await here.vocabsync('combine staging.json production.json');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(Array(2).fill('Plans: 2 accounts, 2 with changes'));
    const digest = digestIn((await here.vocabsync(`plan -c ${staging} --format json`)).stdout);
    expect(stdout).toContain(`  ~ staging     1 to create  ${digest}`);
    expect(stdout).toContain(`production  ${production} · ${here.base_url}`);
    expect(stdout.match(/\+ alpha/g)).toHaveLength(2);
  });

  it('puts what failed first, then what is blocked, then what changes', async () => {
    const here = await planned();
    await here.write('d.yaml', named('done', []).replace(/vocabularies:[^]*/, 'vocabularies: []\n'));
    await here.vocabsync('plan -c d.yaml --out d.json');
    const failing = await here.vocabsync('plan -c d.yaml --format json', { env: { DASHSCOPE_API_KEY: '' } });
    await here.write('failed.json', failing.stdout.replace('"name": "done"', '"name": "lab"'));
    await here.write('b.yaml', named('blocked').replace('list_quota', 'list_quota'));
    await here.emulator.seed(
      [1, 2].map((n) => ({
        prefix: 'acmemed',
        target_model: 'fun-asr',
        vocabulary: [{ text: `other${n}`, weight: 4 }],
      })),
    );
    await here.vocabsync('plan -c b.yaml --out b.json');
    const { code, stdout } = await here.vocabsync('combine d.json staging.json b.json failed.json');
    expect(
      stdout
        .split('\n')
        .slice(0, 6)
        .map((line) => line.slice(0, 11).trim()),
    ).toEqual(['Plans: 4 ac', '', '! lab', '! blocked', '~ staging', '= done']);
    expect(stdout).toContain('key-missing: the environment variable DASHSCOPE_API_KEY');
    // The key is missing: that is worse than a plan that is blocked.
    expect(code).toBe(7);
  });

  it.each([
    { what: 'nothing to tell', command: 'plan', flags: [], code: 0 },
    { what: 'changes', command: 'plan', flags: ['--detailed-exitcode'], code: 2 },
    { what: 'drift', command: 'drift', flags: [], code: 2 },
  ])('ends with the worst of all: $what', async ({ command, flags, code }) => {
    const here = await planned();
    await here.vocabsync(`${command} -c ${staging} --out one.json`);
    await here.vocabsync(`${command} -c ${production} --out two.json`);
    expect((await here.vocabsync(['combine', 'one.json', 'two.json', ...flags])).code).toBe(code);
  });

  it('shows what was done in each account', async () => {
    const here = await planned();
    await here.vocabsync(`apply --yes -c ${staging} --out one.json`);
    await here.write(production, named('production', ['beta']));
    const refused = await here.vocabsync(`apply -c ${production} --format json`);
    await here.write('two.json', refused.stdout);
    const { code, stdout } = await here.vocabsync('combine one.json two.json');
    expect(stdout).toContain('Applies: 2 accounts, 1 failed, 1 done');
    expect(stdout).toContain('! production  not-approved: ');
    expect(stdout).toContain('= staging     1 done');
    expect(code).toBe(4);
  });

  it('is one comment with the digest of each account in its marker', async () => {
    const here = await planned();
    const { stdout } = await here.vocabsync('combine staging.json production.json --format markdown');
    const digests = parseMarker(stdout)?.digests;
    for (const file of [staging, production]) {
      const { stdout: plan } = await here.vocabsync(`plan -c ${file} --format json`);
      expect(digests?.get(file)).toBe(digestIn(plan));
    }
    expect(stdout).toContain('#### production');
  });

  it('stays below the size of a comment, cut on whole rows, whatever the number of accounts and words', async () => {
    const here = await planned();
    const words = Array.from({ length: 400 }, (_, n) => `word number ${n}`);
    await here.write(production, named('production', words));
    const { stdout } = await here.vocabsync(`plan -c ${production} --format json`);
    const files = Array.from({ length: 300 }, (_, n) => `p${n}.json`);
    for (const [n, file] of files.entries()) {
      const own = stdout.replaceAll('envs/production/', `envs/account${n}/`);
      await here.write(file, own.replaceAll('"production"', `"account${n}"`));
    }
    const { stdout: comment } = await here.vocabsync(['combine', ...files, '--format', 'markdown']);
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment).toContain('300 accounts, 300 with changes');
    expect(comment).toMatch(/… and \d+ more accounts; `--out FILE.html` has all/);
    // Each row that is there is whole.
    for (const row of comment.split('\n').filter((line) => line.startsWith('| with'))) {
      expect(row).toMatch(/^\| with changes \| `account\d+` \| .* \|$/);
    }
    expect(parseMarker(comment)?.digests.size).toBeGreaterThan(0);
  });

  it.each(['json', 'html', 'junit', 'github'])('has the form %s', async (format) => {
    const here = await planned();
    const { code, stdout } = await here.vocabsync(`combine staging.json production.json --format ${format}`);
    expect(code).toBe(0);
    expect(stdout).toContain('production');
  });

  it('has what is blocked as SARIF', async () => {
    const here = await planned();
    await here.emulator.seed(
      [1, 2].map((n) => ({
        prefix: 'acmemed',
        target_model: 'fun-asr',
        vocabulary: [{ text: `other${n}`, weight: 4 }],
      })),
    );
    await here.vocabsync(`plan -c ${staging} --out staging.json`);
    const { stdout } = await here.vocabsync('combine staging.json production.json --format sarif');
    const { runs } = JSON.parse(stdout) as { runs: { results: { ruleId: string; message: object }[] }[] };
    expect(runs[0]?.results.find(({ ruleId }) => ruleId === 'rival')?.message).toEqual({
      text: expect.stringContaining('staging: '),
    });
  });

  it('gives programs the rows and the documents', async () => {
    const here = await planned();
    const { stdout } = await here.vocabsync('combine staging.json production.json --format json');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'combine',
      of: 'plan',
      accounts: [
        {
          account: 'production',
          config: production,
          state: 'changes',
          digest: expect.stringMatching(/^vs2:/),
        },
        { account: 'staging', config: staging, state: 'changes' },
      ],
      documents: [{ account: { name: 'staging' } }, { account: { name: 'production' } }],
    });
  });
});

describe('accounts of one name', () => {
  it('have a row each, told by their configurations, whatever came of their runs', async () => {
    const here = await planned();
    const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
    const failed = await here.vocabsync(`plan -c ${staging} --format json`, {
      env: { DASHSCOPE_API_KEY: '' },
    });
    const elsewhere = (text: string) => text.replace(`"config": "${staging}"`, '"config": "elsewhere.yaml"');
    await here.write('other.json', elsewhere(stdout));
    await here.write('failed.json', elsewhere(failed.stdout));
    const both = await here.vocabsync('combine staging.json other.json');
    expect(both.stdout).toContain(`staging (${staging})`);
    expect(both.stdout).toContain('staging (elsewhere.yaml)');
    expect(both.code).toBe(0);
    const one = await here.vocabsync('combine staging.json failed.json');
    expect(one.stdout).toContain('staging (elsewhere.yaml)');
    expect(one.code).toBe(7);
  });
});

it.each([
  ['a byte-order mark', (text: string) => `\ufeff${text}`, 0, ''],
  ['a line behind it', (text: string) => `${text}npm notice\n`, 3, 'no document of vocabsync'],
])('a document with %s was not cut off', async (...[, change, code, said]) => {
  const here = await planned();
  const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
  await here.write('odd.json', change(stdout));
  const ended = await here.vocabsync('combine odd.json');
  expect(ended.code).toBe(code);
  expect(ended.stderr).toContain(said);
  expect(ended.stderr).not.toContain('written to its end');
});

describe('one configuration', () => {
  it('is known again however its path was typed', async () => {
    const here = await planned();
    await here.vocabsync(['plan', '-c', join(here.directory, staging), '--out', 'whole.json']);
    await here.vocabsync(`plan -c ./envs/../${staging} --out roundabout.json`);
    for (const again of ['whole.json', 'roundabout.json']) {
      const { code, stderr } = await here.vocabsync(`combine staging.json ${again}`);
      expect([code, stderr]).toEqual([3, expect.stringContaining('are of the same configuration, staging')]);
    }
  });

  it('is another one where it has other lists, though both are called alike in their own folders', async () => {
    const here = await planned();
    const own = async (folder: string, text: string) => {
      await here.write(`${folder}/vocab.config.yaml`, text);
      await here.vocabsync('plan --out plan.json', { cwd: join(here.directory, folder) });
    };
    // A list that no vocabulary names may be in both plans.
    await here.emulator.seed([
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'x', weight: 4 }] },
    ]);
    const pruning = config({ medical: ['alpha'] }).replace(
      'region: singapore',
      'region: singapore, name: prod',
    );
    await own('a', pruning);
    await own('b', pruning.replace('acmemed', 'acmesup'));
    const { code, stdout } = await here.vocabsync('combine a/plan.json b/plan.json --format markdown');
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 accounts')]);
    expect(stdout).toContain('prod (a/plan.json)');
    // Called alike, neither can be approved by its name.
    expect(parseMarker(stdout)?.digests.size).toBe(0);
    await here.vocabsync('plan --out again.json', { cwd: join(here.directory, 'b') });
    const copy = await here.vocabsync('combine b/plan.json b/again.json');
    expect([copy.code, copy.stderr]).toEqual([3, expect.stringContaining('of the same configuration, prod')]);
  });

  it('is that of another account where the key is read from another variable', async () => {
    const here = await planned();
    const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
    expect(stdout).toContain('"api_key_env": "DASHSCOPE_API_KEY"');
    await here.write('other.json', stdout.replace('"DASHSCOPE_API_KEY"', '"OTHER_API_KEY"'));
    const { code, stdout: both } = await here.vocabsync('combine staging.json other.json');
    expect([code, both]).toEqual([0, expect.stringContaining('2 accounts')]);
    // What a run says that failed before it knew its key is about either.
    await here.write('none.json', stdout.replace(/ *"api_key_env": "DASHSCOPE_API_KEY",?\n/, ''));
    expect((await here.vocabsync('combine staging.json none.json')).code).toBe(3);
  });
});

describe('a file that a job has not written', () => {
  it.each([
    ['is not there', null, 'cannot read gone.json'],
    ['is empty', '', 'gone.json is empty'],
    ['was cut off', '{ "format_version": "1.0", "kind": "pl', 'gone.json is no whole document'],
    ['was cut off behind a comma', '{ "format_version": "1.0",', 'gone.json is no whole document'],
  ])('is the row of an account that failed, beside those of the others: it %s', async (_, text, why) => {
    const here = await planned();
    if (text !== null) await here.write('gone.json', text);
    const { code, stdout } = await here.vocabsync('combine staging.json gone.json --out all.json');
    expect(stdout).toContain(why);
    expect(stdout).toMatch(/^Plans: 2 accounts, 1 failed/m);
    expect(stdout).toContain('staging');
    expect(code).toBe(3);
    const { accounts } = JSON.parse(await readFile(join(here.directory, 'all.json'), 'utf8')) as {
      readonly accounts: readonly {
        readonly account: string;
        readonly state: string;
        readonly digest: string | null;
      }[];
    };
    expect(accounts).toMatchObject([
      { account: 'gone.json', state: 'failed', digest: null },
      { account: 'staging', digest: expect.stringMatching(/^vs2:/) },
    ]);
  });
});

it('what was combined before can be combined again, into another form or with more', async () => {
  const here = await planned();
  await here.vocabsync('combine staging.json production.json --out all.json');
  const again = await here.vocabsync('combine all.json --out all.html --format json');
  const { accounts } = JSON.parse(again.stdout) as {
    readonly accounts: readonly { readonly account: string }[];
  };
  expect(accounts.map(({ account }) => account).sort()).toEqual(['production', 'staging']);
  expect(await readFile(join(here.directory, 'all.html'), 'utf8')).toContain('production');
  const twice = await here.vocabsync('combine all.json staging.json');
  expect([twice.code, twice.stderr]).toEqual([3, expect.stringContaining('are of the same configuration')]);
});

describe('combine refuses, with the file, and writes nothing', () => {
  it.each([
    ['a file that is not there', ['none.json'], 'cannot read none.json'],
    ['what is no document', ['bad.json'], 'bad.json is no document of vocabsync'],
    ['a document of another version', ['staging.json', 'new.json'], 'new.json has the format_version 2.0'],
    ['a document without an account', ['valid.json'], 'valid.json is a document of the kind validate'],
    [
      'documents of several kinds',
      ['staging.json', 'drift.json'],
      'staging.json is of a plan, drift.json of a drift',
    ],
    [
      'one configuration twice',
      ['staging.json', 'copy.json'],
      'staging.json and copy.json are of the same configuration, staging',
    ],
    [
      'one configuration twice, once where nothing came of the run',
      ['failed.json', 'staging.json'],
      'failed.json and staging.json are of the same configuration, staging',
    ],
    [
      'a change that cannot be read, with the field',
      ['odd.json'],
      'odd.json is no document of vocabsync: at changes.0.action:',
    ],
    [
      'a file twice',
      ['staging.json', 'staging.json'],
      'staging.json and staging.json are of the same configuration',
    ],
  ])('%s', async (_, files, message) => {
    const here = await planned();
    const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
    await here.write('copy.json', stdout);
    await here.write('new.json', stdout.replace('"1.0"', '"2.0"'));
    const failed = await here.vocabsync(`plan -c ${staging} --format json`, {
      env: { DASHSCOPE_API_KEY: '' },
    });
    await here.write('failed.json', failed.stdout);
    await here.write('odd.json', stdout.replace('"action": "create"', '"action": "frob"'));
    await here.write('bad.json', 'plan');
    await here.write('valid.json', (await here.vocabsync(`validate -c ${staging} --format json`)).stdout);
    await here.write('drift.json', (await here.vocabsync(`drift -c ${production} --format json`)).stdout);
    const { code, stderr } = await here.vocabsync(['combine', ...files, '--out', 'all.md']);
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });

  it('nothing at all', async () => {
    const here = await planned();
    expect((await here.vocabsync('combine')).code).toBe(3);
  });
});

describe('a reason of a newer version', () => {
  async function shown(format: string) {
    const here = await planned();
    const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
    await here.write('newer.json', stdout.replace('"reason": "desired"', '"reason": "frobbed"'));
    return here.vocabsync(`combine newer.json --format ${format}`);
  }

  it.each(['text', 'markdown', 'html', 'json'])('is said as it is as %s', async (format) => {
    const { code, stderr, stdout } = await shown(format);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('frobbed');
  });

  it.each(['github', 'sarif', 'junit'])('does not stop %s', async (format) => {
    const { code, stderr } = await shown(format);
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('a hostile name in a document', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '::error::pwned',
    '--> <b>',
    '`](http://x)',
    '\u001b[2J',
    '| a | b |',
  ])('is a text wherever it stands: %j', async (name) => {
    const here = await planned();
    const { stdout } = await here.vocabsync(`plan -c ${staging} --format json`);
    const document = JSON.parse(stdout) as { account: object };
    await here.write(
      'hostile.json',
      JSON.stringify({ ...document, account: { ...document.account, name, config: `${name}.yaml` } }),
    );
    const text = (await here.vocabsync('combine hostile.json production.json')).stdout;
    expect(text).not.toMatch(/^::|\u001b/m);
    const { stdout: comment } = await here.vocabsync(
      'combine hostile.json production.json --format markdown',
    );
    const html = await marked.parse(comment, { gfm: true });
    expect(html).not.toMatch(/<img|<b>|href="http:\/\/x/);
    expect(comment.split('\n')[0]).toMatch(/^<!-- vocabsync:plan [^>]* -->$/);
    const { stdout: page } = await here.vocabsync('combine hostile.json production.json --format html');
    expect(page).not.toContain('<img');
  });
});
