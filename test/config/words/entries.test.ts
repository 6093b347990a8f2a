import { describe, expect, it } from 'vitest';
import { loadVocabulary, summary, words } from '../project.js';

const vocabulary = (entry: string) => `name: v\nprefix: a\ntarget_model: b\nhotwords:\n  - ${entry}\n`;

describe('the extra fields of a hotword', () => {
  it.each(['text', 'weight', 'lang', '__proto__'])(
    'may not hold %s, which has a place of its own',
    async (field) => {
      const loaded = await loadVocabulary(vocabulary(`{ text: alpha, extra: { ${field}: 5, fine: 1 } }`));
      expect(summary(loaded)).toEqual(['extra-invalid v.yaml:5:29']);
    },
  );

  it('are kept as they are otherwise', async () => {
    const loaded = await loadVocabulary(
      vocabulary('{ text: alpha, extra: { Weight: 5, deep: [1, { a: b }] } }'),
    );
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies[0]?.entries[0]?.extra).toEqual({ Weight: 5, deep: [1, { a: 'b' }] });
  });

  it.each(['{}', 'null', '~', ''])('are none when they say nothing: %s', async (extra) => {
    const loaded = await loadVocabulary(vocabulary(`{ text: alpha, extra: ${extra} }`));
    expect(loaded.config?.vocabularies[0]?.entries[0]?.extra).toBeNull();
  });
});

describe('the lang of a hotword', () => {
  it.each([
    ['" zh "', 'zh'],
    ['"\\tzh"', 'zh'],
    ['zh', 'zh'],
    ['""', null],
    ['"  "', null],
    ['null', null],
  ])('is read without the white space around it: %s', async (written, lang) => {
    const loaded = await loadVocabulary(vocabulary(`{ text: alpha, lang: ${written} }`));
    expect(loaded.config?.vocabularies[0]?.entries[0]?.lang).toBe(lang);
  });
});

describe('the weight of a hotword', () => {
  it.each(['"4"', '4.5', 'four', 'true', '[4]', '1e1'])(
    'is refused where it is no whole number: %s',
    async (weight) => {
      const loaded = await loadVocabulary(vocabulary(`{ text: alpha, weight: ${weight} }`));
      expect(summary(loaded)).toEqual([expect.stringMatching(/^weight-invalid /)]);
    },
  );

  it.each(['null', '~', 'Null'])('is the default where it is %s, as that of lang is none', async (weight) => {
    const loaded = await loadVocabulary(vocabulary(`{ text: alpha, weight: ${weight} }`));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies[0]?.entries[0]?.weight).toBe(4);
  });

  it.each([
    ['４', '4'],
    ['－６', '-6'],
    ['−6', '-6'],
    ['"５"', '5'],
  ])('is said to be full-width: %s', async (weight, narrow) => {
    const { diagnostics } = await loadVocabulary(vocabulary(`{ text: alpha, weight: ${weight} }`));
    expect(diagnostics).toMatchObject([
      {
        rule: 'weight-invalid',
        message: expect.stringContaining('full-width'),
        hint: expect.stringContaining(`write ${narrow}:`),
      },
    ]);
  });
});

describe('a hotword whose text has another name', () => {
  it.each([
    ['word', '{ word: alpha, weight: 4 }', 'did you mean "text"?'],
    ['hotword', '{ hotword: alpha }', 'did you mean "text"?'],
    ['term', '{ term: alpha }', 'did you mean "text"?'],
    ['词', '{ 词: alpha, 权重: 5 }', 'did you mean "text", "weight"?'],
    ['txt', '{ txt: alpha }', 'did you mean "text"?'],
  ])('is one error: %s', async (name, entry, hint) => {
    const { diagnostics } = await loadVocabulary(vocabulary(entry));
    expect(diagnostics).toMatchObject([
      {
        rule: 'unknown-key',
        message: expect.stringContaining(`"${name}"`),
        hint: expect.stringContaining(hint),
        location: { line: 5, column: 7 },
      },
    ]);
  });

  it('is no concern of one that has a text too', async () => {
    const { diagnostics } = await loadVocabulary(vocabulary('{ text: alpha, word: b }'));
    expect(diagnostics).toMatchObject([
      { rule: 'unknown-key', message: 'a hotword has the unknown key "word"' },
    ]);
  });
});

describe('a hotword that is not written as one', () => {
  const yaml = (items: string) => `name: v\nprefix: a\ntarget_model: b\nhotwords:\n${items}`;

  it.each([
    ['an item that is indented too far', '  - alpha\n   - beta\n  - gamma\n', 'alpha - beta'],
    ['an item whose dash is missing', '  - alpha\n    beta\n  - gamma\n', 'alpha beta'],
    ['a text of an entry', '  - text: alpha\n      beta\n    weight: 5\n  - gamma\n', 'alpha beta'],
    ['a flow list without a comma', '  [alpha\n   beta, gamma]\n', 'alpha beta'],
  ])('is a warning on several lines: %s', async (_what, items, word) => {
    const loaded = await loadVocabulary(yaml(items));
    expect(loaded.diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'hotword-joined',
        message: `"${word}" is written on several lines, which become one hotword`,
        location: { line: 5 },
      },
    ]);
    expect(words(loaded).map((each) => each.split('|')[0])).toEqual([word, 'gamma']);
  });

  it.each([
    ['a tab', '  - alpha\t4\n', '"alpha 4" has a tab in it'],
    ['a tab in quotes', '  - "alpha\\t4"\n', '"alpha 4" has a tab in it'],
    ['a line break', '  - "alpha\\nbeta"\n', '"alpha beta" has a line break in it'],
    ['lines of a block', '  - |\n    alpha\n    beta\n', '"alpha beta" has a line break in it'],
    ['a full-width space', '  - 心梗\u3000\u3000心悸\n', '"心梗 心悸" has a full-width space in it'],
  ])('is a warning with %s in it', async (_what, items, part) => {
    const { diagnostics } = await loadVocabulary(yaml(items));
    expect(diagnostics).toMatchObject([{ rule: 'hotword-joined', message: expect.stringContaining(part) }]);
  });

  it.each([
    [
      'a comma of Chinese in brackets',
      '  [心律，心率, 早搏]\n',
      '"心律，心率" has "，" in it, like several words',
    ],
    ['an enumeration', '  - 心律、心率\n', '"心律、心率" has "、" in it'],
    ['a comma without a space', '  - 心律,心率\n', '"心律,心率" has "," in it'],
    ['a semicolon', '  - { text: 心律;心率 }\n', '"心律;心率" has ";" in it'],
    ['a sentence', '  - { text: 心律。心率。 }\n', '"心律。心率。" has "。" in it'],
    ['a key without a space', '  - text:心律\n', '"text:心律" begins like a key'],
    ['a remark with such a colon', '  - note：心律\n', '"note：心律" begins like a key'],
    ['a key with such a colon', '  - text：心律\n', '"text：心律" begins like a key'],
    ['a stop at its end', '  - 心律。\n', '"心律。" ends in "。"'],
    [
      'a number of a list',
      '  - 1、窦性心律\n',
      '"1、窦性心律" begins with a bullet or a number like an item of a list',
    ],
    [
      'a number and a space',
      '  - 1. 心律\n',
      '"1. 心律" begins with a bullet or a number like an item of a list',
    ],
    ['a bullet', '  - • 心律\n', '"• 心律" begins with a bullet or a number like an item of a list'],
    ['a semicolon at its end', '  - 心律;\n', '"心律;" ends in ";"'],
    ['a stop of ASCII at its end', '  - 心律.\n', '"心律." ends in "."'],
    ['an arrow', '  - 心率 -> 心律\n', '"心率 -> 心律" has "->" in it, like several words'],
    ['an arrow of one sign', '  - 心率→心律\n', '"心率→心律" has "→" in it, like several words'],
    [
      'a label',
      '  - 热词：心律\n',
      '"热词：心律" begins with the label "热词：", which becomes a part of the hotword',
    ],
    ['a heading', '  - 药品：\n', '"药品：" begins with the label "药品："'],
    ['quotes', '  - “心律”\n', '“心律” stands in quotes'],
    ['other quotes', '  - { text: 「心律」 }\n', '「心律」 stands in quotes'],
  ])('is a warning with marks of Chinese: %s', async (_what, items, part) => {
    const { diagnostics } = await loadVocabulary(yaml(items));
    expect(diagnostics).toMatchObject([
      { severity: 'warning', rule: 'hotword-punctuation', message: expect.stringContaining(part) },
    ]);
  });

  it.each([
    '头孢 # 三病区',
    '头孢 // 三病区',
    '#头孢',
    '# 头孢',
    '＃ 头孢',
    '//头孢',
    '头孢＃三病区',
    '头孢#三病区',
    '头孢# 三病区',
  ])('is a warning with what looks like a comment: %s', async (text) => {
    const { diagnostics } = await loadVocabulary(yaml(`  - ${JSON.stringify(text)}\n`));
    expect(diagnostics).toMatchObject([
      { severity: 'warning', rule: 'hotword-comment', message: expect.stringContaining('like a comment') },
    ]);
  });

  it.each([
    '3. Liga',
    '\ue000心律',
    '(S)布洛芬',
    '①型糖尿病',
    'p->q',
    'A → B',
    '(R)-Ibuprofen',
    '4.5毫克',
    'A>B',
    'C#',
    'C# 语言',
    '#1 Hit',
    'Chanel #5',
    'and/or',
    '心悸　Holter',
    'C++',
    '比例：尺',
    'Re:Zero',
    'note:x',
    'text：心律',
    '2,4-二硝基酚',
    '阿司匹林·肠溶片',
    '《红楼梦》',
    '“天问”一号',
    'King, Jr.',
    'No. 5',
  ])('is fine with marks that belong to words: %s', async (text) => {
    const { diagnostics } = await loadVocabulary(yaml(`  - ${JSON.stringify(text)}\n`));
    expect(diagnostics).toEqual([]);
  });

  it.each(['  -心律\n  -早搏\n', '  － 心律\n  － 早搏\n', '  • 心律\n'])(
    'is no item without a dash and a space: %j',
    async (items) => {
      const { diagnostics } = await loadVocabulary(yaml(items));
      expect(diagnostics).toMatchObject([
        { rule: 'invalid-value', hint: 'begin each item with a dash and a space: `- `' },
      ]);
    },
  );

  it.each([
    ['with spaces', '  - alpha  beta \n  - " gamma "\n'],
    ['in quotes on two lines', '  - "alpha\n    beta"\n'],
    ['in a block of one line', '  - >-\n    alpha\n'],
    ['with a comment behind it', '  - alpha # beta\n  # - gamma\n'],
    ['with an escape', '  - "alph\\u0061"\n'],
  ])('is one %s', async (_what, items) => {
    expect((await loadVocabulary(yaml(items))).diagnostics).toEqual([]);
  });
});
