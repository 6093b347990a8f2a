import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeedList } from '../../../src/emulator/emulator.js';
import { openRepository, type Repository } from '../repository.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';

interface Check {
  readonly id: string;
  readonly status: string;
  readonly message: string;
  readonly hint: string | null;
  readonly evidence: readonly { readonly text: string; readonly file?: string }[];
}

const instantOnly = ({ words = '王小明, Nguyen', extra = '' } = {}) => `version: 1
account: { region: singapore }
guards: { update_interval: 0s }
consumers: [{ name: app, vocabulary: participants, model: ${model} }]
outputs: [{ path: build/ids.json, format: json }]
vocabularies:
  - { name: participants, delivery: instant, target_model: ${model}, ${extra} hotwords: [${words}] }
`;

async function open(text: string): Promise<Repository> {
  return openRepository({ 'vocab.config.yaml': text });
}

async function examined({ vocabsync }: Repository, args = '') {
  const { code, stdout } = await vocabsync(`doctor --format json ${args}`.trim());
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
  const of = (status: string) => checks.filter((check) => check.status === status).map(({ id }) => id);
  const said = (id: string) => checks.filter((check) => check.id === id);
  return { code, fails: of('fail'), warns: of('warn'), said };
}

describe('doctor, of words that go with each request', () => {
  it('finds nothing wrong where they are published', async () => {
    const repository = await open(instantOnly());
    await repository.vocabsync('apply --yes');
    const { code, fails, warns, said } = await examined(repository);
    expect({ code, fails, warns }).toEqual({ code: 0, fails: [], warns: [] });
    expect(said('lists')[0]?.message).toBe('the configuration asks for no list');
    expect(said('prefix')[0]?.message).toBe('no vocabulary has a prefix');
    expect(said('pairing')[0]?.evidence[0]?.text).toBe(`app: participants, with each request to ${model}`);
    expect(said('consumers')[0]?.message).toBe('each vocabulary has a consumer');
  });

  it('warns where a word is not in the published file, since programs send what stands there', async () => {
    const repository = await open(instantOnly());
    await repository.vocabsync('apply --yes');
    await repository.write('vocab.config.yaml', instantOnly({ words: '王小明, Nguyen, 李四' }));
    const { code, fails, said } = await examined(repository);
    expect({ code, fails }).toEqual({ code: 0, fails: [] });
    expect(said('outputs')[0]?.message).toContain('"李四" is not in it');
    expect(said('outputs')[0]?.hint).toContain('`vocabsync apply` writes it');
  });

  it('warns where the file has the words and another weight', async () => {
    const repository = await open(instantOnly());
    await repository.vocabsync('apply --yes');
    const file = join(repository.directory, 'build/ids.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Nguyen": 4', '"Nguyen": 2'));
    const { fails, said } = await examined(repository);
    expect(fails).toEqual([]);
    expect(said('outputs')).toMatchObject([
      { status: 'warn', message: expect.stringContaining('"Nguyen" has the weight 2 in it') },
    ]);
  });

  it('warns where the file is missing, or none is named', async () => {
    const repository = await open(instantOnly());
    await repository.vocabsync('apply --yes');
    await rm(join(repository.directory, 'build/ids.json'));
    const missing = await examined(repository);
    expect(missing.said('outputs')[0]?.message).toContain('neither ids nor the words of participants');
    await repository.write('vocab.config.yaml', instantOnly().replace(/outputs:.*\n/, ''));
    const none = await examined(repository);
    expect(none.said('outputs')).toMatchObject([
      { status: 'warn', hint: expect.stringContaining('`outputs`') },
    ]);
  });

  it('fails where no consumer names them, with the place', async () => {
    const repository = await open(instantOnly().replace(/consumers:.*\n/, ''));
    const { fails, said } = await examined(repository);
    expect(fails).toContain('consumers');
    expect(said('consumers')).toMatchObject([
      {
        message: 'no consumer names the instant vocabulary "participants": its words reach nobody',
        evidence: [{ file: 'vocab.config.yaml' }],
      },
    ]);
  });

  it('fails where a consumer calls another model', async () => {
    const other = instantOnly().replace(
      `vocabulary: participants, model: ${model}`,
      'vocabulary: participants, model: fun-asr',
    );
    expect((await examined(await open(other))).fails).toContain('pairing');
  });

  it('warns of a model that takes them by the word of the configuration alone', async () => {
    const text = instantOnly().replaceAll(model, 'fun-asr');
    const vouched = `${text}models: { fun-asr: { family: fun-asr, instant: true } }\n`;
    const { said } = await examined(await open(vouched));
    expect(said('models')).toMatchObject([
      { status: 'warn', message: expect.stringContaining('that fun-asr takes words with each request') },
    ]);
  });

  it('looks at their weights', async () => {
    const words = 'abcdefghij'
      .split('')
      .map((text) => `{ text: ${text}, weight: 5 }`)
      .join(', ');
    const { said } = await examined(await open(instantOnly({ words })));
    expect(said('weights')[0]?.message).toContain('10 of the 10 words of participants');
  });

  it('says what the list that they were waits for', async () => {
    const repository = await open(instantOnly({ extra: 'previous_prefixes: [acmepart],' }));
    await repository.emulator.seed([
      { prefix: 'acmepart', target_model: model, vocabulary: [{ text: '王小明', weight: 4 }] },
    ]);
    const { said } = await examined(repository);
    expect(said('superseded')).toMatchObject([
      {
        status: 'warn',
        message: expect.stringContaining('by participants, whose words go with each request'),
        hint: expect.stringContaining('once every program sends the words'),
      },
    ]);
  });
});

describe('doctor, where slots run out', () => {
  const config = `version: 1
account: { region: singapore, list_quota: 10 }
guards: { update_interval: 0s }
vocabularies:
  - { name: meetings, prefix: acmemeet, target_model: ${model}, hotwords: [a] }
  - { name: medical, prefix: acmemed, target_model: fun-asr, hotwords: [b] }
  - { name: clinic, prefix: acmecli, target_model: fun-asr, hotwords: [c] }
`;
  const others = (amount: number): SeedList[] =>
    Array.from({ length: amount }, (_, index) => ({
      prefix: `other${index}`,
      target_model: 'fun-asr',
      vocabulary: [{ text: 'x', weight: 4 }],
    }));

  async function withLists(amount: number) {
    const repository = await open(config);
    await repository.emulator.seed(others(amount - 3));
    await repository.vocabsync('apply --yes');
    return examined(repository);
  }

  it.each([
    [9, 'there is room for one more list'],
    [10, 'the next list has no place'],
  ])(
    'names at %i of 10 what could give its slot up, with the lines, and what fits together',
    async (amount, left) => {
      const [quota] = (await withLists(amount)).said('quota');
      expect(quota).toMatchObject({ status: 'warn', message: expect.stringContaining(left) });
      expect(quota?.hint).toContain('make "meetings" instant');
      expect(quota?.hint).toContain('write `delivery: instant`');
      expect(quota?.hint).toContain('`previous_prefixes: [acmemeet]`');
      expect(quota?.hint).toContain('; or merge clinic@fun-asr');
      expect(quota?.hint).not.toContain('make "medical"');
      expect(quota?.evidence.every(({ text }) => text.includes('unmanaged'))).toBe(true);
    },
  );

  it('says nothing of it at 8', async () => {
    expect((await withLists(8)).said('quota')).toMatchObject([{ status: 'ok' }]);
  });
});
