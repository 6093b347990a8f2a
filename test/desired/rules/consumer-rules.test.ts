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
