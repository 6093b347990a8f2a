import { describe, expect, it } from 'vitest';
import { lookAlikesIn } from '../../../../src/desired/rules/alike/look-alikes.js';
import { check } from '../../limits.js';
import { hotwords, validate } from '../../validate.js';

/** Names, symbols and formulas that have their letters for a reason. */
const innocent = [
  'TNFα',
  'IFN-γ',
  'IFNγ',
  'β受体阻滞剂',
  'μg',
  'PPARγ',
  'ΔF508',
  'κ轻链',
  'Ω-3',
  'IT-отдел',
  'Wi-Fi роутер',
  'МТС Live',
  'Москва',
  'Х5 Retail',
  'COVID-19',
  'VIPзал',
  '口コミ',
  'ネット口コミ',
  '三カ国',
  '二カ年計画',
  'スーパー八カ所',
  'ト音記号',
  'ハ長調',
  '虎ノ門',
  '新百合ヶ丘',
  '電力カット',
  '入口ドア',
  '千トン',
  '第二ボタン',
  '銀座ー渋谷',
  'ラーメン二郎',
  'カラオケ力',
  'タイ力士',
  'Tシャツ',
  'コーヒー',
  'ニューヨーク',
  'カナダへ',
  'りんごジュース',
  '鲜の每日',
  '一卜',
  '天才儿童',
  '力学',
  '工人',
  'T1N0M0',
  'Fe2O3',
  'H2O2',
  '18O',
  'CO2',
  'SpO2',
  'HbA1c',
  'K8s',
  'B12',
  'V600E',
  'O2',
  'N95',
  '10 Oct',
  'Level 0',
  '2B0bc',
  'C0VID19',
  '1O0mg',
  // Whatever it is, it is not one word of one script.
  '\u041ca\u03b2',
];

const found = (text: string) => lookAlikesIn(text).map(({ character, meant }) => `${character}→${meant}`);

describe('a character that looks like the one that is meant', () => {
  it.each([
    ['a Cyrillic letter in a Latin word', '\u0421isplatin', ['\u0421→C']],
    ['several of them', '\u0421\u041eVID', ['\u0421→C', '\u041e→O']],
    ['Cyrillic letters beside Chinese', '\u0421\u0422检查', ['\u0421→C', '\u0422→T']],
    ['a Greek capital in a Latin word', '\u03a4NF', ['\u03a4→T']],
    ['a Greek capital beside Chinese', '\u0392超', ['\u0392→B']],
    ['an omicron', 'pr\u03bfBNP', ['\u03bf→o']],
    ['a Latin letter in a Russian word', 'Mосквa', ['M→М', 'a→а']],
    ['a Han character in a katakana word', 'ア二メ', ['二→ニ']],
    ['one before a long vowel', 'アニメ力ード', ['力→カ']],
    ['one at the beginning, before a long vowel', '力ード', ['力→カ']],
    ['the number one for a long vowel', 'カ一ド', ['一→ー']],
    ['the number one for a long vowel at the end', 'サッカ一', ['一→ー']],
    ['a hiragana in a katakana word', 'へルペス', ['へ→ヘ']],
    ['a katakana in a Chinese word', '人ロ普查', ['ロ→口']],
    ['a katakana at the end of one', '施エ', ['エ→工']],
    ['a long vowel for the number one', 'ー氧化碳', ['ー→一']],
    ['a long vowel within a number', '第ー章', ['ー→一']],
    ['a zero in a word', 'C0VID-19', ['0→O']],
    ['an O in a number', '1O0 mg', ['O→0']],
    ['a small o in a number', '1o0', ['o→0']],
    ['a zero in a longer word', 'PR0GRAM', ['0→O']],
    ['an O in a longer number', '12O34', ['O→0']],
  ])('is found as %s: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(innocent)('is none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  check([
    [
      'is said once a word, whatever its lang',
      hotwords(['{ text: 人ロ, lang: zh }']),
      'warning[look-alike-character]',
    ],
    [
      'is said beside the lang that is wrong for the rest',
      hotwords(['{ text: 心脏, lang: en }']),
      'warning[lang-other-script]',
    ],
  ]);

  it('is found in a list that has nothing else but plain letters and digits', async () => {
    const { diagnostics } = await validate(hotwords(['alpha', 'C0VID-19']));
    expect(diagnostics).toMatchObject([
      { rule: 'look-alike-character', hint: 'type the word anew: "COVID-19"' },
    ]);
  });

  it('is named with its number and what is meant, each of several', async () => {
    const { diagnostics } = await validate(hotwords(['\u0421\u041eVID']));
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        '"\u0421\u041eVID" has the Cyrillic "\u0421" (U+0421) where Latin "C" is probably meant, and the Cyrillic "\u041e" (U+041E) where Latin "O" is probably meant',
        'type the word anew: "COVID"',
      ],
    ]);
  });

  it('is none in what this machine calls countries, languages, currencies and units', () => {
    const names = ['ja', 'zh', 'zh-Hant', 'ko', 'ru', 'uk', 'el', 'en'].flatMap(namesIn);
    expect(names.length).toBeGreaterThan(1500);
    expect(names.filter((name) => lookAlikesIn(name).length > 0)).toEqual([]);
  });
});

/** Words that people have checked, in the scripts that are mixed up. */
function namesIn(locale: string): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const currencies = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' });
  const units = Intl.supportedValuesOf('unit').map((unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(8),
  );
  return [
    ...pairs.flatMap((code) => [regions.of(code), languages.of(code.toLowerCase())]),
    ...Intl.supportedValuesOf('currency').map((code) => currencies.of(code)),
    ...units,
  ].filter((name) => name !== undefined);
}
