import { describe, expect, it } from 'vitest';
import { openRepository } from '../repository.js';

const model = 'qwen-audio-3.1-asr-flash-streaming';
const other = 'qwen-audio-3.0-asr-flash-streaming';

const config = `version: 1
account: { region: singapore }
guards: { update_interval: 0s }
consumers: [{ name: app, vocabularies: [participants], model: ${model} }]
outputs: [{ path: build/ids.json, format: json }]
vocabularies:
  - { name: participants, delivery: instant, target_models: [${model}, ${other}], hotwords: [alpha, beta] }
  - { name: places, delivery: instant, target_model: ${model}, hotwords: [gamma] }
`;

describe('affected, and diff with it,', () => {
  const changeOf = async (text: string) => {
    const repository = await openRepository({ 'vocab.config.yaml': config });
    await repository.write('old/vocab.config.yaml', config);
    await repository.write('vocab.config.yaml', text);
    const { stdout } = await repository.vocabsync('affected --base ./old --format json vocab.config.yaml');
    const { configs } = JSON.parse(stdout) as { configs: { headline: string }[] };
    const diffed = await repository.vocabsync('diff --base ./old --detailed-exitcode');
    expect(diffed.code).toBe(configs.length === 0 ? 0 : 2);
    return configs.map(({ headline }) => headline);
  };

  it.each([
    [
      'only a word',
      config.replace('alpha, beta', 'alpha'),
      'no list changes, 1 of 2 instant vocabularies changed',
    ],
    [
      'only a weight',
      config.replace('alpha, beta', 'alpha, { text: beta, weight: 5 }'),
      'no list changes, 1 of 2 instant vocabularies changed',
    ],
    [
      'only what a consumer sends',
      config.replace('[participants]', '[participants, places]'),
      'no list changes, 2 instant vocabularies unchanged, 1 consumer changed',
    ],
    [
      'only its models',
      config.replace(`, ${other}]`, ']'),
      'no list changes, 1 of 2 instant vocabularies changed',
    ],
    [
      'a vocabulary that is gone',
      config.replace(/ {2}- \{ name: places.*\n/, ''),
      'no list changes, 1 of 2 instant vocabularies changed',
    ],
    [
      'the model that a consumer calls',
      config.replace(`, model: ${model} }]\nout`, `, model: ${other} }]\nout`),
      'no changes, 2 instant vocabularies unchanged, 1 setting changed',
    ],
    [
      'a prefix that becomes a previous one',
      config.replace('hotwords: [alpha', 'previous_prefixes: [acmewas], hotwords: [alpha'),
      'no changes, 2 instant vocabularies unchanged, 1 setting changed',
    ],
  ])('name a configuration that says something else: %s', async (_, text, headline) => {
    expect(text).not.toBe(config);
    expect(await changeOf(text)).toEqual([headline]);
  });

  it('name none where only the order of words, models and keys is another', async () => {
    const sorted = config
      .replace('alpha, beta', 'beta, alpha')
      .replace(`[${model}, ${other}]`, `[${other}, ${model}]`);
    expect(sorted).not.toBe(config);
    expect(await changeOf(sorted)).toEqual([]);
  });
});

describe('restore of a list that has become instant', () => {
  const list = (words: string) =>
    config.replace(
      /delivery: instant, target_models: .*? hotwords: \[alpha, beta\]/,
      `prefix: acmepart, target_model: ${model}, hotwords: [${words}]`,
    );
  const instant = config.replace('hotwords: [alpha', 'previous_prefixes: [acmepart], hotwords: [alpha');

  it('brings it back, and says what keeps it: the next apply does not', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': list('one') });
    await repository.vocabsync('apply --yes');
    await repository.write('vocab.config.yaml', list('one, two'));
    const { stdout } = await repository.vocabsync('apply --yes --format json');
    const { backups } = JSON.parse(stdout) as { backups: string };
    await repository.write('vocab.config.yaml', instant);
    const { code, stdout: told } = await repository.vocabsync(`restore ${backups} --yes`);
    expect(code).toBe(0);
    expect(told).toContain('comes back, and the next `apply --retire` deletes it again');
    expect(told).toContain('write `delivery: list` and `prefix: acmepart` in vocab.config.yaml');
    const [restored] = await repository.emulator.account();
    expect(restored?.vocabulary.map(({ text }) => text)).toEqual(['one']);
    expect((await repository.vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });
});

describe('completion', () => {
  it('names an instant vocabulary as flags do, without a model', async () => {
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': config });
    const line = ['completion', 'fish', '--', 'vocabsync', 'plan', '--allow', 'hotword-loss='];
    const { stdout } = await vocabsync(line);
    expect(stdout).toContain('hotword-loss=participants\n');
    expect(stdout).not.toContain('participants@');
    const deliveries = await vocabsync(['completion', 'fish', '--', 'vocabsync', 'import', '--delivery', '']);
    expect(deliveries.stdout).toContain('instant');
  });
});

describe('fmt of instant vocabularies', () => {
  const untidy = `consumers:
  - { model: ${model}, vocabularies: [b, a], name: app }
models: { x-1: { instant: true, family: fun-asr } }
vocabularies: [words/*.yaml]
account: { region: singapore }
version: 1
`;
  const words = `hotwords: [b, a]
# each is asked
target_model: ${model}
previous_prefixes: [acmewas]
delivery:   "instant"
name: b
`;

  it('puts delivery behind the name, and keys of consumers and models in their order', async () => {
    const repository = await openRepository({ 'vocab.config.yaml': untidy, 'words/b.yaml': words });
    expect((await repository.vocabsync('fmt --sort')).code).toBe(0);
    const formatted = await repository.vocabsync('fmt - --sort', { input: words });
    expect(formatted.stdout).toBe(`name: b
delivery: instant
# each is asked
target_model: ${model}
previous_prefixes: [acmewas]
hotwords: [a, b]
`);
    const whole = await repository.vocabsync('fmt -', { input: untidy });
    expect(whole.stdout).toContain(`- { name: app, vocabularies: [b, a], model: ${model} }`);
    expect(whole.stdout).toContain('x-1: { family: fun-asr, instant: true }');
    expect((await repository.vocabsync('fmt --check')).code).toBe(0);
  });
});
