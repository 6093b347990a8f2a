import { describe, expect, it } from 'vitest';
import { check } from '../../limits.js';
import { config, validate } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';
const vocabularies = `vocabularies:
  - { name: one, prefix: acmeone, hotwords: [a] }
  - { name: two, prefix: acmetwo, hotwords: [b] }
  - { name: three, prefix: acmethree, target_models: [${qwen}, fun-asr], hotwords: [c] }
  - { name: four, prefix: acmefour, target_models: [${qwen}, fun-asr], hotwords: [f] }
  - { name: now, delivery: instant, hotwords: [d] }
  - { name: then, delivery: instant, hotwords: [e] }
`;
const using = (names: string) =>
  config(
    `${vocabularies}consumers:
  - { name: app, vocabularies: [${names}], model: ${qwen} }
  - { name: all, vocabularies: [now, then], model: ${qwen} }`,
    { model: qwen },
  );

describe('a consumer of several vocabularies', () => {
  check([
    ['may have one list', using('one')],
    ['may have a list and instant words', using('one, now, then')],
    ['may have instant words of several alone', using('now, then')],
    ['may not have two lists', using('one, two'), 'error[consumer-two-lists]'],
    ['is told once of three', using('one, two, now, three'), 'error[consumer-two-lists]'],
    ['may not name one twice', using('now, now'), 'error[consumer-vocabulary-repeated]'],
    ['has one list when it names it twice', using('one, one'), 'error[consumer-vocabulary-repeated]'],
  ]);

  it.each([
    ['one, two', 'make all but one of "one", "two" instant: write '],
    ['one, three', 'make "one" instant: write '],
    ['one, two, three', 'make "one", "two" instant: write '],
    ['one, three, four', 'make "one" instant and merge the others: write '],
  ])('is told of %s which can go with each request', async (names, hint) => {
    const { diagnostics } = await validate(using(names));
    const [found] = diagnostics.filter(({ rule }) => rule === 'consumer-two-lists');
    expect(found?.hint).toContain(hint);
  });
});
