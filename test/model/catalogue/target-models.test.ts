import { describe, expect, it } from 'vitest';
import {
  type Catalogue,
  catalogueAge,
  catalogueDate,
  catalogueWith,
  isModelName,
  isSnapshot,
  type ModelAddition,
  type TargetModel,
} from '../../../src/model/catalogue/target-models.js';

const builtIn = catalogueWith({});
const both = ['singapore', 'beijing'];
const fun = ['zh', 'en', 'ja'];
const paraformer = ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'];

/** The vendor's pages: where a model is offered, the langs of its entries, how many it takes, how many for sure. */
const documented: readonly (readonly [
  string,
  readonly string[],
  readonly string[] | null,
  number,
  number,
])[] = [
  ['fun-asr-realtime', both, fun, 2000, 500],
  ['fun-asr-realtime-2025-11-07', both, fun, 500, 500],
  ['fun-asr-realtime-2026-02-28', ['beijing'], fun, 500, 500],
  ['fun-asr-realtime-2025-09-15', ['beijing'], fun, 500, 500],
  ['fun-asr-flash-8k-realtime', ['beijing'], fun, 2000, 500],
  ['fun-asr-flash-8k-realtime-2026-01-28', ['beijing'], fun, 500, 500],
  ['fun-asr', both, fun, 2000, 500],
  ['fun-asr-2025-11-07', both, fun, 500, 500],
  ['fun-asr-2025-08-25', both, fun, 500, 500],
  ['fun-asr-mtl', both, fun, 2000, 500],
  ['fun-asr-mtl-2025-08-25', both, fun, 500, 500],
  ['fun-asr-flash-2026-06-15', both, fun, 500, 500],
  ['qwen-audio-3.0-asr-flash', both, null, 2000, 2000],
  ['qwen-audio-3.0-asr-flash-streaming', both, null, 2000, 2000],
  ['qwen-audio-3.0-asr-flash-filetrans', both, null, 2000, 2000],
  ['qwen-audio-3.1-asr-flash', both, null, 2000, 2000],
  ['qwen-audio-3.1-asr-flash-streaming', both, null, 2000, 2000],
  ['qwen-audio-3.1-asr-flash-filetrans', both, null, 2000, 2000],
  ['qwen-audio-3.1-asr-flash-message', ['beijing'], null, 2000, 2000],
  ['paraformer-realtime-v2', ['beijing'], paraformer, 500, 500],
  ['paraformer-realtime-8k-v2', ['beijing'], paraformer, 500, 500],
  ['paraformer-v2', ['beijing'], paraformer, 500, 500],
  ['paraformer-8k-v2', ['beijing'], paraformer, 500, 500],
];

function modelOf(catalogue: Catalogue, name: string): TargetModel {
  const model = catalogue.get(name);
  if (model === undefined) throw new Error(`${name} is not in the catalogue`);
  return model;
}

describe('the built-in catalogue', () => {
  it.each(documented)('knows what is documented of %s', (name, ...facts) => {
    const { regions, langs, max_hotwords, safe_hotwords } = modelOf(builtIn, name);
    expect([regions, langs, max_hotwords, safe_hotwords]).toEqual(facts);
  });

  it('knows that qwen-audio takes instant hotwords, and nothing else', () => {
    for (const { name, family, instant } of builtIn.values()) {
      expect([name, instant]).toEqual([name, family === 'qwen-audio']);
    }
  });

  it('knows no other model', () => {
    expect([...builtIn.keys()].toSorted()).toEqual(documented.map(([name]) => name).toSorted());
  });

  it('allows super hotwords for qwen-audio only', () => {
    const withSuper = [...builtIn.values()].filter(({ weights }) => weights.super !== null);
    expect(new Set(withSuper.map(({ family }) => family))).toEqual(new Set(['qwen-audio']));
    expect(builtIn.get('qwen-audio-3.0-asr-flash')?.weights).toEqual({
      min: 1,
      max: 5,
      super: 50,
      max_super: 50,
    });
    expect(builtIn.get('fun-asr')?.weights).toEqual({ min: 1, max: 5, super: null, max_super: 0 });
  });
});

describe('the age of the catalogue', () => {
  const day = 86_400_000;
  it.each([
    [0, catalogueDate],
    [day - 1, catalogueDate],
    [day, `${catalogueDate}, 1 day old`],
    [400 * day, `${catalogueDate}, 400 days old`],
    [-day, catalogueDate],
  ])('is told in days, and not by a clock that is wrong: %d ms on', (later, expected) => {
    expect(catalogueAge(Date.parse(catalogueDate) + later)).toBe(expected);
  });
});

describe('a model that the config adds', () => {
  const added = (name: string, addition: ModelAddition) => modelOf(catalogueWith({ [name]: addition }), name);

  it('takes what it leaves out from its family, in every region', () => {
    expect(added('fun-asr-2027-01-01', { family: 'fun-asr' })).toEqual({
      name: 'fun-asr-2027-01-01',
      family: 'fun-asr',
      regions: both,
      langs: fun,
      weights: { min: 1, max: 5, super: null, max_super: 0 },
      max_language_hints: 1,
      max_hotwords: 500,
      safe_hotwords: 500,
      instant: false,
    });
    expect(added('paraformer-v3', { family: 'paraformer' })).toMatchObject({ langs: paraformer });
    expect(added('qwen-audio-4', { family: 'qwen-audio' })).toMatchObject({
      max_hotwords: 2000,
      instant: true,
    });
    expect(added('fun-asr-2', { family: 'fun-asr', instant: true })).toMatchObject({ instant: true });
  });

  it('takes what it says from there', () => {
    const model = added('new', {
      family: 'fun-asr',
      max_hotwords: 700,
      langs: ['th'],
      weights: { min: 2, max: 9, super: 70 },
      regions: ['beijing'],
    });
    expect(model).toEqual({
      name: 'new',
      family: 'fun-asr',
      regions: ['beijing'],
      langs: ['th'],
      weights: { min: 2, max: 9, super: 70, max_super: 50 },
      max_language_hints: 1,
      max_hotwords: 700,
      safe_hotwords: 700,
      instant: false,
    });
  });

  it('knows no super hotwords when its weights name none', () => {
    const { weights } = added('new', { family: 'qwen-audio', weights: { min: 1, max: 5 } });
    expect(weights).toEqual({ min: 1, max: 5, super: null, max_super: 0 });
  });

  it('changes a built-in model in what it says and leaves the rest', () => {
    expect(added('paraformer-v2', { family: 'paraformer', max_hotwords: 800 })).toMatchObject({
      regions: ['beijing'],
      langs: paraformer,
      max_hotwords: 800,
      safe_hotwords: 800,
    });
    expect(added('fun-asr', { family: 'fun-asr', langs: ['zh'] })).toMatchObject({
      langs: ['zh'],
      max_hotwords: 2000,
      safe_hotwords: 500,
    });
  });

  it('takes nothing from a built-in model of another family', () => {
    expect(added('paraformer-v2', { family: 'qwen-audio' })).toMatchObject({
      family: 'qwen-audio',
      regions: both,
      langs: null,
      max_hotwords: 2000,
    });
  });

  it('leaves every other model as it is', () => {
    const catalogue = catalogueWith({ 'fun-asr': { family: 'fun-asr', max_hotwords: 1 } });
    const others = [...builtIn].filter(([name]) => name !== 'fun-asr');
    expect([...catalogue].filter(([name]) => name !== 'fun-asr')).toEqual(others);
  });
});

describe('a snapshot', () => {
  it.each([
    ['fun-asr-2025-11-07', true],
    ['fun-asr', false],
    ['fun-asr-2025-11', false],
    ['fun-asr-2025-11-07-flash', false],
    ['paraformer-v2', false],
  ])('is what ends in a date: %s is %s', (name, expected) => {
    expect(isSnapshot(name)).toBe(expected);
  });
});

it('a name may be any that a vendor could give, and no sentence', () => {
  for (const name of ['fun-asr', 'qwen3-asr:2026', 'a/b@c+d']) expect(isModelName(name)).toBe(true);
  for (const name of ['', '-fun', 'fun asr', '语音']) expect(isModelName(name)).toBe(false);
});
