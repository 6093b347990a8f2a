import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, rulesOf, validate } from '../validate.js';

describe('a consumer', () => {
  const mismatch = 'error[consumer-model-mismatch]';
  check([
    ['may use each of the target models', consuming('fun-asr, fun-asr-realtime', ['fun-asr-realtime'])],
    ['may not use the dated snapshot of one', consuming('fun-asr', ['fun-asr-2025-11-07']), mismatch],
    ['may not use the alias of a snapshot', consuming('fun-asr-2025-11-07', ['fun-asr']), mismatch],
    ['may share a list with others', consuming('fun-asr', ['fun-asr', 'fun-asr'])],
  ]);

  it('is told that an alias and its snapshot differ, and only then', async () => {
    const remark = 'an alias and its dated snapshot are different models to the vendor';
    const [alias] = (await validate(consuming('fun-asr', ['fun-asr-2025-11-07']))).diagnostics;
    expect(alias?.message).toContain(remark);
    for (const [target, model] of [
      ['fun-asr', 'fun-asr-mtl'],
      ['fun-asr-2025-08-25', 'fun-asr-2025-11-07'],
    ] as const) {
      const [other] = (await validate(consuming(target, [model]))).diagnostics;
      expect(other?.message).not.toContain(remark);
    }
  });

  it('is told so where any of several target models is its alias, and of which models the words are', async () => {
    const [found] = (await validate(consuming('fun-asr-mtl, fun-asr', ['fun-asr-2025-11-07']))).diagnostics;
    expect(found?.message).toContain(
      'is made for fun-asr-mtl, fun-asr: its words would silently do nothing;',
    );
  });

  it.each([
    ['one that takes none with a request', 'fun-asr', 'the words need a list'],
    ['one that nobody knows', 'asr-of-tomorrow', 'no list, no slot'],
  ])('of instant words is told its way in with the model, %s', async (_what, model, way) => {
    const { diagnostics } = await validate(
      config(
        `vocabularies: [{ name: now, delivery: instant, hotwords: [a] }]
consumers: [{ name: app, vocabulary: now, model: ${model} }]`,
        { model: 'qwen-audio-3.1-asr-flash' },
      ),
    );
    expect(diagnostics.find(({ rule }) => rule === 'consumer-model-mismatch')?.hint).toContain(way);
  });

  it('of several vocabularies is told of the one that is not there', async () => {
    const { diagnostics } = await validate(
      config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [{ name: app, vocabularies: [medical, kitchen], model: fun-asr }]`),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('"kitchen"')]);
  });

  it('of a vocabulary that is not there is told which there are', async () => {
    const { diagnostics } = await validate(
      config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: support, prefix: acmesup, hotwords: [b] }
consumers: [{ name: app, vocabulary: kitchen, model: fun-asr }]`),
    );
    expect(diagnostics[0]?.hint).toBe('write one of: medical, support');
  });

  function consuming(targets: string, models: readonly string[]): Files {
    const consumers = models.map(
      (model, index) => `  - { name: user${index}, vocabulary: medical, model: ${model} }`,
    );
    return config(`vocabularies: [{ name: medical, prefix: acmemed, target_models: [${targets}], hotwords: [a] }]
consumers:
${consumers.join('\n')}`);
  }
});

describe('the language_hints of the consumers', () => {
  check([
    ['matter to no word without a lang', hearing('a', ['[zh]', '[en]'])],
    ['hear a word whose lang they name', hearing('{ text: a, lang: en }', ['[en]'])],
    ['hear every word when there are none', hearing('{ text: a, lang: en }', [null])],
    [
      'are an error when each of them misses a word',
      hearing('{ text: a, lang: en }', ['[zh]', '[ja]']),
      'error[hotword-unheard]',
    ],
    [
      'are an error when the only one misses it',
      hearing('{ text: a, lang: en }', ['[zh]']),
      'error[hotword-unheard]',
    ],
    [
      'are a remark when most do',
      hearing('{ text: a, lang: en }', ['[zh]', '[ja]', null]),
      'info[hotword-partly-unheard]',
    ],
  ]);

  check([
    [
      'hear a lang that they name in another spelling',
      hearing('{ text: a, lang: zh }', ['[zh-CN]']),
      'warning[language-hint-unusual]',
    ],
  ]);

  it('may be added to where the model reads more, and only there', async () => {
    const hintFor = async (model: string, hints: string) => {
      const files = config(
        `vocabularies: [{ name: medical, prefix: acmemed, target_model: ${model}, hotwords: [{ text: a, lang: en }] }]
consumers: [{ name: clinic, vocabulary: medical, model: ${model}, language_hints: ${hints} }]`,
        { model },
      );
      return (await validate(files)).diagnostics.find(({ rule }) => rule === 'hotword-unheard')?.hint;
    };
    const qwen = 'qwen-audio-3.0-asr-flash';
    expect(await hintFor(qwen, '[zh]')).toContain('add "en" to the language_hints');
    expect(await hintFor(qwen, '[zh, ja, ko, de]')).not.toContain('add');
    expect(await hintFor('fun-asr', '[zh]')).toBe(
      "correct the word's lang, or leave it out: fun-asr reads no more language_hints than there are",
    );
  });

  it('may be added to where any of those that miss the word reads more', async () => {
    const model = 'qwen-audio-3.0-asr-flash';
    const hintFor = async (hints: readonly string[], target: string, region = 'singapore') => {
      const users = hints.map(
        (each, index) =>
          `{ name: u${index}, vocabulary: medical, model: ${target}, language_hints: ${each} }`,
      );
      const files = config(
        `vocabularies: [{ name: medical, prefix: acmemed, hotwords: [{ text: a, lang: en }] }]
consumers: [${users.join(', ')}]`,
        { model: target, region },
      );
      return (await validate(files)).diagnostics.find(({ rule }) => rule === 'hotword-unheard')?.hint;
    };
    expect(await hintFor(['[zh, ja, ko, de]', '[zh]'], model)).toContain('add "en" to');
    const [one, other] = ['fun-asr', 'fun-asr-mtl'];
    const { diagnostics } = await validate(
      config(`vocabularies: [{ name: medical, prefix: acmemed, target_models: [${one}, ${other}], hotwords: [{ text: a, lang: en }] }]
consumers: [{ name: u, vocabulary: medical, model: ${one}, language_hints: [zh] }, { name: v, vocabulary: medical, model: ${other}, language_hints: [zh] }]`),
    );
    expect(diagnostics.find(({ rule }) => rule === 'hotword-unheard')?.hint).toContain(
      `${one}, ${other} reads no more language_hints`,
    );
    // Of these nobody knows a limit.
    expect(await hintFor(['[zh, ja, ko, de]'], 'paraformer-v2', 'beijing')).toContain('add "en" to');
    expect(await hintFor(['[zh, ja, ko, de]'], 'asr-of-tomorrow')).toContain('add "en" to');
  });

  it('say nothing of a vocabulary that the consumer does not use', async () => {
    const files = config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: support, prefix: acmesup, hotwords: [{ text: b, lang: en }] }
consumers: [{ name: clinic, vocabulary: medical, model: fun-asr, language_hints: [zh] }]`);
    expect(rulesOf(await validate(files))).toEqual([]);
  });

  function hearing(word: string, hints: readonly (string | null)[]): Files {
    const consumers = hints.map((hint, index) => {
      const said = hint === null ? '' : `, language_hints: ${hint}`;
      return `  - { name: user${index}, vocabulary: medical, model: fun-asr${said} }`;
    });
    return config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [${word}] }]
consumers:
${consumers.join('\n')}`);
  }
});

describe('the names of consumers in a dotenv file', () => {
  const publishing = (outputs: string, names: readonly string[]) =>
    config(`vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
consumers: [${names.map((name) => `{ name: ${name}, vocabulary: medical, model: fun-asr }`).join(', ')}]
outputs: [${outputs}]`);
  const json = '{ path: ids.json, format: json }';
  const dotenv = '{ path: ids.env, format: dotenv }';
  const alike = ['call-centre', 'call.centre'];
  check([
    ['may not be one variable', publishing(`${json}, ${dotenv}`, alike), 'error[dotenv-collision]'],
    ['may be two', publishing(dotenv, ['call-centre', 'ward'])],
    ['are no matter of other files', publishing(json, alike)],
    ['are no matter where no file is written', publishing('', alike)],
    ['are the same where they are equal', publishing(dotenv, ['ward', 'ward']), 'error[duplicate-consumer]'],
  ]);
});
