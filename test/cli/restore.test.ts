import { execFileSync } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import { renderBackup } from '../../src/workspace/render-backup.js';
import { idOf, observedList, word } from '../support/build.js';
import { sendAsAnother } from '../support/emulator.js';
import { config, writeInto } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

/** What no configuration would ask for, with every field the vendor has. */
const strange = [
  { text: ' alpha ', weight: 51 },
  { text: 'beta', weight: 4 },
  { text: 'beta', weight: 4 },
  { text: 'e\u0301\u200b', weight: -3, lang: 'xx' },
  { text: 'on', weight: 4, translation: 'sur', more: { deep: [1, 'two', null] } },
];

function list(prefix: string, serial: number, vocabulary: SeedList['vocabulary'] = strange): SeedList {
  return { vocabulary_id: idOf(prefix, serial), prefix, target_model: 'fun-asr', vocabulary };
}

const nothing = { 'vocab.config.yaml': config({}) };

/** The lists without their times and ids, in an order of their own. */
async function contents({ emulator }: Repository): Promise<string[]> {
  const lists = await emulator.account();
  return lists
    .map(({ prefix, target_model, vocabulary }) => JSON.stringify([prefix, target_model, vocabulary]))
    .sort();
}

/** Applies whatever the configuration says, and returns the folder of the backups. */
async function applied({ vocabsync }: Repository): Promise<string> {
  const { stdout } = await vocabsync('apply --yes --allow max-deletes --format json');
  const { backups, converged } = JSON.parse(stdout) as { backups: string; converged: boolean };
  expect(converged).toBe(true);
  return backups;
}

describe('restore', () => {
  it('brings everything back, word for word, that one run has overwritten or deleted', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': config({ medical: ['new'] }, 'removed: [acmerem]\n'),
    });
    await repository.emulator.seed([
      list('acmemed', 1),
      list('acmeold', 2),
      list('acmerem', 3),
      list('zzz', 4, [{ text: 'unmanaged', weight: 4 }]),
    ]);
    const before = await contents(repository);
    const folder = await applied(repository);
    expect(await contents(repository)).toHaveLength(2);
    expect((await repository.vocabsync(`restore ${folder} --yes`)).code).toBe(0);
    expect(await contents(repository)).toEqual(before);
  });

  it('gives a list that still exists its words under its id, and makes a new one of one that is gone', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['new'] }) });
    await repository.emulator.seed([list('acmemed', 1), list('acmeold', 2)]);
    const folder = await applied(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).toContain('Plan: 1 to create, 1 to update');
    const ids = (await repository.emulator.account()).map(({ vocabulary_id }) => vocabulary_id);
    expect(ids).toContain(idOf('acmemed', 1));
    expect(ids).not.toContain(idOf('acmeold', 2));
    expect(ids).toHaveLength(2);
  });

  it('names who has to learn a new id, and publishes it', async () => {
    const outputs =
      'consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]\noutputs: [{ path: ids.json, format: json }]\n';
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }, outputs) });
    await repository.vocabsync('apply --yes');
    await repository.write('vocab.config.yaml', config({ medical: ['beta'] }, outputs));
    const folder = await applied(repository);
    const idInFile = async () =>
      JSON.parse(await readFile(join(repository.directory, 'ids.json'), 'utf8')).consumers.ward.vocabulary_id;
    const published = await idInFile();

    const again = await repository.vocabsync(`restore ${folder} --yes`);
    expect(again.stdout).toContain('Reached by the update, without a redeploy: ward');
    expect(await idInFile()).toBe(published);

    // As somebody does in the console.
    const { emulator } = repository;
    await sendAsAnother(emulator, { action: 'delete_vocabulary', vocabulary_id: published });
    const { code, stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(code).toBe(0);
    expect(stdout).toContain('Consumers to redeploy with a new id: ward');
    expect(stdout).toContain('Wrote ids.json');
    const [held] = await emulator.account();
    expect(await idInFile()).toBe(held?.vocabulary_id);
    expect(held?.vocabulary_id).not.toBe(published);
  });

  it('says that a list which comes back beside its successor would block the next apply', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': config({ medical: ['new'] }, `removed: [${idOf('acmemed', 2)}]\n`),
    });
    await repository.emulator.seed([list('acmemed', 1, [{ text: 'new', weight: 4 }]), list('acmemed', 2)]);
    const folder = await applied(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).toContain(
      `comes back beside ${idOf('acmemed', 1)}, which has its prefix and model, and one of the two blocks the next apply as a rival`,
    );
    expect((await repository.vocabsync('plan')).code).toBe(4);
  });

  it('waits, when it is run again, for what was not OK in time: an apply would undo it', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['new'] }) });
    await repository.emulator.seed([list('acmemed', 1, [{ text: 'old', weight: 4 }])]);
    const folder = await applied(repository);
    repository.emulator.change({ deploy_ms: 60_000 });
    const first = await repository.vocabsync(`restore ${folder} --yes --wait 1s`);
    expect(first.code).toBe(6);
    expect(first.stdout).toContain('run the same command again in a few minutes');
    expect(first.stdout).not.toContain('`vocabsync apply` again');
    expect((await repository.vocabsync(`restore ${folder} --yes --wait 90s`)).code).toBe(0);
    expect((await contents(repository))[0]).toContain('old');
  });

  it('does nothing the second time', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['new'] }) });
    await repository.emulator.seed([list('acmemed', 1), list('acmeold', 2)]);
    const folder = await applied(repository);
    await repository.vocabsync(`restore ${folder} --yes`);
    const { length } = repository.writes();
    expect((await repository.vocabsync(`restore ${folder} --yes`)).code).toBe(0);
    expect(repository.writes()).toHaveLength(length);
  });

  it.each([1, 10])(
    'brings both of two duplicates back, %i steps at once, and once only',
    async (parallelism) => {
      const repository = await openRepository(nothing);
      await repository.emulator.seed([
        list('acmetwi', 1),
        list('acmetwi', 2),
        list('acmetwi', 3, [{ text: 'other', weight: 4 }]),
      ]);
      const before = await contents(repository);
      const folder = await applied(repository);
      expect(await contents(repository)).toEqual([]);
      for (const _ of ['once', 'twice']) {
        const { code } = await repository.vocabsync(`restore ${folder} --yes --parallelism ${parallelism}`);
        expect(code).toBe(0);
        expect(await contents(repository)).toEqual(before);
      }
    },
  );

  it('keeps in its turn what it overwrites, so that it can be undone', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['new'] }) });
    await repository.emulator.seed([list('acmemed', 1)]);
    const folder = await applied(repository);
    const after = await contents(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes --format json`);
    const { backups } = JSON.parse(stdout) as { backups: string };
    expect((await repository.vocabsync(`restore ${backups} --yes`)).code).toBe(0);
    expect(await contents(repository)).toEqual(after);
  });

  it('prunes nothing and makes nothing that the configuration asks for', async () => {
    const repository = await openRepository(nothing);
    await repository.emulator.seed([list('acmeold', 1)]);
    const folder = await applied(repository);
    await repository.write('vocab.config.yaml', config({ sales: ['gamma'] }));
    await repository.emulator.seed([list('acmeorp', 2), list('acmeorp', 3, [{ text: 'other', weight: 4 }])]);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).toContain('Plan: 1 to create\n');
    expect((await contents(repository)).map((text) => text.slice(2, 9))).toEqual([
      'acmeold',
      'acmeorp',
      'acmeorp',
    ]);
  });

  it('says which YAML would keep a list, and nothing once there is such a YAML', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['new'] }) });
    const plain = [{ text: 'alpha', weight: 4 }];
    await repository.emulator.seed([list('acmemed', 1, plain), list('acmeold', 2, plain)]);
    const folder = await applied(repository);
    const told = await repository.vocabsync(`restore ${folder} --color never`);
    expect(told.stdout).toContain(`warning[restore-not-kept]: ${idOf('acmemed', 1)} comes back`);
    expect(told.stdout).toContain('hint: to keep it, bring its words back in vocab.config.yaml too');
    expect(told.stdout).toContain(
      'hint: to keep it, copy its backup file to your words, and write a vocabulary with the prefix acmeold and the model fun-asr',
    );
    const silenced = config({ medical: ['new'] }, 'rules: { restore-not-kept: off }\n');
    await repository.write('vocab.config.yaml', silenced);
    expect((await repository.vocabsync(`restore ${folder}`)).stdout).not.toContain('restore-not-kept');
    await repository.write('vocab.config.yaml', config({ medical: ['alpha'], old: ['alpha'] }));
    expect((await repository.vocabsync(`restore ${folder} --yes`)).stdout).not.toContain('restore-not-kept');
    expect((await repository.vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });

  it('says that words which it brings back hold back the next apply', async () => {
    const model = 'qwen-audio-3.1-asr-flash-streaming';
    const words = Array.from({ length: 12 }, (_, index) => `w${index + 1}`);
    const wanted = (vocabulary: string) =>
      `${config({}).replace(/vocabularies: .*\n/, '')}vocabularies:\n  - { name: abc, target_model: ${model}, ${vocabulary} }\n`;
    const instant = 'delivery: instant, previous_prefixes: [acmeabc], hotwords: [w1, w2, w3]';
    const repository = await openRepository({ 'vocab.config.yaml': wanted(instant) });
    await repository.emulator.seed([
      {
        vocabulary_id: idOf('acmeabc', 1),
        prefix: 'acmeabc',
        target_model: model,
        vocabulary: words.map((text) => ({ text, weight: 4 })),
      },
    ]);
    const retired = await repository.vocabsync(
      `apply --yes --retire --allow hotword-loss=acmeabc@${model} --format json`,
    );
    const { backups } = JSON.parse(retired.stdout) as { backups: string };
    expect((await repository.vocabsync('plan')).code).toBe(0);
    const { code, stdout } = await repository.vocabsync(`restore ${backups} --yes`);
    expect(stdout).toContain(
      `the next apply is blocked then: abc, which is instant now, lacks 9 of the 12 words of ${idOf('acmeabc', 1)} (75%)`,
    );
    expect(stdout).toContain('--allow hotword-loss=abc');
    expect(code).toBe(0);
    const plan = await repository.vocabsync('plan');
    expect(plan).toMatchObject({ code: 4, stdout: expect.stringContaining('blocked[hotword-loss]') });
    // What was blocked before is not the doing of a restore.
    const again = await repository.vocabsync(`restore ${backups}`);
    expect(again.stdout).not.toContain('the next apply is blocked then');
  });

  it('says that it takes the slot of what the configuration asks for', async () => {
    const repository = await openRepository(nothing, { quota: 2 });
    await repository.emulator.seed([list('acmeold', 1), list('zzz', 2)]);
    const folder = await applied(repository);
    const wanted = config({ sales: ['gamma'] }).replace(
      'region: singapore',
      'region: singapore, list_quota: 2',
    );
    await repository.write('vocab.config.yaml', wanted.replace('prune: true', 'prune: false'));
    expect((await repository.vocabsync('plan')).code).toBe(0);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).toContain('the next apply is blocked then: no slot for sales@');
    expect((await repository.vocabsync('plan')).stdout).toContain('blocked[no-slot]');
  });

  it('says nothing of a rival that a pin has settled', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': `${config({}).replace(/vocabularies: .*\n/, '')}removed: [${idOf('acmemed', 2)}]
vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr, vocabulary_id: ${idOf('acmemed', 1)}, hotwords: [alpha] }
`,
    });
    const plain = [{ text: 'alpha', weight: 4 }];
    await repository.emulator.seed([
      list('acmemed', 1, plain),
      list('acmemed', 2, [{ text: 'other', weight: 4 }]),
    ]);
    const folder = await applied(repository);
    const kept = await readFile(join(repository.directory, 'vocab.config.yaml'), 'utf8');
    await repository.write('vocab.config.yaml', kept.replace(/removed: .*\n/, ''));
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).not.toContain('blocks the next apply');
    expect((await repository.vocabsync('plan')).code).toBe(0);
  });

  it('says that a duplicate comes back for nothing', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) });
    const plain = [{ text: 'alpha', weight: 4 }];
    await repository.emulator.seed([list('acmemed', 1, plain), list('acmemed', 2, plain)]);
    const folder = await applied(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder}`);
    expect(stdout).toContain('another list of its prefix and model has the same words');
    expect(stdout).not.toContain('write a vocabulary with the prefix acmemed');
  });

  it('reports as a restore, also in JSON', async () => {
    const repository = await openRepository(nothing);
    await repository.emulator.seed([list('acmeold', 1)]);
    const folder = await applied(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes --format json`);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'restore',
      converged: true,
      backups: null,
      changes: [{ action: 'create', reason: 'restored', prefix: 'acmeold' }],
      steps: [{ op: 'create', status: 'done', vocabulary_id: expect.stringMatching(/^vocab-acmeold-/) }],
      diagnostics: [{ rule: 'restore-not-kept' }],
    });
  });
});

describe('restore, as apply does,', () => {
  async function deleted(count: number, switches = {}): Promise<{ repository: Repository; folder: string }> {
    const repository = await openRepository(nothing, switches);
    await repository.emulator.seed(Array.from({ length: count }, (_, index) => list('acmeold', index + 1)));
    return { repository, folder: await applied(repository) };
  }

  it('needs an approval, and takes a digest for one', async () => {
    const { repository, folder } = await deleted(1);
    const refused = await repository.vocabsync(`restore ${folder}`);
    expect(refused.stderr).toContain('error[not-approved]');
    expect(refused.code).toBe(4);
    const digest = /Digest (\S+)/.exec(refused.stdout)?.[1] ?? '';
    expect((await repository.vocabsync(`restore ${folder} --expect-digest ${digest}x`)).code).toBe(5);
    expect(await contents(repository)).toEqual([]);
    expect((await repository.vocabsync(`restore ${folder} --expect-digest ${digest}`)).code).toBe(0);
    expect(await contents(repository)).toHaveLength(1);
  });

  it('asks on a terminal', async () => {
    const { repository, folder } = await deleted(1);
    const ended = await repository.vocabsync(`restore ${folder}`, { terminal: true, answer: () => 'no' });
    expect(ended.code).toBe(4);
    expect(await contents(repository)).toEqual([]);
  });

  it('makes no list too many', async () => {
    const { repository, folder } = await deleted(2);
    await repository.emulator.seed(Array.from({ length: 9 }, (_, index) => list('zzz', index + 1)));
    const { code, stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).toContain('blocked[no-slot]');
    expect(code).toBe(4);
    expect(await repository.emulator.account()).toHaveLength(9);
  });

  it('does not take words from a list unless that is allowed', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });
    await repository.emulator.seed([list('acmemed', 1)]);
    const folder = await applied(repository);
    const many = Array.from({ length: 20 }, (_, index) => ({ text: `word${index}`, weight: 4 }));
    await sendAsAnother(repository.emulator, {
      action: 'update_vocabulary',
      vocabulary_id: idOf('acmemed', 1),
      vocabulary: many,
    });
    const blocked = await repository.vocabsync(`restore ${folder} --yes`);
    expect(blocked.stdout).toContain('blocked[hotword-loss]');
    expect(blocked.code).toBe(4);
    const address = /--allow (hotword-loss=[^`]+)/.exec(blocked.stdout)?.[1];
    expect((await repository.vocabsync(`restore ${folder} --yes --allow ${address}`)).code).toBe(0);
  });

  it('leaves a list alone that is changed while the question stands', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });
    await repository.emulator.seed([list('acmemed', 1)]);
    const folder = await applied(repository);
    const theirs = [{ text: 'theirs', weight: 4 }];
    const { code, stdout } = await repository.vocabsync(`restore ${folder} --color never`, {
      terminal: true,
      answer: async () => {
        await sendAsAnother(repository.emulator, {
          action: 'update_vocabulary',
          vocabulary_id: idOf('acmemed', 1),
          vocabulary: theirs,
        });
        return 'yes';
      },
    });
    expect(stdout).toContain('error[conflict]');
    expect(code).toBe(5);
    expect((await repository.emulator.account())[0]?.vocabulary).toEqual(theirs);
  });

  it('sends a create only once, though its answer is lost', async () => {
    const { repository, folder } = await deleted(1);
    repository.emulator.change({ faults: [{ kind: 'cut-after', action: 'create', skip: 0, count: 1 }] });
    expect((await repository.vocabsync(`restore ${folder} --yes`)).code).toBe(0);
    expect(await repository.emulator.account()).toHaveLength(1);
  });

  it('ends with 6 when a list that came back is not OK in time', async () => {
    const { repository, folder } = await deleted(1);
    repository.emulator.change({ deploy_ms: 3_600_000 });
    expect((await repository.vocabsync(`restore ${folder} --yes --wait 5s`)).code).toBe(6);
  });

  it('needs a configuration that is right, and a key', async () => {
    const { repository, folder } = await deleted(1);
    const keyless = await repository.vocabsync(`restore ${folder} --yes`, { env: { DASHSCOPE_API_KEY: '' } });
    expect(keyless.code).toBe(7);
    await repository.write('vocab.config.yaml', 'version: 1\n');
    expect((await repository.vocabsync(`restore ${folder} --yes`)).code).toBe(3);
  });
});

describe('several configurations of one folder', () => {
  const staging = (words: string) =>
    `version: 1\naccount: { name: staging, region: singapore }\ndefaults: { target_model: fun-asr }\nvocabularies: [{ name: medical, prefix: acmemed, hotwords: [${words}] }]\n`;

  it('are told apart in every command that is said, whatever the form', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': config({ other: ['x'] }),
      'envs/staging/vocab.config.yaml': staging('alpha, beta'),
    });
    const named = '-c envs/staging/vocab.config.yaml';
    await repository.vocabsync(`apply --yes ${named}`);
    await repository.write('envs/staging/vocab.config.yaml', staging('alpha, gamma'));
    const text = await repository.vocabsync(`apply --yes ${named} --out result.json --out result.md`);
    const command =
      /`vocabsync restore -c envs\/staging\/vocab\.config\.yaml (envs\/staging\/\.vocabsync\/\S+)`/;
    const folder = command.exec(text.stdout)?.[1] ?? '';
    expect(await readFile(join(repository.directory, 'result.md'), 'utf8')).toMatch(command);
    const failed = await repository.vocabsync(`apply no.json ${named} --format json`);
    expect(failed.stdout).toContain(`\`vocabsync plan ${named} --out plan.json\``);
    expect((await repository.vocabsync(`restore ${folder} --yes`)).stdout).toContain('restore-other-account');
    const back = await repository.vocabsync(`restore ${named} ${folder} --yes --format json`);
    expect(back.stdout).not.toContain('restore-other-account');
  });

  it('leave words as they are, also one that is spelt like a command', async () => {
    const odd = 'run `vocabsync plan` now';
    const named = '-c envs/staging/vocab.config.yaml';
    const repository = await openRepository({
      'envs/staging/vocab.config.yaml': staging(`alpha, "${odd}"`),
    });
    const { stdout } = await repository.vocabsync(`plan ${named} --out plan.json`);
    expect(stdout).toContain(odd);
    expect((await repository.vocabsync(`apply plan.json ${named}`)).code).toBe(0);
    const [made] = await repository.emulator.account();
    expect(made?.vocabulary.map(({ text }) => text)).toEqual(['alpha', odd]);
  });

  it('are one account that has got a name since', async () => {
    const repository = await openRepository({
      'vocab.config.yaml':
        'version: 1\naccount: { region: singapore }\nvocabularies: []\nremoved: [acmeold]\n',
    });
    await repository.emulator.seed([list('acmeold', 1)]);
    const folder = await applied(repository);
    const name = 'version: 1\naccount: { region: singapore, name: prod }\nvocabularies: []\n';
    await repository.write('vocab.config.yaml', name);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).not.toContain('restore-other-account');
  });

  it('are none where the one of the usual name is meant', async () => {
    const repository = await openRepository(nothing);
    await repository.emulator.seed([list('acmeold', 1)]);
    const folder = await applied(repository);
    const { stdout } = await repository.vocabsync(`restore ${folder} --yes`);
    expect(stdout).not.toContain('restore-other-account');
    expect(stdout).not.toContain(' -c ');
  });
});

const whole = renderBackup(observedList({ vocabulary_id: idOf('acmemed', 1), hotwords: [word('alpha')] }));

interface Bad {
  readonly what: string;
  readonly says: string;
  /** Files of the folder `b`; beside a whole one unless that has the same name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly put?: (folder: string) => unknown;
}

const badFiles: readonly Bad[] = [
  { what: 'broken YAML', files: { 'x.yaml': `${whole}hotwords: [` }, says: 'x.yaml is not a backup' },
  { what: 'a backup that ends in the middle', files: { 'x.yaml': whole.slice(0, -3) }, says: 'x.yaml' },
  { what: 'an empty file', files: { 'x.yaml': '' }, says: 'x.yaml is not a backup: at its root' },
  { what: 'an alias bomb', files: { 'x.yaml': `a: &a [1]\nhotwords: *a\n${whole}` }, says: 'x.yaml' },
  {
    what: 'words of a wrong type',
    files: { 'x.yaml': whole.replace('alpha', '1e3') },
    says: 'at hotwords.0.text',
  },
  {
    what: 'an id of another form',
    files: { 'x.yaml': whole.replaceAll('vocab-acmemed', 'list-acmemed') },
    says: 'at vocabulary_id.0: no vocabulary_id',
  },
  {
    what: 'bytes that are no text',
    files: { 'x.yaml': Uint8Array.of(0xd0, 0xc4, 0xb7, 0xbf) },
    says: 'cannot restore x.yaml: it is not UTF-8',
  },
  {
    what: 'a file that is too large',
    files: { 'x.yaml': `${whole}#${' '.repeat(2 * 1024 * 1024)}\n` },
    says: 'cannot restore x.yaml: it is larger than 2 MiB',
  },
  {
    what: 'the same list twice',
    files: { 'x.yaml': whole.replace('alpha', 'beta') },
    says: `two files say what ${idOf('acmemed', 1)} was`,
  },
  {
    what: 'a link',
    put: (folder) => symlink('/etc/hostname', join(folder, 'x.yaml')),
    says: 'cannot restore x.yaml: it is not a regular file',
  },
  {
    what: 'a folder',
    files: { 'x.yaml/y.yaml': whole },
    says: 'cannot restore x.yaml: it is not a regular file',
  },
];

const badFolders: readonly (Bad & { readonly folder: string })[] = [
  { what: 'no folder', folder: 'c', says: 'cannot restore c: ENOENT' },
  { what: 'a file', folder: 'b/whole.yaml', says: 'cannot restore b/whole.yaml: ENOTDIR' },
  { what: 'a folder without backups', folder: 'd', says: 'cannot restore d: it has no backup files' },
];

describe('restore touches nothing, and ends with 3, for', () => {
  async function refusal(folder: string, { files = {}, put, says }: Bad) {
    const { vocabsync, directory, emulator } = await openRepository({
      'vocab.config.yaml': config({}),
      'b/whole.yaml': whole,
      'd/notes.txt': '',
    });
    for (const [name, text] of Object.entries(files)) await writeInto(directory, `b/${name}`, text);
    await put?.(join(directory, 'b'));
    const { code, stdout, stderr } = await vocabsync(['restore', folder, '--yes']);
    return { code, stdout, told: stderr.includes(says) || stderr, requests: emulator.requests.length };
  }

  const refused = { code: 3, stdout: '', told: true, requests: 0 };

  it.each(badFiles.map((each) => [each.what, each] as const))('%s among the backups', async (_, bad) => {
    expect(await refusal('b', bad)).toEqual(refused);
  });

  it.each(badFolders.map((each) => [each.what, each] as const))(
    '%s in place of the backups',
    async (_, bad) => {
      expect(await refusal(bad.folder, bad)).toEqual(refused);
    },
  );

  it.runIf(process.platform !== 'win32')('a pipe that nobody writes to', async () => {
    const put = (folder: string) => execFileSync('mkfifo', [join(folder, 'x.yaml')]);
    const bad = { what: 'a pipe', put, says: 'cannot restore x.yaml: it is not a regular file' };
    expect(await refusal('b', bad)).toEqual(refused);
  });
});

it('says how the list of a model that was left is kept, and so it is', async () => {
  const moved = (models: string) =>
    config({ medical: ['alpha', 'beta'] }).replace('target_model: fun-asr }', `${models} }`);
  const repository = await openRepository({
    'vocab.config.yaml': moved('target_model: fun-asr-realtime'),
  });
  expect((await repository.vocabsync('apply --yes')).code).toBe(0);
  await repository.write('vocab.config.yaml', moved('target_model: fun-asr'));
  expect((await repository.vocabsync('apply --yes')).code).toBe(0);
  const retired = await repository.vocabsync('apply --yes --retire --format json');
  const { backups } = JSON.parse(retired.stdout) as { backups: string };
  const { stdout } = await repository.vocabsync(`restore ${backups} --yes`);
  expect(stdout).toContain(
    'to have the list updated again, add fun-asr-realtime to the models of medical, with `target_models` in vocab.config.yaml',
  );
  const both = config({ medical: ['alpha', 'beta'] })
    .replace('defaults: { target_model: fun-asr }\n', '')
    .replace('name: medical,', 'name: medical, target_models: [fun-asr, fun-asr-realtime],');
  await repository.write('vocab.config.yaml', both);
  expect((await repository.vocabsync('plan --detailed-exitcode')).stdout).toContain(
    'Plan: no changes, 2 unchanged',
  );
});
