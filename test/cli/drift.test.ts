import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const consumers =
  'consumers: [{ name: ward, vocabulary: medical, model: fun-asr }, { name: shop, vocabulary: sales, model: fun-asr }]\n';

let repository: Repository;

beforeEach(async () => {
  repository = await openRepository({
    'vocab.config.yaml': config({ medical: ['alpha', 'beta'], sales: ['x'] }, consumers),
  });
  await repository.vocabsync('apply --yes');
});

interface Document {
  readonly drift: readonly { class: string; address: string; consumers: readonly string[] }[];
  readonly kept: readonly { reason: string; address: string }[];
}

async function found(): Promise<{ code: number; classes: string[]; kept: string[] }> {
  const { code, stdout } = await repository.vocabsync('drift --format json');
  const { drift, kept } = JSON.parse(stdout) as Document;
  return {
    code,
    classes: drift.map(({ class: name, address }) => `${name} ${address}`),
    kept: kept.map(({ reason, address }) => `${reason} ${address}`),
  };
}

async function idOf(prefix: string): Promise<string> {
  const list = (await repository.emulator.account()).find((one) => one.prefix === prefix);
  if (list === undefined) throw new Error(`there is no list of ${prefix}`);
  return list.vocabulary_id;
}

const seed = (prefix: string, texts: readonly string[], target_model = 'fun-asr') =>
  repository.emulator.seed([
    { prefix, target_model, vocabulary: texts.map((text) => ({ text, weight: 4 })) },
  ]);

/** Somebody else's client, at the same account. */
async function call(input: object): Promise<void> {
  const response = await fetch(`${repository.base_url}/services/audio/asr/customization`, {
    method: 'POST',
    headers: { authorization: 'Bearer other', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'speech-biasing', input }),
  });
  expect(response.status).toBe(200);
}

describe('drift', () => {
  it('is none right after an apply', async () => {
    const { code, stdout } = await repository.vocabsync('drift');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Drift: no drift, 2 lists as configured$/m);
  });

  it('is a list that is missing, and its consumers recognise without hotwords', async () => {
    await call({ action: 'delete_vocabulary', vocabulary_id: await idOf('acmemed') });
    expect(await found()).toEqual({ code: 2, classes: ['missing medical@fun-asr'], kept: [] });
    const { stdout } = await repository.vocabsync('drift');
    expect(stdout).toMatch(/ward +medical@fun-asr +recognises without hotwords: its list is missing/);
    expect(stdout).toContain('Affected: ward\n');
  });

  it('is a list whose words were changed, word by word', async () => {
    await call({
      action: 'update_vocabulary',
      vocabulary_id: await idOf('acmemed'),
      vocabulary: [
        { text: 'alpha', weight: 1 },
        { text: 'theirs', weight: 4 },
      ],
    });
    expect((await found()).classes).toEqual(['changed medical@fun-asr']);
    const { stdout } = await repository.vocabsync('drift');
    expect(stdout).toMatch(/^ {4}- theirs /m);
    expect(stdout).toMatch(/^ {4}\+ beta /m);
    expect(stdout).toContain('lacks 1 hotword, has 1 changed, has 1 that the configuration does not know');
  });

  it('is a list of ours that nothing asks for', async () => {
    await seed('acmeold', ['old']);
    expect(await found()).toEqual({ code: 2, classes: ['extra acmeold@fun-asr'], kept: [] });
  });

  it('is a duplicate, and a rival; neither blocks it', async () => {
    await seed('acmemed', ['alpha', 'beta']);
    await seed('acmesal', ['other']);
    expect(await found()).toEqual({
      code: 2,
      classes: ['duplicate acmemed@fun-asr', 'rival acmesal@fun-asr'],
      kept: [],
    });
  });

  it('is a list that is not OK', async () => {
    repository.emulator.change({ deploy_ms: 3_600_000 });
    await call({
      action: 'update_vocabulary',
      vocabulary_id: await idOf('acmemed'),
      vocabulary: [
        { text: 'alpha', weight: 4 },
        { text: 'beta', weight: 4 },
      ],
    });
    expect((await found()).classes).toEqual(['not-ready medical@fun-asr']);
    expect((await repository.vocabsync('drift')).stdout).toMatch(
      /recognises without hotwords: its list is \w+/,
    );
  });

  describe('says how to put it right', () => {
    const kept = config({ medical: ['alpha', 'beta'], sales: ['x'] }, consumers).replace(
      'prune: true',
      'prune: false',
    );
    const said = async () => (await repository.vocabsync('drift')).stdout;
    const converges = async () => (await repository.vocabsync('apply --yes')).code;

    it('by an apply, where that would do it', async () => {
      await seed('acmeold', ['old']);
      expect(await said()).toContain('To put it right: `vocabsync apply`, whose plan');
      await converges();
      expect((await found()).code).toBe(0);
    });

    it('by naming what nothing says that it may go, which an apply alone would leave for ever', async () => {
      await repository.write('vocab.config.yaml', kept);
      await seed('acmeold', ['old']);
      await seed('acmemed', ['alpha', 'beta']);
      const stdout = await said();
      expect(stdout).not.toContain('To put it right:');
      expect(stdout).toMatch(
        /To put vocab-acme\w+-\w+, vocab-acme\w+-\w+ right: name it under `removed` or set `prune: true`/,
      );
      expect(await converges()).toBe(0);
      expect((await found()).code).toBe(2);
      await repository.write('vocab.config.yaml', kept.replace('prune: false', 'prune: true'));
      expect(await converges()).toBe(0);
      expect((await found()).code).toBe(0);
    });

    it('by finding out whose a rival is', async () => {
      await seed('acmesal', ['other']);
      // It blocks, and what blocks says how to go on.
      expect(await said()).not.toContain('find out whose it is');
      const pinned = config({ medical: ['alpha', 'beta'], sales: ['x'] }, consumers).replace(
        'prefix: acmesal,',
        `prefix: acmesal, vocabulary_id: ${await idOf('acmesal')},`,
      );
      await repository.write('vocab.config.yaml', pinned);
      expect(await said()).toMatch(/To put vocab-acmesal-\w+ right: find out whose it is/);
    });

    it('by what holds an apply back, where something does', async () => {
      await seed('acmesal', ['other']);
      await seed('acmeold', ['old']);
      expect(await said()).toContain('To put it right: first see to what blocks an apply');
    });

    it('by waiting for a list that is not OK', async () => {
      repository.emulator.change({ deploy_ms: 3_600_000 });
      const vocabulary = ['alpha', 'beta'].map((text) => ({ text, weight: 4 }));
      await call({ action: 'update_vocabulary', vocabulary_id: await idOf('acmemed'), vocabulary });
      const stdout = await said();
      expect(stdout).toMatch(
        /To put vocab-acmemed-\w+ right: wait some minutes; if it stays so, delete the list/,
      );
      expect(stdout).not.toContain('write what the account has into the YAML');
    });
  });

  it('is not a superseded list, nor one under protect: a note, and exit 0', async () => {
    await seed('acmemed', ['alpha'], 'fun-asr-realtime');
    await seed('acmekeep', ['k']);
    await repository.write(
      'vocab.config.yaml',
      config({ medical: ['alpha', 'beta'], sales: ['x'] }, `${consumers}protect: [acmekeep]\n`),
    );
    expect(await found()).toEqual({
      code: 0,
      classes: [],
      kept: ['protected acmekeep@fun-asr', 'superseded acmemed@fun-asr-realtime'],
    });
  });

  it('is no unmanaged list', async () => {
    await seed('other', ['unmanaged']);
    expect((await found()).code).toBe(0);
  });

  it('prints nothing with --quiet when there is none, so that cron mails nothing', async () => {
    expect(await repository.vocabsync('drift --quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    await seed('acmeold', ['old']);
    expect((await repository.vocabsync('drift --quiet')).stdout).toContain('1 extra');
  });

  it('changes nothing', async () => {
    await seed('acmeold', ['old']);
    const before = repository.writes().length;
    await repository.vocabsync('drift');
    expect(repository.writes()).toHaveLength(before);
  });

  it('is written as Markdown and HTML too', async () => {
    await seed('acmeold', ['old']);
    const { stdout } = await repository.vocabsync('drift --format markdown --out drift.md --out drift.html');
    expect(stdout).toMatch(
      /^<!-- vocabsync:drift config="vocab.config.yaml" -->\n### vocabsync drift: 1 extra/,
    );
    expect(await readFile(join(repository.directory, 'drift.md'), 'utf8')).toBe(stdout);
    expect(await readFile(join(repository.directory, 'drift.html'), 'utf8')).toContain('1 extra');
  });

  it('cannot be told without a key, and that is no drift', async () => {
    const { code } = await repository.vocabsync('drift', { env: { DASHSCOPE_API_KEY: '' } });
    expect(code).toBe(7);
  });
});
