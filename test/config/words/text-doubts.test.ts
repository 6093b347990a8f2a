import { describe, expect, it } from 'vitest';
import { loadWords, words } from '../project.js';

describe('a dot at the end of a line', () => {
  it.each([
    [['Apple Inc.', 'Tesla Co.', 'Google Ltd.']],
    [['J. R. R.', 'U.S.', 'e.g.', 'z.B.']],
    [['St.', 'Nr.', 'Acme (Pty.']],
  ])('belongs to an abbreviation: %j', async (lines) => {
    expect((await loadWords('w.txt', lines.join('\n'))).diagnostics).toEqual([]);
  });

  it.each([[['cat.', 'plain']], [['one cat.']], [['第 3 章.', 'plain']]])(
    'is a full stop: %j',
    async (lines) => {
      const { diagnostics } = await loadWords('w.txt', lines.join('\n'));
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-punctuation']);
    },
  );
});

describe('what stands before an item of a list', () => {
  it.each([
    '・',
    '‧',
    '➢ ',
    '✓ ',
    '✔️ ',
    '★',
    '→ ',
    '①',
    '⑫ ',
    'a) ',
    '(b) ',
    '一、',
    '（二）',
    '6。',
    '[ ] ',
    '[x] ',
    '- [ ] ',
    '１．',
  ])('is %j, and no separator', async (marker) => {
    const loaded = await loadWords('w.txt', `${marker}第一\nplain\n`);
    expect(loaded.diagnostics.map(({ rule }) => rule)).toEqual(['txt-list-marker']);
    expect(words(loaded)).toHaveLength(2);
  });

  it.each(['A)', '一', '★', 'x[0]', 'A-Team', '一带一路', '3D'])('is not found in %j', async (word) => {
    expect((await loadWords('w.txt', `plain\n${word}\n`)).diagnostics).toEqual([]);
  });
});

describe('a bare number in front of a word', () => {
  const rulesOf = async (text: string) =>
    (await loadWords('w.txt', text)).diagnostics.map(({ rule }) => rule);

  it.each([
    ['001 心电图\n002 心肌梗死\n003 房颤\n'],
    ['1 ECG\n\n2 EEG\n# so far\n3 EMG\n'],
    ['007 ECG\n008 EEG\n009 EMG\n'],
    ['序号 名称\n1 心电图\n2 心肌梗死\n3 房颤\n'],
  ])('is one of a list where all lines count on, as in %j', async (text) => {
    const loaded = await loadWords('w.txt', text);
    const found = loaded.diagnostics.filter(({ rule }) => rule === 'txt-list-marker');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/; so do 2 more lines$/);
    // Whatever stands on a line is the hotword all the same.
    expect(words(loaded).at(-1)).toMatch(/^\d+ /);
  });

  it.each([
    ['1 心电图\n2 心肌梗死\n'],
    ['3 Idiots\n5 Guys\n7 Up\n'],
    ['1 series\n2 series\nEEG\n'],
    ['1 John\n2 John\n3 John\n'],
    ['1 号线\n2 号线\n3 号线\n'],
    ['100 Main Street\n101 Oak Street\n102 Elm Street\n'],
    ['2019 World Cup\n2020 Olympics\n2021 Euro\n'],
    ['1 series\n2 series\n4 series\n'],
    ['1心电图\n2心电图\n3心电图\n'],
  ])('is a part of the word in %j', async (text) => {
    expect(await rulesOf(text)).toEqual([]);
  });
});

describe('a comment behind a word', () => {
  it('may begin with two slashes', async () => {
    const { diagnostics } = await loadWords('w.txt', 'Foo // heard, as: bar\nhttp://x\nTCP/IP\n');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-comment']);
  });
});

describe('a comma between digits', () => {
  it('is no separator', async () => {
    expect((await loadWords('w.txt', '1,000 islands\nplain\n')).diagnostics).toEqual([]);
    const { diagnostics } = await loadWords('w.txt', '1,000, islands\nplain\n');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-separator']);
  });
});

describe('a comma in the name of a substance', () => {
  it.each(['1,4-丁二醇', '2,4-二硝基苯酚', 'N,N-二甲基甲酰胺', '1,1,1-三氯乙烷', "3,3'-二甲基"])(
    'is no separator: %s',
    async (word) => {
      expect((await loadWords('w.txt', `${word}\nplain\n`)).diagnostics).toEqual([]);
    },
  );

  it('is one before other words', async () => {
    for (const line of ['1,4-丁二醇,乙醇', '心律,早搏-A', 'A,B']) {
      const { diagnostics } = await loadWords('w.txt', `${line}\nplain\n`);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['txt-separator']);
    }
  });
});

describe('the header of a table in a text file', () => {
  it.each([
    ['a word that is one', 'text\nAlpha\nBeta\n'],
    ['in Chinese', '热词\n人工智能\n'],
    ['of a table with commas', 'text,weight\nAlpha,5\n"b, c",4\n'],
    ['of columns between spaces', 'word weight lang\nAlpha one\n'],
  ])('is warned about once: %s', async (_, content) => {
    const { diagnostics } = await loadWords('w.txt', content);
    expect(diagnostics).toMatchObject([{ severity: 'warning', rule: 'txt-header', location: { line: 1 } }]);
  });

  it('is no line that is alone, and no other word', async () => {
    for (const content of ['text\n', 'term\nAlpha\n', 'Alpha\ntext\n', 'note lang\nAlpha\n']) {
      expect((await loadWords('w.txt', content)).diagnostics).toEqual([]);
    }
  });

  it('says that a file with tabs has the wrong name only', async () => {
    const { diagnostics } = await loadWords('w.txt', 'text\tweight\nAlpha\t5\nBeta\t4\n');
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        rule: 'txt-columns',
        message: expect.stringMatching(/^3 lines have a tab inside/),
        hint: 'name the file .tsv: it is a table, and its first line is the header',
      },
    ]);
  });
});

describe('a label or a heading', () => {
  const rulesOf = async (text: string) =>
    (await loadWords('w.txt', text)).diagnostics.map(({ rule, location }) => `${rule} ${location?.line}`);

  it.each([
    ['a label', '头孢\n热词：阿莫西林\n', ['txt-label 2']],
    ['a label of ASCII', '头孢\n热词: 阿莫西林\n', ['txt-label 2']],
    ['the head of a group', '药品：\n头孢\n', ['txt-label 1']],
    ['a head in brackets', '【药品】\n头孢\n', ['txt-label 1']],
    ['a foot between dashes', '头孢\n—— 以上 ——\n', ['txt-label 2']],
  ])('is said once: %s', async (_, text, rules) => {
    expect(await rulesOf(text)).toEqual(rules);
  });

  it('is no word with its weight', async () => {
    expect(await rulesOf('品牌: 5\n产品: 4\n渠道: 3\n')).toEqual(['txt-weights 1']);
  });

  it('is looked for in no more time than a line is long', async () => {
    const start = performance.now();
    await rulesOf(`plain\n${'-'.repeat(10_000)}x\n`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is none where all lines are so, or where nobody knows the name before the colon', async () => {
    expect(await rulesOf('【头孢】\n【阿莫】\n')).toEqual([]);
    expect(await rulesOf('比例：尺\nRe:Zero\n--\n')).toEqual([]);
  });

  it('is said beside the weights that stand under another', async () => {
    expect(await rulesOf('热词：头孢\n权重：5\n热词：阿莫西林\n权重：4\n')).toContain('txt-label 1');
  });
});

describe('several words on a line', () => {
  const rulesOf = async (text: string) =>
    (await loadWords('w.txt', text)).diagnostics.map(({ rule }) => rule);

  it.each(['头孢 阿莫西林 克肟', '头孢 -> 头孢拉定', '先锋→头孢', '头孢=>头孢拉定'])(
    'are doubted: %s',
    async (line) => {
      expect(await rulesOf(`plain\n${line}\n`)).toEqual(['txt-separator']);
    },
  );

  it.each([
    ['a name of Japan, in a file that has kana', '山田 太郎\nはるか\n'],
    ['names of Japan, in a file that has none', '山田 太郎\n佐藤 花子\n鈴木 一郎\n'],
    ['makes and models', '奇瑞 瑞虎\n国立国会 図書館\n'],
    ['operators and reactions', 'operator->\nCO2->O2\nλ->μ\nA → B\n'],
    ['a name that is as wide as others', '张 三\n李小四\n'],
    ['words of another script', '头孢 Holter\n'],
  ])('are not: %s', async (_, text) => {
    expect(await rulesOf(text)).toEqual([]);
  });
});
