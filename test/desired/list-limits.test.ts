import { describe, expect, it } from 'vitest';
import { config, type Files, range, rulesOf, validate } from './findings.js';
import { check } from './limits.js';

describe('a prefix', () => {
  const prefixed = (prefix: string) =>
    config(`vocabularies: [{ name: medical, prefix: ${prefix}, hotwords: [a] }]`);
  check([
    ['may be 1 character', prefixed('a')],
    ['may be 9 characters', prefixed('acmemedic')],
    ['is doubtful with 10', prefixed('acmemedica'), 'warning[prefix-of-ten]'],
    ['may not be 11', prefixed('acmemedical'), 'error[prefix-invalid]'],
    ['may be digits that look like a number', prefixed('1e3')],
    ['may not have a capital letter', prefixed('Acme'), 'error[prefix-invalid]'],
    ['may not have a letter outside ASCII', prefixed('acmé'), 'error[prefix-invalid]'],
    [
      'may be the whole namespace',
      config('namespace: acme\nprune: false\nvocabularies: [{ name: medical, prefix: acme, hotwords: [a] }]'),
    ],
    [
      'may be a former one of two vocabularies that no vocabulary has now',
      config(
        'vocabularies: [{ name: medical, prefix: acmemed, previous_prefixes: [acmemd, acmm], hotwords: [a] }]',
      ),
    ],
  ]);
});

describe('the key of a list', () => {
  check([
    [
      'may share its prefix with another model',
      config(`vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr, hotwords: [a] }
  - { name: surgery, prefix: acmemed, target_model: fun-asr-2025-11-07, hotwords: [b] }`),
    ],
    [
      'may be pinned by an id of its prefix',
      config(
        'vocabularies: [{ name: medical, prefix: acmemed, vocabulary_id: vocab-acmemed-01, hotwords: [a] }]',
      ),
    ],
  ]);
});

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
    ['hear a word whose lang they name', hearing('{ text: a, lang: en }', ['[zh, en]'])],
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

describe('the number of lists', () => {
  const tooMany = 'error[more-lists-than-slots]';
  const lists = (count: number) =>
    `vocabularies:\n${range(count, (n) => `  - { name: list${n}, prefix: acme${n}, hotwords: [a] }`).join('\n')}`;
  const models = (names: string) =>
    `vocabularies: [{ name: medical, prefix: acmemed, target_models: [${names}], hotwords: [a] }]`;
  const withQuota = (quota: number, rest: string): Files => ({
    'vocab.config.yaml': `version: 1
account: { region: singapore, list_quota: ${quota} }
defaults: { target_model: fun-asr }
${rest}
`,
  });
  check([
    ['may be the quota of 10', config(lists(10))],
    ['may not be 11', config(lists(11)), tooMany],
    ['may be 11 when the quota is', withQuota(11, lists(11))],
    ['counts a list for each target model', withQuota(1, models('fun-asr, fun-asr-mtl')), tooMany],
    ['may be nothing at all', config('vocabularies: []')],
  ]);
});

describe('removed and protect', () => {
  const medical =
    'vocabularies: [{ name: medical, prefix: acmemed, previous_prefixes: [acmemd], hotwords: [a] }]';
  const removing = (value: string) => config(`${medical}\nremoved: [${value}]`);
  check([
    ['may name a prefix of 10 characters', removing('acmemedica')],
    ['may not name one of 11', removing('acmemedical'), 'error[removed-invalid]'],
    [
      'may name an id under a prefix that is in use',
      removing('vocab-acmemed-0123456789abcdef0123456789abcdef'),
    ],
    ['may name a previous prefix', removing('acmemd')],
    ['may not name the id of nothing', removing('vocab-acmemed-'), 'error[removed-invalid]'],
    ['may protect a prefix that is in use', config(`${medical}\nprotect: [acmemed]`)],
    ['may name different prefixes', config(`${medical}\nremoved: [acmeold]\nprotect: [acmesup]`)],
    [
      'may not name one and the same',
      config(`${medical}\nremoved: [acmeold]\nprotect: [acmeold]`),
      'error[removed-but-protected]',
    ],
  ]);
});
