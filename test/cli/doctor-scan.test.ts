import nock from 'nock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { runCli } from '../support/cli.js';
import { manualClock } from '../support/emulator.js';
import { reachOnlyWhatIsPlayed } from '../support/only-the-vendor.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { key, openRepository, type Repository } from './repository.js';

interface Document {
  readonly checks: readonly {
    readonly id: string;
    readonly status: string;
    readonly message: string;
    readonly hint: string | null;
    readonly evidence: readonly { readonly text: string; readonly file?: string; readonly line?: number }[];
  }[];
}

const troubles = ({ checks }: Document) =>
  checks.filter(({ status }) => status === 'fail' || status === 'warn');

const idOf = (prefix: string, digit: string) => `vocab-${prefix}-${digit.repeat(32)}`;

describe('doctor --scan', () => {
  let repository: Repository;
  const medical = idOf('acmemed', '1');

  beforeEach(async () => {
    repository = await openRepository({
      'vocab.config.yaml': config(
        { medical: ['a'] },
        'consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]\nremoved: [vocab-acmex-00000000000000000000000000000000]\n',
      ),
    });
    await seed(medical, 'acmemed');
  });

  const seed = (vocabulary_id: string, prefix: string, target_model = 'fun-asr') =>
    repository.emulator.seed([
      { vocabulary_id, prefix, target_model, created_at: 0, vocabulary: [{ text: 'a', weight: 4 }] },
    ]);

  async function scanned(folder = 'src') {
    const { code, stdout } = await repository.vocabsync(`doctor --scan ${folder} --format json`);
    const document = JSON.parse(stdout) as Document;
    const found = troubles(document).map(
      ({ id, status, evidence: [first] }) => `${status} ${id} ${first?.file}:${first?.line}`,
    );
    return { code, document, found };
  }

  it('has nothing to say of an id that is used as it should be', async () => {
    await repository.write('src/asr.py', `call(model="fun-asr",\n     vocabulary_id="${medical}")\n`);
    const { code, document, found } = await scanned();
    expect({ code, found }).toEqual({ code: 0, found: [] });
    const evidence = document.checks.find(({ id }) => id === 'scan-ids')?.evidence[0];
    expect(evidence).toMatchObject({ text: `${medical}: medical@fun-asr`, file: 'src/asr.py', line: 2 });
  });

  it('finds an id that the account does not hold, in any kind of file', async () => {
    const gone = idOf('acmemed', '2');
    for (const file of ['a.go', 'b.env', 'c.yaml', 'd.properties'])
      await repository.write(`src/deep/${file}`, `id: ${gone}\n`);
    const { code, document, found } = await scanned();
    expect({ code, found }).toEqual({ code: 2, found: ['fail scan-ids src/deep/a.go:1'] });
    expect(troubles(document)[0]?.evidence).toHaveLength(4);
  });

  it('says once that there are many such ids', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) => `id = "${idOf('acmemed', digit)}"`);
    await repository.write('src/ids.py', ids.join('\n'));
    const { document, found } = await scanned();
    expect(found).toEqual(['fail scan-ids src/ids.py:1']);
    expect(troubles(document)[0]?.message).toContain('6 different ids');
  });

  it('finds another model beside an id, also that of a list that is nobody’s', async () => {
    const other = idOf('other', '3');
    await seed(other, 'other', 'fun-asr-realtime');
    await repository.write('src/a.json', `{\n  "model": "fun-asr",\n  "vocabulary_id": "${other}"\n}\n`);
    const { found, document } = await scanned();
    expect(found).toEqual(['fail scan-models src/a.json:3']);
    expect(troubles(document)[0]?.message).toContain('is made for fun-asr-realtime');
  });

  it('finds an id that is passed as phrase_id, by way of a variable and of the environment', async () => {
    await repository.write('src/direct.java', `param.setPhraseId("${medical}");\n`);
    await repository.write('src/variable.js', `const vocab = '${medical}';\nrun({ phrase_id: vocab });\n`);
    await repository.write('src/.env', `VOCAB_WARD=${medical}\n`);
    await repository.write('src/app.py', `import os\nrun(phrase_id=os.environ["VOCAB_WARD"])\n`);
    const { document } = await scanned();
    const [finding, ...others] = troubles(document);
    expect(others).toEqual([]);
    expect(finding?.id).toBe('phrase-id');
    expect(finding?.evidence.map(({ file, line }) => `${file}:${line}`)).toEqual(
      expect.arrayContaining(['src/direct.java:1', 'src/variable.js:2', 'src/app.py:2', 'src/.env:1']),
    );
  });

  it.each([
    [
      'python',
      'a.py',
      (id: string) => `call(\n    model="CALLED",\n    vocabulary_id="${id}",  # REMARK\n)\n`,
    ],
    [
      'javascript',
      'a.ts',
      (id: string) => `call({\n  model: "CALLED",\n  vocabularyId: "${id}", // REMARK\n});\n`,
    ],
    ['an environment', '.env', (id: string) => `ASR_MODEL=CALLED\nASR_VOCABULARY_ID=${id} # REMARK\n`],
  ])('goes by the model that is called, not by a comment: %s', async (_, file, text) => {
    const of = (model: string, remark: string) =>
      text(medical).replace('CALLED', model).replace('REMARK', `was ${remark}`);
    await repository.write(`src/${file}`, of('fun-asr', 'paraformer-realtime-v2'));
    expect((await scanned()).found).toEqual([]);
    await repository.write(`src/${file}`, of('paraformer-realtime-v2', 'fun-asr'));
    const { code, found } = await scanned();
    expect([code, found.map((one) => one.split(' src/')[0])]).toEqual([2, ['fail scan-models']]);
  });

  it.each([
    (id: string) => `npm run asr -- --model paraformer-realtime-v2 --vocabulary-id ${id}\n`,
    (id: string) => `const m = { /* live */ model: 'paraformer-realtime-v2', vocabulary_id: '${id}' };\n`,
    (id: string) => `class A {\n  #model = 'paraformer-realtime-v2';\n  #vocabularyId = '${id}';\n}\n`,
    (id: string) => `#define ASR "paraformer-realtime-v2", "${id}"\n`,
    (id: string) => `const url = 'https://x/y'; call('paraformer-realtime-v2', '${id}');\n`,
  ])('takes no code for a comment', async (text) => {
    await repository.write('src/a.c', text(medical));
    const { code, found } = await scanned();
    expect([code, found.map((one) => one.split(' src/')[0])]).toEqual([2, ['fail scan-models']]);
  });

  it('is only near a model that nothing but a comment names', async () => {
    await repository.write('src/a.py', `id = "${medical}"  # of paraformer-realtime-v2\n`);
    const { code, found } = await scanned();
    expect([code, found]).toEqual([0, ['warn scan-models src/a.py:1']]);
  });

  it.each(['WARD_VOCAB_ID', 'WARD_PHRASE_ID'])(
    'follows a variable that a manifest of Kubernetes names: %s',
    async (name) => {
      await repository.write('src/a.py', `call(model="fun-asr", phrase_id=os.environ["${name}"])\n`);
      await repository.write('src/deploy.yaml', `env:\n  - name: ${name}\n    value: ${medical}\n`);
      const { code, found } = await scanned();
      expect([code, found.map((one) => one.split(' src/')[0])]).toEqual([2, ['fail phrase-id']]);
    },
  );

  it('leaves out what other configurations of the work tree have written', async () => {
    const other = config({ medical: ['a'] }, 'outputs: [{ path: out/ids.json, format: json }]\n');
    await repository.write('src/staging/vocab.config.yaml', other);
    await repository.write('src/staging/out/ids.json', `{"vocabulary_id": "${idOf('acmestag', '9')}"}\n`);
    expect((await scanned()).found).toEqual([]);
  });

  it.each([
    ['fun-asr-realtime', 'or have a list made for fun-asr-realtime'],
    ['paraformer-realtime-v2', 'no list can be made for paraformer-realtime-v2 in singapore'],
    ['qwen3-asr-flash', 'no list can be made for qwen3-asr-flash, as far as is known'],
  ])('advises a list only for a model that can have one: %s', async (model, advice) => {
    const { stdout } = await repository.vocabsync(
      `doctor --vocabulary-id ${medical} --model ${model} --format json`,
    );
    const [found] = troubles(JSON.parse(stdout) as Document).filter(({ id }) => id === 'pairing');
    expect(found?.hint).toContain(`call recognition with fun-asr`);
    expect(found?.hint).toContain(advice);
  });

  it('warns of an id whose list is about to go', async () => {
    const duplicate = idOf('acmemed', '4');
    await seed(duplicate, 'acmemed');
    await repository.write('src/a.py', `vocabulary_id = "${duplicate}"\n`);
    expect((await scanned()).found).toContain('warn scan-ids src/a.py:1');
  });

  it('reads neither what others have written, nor binaries, nor prose, nor its own configuration', async () => {
    const gone = idOf('acmemed', '5');
    for (const file of ['.git/a.py', 'node_modules/x/a.js', '.vocabsync/backups/a.yaml', 'README.md'])
      await repository.write(file, `phrase_id: ${gone}\n`);
    await repository.write('image.png', `\0phrase_id: ${gone}`);
    await repository.write('large.js', `${'//\n'.repeat(400_000)}phrase_id: ${gone}`);
    const { found, document } = await scanned('.');
    expect(found).toEqual([]);
    expect(document.checks.find(({ id }) => id === 'scan')?.evidence.map(({ text }) => text)).toEqual([
      'not read: 1 file, binary',
      'not read: 1 file, larger than 1 MiB',
    ]);
  });

  it('says that there is no such folder, and ends with 3', async () => {
    const { code, stderr } = await repository.vocabsync('doctor --scan nowhere');
    expect(code).toBe(3);
    expect(stderr).toContain('nowhere does not exist');
  });

  it('finds an id passed as phrase_id without a key, and leaves the rest', async () => {
    await repository.write('src/a.py', `phrase_id = "${medical}"\n`);
    const { code, stdout } = await repository.vocabsync('doctor --scan src --format json', {
      env: { DASHSCOPE_API_KEY: '' },
    });
    const { checks } = JSON.parse(stdout) as Document;
    const statusOf = (name: string) => checks.find(({ id }) => id === name)?.status;
    expect(code).toBe(7);
    expect([statusOf('phrase-id'), statusOf('scan-ids'), statusOf('scan-models')]).toEqual([
      'fail',
      'skipped',
      'skipped',
    ]);
  });

  it('keeps hostile names of files and folders from the terminal', async () => {
    await repository.write('src/\u001b[31m::error::\u202e.py', `phrase_id = "${medical}"\n`);
    const { stdout } = await repository.vocabsync('doctor --scan src');
    expect(stdout).toContain('phrase-id');
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('a set-up in which five things are wrong', () => {
  reachOnlyWhatIsPlayed();

  const path = '/api/v1/services/audio/asr/customization';

  /** The vendor's host of a region, with an account behind it. */
  function serve(host: string, account: Emulator): void {
    nock(`https://${host}`)
      .persist()
      .post(path)
      .reply(async function (_uri, body) {
        const headers = Object.fromEntries(
          Object.entries(this.req.headers).map(([name, value]) => [name, value]),
        );
        const reply = await account.handle({ method: 'POST', path, headers, body: JSON.stringify(body) });
        if (reply.kind !== 'answer') throw new Error('no fault was asked for');
        const { status, body: text, headers: answered } = reply.response;
        return [status, text, answered];
      });
  }

  const ids = { medical: idOf('acmemed', 'a'), support: idOf('acmesup', 'b') };

  /** Of a configuration for singapore, whose key and lists are in beijing. */
  async function breakEverything() {
    const cwd = await temporaryFolder();
    const clock = manualClock();
    const vocabularies = config(
      { medical: ['alpha', 'beta'], support: ['refund'] },
      'outputs: [{ path: build/ids.json, format: json }]\n',
    );
    await writeInto(
      cwd,
      'vocab.config.yaml',
      `${vocabularies}consumers:\n  - { name: ward, vocabulary: medical, model: fun-asr }\n  - { name: hotline, vocabulary: support, model: fun-asr-2025-11-07 }\n`,
    );
    const medical = { vocabulary_id: ids.medical, status: 'OK' };
    const published = {
      vocabularies: { medical: { 'fun-asr': medical } },
      consumers: { ward: { model: 'fun-asr', vocabulary_id: ids.medical, vocabulary: null } },
    };
    await writeInto(cwd, 'build/ids.json', JSON.stringify(published));
    await writeInto(cwd, 'src/asr.py', `recognise(model="fun-asr",\n          phrase_id="${ids.medical}")\n`);
    const list = (vocabulary_id: string, prefix: string, texts: readonly string[]) => ({
      vocabulary_id,
      prefix,
      target_model: 'fun-asr',
      created_at: 0,
      vocabulary: texts.map((text) => ({ text, weight: 4 })),
    });
    const beijing = createEmulator({ clock });
    await beijing.seed([
      list(ids.medical, 'acmemed', ['alpha', 'beta']),
      list(idOf('acmemed', 'c'), 'acmemed', ['alpha', 'beta']),
      list(idOf('acmemed', 'd'), 'acmemed', ['alpha', 'beta']),
      { ...list(ids.support, 'acmesup', ['refund']), ready_at: clock.now() + 1e9 },
    ]);
    serve('dashscope.aliyuncs.com', beijing);
    serve('dashscope-intl.aliyuncs.com', createEmulator({ clock, switches: { refuse_keys: true } }));
    return (args: string) => runCli(args.split(' '), { cwd, clock, env: { DASHSCOPE_API_KEY: key } });
  }

  it('says of the key what it can, and what that leaves to be seen', async () => {
    const run = await breakEverything();
    const { code, stdout } = await run('doctor --scan src --format json');
    const document = JSON.parse(stdout) as Document;
    expect(code).toBe(7);
    expect(troubles(document).map(({ id }) => id)).toEqual(['key', 'pairing', 'phrase-id']);
    expect(troubles(document)[0]?.hint).toContain('`vocabsync doctor --region beijing` tells');
  });

  it('names all five with the next step once it asks where the key is from, and says ok to everything else', async () => {
    const run = await breakEverything();
    const { code, stdout } = await run('doctor --region beijing --scan src --format json');
    const document = JSON.parse(stdout) as Document;
    expect(code).toBe(2);
    expect(troubles(document).map(({ id, status }) => `${status} ${id}`)).toEqual([
      'fail region',
      'fail status',
      'warn duplicates',
      'warn duplicates',
      'fail pairing',
      'fail phrase-id',
    ]);
    expect(troubles(document).filter(({ hint, evidence }) => hint === null || evidence.length === 0)).toEqual(
      [],
    );
    const others = document.checks.filter((check) => !troubles(document).includes(check));
    expect(others.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(others.length).toBeGreaterThan(20);
    const said = (id: string) => document.checks.find((check) => check.id === id)?.message;
    expect(said('region')).toContain(
      'the key in DASHSCOPE_API_KEY is one of beijing, and vocab.config.yaml says singapore',
    );
    expect(said('status')).toContain('support@fun-asr is UNDEPLOYED, not OK');
    expect(said('pairing')).toContain('an alias and its dated snapshot are different models');
  });
});
