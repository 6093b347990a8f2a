import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { sendAsAnother } from '../support/emulator.js';
import { config } from '../support/world.js';
import { key, openRepository, type Repository } from './repository.js';

interface Document {
  readonly endpoint: string | null;
  readonly summary: Readonly<Record<string, number>>;
  readonly checks: readonly {
    readonly id: string;
    readonly status: string;
    readonly message: string;
    readonly hint: string | null;
    readonly evidence: readonly {
      readonly text: string;
      readonly vocabulary_id?: string;
      readonly file?: string;
    }[];
  }[];
}

const consumers =
  'consumers: [{ name: ward, vocabulary: medical, model: fun-asr }, { name: shop, vocabulary: sales, model: fun-asr }]\n';
const healthy = config(
  { medical: ['alpha', 'beta'], sales: ['x'] },
  `${consumers}outputs: [{ path: build/ids.json, format: json }]\n`,
);

let repository: Repository;

async function open(text = healthy, switches: Partial<EmulatorSwitches> = {}): Promise<void> {
  repository = await openRepository({ 'vocab.config.yaml': text }, switches);
}

async function examined(args = '', also: Parameters<Repository['vocabsync']>[1] = {}) {
  const words = `doctor --format json ${args}`.trim();
  const { code, stdout } = await repository.vocabsync(words, also);
  const document = JSON.parse(stdout) as Document;
  const of = (status: string) => document.checks.filter((check) => check.status === status);
  return {
    code,
    document,
    fails: of('fail').map(({ id }) => id),
    warns: of('warn').map(({ id }) => id),
    skipped: of('skipped').map(({ id }) => id),
    said: (id: string) => document.checks.filter((check) => check.id === id),
  };
}

const seed = (fields: Partial<SeedList> & Pick<SeedList, 'prefix'>, ...texts: string[]) =>
  repository.emulator.seed([
    {
      target_model: 'fun-asr',
      created_at: 0,
      vocabulary: texts.map((text) => ({ text, weight: 4 })),
      ...fields,
    },
  ]);

async function idOf(prefix: string): Promise<string> {
  return (await repository.emulator.account()).find((one) => one.prefix === prefix)?.vocabulary_id ?? '';
}

describe('doctor, where all is well', () => {
  beforeEach(async () => {
    await open();
    await repository.vocabsync('apply --yes');
  });

  it('says so of every check, and ends with 0', async () => {
    const { code, document } = await examined();
    expect(document.checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(code).toBe(0);
    expect(document.summary).toEqual({ fail: 0, warn: 0, skipped: 0, ok: document.checks.length });
  });

  it('says nothing at all with --quiet', async () => {
    expect(await repository.vocabsync('doctor --quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('writes nothing, neither to the account nor beside it', async () => {
    const before = repository.writes();
    await examined('--scan .');
    expect(repository.writes()).toEqual(before);
  });

  it('never says the key', async () => {
    await repository.write('src/key.py', `KEY = "${key}"\nphrase_id = "${key}"\n`);
    for (const format of ['text', 'json', 'markdown', 'html', 'github', 'sarif', 'junit']) {
      const { stdout, stderr } = await repository.vocabsync(`doctor --scan . --verbose --format ${format}`);
      expect(stdout + stderr).not.toContain(key.slice(3));
    }
  });
});

describe('doctor without an account', () => {
  it('says what it can without a key, and ends with 7', async () => {
    await open();
    const { code, fails, skipped, said } = await examined('', { env: { DASHSCOPE_API_KEY: '' } });
    expect({ code, fails }).toEqual({ code: 7, fails: ['key'] });
    expect(skipped).toEqual(
      expect.arrayContaining(['host', 'clock', 'account', 'quota', 'duplicates', 'outputs']),
    );
    expect(said('pairing')).toMatchObject([{ status: 'ok' }]);
    expect(said('key')[0]?.message).toContain('DASHSCOPE_API_KEY is not set');
  });

  it('says that a key which is refused may be one of the other region, and how to know', async () => {
    await open(healthy, { refuse_keys: true });
    const { code, fails, said } = await examined();
    expect({ code, fails }).toEqual({ code: 7, fails: ['key'] });
    expect(said('key')[0]?.message).toContain('a key of beijing is refused in singapore in just this way');
    expect(said('key')[0]?.hint).toContain('`vocabsync doctor --region beijing`, without --endpoint,');
    expect(said('host')).toMatchObject([{ status: 'ok' }]);
  });

  it('says that a host does not answer, and ends with 8', async () => {
    await open();
    const nowhere = { env: { VOCABSYNC_ENDPOINT: 'http://127.0.0.1:9' } };
    const { code, fails, skipped } = await examined('', nowhere);
    expect({ code, fails }).toEqual({ code: 8, fails: ['host'] });
    expect(skipped).toContain('key');
  });

  it('says that a configuration names a host that is not the vendor’s, and sends nothing', async () => {
    await open(healthy.replace('region: singapore', 'region: singapore, endpoint: https://evil.example'));
    const { code, fails } = await examined('', { env: { VOCABSYNC_ENDPOINT: '' } });
    expect({ code, fails: fails.slice(-1) }).toEqual({ code: 3, fails: ['host'] });
  });

  it('says that there is no configuration, and ends with 3', async () => {
    repository = await openRepository({});
    const { code, fails } = await examined();
    expect({ code, fails }).toEqual({ code: 3, fails: ['config'] });
  });

  it('looks at no lists where a file could not be read, since they would look like nobody’s', async () => {
    await open(healthy.replace('vocabularies:', 'vocabularies:\n  - gone.yaml'));
    await seed({ prefix: 'acmemed' }, 'alpha');
    const { code, fails, skipped } = await examined();
    expect({ code, fails }).toEqual({ code: 3, fails: ['config'] });
    expect(skipped).toEqual(expect.arrayContaining(['orphans', 'lists']));
  });

  it('reports that the listing fails, where the account answers at first', async () => {
    await open(healthy, { faults: [{ kind: 'refuse', action: 'list', skip: 1, count: 99 }] });
    const { code, fails } = await examined();
    expect({ code, fails }).toEqual({ code: 8, fails: ['account'] });
  });
});

describe('doctor on an account', () => {
  beforeEach(async () => {
    await open();
    await repository.vocabsync('apply --yes');
  });

  it('names a duplicate, a rival, an orphan and a superseded list, each with its way out', async () => {
    repository.emulator.change({ quota: 20 });
    await seed({ prefix: 'acmemed' }, 'alpha', 'beta');
    await seed({ prefix: 'acmesal' }, 'theirs');
    await seed({ prefix: 'acmeold' }, 'old');
    await seed({ prefix: 'acmesal', target_model: 'fun-asr-realtime' }, 'x');
    const { said } = await examined();
    expect(said('duplicates')).toMatchObject([{ status: 'warn' }]);
    expect(said('rivals')).toMatchObject([{ status: 'fail' }]);
    expect(said('orphans')).toMatchObject([{ status: 'warn' }]);
    expect(said('superseded')).toMatchObject([{ status: 'warn', hint: expect.stringContaining('--retire') }]);
    expect(said('duplicates')[0]?.evidence[0]?.vocabulary_id).toMatch(/^vocab-acmemed-/);
  });

  it('only warns of a rival where the vocabulary is pinned to the other one, since it blocks nothing then', async () => {
    await seed({ prefix: 'acmesal' }, 'theirs');
    const pinned = healthy.replace(
      'prefix: acmesal,',
      `prefix: acmesal, vocabulary_id: ${await idOf('acmesal')},`,
    );
    await repository.write('vocab.config.yaml', pinned);
    const { code, fails, said } = await examined();
    expect({ code, fails }).toEqual({ code: 0, fails: [] });
    expect(said('rivals')).toMatchObject([
      {
        status: 'warn',
        message: expect.stringContaining('it blocks nothing'),
        hint: expect.stringContaining('`removed`'),
      },
    ]);
  });

  it('warns of a model for which only the configuration vouches', async () => {
    const models = 'models: { fun-asr-2099-01-01: { family: fun-asr }, fun-asr: { family: fun-asr } }\n';
    await repository.write(
      'vocab.config.yaml',
      healthy
        .replace(consumers, models)
        .replace('target_model: fun-asr ', 'target_model: fun-asr-2099-01-01 '),
    );
    const { said } = await examined();
    expect(said('models')).toMatchObject([
      {
        status: 'warn',
        message: expect.stringMatching(/^that fun-asr-2099-01-01 takes hotwords .* `models` alone/),
      },
    ]);
  });

  it('says that a list which a consumer uses is not there', async () => {
    await repository.emulator.handle({
      method: 'POST',
      path: '/services/audio/asr/customization',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'speech-biasing',
        input: { action: 'delete_vocabulary', vocabulary_id: await idOf('acmemed') },
      }),
    });
    const { code, fails, said } = await examined();
    expect({ code, fails }).toEqual({ code: 2, fails: ['lists', 'outputs'] });
    expect(said('lists')[0]?.message).toContain('ward recognises without its hotwords');
    expect(said('outputs')[0]?.message).toContain('is older than the account');
  });

  it('of another prefix by mistake, says how its list is kept, and so it is', async () => {
    await repository.write('vocab.config.yaml', healthy.replace('acmemed', 'acmemde'));
    const { said } = await examined();
    const id = await idOf('acmemed');
    expect(said('lists')[0]?.message).toContain(`until then ward may go on with ${id}`);
    const hint = 'add `previous_prefixes: [acmemed]` to medical: the list is then kept until `--retire`';
    expect(said('lists')[0]?.hint).toBe(`${hint}; then \`vocabsync apply\` makes it`);
    // It may still be used, so nobody is told to delete it.
    const kept = healthy.replace('acmemed', 'acmemde').replace('prune: true', 'prune: false');
    await repository.write('vocab.config.yaml', kept);
    const drifted = await repository.vocabsync('drift');
    expect(drifted.stdout).not.toContain('under `removed`');
    expect(drifted.stdout).toContain(`its list is missing; ${id} may still be used in its place`);
    expect(said('orphans')).toMatchObject([{ status: 'warn', message: expect.stringContaining(id), hint }]);
    const named = healthy.replace('prefix: acmemed', 'previous_prefixes: [acmemed], prefix: acmemde');
    await repository.write('vocab.config.yaml', named);
    const replaced = await examined();
    expect(replaced.said('lists')[0]?.message).toMatch(
      /until then ward may go on with vocab-acmemed-.*to take the place of acmemed@/,
    );
    expect((await repository.vocabsync('drift')).stdout).toContain(
      `its list is missing; ${id} may still be used in its place`,
    );
    expect((await repository.vocabsync('apply --yes')).code).toBe(0);
    expect(await idOf('acmemed')).toBe(id);
  });

  it('that is pinned to an id which is gone, though another of its prefix is there, fails with the ways out', async () => {
    const pinned = healthy.replace(
      'name: medical',
      `name: medical, vocabulary_id: vocab-acmemed-${'1'.repeat(32)}`,
    );
    await repository.write('vocab.config.yaml', pinned);
    const { fails, said } = await examined();
    expect(fails).toContain('lists');
    expect(said('lists')[0]?.message).toContain(`vocab-acmemed-${'1'.repeat(32)}`);
    expect((await repository.vocabsync('plan')).code).toBe(4);
  });

  it('sends nobody to an apply that is blocked', async () => {
    await seed({ prefix: 'acmemed' }, 'omega');
    await repository.write('vocab.config.yaml', healthy.replace('"x"', '"y"'));
    const { said } = await examined();
    expect(said('rivals')[0]?.message).toContain('it blocks every apply, since');
    expect(said('words')[0]?.hint).toBe(
      '`vocabsync plan` shows each; once what blocks every apply is settled (rival; `vocabsync plan` names the ways out), `vocabsync apply` writes them',
    );
    expect((await repository.vocabsync('apply --yes')).code).toBe(4);
  });

  it.each(['junit', 'sarif', 'github'])(
    'what blocks an apply is told as %s, with its way out',
    async (format) => {
      await seed({ prefix: 'acmemed' }, 'omega');
      const { code, stdout } = await repository.vocabsync(`apply --yes --format ${format}`);
      expect(code).toBe(4);
      expect(stdout).toContain('rival');
      expect(stdout).toContain('pin the vocabulary to its own list');
    },
  );

  it('names what nothing asks for before all other ways out of a full account', async () => {
    await seed({ prefix: 'acmemed' }, 'alpha', 'beta');
    repository.emulator.change({ quota: 3 });
    await repository.write(
      'vocab.config.yaml',
      healthy.replace('region: singapore', 'region: singapore, list_quota: 3'),
    );
    const { said } = await examined();
    expect(said('quota')[0]?.hint).toMatch(/^let go what nothing asks for, as said below: vocab-acmemed-\S+/);
    const quiet = await repository.vocabsync('doctor --quiet');
    expect(quiet.stdout).not.toContain('--verbose');
  });

  it('says that a list was updated less than five minutes ago', async () => {
    await repository.write('vocab.config.yaml', healthy.replace('alpha', 'omega'));
    repository.clock.advance(600_000);
    await repository.vocabsync('apply --yes');
    repository.clock.advance(60_000);
    expect((await examined()).said('recent-update')[0]?.hint).toContain('4 minutes');
    repository.clock.advance(240_000);
    expect((await examined()).warns).toEqual([]);
  });

  it('says that the words of a list are others, and that the outputs are not there', async () => {
    await repository.write(
      'vocab.config.yaml',
      healthy.replace('alpha', 'omega').replace('build/ids', 'build/others'),
    );
    const { code, warns } = await examined();
    expect({ code, warns }).toEqual({ code: 0, warns: ['words', 'outputs'] });
  });

  it('fails where a list lacks more than half of its words, whoever took them', async () => {
    await open(config({ medical: ['alpha', 'beta', 'gamma', 'delta'], sales: ['x'] }, consumers));
    await repository.vocabsync('apply --yes');
    const list = (await repository.emulator.account()).find(({ prefix }) => prefix === 'acmemed');
    const cut = (...texts: string[]) =>
      sendAsAnother(repository.emulator, {
        action: 'update_vocabulary',
        vocabulary_id: list?.vocabulary_id ?? '',
        vocabulary: texts.map((text) => ({ text, weight: 4 })),
      });
    await cut('alpha', 'beta');
    expect((await examined()).fails).toEqual([]);
    await cut('alpha', 'other');
    const { code, fails, said } = await examined();
    expect([code, fails]).toEqual([2, ['words']]);
    expect(said('words')[0]?.message).toBe(
      'medical@fun-asr lacks 3 of the 4 hotwords of the configuration: ward recognises without them',
    );
  });

  it.each(['json', 'yaml', 'dotenv', 'ts'])(
    'fails where a published file gives a program the wrong pair: %s',
    async (format) => {
      const two = `version: 1
account: { region: singapore }
guards: { update_interval: 0s }
vocabularies:
  - { name: medical, prefix: acmemed, target_models: [fun-asr, fun-asr-realtime], hotwords: [alpha] }
consumers:
  - { name: a, vocabulary: medical, model: fun-asr }
  - { name: b, vocabulary: medical, model: fun-asr-realtime }
outputs: [{ path: ids, format: ${format} }]
`;
      await open(two);
      await repository.vocabsync('apply --yes');
      expect((await examined()).fails).toEqual([]);
      const file = join(repository.directory, 'ids');
      const text = await readFile(file, 'utf8');
      const swapped = text
        .replaceAll('fun-asr-realtime', 'SWAP')
        .replaceAll(/fun-asr(?!-)/g, 'fun-asr-realtime')
        .replaceAll('SWAP', 'fun-asr');
      expect(swapped).not.toBe(text);
      await repository.write('ids', swapped);
      const { code, fails, said } = await examined();
      expect([code, fails]).toEqual([2, ['outputs']]);
      expect(said('outputs')[0]?.message).toContain(
        'ids gives programs another id or model than it should: ',
      );
    },
  );

  it('says nothing of room where a single slot is free and none is taken', async () => {
    await open(config({}, 'outputs: []\n').replace('region: singapore', 'region: singapore, list_quota: 1'));
    expect((await examined()).said('quota')).toMatchObject([{ status: 'ok' }]);
  });

  it('says that the account is full', async () => {
    await repository.write(
      'vocab.config.yaml',
      healthy
        .replace('version: 1', 'version: 1\n')
        .replace('region: singapore', 'region: singapore, list_quota: 2'),
    );
    expect((await examined()).warns).toEqual(['quota']);
  });

  it('says that the machine’s clock is wrong', async () => {
    const clock = { ...repository.clock, now: () => repository.clock.now() + 31_000 };
    expect((await examined('', { clock })).said('clock')).toMatchObject([
      { status: 'warn', message: expect.stringContaining('31 s ahead') },
    ]);
    const close = { ...repository.clock, now: () => repository.clock.now() + 29_000 };
    expect((await examined('', { clock: close })).warns).toEqual([]);
  });

  it('says that programs are sent to another host than the one with the lists', async () => {
    const env = { DASHSCOPE_HTTP_BASE_URL: 'https://dashscope.aliyuncs.com/api/v1' };
    expect((await examined('', { env })).warns).toEqual(['host']);
  });

  it('doubts a workspace of Singapore that has no list', async () => {
    await open(healthy.replace('region: singapore', 'region: singapore, workspace: llm-1'));
    expect((await examined()).said('workspace')).toMatchObject([{ status: 'warn' }]);
    await repository.vocabsync('apply --yes');
    expect((await examined()).said('workspace')).toMatchObject([{ status: 'ok' }]);
  });
});

describe('doctor on a configuration', () => {
  it.each([
    ['pairing', 'fail', consumers.replace('model: fun-asr }, {', 'model: fun-asr-2025-11-07 }, {')],
    ['pairing', 'fail', consumers.replace('sales', 'sale')],
    ['consumers', 'warn', consumers.replace(', { name: shop, vocabulary: sales, model: fun-asr }', '')],
    ['consumers', 'warn', ''],
    ['languages', 'warn', consumers.replace('fun-asr }, {', 'fun-asr, language_hints: [zh, en] }, {')],
  ])('finds what is wrong with %s', async (id, status, text) => {
    await open(healthy.replace(consumers, text));
    await repository.vocabsync('apply --yes');
    const { said, fails } = await examined();
    expect(said(id)).toMatchObject([{ status, hint: expect.any(String) }]);
    expect(fails.filter((one) => one !== id && one !== 'lists')).toEqual([]);
  });

  it('finds a model of another region, as --region has it', async () => {
    await open(
      healthy.replaceAll('fun-asr', 'paraformer-v2').replace('region: singapore', 'region: beijing'),
    );
    expect((await examined()).said('models')).toMatchObject([{ status: 'ok' }]);
    expect((await examined('--region singapore')).said('models')).toMatchObject([
      { status: 'fail', message: expect.stringContaining('not in singapore') },
    ]);
  });

  it('finds a prefix of ten, and a list with too many words at weight 5', async () => {
    const words = Array.from({ length: 10 }, (_, at) => `{ text: w${at}, weight: ${at < 3 ? 5 : 4} }`).join(
      ', ',
    );
    await open(
      `version: 1\naccount: { region: singapore }\nvocabularies: [{ name: a, prefix: abcdefghij, target_model: fun-asr, hotwords: [${words}] }]\n`,
    );
    const { said } = await examined();
    expect(said('prefix')).toMatchObject([{ status: 'warn' }]);
    expect(said('weights')).toMatchObject([
      { status: 'warn', message: expect.stringContaining('3 of the 10') },
    ]);
  });

  it('says that the catalogue is old', async () => {
    await open();
    const now = Date.parse('2027-06-01T00:00:00Z');
    repository.clock.advance(now - repository.clock.now());
    expect((await examined()).said('catalogue')).toMatchObject([{ status: 'warn' }]);
  });
});

describe('doctor for one list', () => {
  beforeEach(async () => {
    repository = await openRepository({});
  });

  it('needs no configuration', async () => {
    const [id] = await seed({ prefix: 'other' }, 'a', 'b');
    const { code, document, said } = await examined(
      `--vocabulary-id ${id} --model fun-asr --region singapore`,
    );
    expect(code).toBe(0);
    expect(document.checks.filter(({ status }) => status !== 'ok').map(({ id: one }) => one)).toEqual([
      'config',
    ]);
    expect(said('words')[0]?.message).toBe('the list has 2 hotwords');
  });

  it('says that an alias and its snapshot are no pair, and ends with 2', async () => {
    const [id] = await seed({ prefix: 'other' }, 'a');
    const { code, fails, said } = await examined(
      `--vocabulary-id ${id} --model fun-asr-2025-11-07 --region singapore`,
    );
    expect({ code, fails }).toEqual({ code: 2, fails: ['pairing'] });
    expect(said('pairing')[0]?.message).toContain('an alias and its dated snapshot are different models');
  });

  it('says that there is no such list, and what is no id at all', async () => {
    const gone = await examined(
      `--vocabulary-id vocab-a-${'0'.repeat(32)} --model fun-asr --region singapore`,
    );
    expect({ code: gone.code, fails: gone.fails }).toEqual({ code: 2, fails: ['list-exists'] });
    const wrong = await examined('--vocabulary-id 1a2b3c --region singapore');
    expect(wrong.said('list-exists')[0]?.message).toContain('which is no vocabulary_id');
  });

  it('says that a list is not OK, was just updated, and is empty', async () => {
    const now = repository.clock.now();
    const [id] = await seed({
      prefix: 'other',
      created_at: now - 9e6,
      modified_at: now - 1000,
      ready_at: now + 9e9,
    });
    const { fails, warns } = await examined(`--vocabulary-id ${id} --model fun-asr --region singapore`);
    expect({ fails, warns }).toEqual({ fails: ['status', 'words'], warns: ['recent-update'] });
  });

  it('asks for a region where nobody said which', async () => {
    const env = { VOCABSYNC_ENDPOINT: '' };
    const { code, said } = await examined(`--vocabulary-id vocab-a-${'0'.repeat(32)}`, { env });
    expect(code).toBe(3);
    expect(said('host')).toMatchObject([{ status: 'fail', hint: expect.stringContaining('--region') }]);
    expect(said('workspace')).toMatchObject([{ status: 'ok' }]);
  });

  it('takes no model without a list', async () => {
    const { code, stderr } = await repository.vocabsync('doctor --model fun-asr');
    expect(code).toBe(3);
    expect(stderr).toContain('--vocabulary-id');
  });
});

describe('doctor, of evaluations,', () => {
  const evaluations = (...fields: string[]) =>
    config(
      { medical: ['alpha'], sales: ['x'] },
      `${consumers}evaluations: [${fields.map((one) => `{ ${one} }`).join(', ')}]\n`,
    );
  const clip = '{"audio":"a.wav","text":"alpha"}\n';

  async function found(text: string, files: Readonly<Record<string, string>> = {}) {
    repository = await openRepository({ 'vocab.config.yaml': text, ...files });
    await repository.vocabsync('apply --yes');
    return examined();
  }

  it('is content with none, and says so', async () => {
    const { said } = await found(healthy);
    expect(said('evaluations')).toMatchObject([
      { status: 'ok', message: expect.stringContaining('no evaluation covers ward, shop') },
    ]);
  });

  it('names the consumers that have none beside others that have one', async () => {
    const { code, said } = await found(evaluations('name: a, consumer: ward, clips: c/a.jsonl'), {
      'c/a.jsonl': clip,
    });
    expect(said('evaluations')).toMatchObject([
      {
        status: 'skipped',
        message: expect.stringContaining('no evaluation covers shop'),
        evidence: [{ text: 'shop, with sales', file: 'vocab.config.yaml' }],
      },
    ]);
    expect(code).toBe(0);
  });

  it('takes one for all that recognise alike', async () => {
    const alike = evaluations('name: a, consumer: ward, clips: a.jsonl').replaceAll(
      'name: shop, vocabulary: sales',
      'name: shop, vocabulary: medical',
    );
    const hinted = alike.replace(/(name: shop[^}]*)/, '$1, language_hints: [zh]');
    const files = { 'a.jsonl': clip };
    expect((await found(alike, files)).said('evaluations')).toMatchObject([
      { status: 'ok', evidence: [{ text: 'a: 1 in a.jsonl' }] },
    ]);
    expect((await found(hinted, files)).said('evaluations')).toMatchObject([{ status: 'skipped' }]);
  });

  it('warns of a manifest that is not there, and of one that is wrong', async () => {
    const { code, said } = await found(
      evaluations('name: a, consumer: ward, clips: a.jsonl', 'name: b, consumer: shop, clips: b.jsonl'),
      { 'b.jsonl': `${clip}{}\n` },
    );
    expect(said('evaluations')).toMatchObject([
      {
        status: 'warn',
        message: 'the evaluation "a" cannot be made: there is no file a.jsonl',
        evidence: [{ file: 'vocab.config.yaml' }],
      },
      {
        status: 'warn',
        message: expect.stringContaining('cannot be made: the line names no recording, and 1 more'),
        evidence: [{ file: 'b.jsonl' }, { file: 'b.jsonl' }],
      },
    ]);
    expect(code).toBe(0);
  });
});
