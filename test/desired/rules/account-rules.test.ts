import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, range, validate } from '../validate.js';

const withQuota = (quota: number, rest: string): Files => ({
  'vocab.config.yaml': `version: 1
account: { region: singapore, list_quota: ${quota} }
defaults: { target_model: fun-asr }
${rest}
`,
});

describe('the number of lists', () => {
  const tooMany = 'error[more-lists-than-slots]';
  const lists = (count: number) =>
    `vocabularies:\n${range(count, (n) => `  - { name: list${n}, prefix: acme${n}, hotwords: [a] }`).join('\n')}`;
  const models = (names: string) =>
    `vocabularies: [{ name: medical, prefix: acmemed, target_models: [${names}], hotwords: [a] }]`;
  check([
    ['may be the quota of 10', config(lists(10))],
    ['may not be 11', config(lists(11)), tooMany],
    [
      'counts no vocabulary whose words go with requests',
      withQuota(
        1,
        `vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [a] }
  - { name: now, delivery: instant, target_model: qwen-audio-3.1-asr-flash, hotwords: [b] }
consumers: [{ name: app, vocabulary: now, model: qwen-audio-3.1-asr-flash }]`,
      ),
    ],
    ['may be 11 when the quota is', withQuota(11, lists(11))],
    ['counts a list for each target model', withQuota(1, models('fun-asr, fun-asr-mtl')), tooMany],
    [
      'is told also where a model is unknown',
      withQuota(
        1,
        `vocabularies:
  - { name: a, prefix: acmea, target_model: of-tomorrow, hotwords: [a] }
  - { name: b, prefix: acmeb, hotwords: [b] }`,
      ),
      'error[model-unknown]',
      tooMany,
    ],
    ['may be nothing at all', config('vocabularies: []')],
  ]);
});

describe('the way to fewer lists', () => {
  const qwen = 'qwen-audio-3.1-asr-flash';
  const hintOf = async (lists: readonly string[], consumers: readonly string[]) => {
    const { diagnostics } = await validate({
      'vocab.config.yaml': `version: 1
account: { region: singapore, list_quota: 1 }
defaults: { target_model: ${qwen} }
protect: [pkept]
vocabularies:
${lists.map((fields) => `  - { ${fields} }`).join('\n')}
consumers: [${consumers.map((fields) => `{ ${fields}, model: ${qwen} }`).join(', ')}]
`,
    });
    return diagnostics.find(({ rule }) => rule === 'more-lists-than-slots')?.hint ?? '';
  };

  it('is as many vocabularies that could be instant as a hint has room for, and the names of others', async () => {
    const lists = range(9, (n) => `name: list${n}, prefix: p${n}, hotwords: [a${n}]`);
    const hint = await hintOf(
      lists,
      range(9, (n) => `name: c${n}, vocabulary: list${n}`),
    );
    expect(hint).toContain('make "list1" instant: write `delivery: instant` and `previous_prefixes: [p1]`');
    expect(hint).toContain('so could "list2", "list3", "list4"');
    expect(hint).toMatch(/raise account.list_quota once the vendor has raised yours$/);
    expect(hint.length).toBeLessThanOrEqual(500);
  });

  it('is as many lists to merge as a hint has room for', async () => {
    const of = (model: string, n: number) =>
      `  - { name: l${n}, prefix: p${n}, target_model: ${model}, hotwords: [w${n}] }`;
    const hintFor = async (models: readonly string[]) => {
      const lists = models.flatMap((model, at) => [of(model, 2 * at), of(model, 2 * at + 1)]);
      const files = withQuota(1, `vocabularies:\n${lists.join('\n')}`);
      const { diagnostics } = await validate(files);
      return diagnostics.find(({ rule }) => rule === 'more-lists-than-slots')?.hint ?? '';
    };
    const two = await hintFor(['fun-asr', 'fun-asr-mtl']);
    expect(two).toContain('merge l0@fun-asr (1), l1@fun-asr (1)');
    expect(two).toContain('merge l2@fun-asr-mtl (1), l3@fun-asr-mtl (1)');
    const four = await hintFor(['fun-asr', 'fun-asr-mtl', 'fun-asr-realtime', 'fun-asr-realtime-2025-11-07']);
    expect(four).toContain('of the kind');
    expect(four.length).toBeLessThanOrEqual(500);
  });

  it('is none that a rule would object to: protected, contradicting, or without a model that could', async () => {
    const hint = await hintOf(
      [
        'name: kept, prefix: pkept, hotwords: [a]',
        'name: two, prefix: ptwo, hotwords: [{ text: b, lang: en }, { text: b, lang: zh, weight: 5 }]',
        'name: other, prefix: poth, target_models: [fun-asr], hotwords: [c]',
        'name: beside, prefix: pbes, hotwords: [{ text: d, weight: 5 }]',
        'name: now, delivery: instant, hotwords: [d]',
      ],
      ['name: a, vocabularies: [beside, now]', 'name: b, vocabulary: kept', 'name: c, vocabulary: two'],
    );
    expect(hint).not.toContain('make');
  });
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
    [
      'may name the id of another list than the one that is pinned',
      config(`vocabularies: [{ name: medical, prefix: acmemed, vocabulary_id: vocab-acmemed-01, hotwords: [a] }]
removed: [vocab-acmemed-02]`),
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
