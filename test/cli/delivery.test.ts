import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import { startOfTime } from '../support/emulator.js';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const qwen = 'qwen-audio-3.1-asr-flash-streaming';
const aDayAgo = startOfTime - 86_400_000;

const head = `version: 1
account: { region: singapore }
namespace: acme
prune: true
guards: { update_interval: 0s }
outputs:
  - { path: build/ids.json, format: json }
`;

function listOf(name: string, words: readonly string[], also = ''): string {
  return `  - { name: ${name}, prefix: acme${name}, target_model: ${qwen}, hotwords: [${words.join(', ')}]${also} }\n`;
}

function instantOf(name: string, words: readonly string[], also = ''): string {
  return `  - { name: ${name}, delivery: instant, target_model: ${qwen}, hotwords: [${words.join(', ')}]${also} }\n`;
}

function seed(prefix: string, words: readonly string[]): SeedList {
  const vocabulary = words.map((text) => ({ text, weight: 4 }));
  return { prefix, target_model: qwen, vocabulary, created_at: aDayAgo, modified_at: aDayAgo };
}

function foreign(count: number): SeedList[] {
  return Array.from({ length: count }, (_, index) => seed(`theirs${index}`, ['theirs']));
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `word${index + 1}`);
}

async function published({ directory }: Repository): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(directory, 'build/ids.json'), 'utf8')).consumers;
}

/** Slots taken after each write. */
function slots({ emulator }: Repository): number[] {
  return emulator.requests.flatMap(({ action, slots: taken }) =>
    action === 'create' || action === 'delete' || action === 'update' ? (taken ?? []) : [],
  );
}

describe('eleven vocabularies in an account for ten lists, two of them instant', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `v${index + 1}`);
  const text = (vocabularies: string) => `${head}consumers:
  - { name: captions, vocabularies: [v1, names, brands], model: ${qwen} }
  - { name: minutes, vocabulary: brands, model: ${qwen} }
vocabularies:
${vocabularies}`;
  const lists = nine.map((name) => listOf(name, [name])).join('');
  const eleven = text(
    `${lists}${instantOf('names', ['Siobhan', 'Nguyen'])}${instantOf('brands', ['AcmePad'])}`,
  );

  it('are in the published file after an apply that writes nothing to the full account, and a second one does nothing', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': eleven });
    await repository.emulator.seed([...nine.map((name) => seed(`acme${name}`, [name])), ...foreign(1)]);
    expect(await repository.emulator.account()).toHaveLength(10);
    const planned = await repository.vocabsync('plan --detailed-exitcode');
    expect([planned.code, planned.stderr]).toEqual([0, '']);
    const applied = await repository.vocabsync('apply --yes');
    expect(applied.code).toBe(0);
    expect(applied.stdout).toContain('Wrote build/ids.json');
    const [first] = await repository.emulator.account();
    expect(await published(repository)).toEqual({
      captions: {
        model: qwen,
        vocabulary_id: first?.vocabulary_id,
        vocabulary: { AcmePad: 4, Nguyen: 4, Siobhan: 4 },
      },
      minutes: { model: qwen, vocabulary_id: null, vocabulary: { AcmePad: 4 } },
    });
    const again = await repository.vocabsync('apply --yes');
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain('Wrote');
    expect(repository.writes()).toEqual([]);
  });

  it('get the last list by retiring one that is instant now, and never an eleventh', async () => {
    const moved = eleven.replace('[Siobhan, Nguyen]', '[Siobhan, Nguyen], previous_prefixes: [acmeold]');
    const repository = await openRepository({ 'vocab.config.yaml': moved });
    const { emulator, vocabsync } = repository;
    const eight = nine.slice(0, 8).map((name) => seed(`acme${name}`, [name]));
    await emulator.seed([...eight, seed('acmeold', ['Siobhan', 'Nguyen']), ...foreign(1)]);
    expect((await vocabsync('plan')).code).toBe(4);
    // What is blocked publishes nothing, and the list waits for its words to be published.
    const held = await vocabsync('plan --retire');
    expect(held.code).toBe(4);
    expect(held.stdout).toContain('or `--retire --delete-first` (no words until they are deployed)');
    const { stdout, code } = await vocabsync('plan --retire --delete-first');
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 +- delete acmeold@\S+ +9\/10\n +2 +\+ create v9@\S+ +10\/10 +after 1/);
    expect((await vocabsync('apply --retire --delete-first --yes')).code).toBe(0);
    expect(slots(repository)).toEqual([9, 10]);
    expect((await vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });
});

describe('a list whose words go with requests now', () => {
  const words = ['Siobhan', 'Nguyen'];
  const text = (vocabularies: string) =>
    `${head}consumers:\n  - { name: captions, vocabulary: names, model: ${qwen} }\nvocabularies:\n${vocabularies}`;
  const moved = text(instantOf('names', words, ', previous_prefixes: [acmenames]'));

  it('is not retired by the run that first publishes them, and is by the next', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': moved });
    await repository.emulator.seed([seed('acmenames', words)]);
    const first = await repository.vocabsync('apply --retire --yes');
    expect([first.code, (await repository.emulator.account()).length]).toEqual([0, 1]);
    expect(first.stdout).toContain('the words of names are not in the published files here yet');
    expect(await published(repository)).toMatchObject({
      captions: { vocabulary: { Nguyen: 4, Siobhan: 4 } },
    });
    expect((await repository.vocabsync('apply --retire --yes')).code).toBe(0);
    expect(await repository.emulator.account()).toEqual([]);
  });

  it('is not retired while the words are published for another consumer only, or where no program can read them', async () => {
    const other = '  - { name: minutes, vocabulary: twin, model: MODEL }\n'.replace('MODEL', qwen);
    const twin = instantOf('twin', words);
    const two = (vocabularies: string) =>
      text(`${vocabularies}${twin}`).replace('vocabularies:\n', `${other}vocabularies:\n`);
    const repository = await openRepository({ 'vocab.config.yaml': two(listOf('names', words)) });
    await repository.emulator.seed([seed('acmenames', words)]);
    expect((await repository.vocabsync('apply --yes')).code).toBe(0);
    await repository.write(
      'vocab.config.yaml',
      two(instantOf('names', words, ', previous_prefixes: [acmenames]')),
    );
    const first = await repository.vocabsync('apply --retire --yes');
    expect(first.stdout).toContain('the words of names are not in the published files here yet');
    expect(await repository.emulator.account()).toHaveLength(1);
    const file = join(repository.directory, 'build/ids.json');
    await repository.write('build/ids.json', `<<<<<<< HEAD\n${await readFile(file, 'utf8')}`);
    expect((await repository.vocabsync('apply --retire --yes')).code).toBe(0);
    expect(await repository.emulator.account()).toHaveLength(1);
    expect((await repository.vocabsync('apply --retire --yes')).code).toBe(0);
    expect(await repository.emulator.account()).toEqual([]);
  });

  it('is not retired as long as a published file lacks a word, or cannot be written', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': moved });
    await repository.emulator.seed([seed('acmenames', words)]);
    await repository.vocabsync('apply --yes');
    const file = join(repository.directory, 'build/ids.json');
    await repository.write('build/ids.json', (await readFile(file, 'utf8')).replace(/"Nguyen": 4,/, ''));
    const stale = await repository.vocabsync('plan --retire --format json');
    expect(JSON.parse(stale.stdout).changes).toMatchObject([{ reason: 'replacement_not_published' }]);
    await rm(join(repository.directory, 'build/ids.json'));
    await repository.write('build/ids.json/in-the-way', '');
    expect((await repository.vocabsync('apply --retire --yes')).code).toBe(3);
    expect(await repository.emulator.account()).toHaveLength(1);
  });

  it('is retired on the word of whoever says so where no file is named', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': moved.replace(/outputs:\n.*\n/, '') });
    await repository.emulator.seed([seed('acmenames', words)]);
    const { code, stdout } = await repository.vocabsync('apply --retire --yes');
    expect([code, (await repository.emulator.account()).length]).toEqual([0, 0]);
    expect(stdout).toContain('captions must have deployed the published words of names already');
  });
});

it('a published file keeps the permissions that somebody gave it', async () => {
  const text = `${head}consumers:\n  - { name: captions, vocabulary: names, model: ${qwen} }\nvocabularies:\n${instantOf('names', ['Siobhan'])}`;
  const repository = await openRepository({ 'vocab.config.yaml': text });
  await repository.vocabsync('apply --yes');
  const file = join(repository.directory, 'build/ids.json');
  await chmod(file, 0o600);
  await repository.write('vocab.config.yaml', text.replace('Siobhan', 'Nguyen'));
  await repository.vocabsync('apply --yes');
  expect(await readFile(file, 'utf8')).toContain('Nguyen');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

describe('a vocabulary of a full account that moves to requests and back', () => {
  const words = ['Siobhan', 'Nguyen'];
  const consumers = `consumers:\n  - { name: captions, vocabulary: names, model: ${qwen} }\n`;
  const asList = `${head}${consumers}vocabularies:\n${listOf('names', words)}`;
  const asInstant = `${head}${consumers}vocabularies:\n${instantOf('names', words, ', previous_prefixes: [acmenames]')}`;

  async function open() {
    const repository = await openRepository({ 'vocab.config.yaml': asList });
    await repository.emulator.seed([seed('acmenames', words), ...foreign(9)]);
    const run = async (command: string) => {
      const ended = await repository.vocabsync(command);
      expect([command, ended.code]).toEqual([command, 0]);
      return ended.stdout;
    };
    const ours = async () =>
      (await repository.emulator.account()).find(({ prefix }) => prefix === 'acmenames')?.vocabulary_id ??
      null;
    return { repository, run, ours };
  }

  it('has its list until that is retired, and then a new one in the same slot', async () => {
    const { repository, run, ours } = await open();
    await run('apply --yes');
    const id = await ours();
    expect(await published(repository)).toMatchObject({ captions: { vocabulary_id: id, vocabulary: null } });

    await repository.write('vocab.config.yaml', asInstant);
    expect(await run('plan')).toContain(`${id} is kept, for names is instant now: captions needs the list`);
    await run('apply --yes');
    expect(await ours()).toBe(id);
    expect(await published(repository)).toMatchObject({
      captions: { vocabulary_id: null, vocabulary: { Nguyen: 4, Siobhan: 4 } },
    });

    expect(await run('plan --retire')).toContain(`${id} goes: captions must have deployed`);
    expect(await run('apply --retire --yes')).toContain('vocabsync restore .vocabsync/backups/');
    expect(await ours()).toBeNull();

    await repository.write('vocab.config.yaml', asList);
    expect(await run('plan --verbose')).toContain(
      'captions will send its words until the new id is deployed',
    );
    await run('apply --yes');
    expect(await published(repository)).toMatchObject({
      captions: { vocabulary_id: await ours(), vocabulary: null },
    });
    expect(slots(repository)).toEqual([9, 10]);
  });

  it('is bound to its list again when it comes back before that is retired', async () => {
    const { repository, run, ours } = await open();
    const id = await ours();
    await repository.write('vocab.config.yaml', asInstant);
    await run('apply --yes');
    await repository.write('vocab.config.yaml', asList);
    await run('apply --yes');
    expect(repository.writes()).toEqual([]);
    expect(await published(repository)).toMatchObject({ captions: { vocabulary_id: id, vocabulary: null } });
  });

  it('keeps its words in the published file while there is no slot for the way back', async () => {
    const { repository, run } = await open();
    await repository.write('vocab.config.yaml', asInstant);
    await run('apply --yes');
    await run('apply --retire --yes');
    await repository.emulator.seed(foreign(1));
    await repository.write('vocab.config.yaml', asList);
    expect((await repository.vocabsync('apply --yes')).code).toBe(4);
    expect(await published(repository)).toMatchObject({
      captions: { vocabulary_id: null, vocabulary: { Nguyen: 4, Siobhan: 4 } },
    });
  });

  it('has its list restored, and hears what becomes of it', async () => {
    const { repository, run, ours } = await open();
    await repository.write('vocab.config.yaml', asInstant);
    await run('apply --yes');
    const retired = await run('apply --retire --yes');
    const backups = /\.vocabsync\/backups\/[\w-]+/.exec(retired)?.[0] ?? '';
    expect(await run(`restore ${backups} --yes`)).toContain(
      'the next `apply --retire` deletes it again: names is instant now',
    );
    expect(await ours()).not.toBeNull();
    expect(await run('apply --yes')).toContain('is kept, for names is instant now');
  });
});

describe('a vocabulary that loses most of its words on the way to requests', () => {
  const consumers = `consumers:\n  - { name: captions, vocabulary: names, model: ${qwen} }\n`;
  const claimed = ', previous_prefixes: [acmenames]';
  const text = (vocabulary: string) => `${head}${consumers}vocabularies:\n${vocabulary}`;
  const base = text(listOf('names', numbered(12)));

  async function open(vocabulary: string, held = 12) {
    const repository = await openRepository({ 'vocab.config.yaml': text(vocabulary) });
    await repository.emulator.seed([seed('acmenames', numbered(held))]);
    return repository;
  }

  it('is blocked, and nothing is published', async () => {
    const repository = await open(instantOf('names', numbered(4), claimed));
    const { code, stdout } = await repository.vocabsync('plan');
    expect(code).toBe(4);
    expect(stdout).toMatch(
      /blocked\[hotword-loss\]: names, which is instant now, lacks 8 of the 12 words of vocab-acmenames-/,
    );
    expect((await repository.vocabsync('apply --yes')).code).toBe(4);
    await expect(published(repository)).rejects.toThrow('ENOENT');
  });

  it('is let through by its name, and by its list’s address as that goes, with the same digest', async () => {
    const repository = await open(instantOf('names', numbered(4), claimed));
    const digestOf = async (command: string) =>
      JSON.parse((await repository.vocabsync(command)).stdout).digest;
    expect(await digestOf('plan --format json --allow hotword-loss=names')).toBe(
      await digestOf('plan --format json'),
    );
    const applied = await repository.vocabsync('apply --yes --allow hotword-loss=names');
    expect(applied.code).toBe(0);
    expect(applied.stdout).toContain('warning[guard-lifted]: --allow hotword-loss=names lifts a guard');
    expect(await published(repository)).toMatchObject({ captions: { vocabulary: { word4: 4 } } });

    expect((await repository.vocabsync('apply --retire --yes --allow hotword-loss=names')).code).toBe(4);
    const retired = await repository.vocabsync(`apply --retire --yes --allow hotword-loss=acmenames@${qwen}`);
    expect(retired.code).toBe(0);
    expect(await repository.emulator.account()).toEqual([]);
    expect((await repository.vocabsync('plan')).code).toBe(0);
  });

  it('is not held back below ten words', async () => {
    const repository = await open(instantOf('names', ['other'], claimed), 9);
    expect((await repository.vocabsync('apply --yes')).code).toBe(0);
  });

  it('is shown as blocked in a comparison', async () => {
    const repository = await open(instantOf('names', numbered(4), claimed));
    await repository.write('before/vocab.config.yaml', base);
    const { code, stdout } = await repository.vocabsync('diff --base ./before');
    expect(code).toBe(0);
    expect(stdout).toContain(
      '[hotword-loss]: names, which is instant now, lacks 8 of the 12 words of prefix acmenames (67%)',
    );
  });

  it('is a warning in a comparison where it does not say which list it was', async () => {
    const repository = await open(instantOf('names', numbered(4)));
    await repository.write('before/vocab.config.yaml', base);
    const { stdout } = await repository.vocabsync('diff --base ./before');
    expect(stdout).toContain('warning[previous-prefix-missing]: names was a list of the prefix acmenames');
    expect(stdout).toContain('add `previous_prefixes: [acmenames]` to names');
    expect(stdout).toContain(
      'warning[instant-words-lost]: names moves from a list to requests and loses 8 of its 12 words',
    );
  });

  it('is a warning in a comparison with another account, too', async () => {
    const repository = await open(instantOf('names', numbered(4), claimed));
    await repository.write('before/vocab.config.yaml', base.replace('region: singapore', 'region: beijing'));
    const { stdout } = await repository.vocabsync('diff --base ./before');
    expect(stdout).toContain('warning[instant-words-lost]: names moves from a list to requests');
    expect(stdout).not.toContain('list-until-deployed');
  });
});

it('retire: an apply is done where nothing is left but what the next one deletes', async () => {
  const moved = config({ medical: ['alpha'] }).replace('acmemed', 'acmenew, previous_prefixes: [acmeold]');
  const { vocabsync, emulator } = await openRepository({ 'vocab.config.yaml': moved });
  await emulator.seed([
    { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] },
  ]);
  expect((await vocabsync('apply --retire --yes')).code).toBe(0);
  expect(await emulator.account()).toHaveLength(2);
  expect((await vocabsync('apply --retire --yes')).code).toBe(0);
  expect(await emulator.account()).toHaveLength(1);
});
