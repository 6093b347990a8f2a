import { describe, expect, it } from 'vitest';
import type { Consumer, Vocabulary } from '../../src/model/config.js';
import { pairingsOf } from '../../src/model/pairings.js';

const location = { file: 'vocab.config.yaml', line: 1, column: 1 };
const located = (value: string) => ({ value, location });

function vocabulary(name: string, ...models: string[]): Vocabulary {
  const target_models = models.map(located);
  return {
    name,
    delivery: 'instant',
    target_models,
    previous_prefixes: [],
    owner: null,
    entries: [],
    location,
  };
}

function consumer(name: string, model: string, ...names: string[]): Consumer {
  return { name, vocabularies: names.map(located), model: located(model), language_hints: null, location };
}

const medical = vocabulary('medical', 'fun-asr', 'fun-asr-realtime');
const support = vocabulary('support', 'fun-asr');
const ward = consumer('ward', 'fun-asr', 'support', 'medical', 'nowhere');
const live = consumer('live', 'fun-asr-realtime', 'support', 'medical');
const other = consumer('other', 'paraformer-v2', 'medical');
const config = { consumers: [ward, live, other], vocabularies: [medical, support] };
const pairings = pairingsOf(config);

describe('a consumer', () => {
  it('names vocabularies in whatever order, and has them in that of the configuration', () => {
    expect(pairings.namedBy(ward)).toEqual([medical, support]);
    expect(pairings.namedBy(other)).toEqual([medical]);
  });

  it('recognises with those that have its model', () => {
    expect(pairings.usedBy(ward)).toEqual([medical, support]);
    expect(pairings.usedBy(live)).toEqual([medical]);
    expect(pairings.usedBy(other)).toEqual([]);
  });

  it('that names one twice has it once, and of two of one name it has both', () => {
    const twice = consumer('twice', 'fun-asr', 'medical', 'medical');
    const namesake = vocabulary('medical', 'fun-asr');
    const found = pairingsOf({ consumers: [twice], vocabularies: [medical, support, namesake] });
    expect(found.namedBy(twice)).toEqual([medical, namesake]);
    expect(found.usersOf(namesake)).toEqual([twice]);
  });
});

describe('a vocabulary', () => {
  it('is named by consumers, and used by those that have one of its models', () => {
    expect(pairings.naming(medical)).toEqual([ward, live, other]);
    expect(pairings.usersOf(medical)).toEqual([ward, live]);
    expect(pairings.usersOf(support)).toEqual([ward]);
  });

  it('may have nobody', () => {
    const lonely = pairingsOf({ consumers: [], vocabularies: [medical] });
    expect([lonely.naming(medical), lonely.usersOf(medical)]).toEqual([[], []]);
    expect([lonely.namedBy(ward), lonely.usedBy(ward)]).toEqual([[], []]);
  });
});

it('they are paired once for a configuration', () => {
  expect(pairingsOf(config)).toBe(pairings);
  expect(pairingsOf({ ...config })).not.toBe(pairings);
});
