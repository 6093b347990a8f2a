import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { strictValidator } from '../documents/validators.js';
import { openRepository } from './repository.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';
const head = `version: 1
account: { name: production, region: singapore }
namespace: acme
prune: true
defaults: { target_model: ${model} }
consumers:
  - { name: captions, vocabularies: [medical, names], model: ${model} }
  - { name: minutes, vocabulary: names, model: ${model} }
outputs: [{ path: build/ids.json, format: json }]
vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [alpha, beta] }
`;
const withNames = (hotwords: string) =>
  `${head}  - { name: names, delivery: instant, hotwords: ${hotwords} }\n`;
const before = withNames('[Nguyen, Walter]');
const after = withNames('[{ text: Nguyen, weight: 5 }, Turing]');

async function applied() {
  const repository = await openRepository({ 'vocab.config.yaml': before, 'old/vocab.config.yaml': before });
  const first = await repository.vocabsync('apply --yes');
  return { ...repository, first };
}

const file = (directory: string, name: string) => readFile(join(directory, name), 'utf8');

describe('words that go with requests', () => {
  it('are counted by validate, apart from those of lists', async () => {
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': before });
    const { stdout } = await vocabsync('validate');
    expect(stdout).toContain(
      'Valid for production: 1 list with 2 hotwords, 1 instant vocabulary with 2 hotwords',
    );
  });

  it('are all shown by a plan, which claims no difference and has nothing to do', async () => {
    const { vocabsync, write } = await applied();
    await write('vocab.config.yaml', after);
    const { stdout, code } = await vocabsync('plan --detailed-exitcode');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Plan for production: no changes, 1 unchanged, 1 instant vocabulary with 2 hotwords/,
    );
    expect(stdout).toContain('      Nguyen  weight 5\n      Turing  weight 4\n');
    expect(stdout).toContain(
      'reaches captions, minutes with the next deploy of the published file; no new id',
    );
    expect(stdout).not.toMatch(/^ *[+~-] /m);
  });

  it('are a difference to diff where nothing else differs, and nobody gets a new id for them', async () => {
    const { vocabsync, write } = await applied();
    await write('vocab.config.yaml', after);
    const { stdout, code } = await vocabsync('diff --base ./old --detailed-exitcode');
    expect(code).toBe(2);
    expect(stdout).not.toContain('no changes');
    expect(stdout).toContain('1 instant vocabulary changed');
    expect(stdout).toContain('- Walter  weight 4');
    expect(stdout).toContain('~ Nguyen  weight 4 → weight 5');
    const { stdout: json } = await vocabsync('diff --base ./old --format json');
    const document = JSON.parse(json);
    expect(strictValidator('diff')(document)).toBeNull();
    expect(document).toMatchObject({ redeploy: [], redeploy_words: ['captions', 'minutes'], consumers: [] });
  });

  it('are no difference to diff where they are the same', async () => {
    const { vocabsync } = await applied();
    const { stdout, code } = await vocabsync('diff --base ./old --detailed-exitcode');
    expect(code).toBe(0);
    expect(stdout).toContain('no changes, 1 unchanged, 1 instant vocabulary unchanged');
  });

  it('stay what they were when the lists move to another account', async () => {
    const { vocabsync, write } = await applied();
    await write('vocab.config.yaml', before.replace('region: singapore', 'region: beijing'));
    const { stdout } = await vocabsync('diff --base ./old --format json');
    expect(JSON.parse(stdout).instant).toMatchObject([
      { name: 'names', before: { hotword_count: 2 }, hotwords: { added: [], unchanged: 2 } },
    ]);
  });

  it('are never drift', async () => {
    const { vocabsync, write } = await applied();
    await write('vocab.config.yaml', after);
    const { stdout, code } = await vocabsync('drift');
    expect(code).toBe(0);
    expect(stdout).toContain('no drift');
    expect(stdout).toContain('instant names');
    expect(stdout).not.toContain('Turing');
  });

  it('are said to be published by the apply that writes them, and by no other', async () => {
    const { vocabsync, write, first } = await applied();
    const published =
      'Published the words of names: they reach captions, minutes with the next deploy of that file';
    expect(first.stdout).toContain(published);
    const again = await vocabsync('apply --yes');
    expect(again.stdout).not.toContain('Published');
    expect(again.stdout).toContain('nothing to write for them in the account');
    await write('vocab.config.yaml', after);
    expect((await vocabsync('apply --yes')).stdout).toContain(published);
  });
});

describe('a plan file', () => {
  it('is applied with what it says of instant vocabularies, and without', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': before });
    const { vocabsync, directory } = repository;
    await vocabsync('plan --out plan.json');
    const { instant, ...old } = JSON.parse(await file(directory, 'plan.json'));
    expect(instant).toEqual([
      {
        name: 'names',
        target_models: [model],
        consumers: ['captions', 'minutes'],
        hotwords: [
          { text: 'Nguyen', weight: 4 },
          { text: 'Walter', weight: 4 },
        ],
        replaces: [],
      },
    ]);
    await writeFile(join(directory, 'old.json'), JSON.stringify(old));
    expect((await vocabsync('apply old.json')).code).toBe(0);
    expect((await vocabsync('apply plan.json')).code).toBe(0);
  });
});

it('combine shows the words of accounts in which they change', async () => {
  const { vocabsync, write, directory } = await applied();
  await vocabsync('diff --base ./old --out same.json');
  await write('vocab.config.yaml', after.replace('name: production', 'name: staging'));
  await vocabsync('diff --base ./old --out other.json');
  const { stdout, code } = await vocabsync('combine same.json other.json --out all.md');
  expect(code).toBe(0);
  expect(stdout).toContain('Turing');
  expect(await file(directory, 'all.md')).toContain('<code>~ changed names</code>');
});
