import { describe } from 'vitest';
import { check } from '../../limits.js';
import { config, type Files } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';

/** A consumer that recognises with all of the lists and instant words, where a request holds five. */
function hearing(vocabularies: Readonly<Record<string, string>>): Files {
  const written = Object.entries(vocabularies).map(([name, hotwords]) => {
    const delivery = name.startsWith('list') ? `prefix: acme${name}` : 'delivery: instant';
    return `  - { name: ${name}, ${delivery}, hotwords: [${hotwords}] }`;
  });
  return config(
    `models: { ${qwen}: { family: qwen-audio, max_hotwords: 5 } }
vocabularies:
${written.join('\n')}
consumers:
  - { name: app, vocabularies: [${Object.keys(vocabularies).join(', ')}], model: ${qwen} }
  - { name: web, vocabularies: [${Object.keys(vocabularies).toReversed().join(', ')}], model: ${qwen} }`,
    { model: qwen },
  );
}

describe('the words of one request', () => {
  const tooMany = 'error[request-too-many-hotwords]';
  const unclear = 'warning[request-limit-unclear]';
  check([
    ['may be as many as the model takes', hearing({ list: 'a, b, c', now: 'd, e' })],
    ['may not be more', hearing({ list: 'a, b, c', now: 'd, e, f' }), tooMany],
    [
      'may perhaps be as many with those that are in both',
      hearing({ list: 'a, b, c', now: 'c, d, e' }),
      unclear,
    ],
    [
      'count once in two instant vocabularies, which are sent as one',
      hearing({ now: 'a, b, c', later: 'c, d, e' }),
    ],
    ['may not be more without a list either', hearing({ now: 'a, b, c', later: 'd, e, f' }), tooMany],
    [
      'count for each lang in a list',
      hearing({ list: '{ text: a, lang: en }, { text: a, lang: zh }, b, c', now: 'd, e' }),
      unclear,
    ],
    [
      'are too many in the list alone, and not again',
      hearing({ list: 'a, b, c, d, e, f', now: 'g' }),
      'error[too-many-hotwords]',
    ],
    ['are no matter of one vocabulary', hearing({ now: 'a, b, c, d, e' })],
  ]);
});

describe('the super hotwords of one request', () => {
  const supers = (name: string, count: number) =>
    Array.from({ length: 5 * count }, (_, index) =>
      index < count ? `{ text: ${name}s${index}, weight: 50 }` : `${name}${index}`,
    ).join(', ');
  const sending = (list: string, now: string) =>
    config(
      `vocabularies:
  - { name: list, prefix: acmelist, hotwords: [${list}] }
  - { name: now, delivery: instant, hotwords: [${now}] }
consumers: [{ name: app, vocabularies: [list, now], model: ${qwen} }]`,
      { model: qwen },
    );
  check([
    ['may be 50', sending(supers('a', 25), supers('b', 25))],
    ['may hardly be 51', sending(supers('a', 26), supers('b', 25)), 'warning[request-super-hotwords]'],
    ['count once in both', sending(supers('a', 26), supers('a', 26))],
    [
      'are too many in one, and not again',
      sending(supers('a', 51), supers('b', 1)),
      'error[too-many-super-hotwords]',
    ],
  ]);
});
