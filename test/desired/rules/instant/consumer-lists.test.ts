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
const using = (names: string, more = '') =>
  config(
    `${vocabularies}${more}consumers:
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
    ['one, two', 'make all but one of "one", "two" instant: write ', ' of "one", and so on'],
    ['one, three', 'make "one" instant: write ', '`prefix: acmeone`'],
    ['one, two, three', 'make "one", "two" instant: write ', ' of "one", and so on'],
    ['one, three, four', 'make "one" instant and merge the others: write ', '`prefix: acmeone`'],
    ['three, four', 'merge them into one vocabulary: not all of their models', 'can be instant'],
  ])('is told of %s which can go with each request', async (names, begin, end) => {
    const { diagnostics } = await validate(using(names));
    const [found] = diagnostics.filter(({ rule }) => rule === 'consumer-two-lists');
    expect(found?.hint?.startsWith(begin)).toBe(true);
    expect(found?.hint?.endsWith(end)).toBe(true);
  });

  it('is told to make none instant of whose model nobody knows whether it takes words', async () => {
    const unknown = `  - { name: new, prefix: acmenew, target_models: [${qwen}, asr-of-tomorrow], hotwords: [g] }\n`;
    const { diagnostics } = await validate(using('new, one', unknown));
    const [found] = diagnostics.filter(({ rule }) => rule === 'consumer-two-lists');
    expect(found?.hint).toMatch(/^make "one" instant: write .*`prefix: acmeone`$/);
  });

  it('is told at the second list that it names, whatever stands before it', async () => {
    const { diagnostics, location, related } = await validate(using('now, ▹one, then, ▸two'));
    expect(diagnostics).toMatchObject([{ rule: 'consumer-two-lists', location, related }]);
  });
});
