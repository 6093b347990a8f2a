import { describe, expect, it } from 'vitest';
import { load, summary } from '../project.js';

const head = 'version: 1\naccount: { region: singapore }\nvocabularies:\n  - { ';
const vocabulary = (fields: string) => `${head}name: a, target_model: m, hotwords: [x], ${fields} }\n`;
const of = async (text: string) => summary(await load({ 'vocab.config.yaml': text }));

describe('the delivery of a vocabulary', () => {
  it.each([
    ['a list without a prefix', 'delivery: list', ['missing-key vocab.config.yaml:4:5']],
    [
      'an instant one with a prefix',
      'delivery: instant, prefix: a',
      ['instant-prefix vocab.config.yaml:4:67'],
    ],
    [
      'an instant one that is pinned',
      'delivery: instant, vocabulary_id: v',
      ['instant-vocabulary-id vocab.config.yaml:4:67'],
    ],
    ['one that is neither, and nothing else', 'delivery: Instant', ['invalid-value vocab.config.yaml:4:58']],
    ['an instant one', 'delivery: instant', []],
  ])('%s', async (_, fields, found) => {
    expect(await of(vocabulary(fields))).toEqual(found);
  });
});

describe('the vocabularies of a consumer', () => {
  const consumer = (fields: string) =>
    `version: 1\naccount: { region: singapore }\nvocabularies: []\nconsumers: [{ name: c, model: m, ${fields} }]\n`;

  it.each([
    ['one', 'vocabulary: a', []],
    ['several', 'vocabularies: [a, b]', []],
    ['both ways', 'vocabulary: a, vocabularies: [b]', ['consumer-vocabularies-twice vocab.config.yaml:4:13']],
    ['none', 'language_hints: [zh]', ['missing-key vocab.config.yaml:4:13']],
    ['an empty list', 'vocabularies: []', ['invalid-value vocab.config.yaml:4:13']],
    ['several under the key of one', 'vocabulary: [a, b]', ['invalid-value vocab.config.yaml:4:46']],
  ])('%s', async (_, fields, found) => {
    expect(await of(consumer(fields))).toEqual(found);
  });
});
