import { describe } from 'vitest';
import { check } from '../../limits.js';
import { hotwords } from '../../validate.js';

const found = 'warning[near-duplicate]';

describe('two spellings of a word', () => {
  check([
    ['may not differ in case only', hotwords(['Kubernetes', 'kubernetes']), found],
    ['may not differ in width only', hotwords(['ECG', 'ＥＣＧ']), found],
    ['may not differ in the width of kana', hotwords(['カルテ', 'ｶﾙﾃ']), found],
    ['may not differ in a ligature or a unit sign', hotwords(['5mg', '5㎎']), found],
    ['may not differ in spaces only', hotwords(['BRCA1', 'BRCA 1']), found],
    ['may not differ in all of them', hotwords(['BRCA1', 'ｂｒｃａ　１']), found],
    [
      'are found for each that is written otherwise than the first',
      hotwords(['a b', 'A b', 'ab']),
      found,
      found,
    ],
    ['may differ in a letter', hotwords(['BRCA1', 'BRCA2', 'colour', 'color'])],
    ['may differ in punctuation', hotwords(['CAR-T', 'CART'])],
    ['may have two langs', hotwords(['{ text: Gift, lang: en }', '{ text: gift, lang: zh }'])],
    ['may not in one lang', hotwords(['{ text: Gift, lang: en }', '{ text: gift, lang: en }']), found],
    ['may not where the other has any', hotwords(['gift', '{ text: Gift, lang: en }']), found],
    ['may not where one has any', hotwords(['{ text: Gift, lang: en }', 'gift']), found],
    ['are no business of this rule when they are equal', hotwords(['a', 'a']), 'warning[duplicate-hotword]'],
  ]);
});
