import { describe, expect, it } from 'vitest';
import { check } from '../../limits.js';
import { config, range, rulesOf, validate } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';
const heavy = '{ text: a, weight: 5 }';
const differ = 'warning[request-weights-differ]';
const contradict = 'error[request-weights-contradict]';

/** A list and two instant vocabularies, and consumers of the named ones. */
function using(words: readonly [list: string, now: string, then: string], consumers: readonly string[]) {
  const users = ['list, now', 'then', ...consumers];
  return config(
    `vocabularies:
  - { name: list, prefix: acmelist, hotwords: [${words[0]}] }
  - { name: now, delivery: instant, hotwords: [${words[1]}] }
  - { name: then, delivery: instant, hotwords: [${words[2]}] }
consumers:
${users.map((names, index) => `  - { name: user${index}, vocabularies: [${names}], model: ${qwen} }`).join('\n')}`,
    { model: qwen },
  );
}

describe('a word in two vocabularies of one request', () => {
  check([
    ['may have one weight', using(['a', 'a', 'b'], [])],
    [
      'may not have two, and that is said in place of what two lists are told',
      using([heavy, 'a', 'b'], []),
      differ,
    ],
    [
      'may not have two in one of the langs of the list',
      using([`a, { text: a, lang: zh, weight: 2 }`, 'a', 'b'], []),
      differ,
    ],
    ['is said once of several consumers', using([heavy, 'a', 'b'], ['now, list', 'list, now, then']), differ],
    ['contradicts itself in two instant ones', using(['b', heavy, 'a'], ['now, then']), contradict],
    [
      'contradicts itself whatever the langs',
      using(['b', '{ text: a, lang: zh }', '{ text: a, lang: en, weight: 2 }'], ['now, then']),
      'warning[instant-fields]',
      'warning[instant-fields]',
      contradict,
    ],
    [
      'is told as in two lists where no request has both',
      using(['b', heavy, 'a'], []),
      'warning[weights-differ]',
    ],
  ]);

  it('is named with the first few', async () => {
    const words = range(5, (n) => `word${n}`);
    const found = await validate(
      using([words.map((text) => `{ text: ${text}, weight: 3 }`).join(', '), words.join(', '), 'b'], []),
    );
    expect(rulesOf(found)).toEqual([differ]);
    expect(found.diagnostics[0]?.message).toContain(
      'give 5 words different weights: "word1" (3, here 4), "word2" (3, here 4), "word3" (3, here 4) and 2 more',
    );
  });
});
