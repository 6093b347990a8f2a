import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { hotwords, rulesOf, validate } from '../validate.js';

const found = 'warning[lang-other-script]';
const paraformer = { model: 'paraformer-v2', region: 'beijing' };
const word = (text: string, lang: string) => hotwords([`{ text: ${text}, lang: ${lang} }`], paraformer);

describe('a lang', () => {
  it.each([
    ['心律', ['zh', 'yue', 'ja']],
    ['カルテ', ['ja']],
    ['ひらがな', ['ja']],
    ['심장', ['ko']],
    ['Москва', ['ru']],
    ['根回し', ['ja']],
    ['심장病', ['ko']],
    ['EGFR', ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru']],
    ['Zürich', ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru']],
    ['TNFα', ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru']],
  ])('suits %s when it is one of %j, and no other', async (text, langs) => {
    const all = ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'];
    const suiting = [];
    for (const lang of all) {
      const rules = rulesOf(await validate(word(text, lang)));
      expect(rules.filter((rule) => rule !== found)).toEqual([]);
      if (rules.length === 0) suiting.push(lang);
    }
    expect(suiting).toEqual(all.filter((lang) => langs.includes(lang)));
  });

  check([
    ['need not be there', hotwords(['心律', 'カルテ'])],
    ['may be Chinese with the の of shop signs', word('鲜の每日', 'zh')],
    ['may not with any other kana', word('鲜のり', 'zh'), found],
    [
      'is known in other spellings',
      hotwords(['{ text: 心律, lang: zh-CN }'], { model: 'qwen-audio-3.1-asr-flash' }),
      'warning[lang-unusual]',
    ],
    [
      'is not doubted where nothing is known of it',
      hotwords(['{ text: 心律, lang: vi }'], { model: 'qwen-audio-3.1-asr-flash' }),
    ],
  ]);
});

describe('a lang is offered', () => {
  const hintFor = async (model: string, hints: string, using = model) => {
    const [name, text] = Object.entries(hotwords(['{ text: 甲乙丙, lang: en }']))[0]!;
    const consumer =
      hints === '' ? '' : `consumers: [{ name: ward, vocabulary: medical, model: ${using}${hints} }]\n`;
    const models = text.replace('prefix: acmemed', `prefix: acmemed\n    target_models: [${model}]`);
    const { diagnostics } = await validate({ [name]: `${models}\n${consumer}` });
    return diagnostics.find(({ rule }) => rule === 'lang-other-script')?.hint?.split(', or ')[0];
  };

  it.each([
    ['that the model takes', 'fun-asr', '', 'write "zh", "ja"'],
    ['that all models take', 'fun-asr, paraformer-v2', '', 'write "zh", "ja"'],
    ['where nobody knows what the model takes', 'qwen-audio-3.1-asr-flash', '', 'write "zh", "yue", "ja"'],
    ['where nobody knows the model', 'nobody-knows', '', 'write "zh", "yue", "ja"'],
    ['where the consumer has no hints', 'fun-asr', ' ', 'write "zh", "ja"'],
    ['that the consumer lets through', 'paraformer-v2', ', language_hints: [en, yue]', 'write "yue"'],
    [
      'of which the consumer reads the first hint alone',
      'fun-asr',
      ', language_hints: [ja, zh]',
      'write "ja"',
    ],
    ['unless the consumer reads none', 'fun-asr', ', language_hints: [en, zh]', 'leave the lang out'],
    [
      'also where nobody knows what the consumer runs with',
      'nobody-knows',
      ', language_hints: [en, ja]',
      'write "ja"',
    ],
  ])('%s', async (...[, model, hints, said]) => {
    expect(await hintFor(model, hints)).toBe(said);
  });
});
