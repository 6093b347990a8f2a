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

it('a lang that is offered is one that the models take and the consumers read', async () => {
  const hintFor = async (extra: string) => {
    const files = hotwords(['{ text: 甲乙丙, lang: en }']);
    const [name, text] = Object.entries(files)[0]!;
    const { diagnostics } = await validate({ [name]: `${text}\n${extra}` });
    return diagnostics.find(({ rule }) => rule === 'lang-other-script')?.hint;
  };
  const using = (hints: string) =>
    `consumers: [{ name: ward, vocabulary: medical, model: fun-asr, language_hints: ${hints} }]\n`;
  expect(await hintFor('')).toBe('write "zh", "ja", or leave the lang out');
  expect(await hintFor(using('[ja, zh]'))).toBe('write "ja", or leave the lang out');
  expect(await hintFor(using('[en, zh]'))).toBe('leave the lang out');
});
