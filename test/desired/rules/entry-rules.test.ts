import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, hotwords, range, validate } from '../validate.js';

describe('a weight', () => {
  const outOfRange = 'error[weight-out-of-range]';
  const weighing = (weight: number) => `{ text: weighs ${weight}, weight: ${weight} }`;
  const qwen = { model: 'qwen-audio-3.0-asr-flash' };
  check([
    ['may be 1 to 5', hotwords(range(5, weighing))],
    ['may not be 0', hotwords([weighing(0)]), outOfRange],
    ['may not be 6', hotwords([weighing(6)]), outOfRange],
    ['may not be 50 where there are no super hotwords', hotwords([weighing(50)]), outOfRange],
    ['may be 50 where there are', hotwords([weighing(50)], qwen)],
    ['may not be 49 or 51 there', hotwords([weighing(49), weighing(51)], qwen), outOfRange, outOfRange],
    ['may be what the config says of the model', declared([weighing(2), weighing(9), weighing(70)])],
    ['may not be anything else then', declared([weighing(1), weighing(10)]), outOfRange, outOfRange],
    ['is checked when it is the default', byDefault(6), outOfRange],
  ]);

  it('of another scale is told so, and any other is not', async () => {
    const hintFor = async (weight: number) =>
      (await validate(hotwords([weighing(weight)]))).diagnostics[0]?.hint;
    expect(await hintFor(20)).toMatch(/^20 looks like .*: write a weight of 1 to 5; 4 is/);
    expect(await hintFor(-9)).toMatch(/^write a weight of 1 to 5; 4 is/);
  });

  function declared(items: readonly string[]): Files {
    return config(`models: { fun-asr: { family: fun-asr, weights: { min: 2, max: 9, super: 70 } } }
vocabularies: [{ name: medical, prefix: acmemed, hotwords: [${items.join(', ')}] }]`);
  }

  function byDefault(weight: number): Files {
    const text = `version: 1
account: { region: singapore }
defaults: { weight: ${weight}, target_model: fun-asr }
vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]
`;
    return { 'vocab.config.yaml': text };
  }
});

describe('a lang', () => {
  const qwen = { model: 'qwen-audio-3.1-asr-flash' };
  const written = (lang: string) => [`{ text: a, lang: ${lang} }`];
  it.each([
    ['zh-CN', 'zh'],
    ['en-US', 'en'],
    ['cmn', 'zh'],
    ['jp', 'ja'],
    ['日语', 'ja'],
    ['English', 'en'],
    ['zhh', 'zh'],
  ])('that is written %s was meant to be %s', async (lang, meant) => {
    const { diagnostics } = await validate(hotwords(written(lang)));
    expect(diagnostics).toMatchObject([
      { rule: 'lang-unsupported', hint: expect.stringContaining(`did you mean "${meant}"?`) },
    ]);
  });

  it.each(['de', 'deu', 'xx'])(
    'that is written %s is none that the model takes, nor near one',
    async (lang) => {
      const { diagnostics } = await validate(hotwords(written(lang)));
      expect(diagnostics).toMatchObject([
        { rule: 'lang-unsupported', hint: 'correct the lang, or leave it out' },
      ]);
    },
  );

  check([
    ['may be anything short where the vendor lists none', hotwords(written('th'), qwen)],
    [
      'is doubted there when its code is known to be another',
      hotwords(written('en-GB'), qwen),
      'warning[lang-unusual]',
    ],
    [
      'may be one that the config adds',
      config(
        'models: { fun-asr: { family: fun-asr, langs: [zh-CN] } }\nvocabularies: [{ name: m, prefix: acmem, hotwords: [{ text: a, lang: zh-CN }] }]',
      ),
    ],
  ]);
});

describe('the number of super hotwords', () => {
  const qwen = { model: 'qwen-audio-3.1-asr-flash-filetrans' };
  const supers = (count: number) => range(count, (n) => `{ text: word${n}, weight: 50 }`);
  // So many that the super hotwords are few among them.
  const others = range(220, (n) => `other${n}`);
  const among = (words: readonly string[]) => hotwords([...words, ...others], qwen);
  check([
    ['may be 50', among(supers(50))],
    ['may not be 51', among(supers(51)), 'error[too-many-super-hotwords]'],
    ['does not count one twice', among([...supers(50), ...supers(1)]), 'warning[duplicate-hotword]'],
  ]);
});

describe('the number of hotwords', () => {
  const tooMany = 'error[too-many-hotwords]';
  const disputed = 'warning[hotword-limit-disputed]';
  check([
    ['may be 500 for a dated fun-asr model', counting(500, 'fun-asr-2025-11-07')],
    ['may not be 501 there', counting(501, 'fun-asr-2025-11-07'), tooMany],
    ['may be 500 for an undated fun-asr model', counting(500, 'fun-asr-realtime')],
    ['is disputed from 501 on there', counting(501, 'fun-asr-realtime'), disputed],
    ['is disputed up to 2,000', counting(2000, 'fun-asr-realtime'), disputed],
    ['may not be 2,001', counting(2001, 'fun-asr-realtime'), tooMany],
    ['may be 500 for paraformer', counting(500, 'paraformer-v2', 'beijing')],
    ['may not be 501 for it', counting(501, 'paraformer-v2', 'beijing'), tooMany],
    ['may be 2,000 for qwen-audio', counting(2000, 'qwen-audio-3.0-asr-flash-streaming')],
    ['may not be 2,001 for it', counting(2001, 'qwen-audio-3.0-asr-flash-streaming'), tooMany],
    ['is what the config says of the model', declared(3, 3)],
    ['is not disputed then, only too many', declared(4, 3), tooMany],
    ['does not count a repeated one twice', repeating(500), 'warning[duplicate-hotword]'],
    ['counts the others beside it', repeating(501), 'warning[duplicate-hotword]', tooMany],
  ]);

  function counting(count: number, model: string, region = 'singapore'): Files {
    const list = config('vocabularies: [{ name: medical, prefix: acmemed, include: [words.txt] }]', {
      model,
      region,
    });
    return { ...list, 'words.txt': range(count, (n) => `word${n}\n`).join('') };
  }

  function declared(count: number, max: number): Files {
    return config(`models: { fun-asr: { family: fun-asr, max_hotwords: ${max} } }
vocabularies: [{ name: medical, prefix: acmemed, hotwords: [${range(count, (n) => `word${n}`).join(', ')}] }]`);
  }

  function repeating(count: number): Files {
    const list = counting(count, 'fun-asr-2025-08-25');
    return { ...list, 'words.txt': `${list['words.txt']}word1\n` };
  }
});

describe('two entries of one vocabulary', () => {
  check([
    ['may differ in lang', hotwords(['{ text: ADR, lang: en }', '{ text: ADR, lang: zh }', 'ADR'])],
    ['may differ in case, but not without a word', hotwords(['ADR', 'adr']), 'warning[near-duplicate]'],
    [
      'may not differ in Unicode form only',
      hotwords(['Caf\u00e9', 'Cafe\u0301']),
      'warning[duplicate-hotword]',
    ],
    [
      'may not differ in weight only',
      hotwords(['ADR', '{ text: ADR, weight: 5 }']),
      'error[contradictory-hotword]',
    ],
    [
      'may be alike in two vocabularies',
      config(`vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: support, prefix: acmesup, hotwords: [a] }`),
    ],
  ]);
});

describe('a lang', () => {
  const everyLang = ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'];
  const entries = (langs: readonly string[]) => langs.map((lang) => `{ text: in ${lang}, lang: ${lang} }`);
  const unsupported = 'error[lang-unsupported]';
  check([
    ['may be zh, en or ja for fun-asr', hotwords(entries(['zh', 'en', 'ja']))],
    ['may not be another', hotwords(entries(['yue'])), unsupported],
    [
      'may be one of eight for paraformer',
      hotwords(entries(everyLang), { model: 'paraformer-v2', region: 'beijing' }),
    ],
    [
      'may not be a ninth',
      hotwords(entries(['es']), { model: 'paraformer-v2', region: 'beijing' }),
      unsupported,
    ],
    [
      'may be any where the vendor names none',
      hotwords(entries(['es']), { model: 'qwen-audio-3.0-asr-flash' }),
    ],
    ['is compared letter by letter', hotwords(['{ text: a, lang: ZH }']), unsupported],
    [
      'is checked for each target model',
      config(
        'vocabularies: [{ name: medical, prefix: acmemed, target_models: [qwen-audio-3.0-asr-flash, paraformer-v2, fun-asr], hotwords: [{ text: a, lang: ko }] }]',
        { region: 'beijing' },
      ),
      unsupported,
    ],
  ]);
});

describe('a hotword that an alias repeats', () => {
  it('is told as that, and not as another at the same place', async () => {
    const { diagnostics, location } = await validate(hotwords(['&a ▸alpha', 'beta', '*a']));
    expect(diagnostics).toMatchObject([
      {
        rule: 'duplicate-hotword',
        message: expect.stringContaining('is repeated by an alias'),
        location,
        related: null,
        hint: expect.stringContaining('delete the alias'),
      },
    ]);
  });

  it('is another one at the same place of another file', async () => {
    const { diagnostics } = await validate({
      ...config('vocabularies: [{ name: medical, prefix: acmemed, include: [a.txt, b.txt] }]'),
      'a.txt': 'alpha\n',
      'b.txt': 'alpha\n',
    });
    expect(diagnostics[0]?.message).toContain('"alpha" is already in a.txt:1');
  });

  it('is another one on another line, or further on in a line', async () => {
    const { diagnostics } = await validate(hotwords(['alpha', 'alpha']));
    expect(diagnostics[0]?.message).toContain('"alpha" is already in vocab.config.yaml:');
    const inLine = config('vocabularies: [{ name: medical, prefix: acmemed, hotwords: [alpha, alpha] }]');
    expect((await validate(inLine)).diagnostics[0]?.message).toContain('is already in vocab.config.yaml:4');
  });
});
