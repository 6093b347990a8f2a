import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository } from '../cli/repository.js';
import { idOf, word } from '../support/build.js';
import { config } from '../support/world.js';

/** Keys as the vendor makes them, as people shorten them, and as they stand in a sentence. */
const keys = [
  'sk-fedcba9876543210fedcba9876543210',
  'sk-ws-0.123456.7890',
  'sk-abcd12345678',
  'sk-H.ABCDEF.a1b2c3d4',
  'sk-proj_abc-123_def',
  'sk-abcdefghijklmnopqrstuvwxyz',
];
const passwords = ['geheim77', 'p@ss-word77'];
const words = [
  ...keys,
  ...passwords.map((password) => `https://bob:${password}@host`),
  `x ${keys[0]} y`,
  `(${keys[1]})`,
  `_${keys[2]}`,
  `9${keys[0]}`,
];

const formats = ['text', 'json', 'markdown', 'github'];
const everyRun = [
  ...formats.flatMap((format) => [`validate --format ${format}`, `plan --verbose --format ${format}`]),
  'validate --verbose',
  'plan --out plan.json --out plan.md --out plan.html',
  'apply --yes --format json',
  'apply --yes --verbose',
];

describe.each(words)('the hotword %s', (hotword) => {
  const key = [...passwords, ...keys].find((one) => hotword.includes(one)) ?? hotword;

  it('is refused by every command, shown by none, and never sent', async () => {
    const outputs = 'outputs: [{ path: build/ids.json, format: json }]\n';
    const { vocabsync, emulator, directory } = await openRepository({
      'vocab.config.yaml': `version: 1\naccount: { region: singapore }\n${outputs}vocabularies: [v.yaml]\n`,
      'v.yaml': `name: v\nprefix: acme\ntarget_model: fun-asr\nhotwords: [${JSON.stringify(hotword)}, good]\n`,
    });
    for (const args of everyRun) {
      const { code, stdout, stderr } = await vocabsync(args);
      expect([code, stdout + stderr]).toEqual([3, expect.stringContaining('hotword-like-key')]);
      expect(stdout + stderr).not.toContain(key);
    }
    expect(emulator.requests).toEqual([]);
    expect(await textsIn(directory, 'v.yaml')).not.toContain(key);
  });

  it('is shown by no report, and kept whole in the backup, when the account holds it', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });
    const { vocabsync, emulator, directory } = repository;
    const vocabulary_id = idOf('acmemed', 1);
    const held = { text: hotword, weight: 4 };
    const list = {
      prefix: 'acmemed',
      target_model: 'fun-asr',
      vocabulary: [held, { text: 'alpha', weight: 4 }],
    };
    await emulator.seed([{ ...list, vocabulary_id }]);
    const said: string[] = [];
    const runs = [...everyRun.filter((args) => args.startsWith('plan')), 'drift', 'drift --format json'];
    for (const args of runs) {
      const { stdout, stderr } = await vocabsync(args);
      said.push(stdout, stderr);
    }
    said.push(await textsIn(directory, 'vocab.config.yaml'));
    expect(said.join('')).toContain('…');
    expect(said.join('')).not.toContain(key);
    const applied = await vocabsync('apply plan.json --format json');
    expect(applied.code).toBe(0);
    expect(applied.stdout + applied.stderr).not.toContain(key);
    expect(await textsIn(join(directory, '.vocabsync', 'backups'))).toContain(word(hotword).text);
  });
});

/** Every place of a hotword that somebody may write a secret into, in every format that has it. */
const places: readonly (readonly [where: string, file: string, write: (secret: string) => string])[] = [
  ['the text of a line', 'w.txt', (secret) => `good\n${secret}\n`],
  ['the text of a row', 'w.csv', (secret) => `text,note\n${secret},\n`],
  ['the note of a row', 'w.csv', (secret) => `text,note\ngood,see ${secret}\n`],
  ['the lang of a row', 'w.tsv', (secret) => `text\tlang\ngood\t${secret}\n`],
  ...['text', 'lang', 'note'].flatMap((field) => {
    const entry = (secret: string) => [{ text: 'good', weight: 4, [field]: secret }];
    const write = (secret: string) => JSON.stringify(entry(secret));
    return [
      [`the ${field} of an object`, 'w.json', write] as const,
      [`the ${field} of a mapping`, 'w.yaml', write] as const,
    ];
  }),
  ...['w.json', 'w.yaml'].flatMap((file) => {
    const write = (extra: unknown) => JSON.stringify([{ text: 'good', weight: 4, extra }]);
    return [
      ['a further field', file, (secret: string) => write({ translation: secret })] as const,
      ['what is deep in one', file, (secret: string) => write({ tags: [{ see: `\n${secret}` }] })] as const,
      ['the name of one', file, (secret: string) => write({ [secret]: 1 })] as const,
    ];
  }),
];

describe.each(places)('a secret as %s of %s', (_where, file, write) => {
  it.each([keys[0] ?? '', 'https://bob:geheim77@host'])('is refused and not shown: %s', async (secret) => {
    const { vocabsync, emulator } = await openRepository({
      'vocab.config.yaml': `version: 1\naccount: { region: singapore }\nvocabularies: [{ name: v, prefix: acme, target_model: fun-asr, include: [${file}] }]\n`,
      [file]: write(secret),
    });
    for (const args of ['validate', 'plan --verbose', 'apply --yes']) {
      const { code, stdout, stderr } = await vocabsync(args);
      expect([code, stdout + stderr]).toEqual([3, expect.stringContaining('hotword-like-key')]);
      expect(stdout + stderr).not.toMatch(/fedcba98|geheim77/);
    }
    expect(emulator.requests).toEqual([]);
  });
});

it.each(['sk-learning', 'task-0123456789', 'disk-0123456789', 'sk-1', 'SK-0123456789'])(
  'takes the hotword %s for a word',
  async (hotword) => {
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': config({ medical: [hotword] }) });
    expect((await vocabsync('validate')).code).toBe(0);
    expect((await vocabsync('plan')).stdout).toContain(hotword);
  },
);

it('shows the ids of lists whose prefix ends like the beginning of a key', async () => {
  const repository = await openRepository({
    'vocab.config.yaml': config({ medical: ['alpha'] }).replaceAll('acmemed', '9sk'),
  });
  await repository.vocabsync('apply --yes');
  const { stdout } = await repository.vocabsync('plan --format json');
  const { before } = JSON.parse(stdout).changes[0];
  expect(before.vocabulary_id).toMatch(/^vocab-9sk-[0-9a-f]{32}$/);
  expect((await repository.vocabsync('plan')).stdout).not.toContain('…');
});

async function textsIn(directory: string, except = ''): Promise<string> {
  const items = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile() && item.name !== except);
  return (
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))
  ).join('\n');
}
