import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholesOutweighTheirParts } from '../../../../src/desired/rules/alike/parts.js';
import type { RuleInput } from '../../../../src/desired/rules/rule.js';
import { check } from '../../limits.js';
import { hotwords, range, validate } from '../../validate.js';

const found = 'warning[part-outweighs-whole]';
const heavy = (text: string, weight = 5) => `{ text: ${text}, weight: ${weight} }`;

describe('a part of another hotword', () => {
  check([
    ['may not weigh more at its beginning', hotwords([heavy('尿酸'), '尿酸氧化酶']), found],
    ['nor at its end', hotwords(['慢性肝炎', heavy('肝炎')]), found],
    ['nor in the middle', hotwords([heavy('尿酸'), '高尿酸血症']), found],
    ['may weigh the same', hotwords(['尿酸', '尿酸氧化酶'])],
    ['may weigh less', hotwords(['尿酸', heavy('尿酸氧化酶')])],
    ['is a whole word in Latin letters', hotwords([heavy('ECG'), 'ECG monitor']), found],
    ['is not what a word begins or ends with', hotwords([heavy('art'), 'heart', 'artery', 'smart cart'])],
    ['is several words', hotwords([heavy('special tier'), 'the special tier drug']), found],
    ['is a Latin word beside Han characters', hotwords([heavy('EGFR'), 'EGFR抑制剂']), found],
    ['is told whatever its case and the hyphens are', hotwords([heavy('egfr tki'), '三代EGFR-TKI']), found],
    ['is not a part of a katakana word', hotwords([heavy('アン'), 'アンテナ'])],
    ['is a katakana word beside Han characters', hotwords([heavy('カルテ'), '電子カルテ']), found],
    ['is not a part of a number', hotwords([heavy('10'), 'ICD 101'])],
    [
      'may be super, and then the ordinary ones may not',
      hotwords([heavy('尿酸', 50), heavy('尿酸氧化酶')], { model: 'qwen-audio-3.0-asr-flash' }),
      found,
    ],
  ]);

  it('is said once, with three of the words it is in', async () => {
    const { diagnostics } = await validate(hotwords([heavy('癌'), '肺癌', '胃癌', '肝癌', '肠癌', '骨癌']));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"癌" has weight 5 and is a part of "肺癌" (4), "胃癌" (4), "肝癌" (4) and 2 more: with more weight the part wins, and the rest may be misheard',
    ]);
  });

  it('is found in whatever order and however deep', async () => {
    const han = fc.string({ unit: fc.constantFrom('心', '肝', '炎', '癌'), minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(han, { minLength: 2, maxLength: 8 }), async (words) => {
        const weights = words.map((_, index) => (index % 3) + 2);
        const { diagnostics } = await validate(
          hotwords(words.map((word, index) => heavy(word, weights[index]))),
        );
        const parts = words.filter((word, index) =>
          words.some(
            (other, at) =>
              other !== word && other.includes(word) && (weights[at] ?? 0) < (weights[index] ?? 0),
          ),
        );
        const said = diagnostics.filter(({ rule }) => rule === 'part-outweighs-whole');
        const named = said.map(({ message }) => /"(.+?)"/.exec(message)?.[1] ?? '');
        expect(named.toSorted()).toEqual(parts.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  // Pair by pair it would take minutes: a ratio of two short times says more of the machine than of the program.
  it('does not take the square of the time', { timeout: 60_000 }, () => {
    const location = { file: 'x', line: 1, column: 1 };
    const entries = range(200_000, (n) => ({
      text: n % 2 === 0 ? `word ${n} of many` : `word ${n}`,
      weight: 4 + (n % 2),
      lang: null,
      extra: null,
      note: null,
      expires: null,
      location,
    }));
    const input = { config: { vocabularies: [{ entries }] } } as unknown as RuleInput;
    const start = performance.now();
    expect([...wholesOutweighTheirParts(input)]).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
