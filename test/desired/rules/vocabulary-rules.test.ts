import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, hotwords, rulesOf, validate } from '../validate.js';

/** What stands between backquotes in the hint of the only finding. */
async function lineToPaste(files: Files): Promise<string> {
  const { diagnostics } = await validate(files);
  expect(diagnostics).toHaveLength(1);
  const line = /`(.*)`/.exec(diagnostics[0]?.hint ?? '')?.[1];
  if (line === undefined) throw new Error(`no line to paste: ${diagnostics[0]?.hint}`);
  return line;
}

/** The repository with a line more at the end of its config. */
function pasted(files: Files, line: string): Files {
  return { ...files, 'vocab.config.yaml': `${files['vocab.config.yaml']}${line}\n` };
}

describe('the line that allows an unknown model', () => {
  it.each([
    ['whisper-1', 'models: { whisper-1: { family: fun-asr } }'],
    ['fun-asr-2027-01-01', 'models: { fun-asr-2027-01-01: { family: fun-asr } }'],
    ['paraformer-v3', 'models: { paraformer-v3: { family: paraformer } }'],
    ['qwen-audio-4.0-asr', 'models: { qwen-audio-4.0-asr: { family: qwen-audio } }'],
    ["'vendor/model:new'", 'models: { "vendor/model:new": { family: fun-asr } }'],
  ])('works when it is pasted for %s', async (model, line) => {
    const files = hotwords(['alpha'], { model });
    expect(await lineToPaste(files)).toBe(line);
    expect(rulesOf(await validate(pasted(files, line)))).toEqual([]);
  });

  it('gives the model the limits of its family', async () => {
    const files = hotwords(['{ text: 부정맥, lang: ko }', '{ text: alpha, weight: 50 }'], {
      model: 'paraformer-v3',
    });
    const { diagnostics } = await validate(pasted(files, await lineToPaste(files)));
    expect(rulesOf({ diagnostics })).toEqual(['error[weight-out-of-range]']);
  });
});

describe('the line that allows a model in another region', () => {
  it.each([
    [
      'paraformer-realtime-v2',
      'models: { paraformer-realtime-v2: { family: paraformer, regions: [singapore] } }',
    ],
    [
      'fun-asr-flash-8k-realtime',
      'models: { fun-asr-flash-8k-realtime: { family: fun-asr, regions: [singapore] } }',
    ],
  ])('works when it is pasted for %s', async (model, line) => {
    const files = hotwords(['alpha'], { model });
    expect(await lineToPaste(files)).toBe(line);
    expect(rulesOf(await validate(pasted(files, line)))).toEqual([]);
  });

  it('is not needed in the region itself', async () => {
    const found = await validate(hotwords(['alpha'], { model: 'paraformer-v2', region: 'beijing' }));
    expect(rulesOf(found)).toEqual([]);
  });

  it('is asked for when the config itself restricts a model to a region', async () => {
    const found = await validate(
      config(`models: { fun-asr: { family: fun-asr, regions: [beijing] } }
vocabularies: [{ name: medical, prefix: acmemed, hotwords: [a] }]`),
    );
    expect(rulesOf(found)).toEqual(['error[model-not-in-region]']);
  });
});

describe('the model that was probably meant', () => {
  it.each([
    ['fun-asr-realtme', 'fun-asr-realtime'],
    ['Fun-ASR', 'fun-asr'],
    ['fun-asr-2025-11-70', 'fun-asr-2025-11-07'],
    ['qwen-audio-3.0-ars-flash', 'qwen-audio-3.0-asr-flash'],
  ])('of %s is %s', async (written, meant) => {
    const { diagnostics } = await validate(hotwords(['alpha'], { model: written }));
    expect(diagnostics[0]?.hint).toMatch(new RegExp(`^did you mean "${meant}"\\?`));
  });

  it('is never one that the region does not offer', async () => {
    const hintIn = async (region: string) =>
      (await validate(hotwords(['alpha'], { model: 'paraformer-v22', region }))).diagnostics[0]?.hint;
    expect(await hintIn('beijing')).toContain('did you mean "paraformer-v2"?');
    expect(await hintIn('singapore')).not.toContain('did you mean');
  });

  it('takes words with a request where they are to go with one, and where not, need not', async () => {
    const hintOf = async (fields: string, others = '') =>
      (
        await validate(config(`vocabularies: [{ name: now, ${fields}, hotwords: [a] }${others}]`))
      ).diagnostics.find(({ rule }) => rule === 'model-unknown')?.hint;
    const instant = await hintOf('delivery: instant, target_model: fun-asr-mtll');
    expect(instant).not.toContain('did you mean');
    expect(instant).toContain('{ family: fun-asr, instant: true }');
    expect(await hintOf('delivery: instant, target_model: of-tomorrow')).toContain(
      '{ family: qwen-audio, instant: true }',
    );
    expect(
      await hintOf('delivery: instant, target_models: [qwen-audio-3.1-asr-flash, of-tomorrow]'),
    ).toContain('instant: true }');
    const other =
      ', { name: then, delivery: instant, target_model: qwen-audio-3.1-asr-flash, hotwords: [b] }';
    expect(await hintOf('prefix: acmenow, target_model: fun-asr-mtll', other)).toContain(
      'did you mean "fun-asr-mtl"?',
    );
  });

  it('is nothing that could be added where it is no name of a model', async () => {
    const { diagnostics } = await validate(hotwords(['alpha'], { model: '"whisper 1"' }));
    expect(diagnostics[0]?.hint).toBe('write the name of a model as the vendor spells it');
  });

  it('may be one that the config has added', async () => {
    const { diagnostics } = await validate(
      config(`models: { whisper-large: { family: fun-asr } }
vocabularies: [{ name: medical, prefix: acmemed, target_model: wisper-large, hotwords: [a] }]`),
    );
    expect(diagnostics[0]?.hint).toContain('did you mean "whisper-large"?');
  });
});

describe('a prefix', () => {
  const prefixed = (prefix: string) =>
    config(`vocabularies: [{ name: medical, prefix: ${prefix}, hotwords: [a] }]`);
  const inNamespace = (prefix: string) =>
    config(
      `namespace: acme\nprune: false\nvocabularies: [{ name: medical, prefix: ${prefix}, hotwords: [a] }]`,
    );
  check([
    ['may be 1 character', prefixed('a')],
    ['may be 9 characters', prefixed('acmemedic')],
    ['is doubtful with 10', prefixed('acmemedica'), 'warning[prefix-of-ten]'],
    ['may not be 11', prefixed('acmemedical'), 'error[prefix-invalid]'],
    ['may be digits that look like a number', prefixed('1e3')],
    ['may not have a capital letter', prefixed('Acme'), 'error[prefix-invalid]'],
    ['may not have a letter outside ASCII', prefixed('acmé'), 'error[prefix-invalid]'],
    ['may be the whole namespace', inNamespace('acme')],
    ['may begin with the namespace', inNamespace('acmemed')],
    [
      'is none of words that go with requests',
      config(`namespace: acme
prune: false
vocabularies: [{ name: now, delivery: instant, target_model: qwen-audio-3.1-asr-flash, hotwords: [a] }]
consumers: [{ name: app, vocabulary: now, model: qwen-audio-3.1-asr-flash }]`),
    ],
    ['is doubtful where it only ends with it', inNamespace('medacme'), 'info[prefix-outside-namespace]'],
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
