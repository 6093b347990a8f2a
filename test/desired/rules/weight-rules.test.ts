import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, hotwords, range, rulesOf, validate } from '../validate.js';

const weighing = (count: number, weight: number) =>
  range(count, (n) => `{ text: w${weight} ${n}, weight: ${weight} }`);
const many = 'warning[many-heavy-hotwords]';
const differ = 'warning[weights-differ]';

describe('the heaviest weight', () => {
  const qwen = { model: 'qwen-audio-3.0-asr-flash' };
  check([
    ['may be that of a fifth of the list', hotwords([...weighing(2, 5), ...weighing(8, 4)])],
    ['may not be that of more', hotwords([...weighing(3, 5), ...weighing(8, 4)]), many],
    ['may be that of a whole list of nine', hotwords(weighing(9, 5))],
    ['may not be that of a whole list of ten', hotwords(weighing(10, 5)), many],
    [
      'counts together with that of super hotwords',
      hotwords([...weighing(2, 5), ...weighing(1, 50), ...weighing(9, 4)], qwen),
      many,
    ],
    ['is 50 too', hotwords([...weighing(3, 50), ...weighing(9, 4)], qwen), many],
    ['is not 4', hotwords(weighing(100, 4))],
    ['is what the configuration says of the model', declared(9), many],
    ['is not 5 then', declared(5)],
  ]);

  function declared(weight: number) {
    return config(`models: { fun-asr: { family: fun-asr, weights: { min: 1, max: 9 } } }
vocabularies: [{ name: medical, prefix: acmemed, hotwords: [${weighing(10, weight).join(', ')}] }]`);
  }
});

describe('one word in two vocabularies', () => {
  const two = (one: string, other: string, models = ['fun-asr', 'fun-asr']) =>
    config(`vocabularies:
  - { name: one, prefix: acmeone, target_models: [${models[0]}], hotwords: [${one}] }
  - { name: other, prefix: acmeoth, target_models: [${models[1]}], hotwords: [${other}] }`);

  check([
    ['may not have two weights for one model', two('{ text: a, weight: 5 }', 'a'), differ],
    ['may have one', two('a', 'a')],
    [
      'may have one beside words of other weights',
      two('a, { text: b, weight: 5 }', 'a, { text: c, weight: 5 }'),
    ],
    [
      'is an error within one, and no matter of the other',
      two('a, { text: a, weight: 5 }', 'a'),
      'error[contradictory-hotword]',
    ],
    ['may have two for two models', two('{ text: a, weight: 5 }', 'a', ['fun-asr', 'fun-asr-realtime'])],
    ['may have two in two langs', two('{ text: a, weight: 5, lang: en }', '{ text: a, lang: zh }')],
    [
      'is said once of two models',
      two('{ text: a, weight: 5 }', 'a', ['fun-asr, fun-asr-realtime', 'fun-asr, fun-asr-realtime']),
      differ,
    ],
    ['is an error within one', hotwords(['a', '{ text: a, weight: 5 }']), 'error[contradictory-hotword]'],
  ]);

  it('is counted once, however many models they share', async () => {
    const both = ['fun-asr, fun-asr-realtime', 'fun-asr, fun-asr-realtime'];
    const { diagnostics } = await validate(two('{ text: a, weight: 5 }', 'a', both));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"other" and "one", both for fun-asr, give a word different weights: "a" (5, here 4)',
    ]);
  });

  it('is said once for all words of two vocabularies', async () => {
    const words = range(9, (n) => `word${n}`);
    const { diagnostics } = await validate(
      two(words.map((text) => `{ text: ${text}, weight: 3 }`).join(', '), words.join(', ')),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"other" and "one", both for fun-asr, give 9 words different weights: "word1" (3, here 4), "word2" (3, here 4), "word3" (3, here 4) and 6 more',
    ]);
  });

  it('is named up to three without counting what is left, where none is', async () => {
    const { diagnostics } = await validate(
      two('a, b, c', '{ text: a, weight: 5 }, { text: b, weight: 5 }, { text: c, weight: 5 }'),
    );
    expect(diagnostics[0]?.message).toMatch(/"c" \(4, here 5\)$/);
  });

  it('is said of each vocabulary that disagrees with the first', async () => {
    const found = await validate(
      config(`vocabularies:
  - { name: a, prefix: acmea, hotwords: [word] }
  - { name: b, prefix: acmeb, hotwords: [{ text: word, weight: 5 }] }
  - { name: c, prefix: acmec, hotwords: [{ text: word, weight: 3 }] }`),
    );
    expect(rulesOf(found)).toEqual([differ, differ]);
  });
});
