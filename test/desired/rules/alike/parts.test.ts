import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholesOutweighTheirParts } from '../../../../src/desired/rules/alike/parts.js';
import type { RuleInput } from '../../../../src/desired/rules/rule.js';
import type { Entry } from '../../../../src/model/config.js';
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

  it('is said of the heaviest that is written so, and of each word that holds it, in whatever script', () => {
    const signs = Array.from('abzAZ09  --心一\u9fff\u3400ア\u00e9Ａ\u007f\u0080𠮷');
    const text = fc
      .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 18 })
      .map((all) => all.join(''));
    const weighed = fc.tuple(text, fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(weighed, { maxLength: 7 }), (drawn) => {
        const entries = drawn.map(([one, weight], index) => entryOf(one, weight, index));
        const said = [...wholesOutweighTheirParts(inputOf(entries))];
        expect(said.map(({ message }) => message.replace(/:.*/, '')).toSorted()).toEqual(
          outweighedByHand(entries).toSorted(),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('is said where it stands, and what to do about one whole or several', async () => {
    const one = await validate(hotwords([heavy('▸尿酸'), '▹尿酸氧化酶']));
    expect(one.diagnostics).toMatchObject([
      {
        location: { line: one.location?.line },
        related: { line: one.related?.line },
        hint: 'give the whole at least the weight 5, or "尿酸" less',
      },
    ]);
    const { diagnostics } = await validate(hotwords([heavy('癌'), '肺癌', '胃癌', '肝癌']));
    expect(diagnostics).toMatchObject([
      {
        message: expect.stringContaining('"肺癌" (4), "胃癌" (4), "肝癌" (4): with more weight'),
        hint: 'give the wholes at least the weight 5, or "癌" less',
      },
    ]);
  });

  it('is none of a text that is too long for any list', () => {
    const said = (part: string, whole: string) =>
      [...wholesOutweighTheirParts(inputOf([entryOf(part, 5, 0), entryOf(whole, 4, 1)]))].length;
    for (const word of ['w', '心', 'é', 'ア']) {
      const times = (count: number) => range(count, () => word).join(' ');
      expect([said(word, times(15)), said(word, times(16))]).toEqual([1, 0]);
    }
  });

  // Pair by pair it would take minutes: a ratio of two short times says more of the machine than of the program.
  it('does not take the square of the time', { timeout: 60_000 }, () => {
    const entries = range(200_000, (n) =>
      entryOf(n % 2 === 0 ? `word ${n} of many` : `word ${n}`, 4 + (n % 2), n),
    );
    const start = performance.now();
    expect([...wholesOutweighTheirParts(inputOf(entries))]).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

function entryOf(text: string, weight: number, index: number): Entry {
  const location = { file: 'x', line: index + 1, column: 1 };
  return { text, weight, lang: null, extra: null, note: null, expires: null, location };
}

function inputOf(entries: readonly Entry[]): RuleInput {
  return { config: { vocabularies: [{ entries }], consumers: [] } } as unknown as RuleInput;
}

/** Pair by pair, by the pattern that says what a unit is. */
function outweighedByHand(entries: readonly Entry[]): string[] {
  const unit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
  const written = entries.map((entry) => {
    const units = entry.text.normalize('NFKC').toLowerCase().match(unit) ?? [];
    // As one text in which a unit is found as a whole.
    return { entry, units: units.length > 15 ? '' : units.map((one) => `<${one}>`).join('') };
  });
  const heaviest = written.filter(({ entry, units }, index) =>
    written.every(
      (other, at) =>
        other.units !== units ||
        other.entry.weight < entry.weight ||
        (other.entry.weight === entry.weight && at >= index),
    ),
  );
  return heaviest.flatMap(({ entry: part, units }) => {
    const wholes = written.filter(
      (whole) =>
        units !== '' &&
        whole.units !== units &&
        whole.units.includes(units) &&
        whole.entry.weight < part.weight,
    );
    if (wholes.length === 0) return [];
    const named = wholes.slice(0, 3).map(({ entry }) => `"${entry.text}" (${entry.weight})`);
    const more = wholes.length > 3 ? ` and ${wholes.length - 3} more` : '';
    return [`"${part.text}" has weight ${part.weight} and is a part of ${named.join(', ')}${more}`];
  });
}
