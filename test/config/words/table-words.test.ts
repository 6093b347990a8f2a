import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadWords, onlyVocabulary, summary, words } from '../project.js';
import { follow, included } from './follow.js';

test('reads a .csv whose header has capitals, with the empty rows a spreadsheet leaves', async () => {
  const loaded = await loadWords('w.csv', 'Text,Weight,Lang\na,5,en\n,,\n,,\n');
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(['a|5|en']);
});

test('reads .csv with its columns in any order, quoted cells and line ends inside them', async () => {
  const loaded = await loadWords('w.csv', 'lang,text,weight\r\nen,plain,5\n\n,"a ""b"",\nc",\nzh,last,1\n');
  expect(summary(loaded)).toEqual(['hotword-joined w.csv:4:1']);
  expect(words(loaded)).toEqual(['plain|5|en', 'a "b", c|4|', 'last|1|zh']);
  expect(onlyVocabulary(loaded).entries.map(({ location }) => location.line)).toEqual([2, 4, 6]);
});

test.each([
  ['text,weight\na,5\n', ['a|5|']],
  ['text\na\n\nb', ['a|4|', 'b|4|']],
  [' text , lang \n a , en \n', ['a|4|en']],
  ['\ufefftext\na\n', ['a|4|']],
])('reads the .csv %j', async (content, expected) => {
  expect(words(await loadWords('w.csv', content))).toEqual(expected);
});

test('reads .csv without quotes, which needs no parser, exactly as the parser does', async () => {
  const cell = fc.stringMatching(/^[a-c \r;\t]{0,3}$/);
  const row = fc.tuple(cell, fc.constantFrom('', '5', ' 3 ', 'x'), fc.constantFrom('', 'zh'));
  const lines = fc.array(
    fc.oneof(
      row.map((cells) => cells.join(',')),
      fc.constantFrom('', ' ', 'a,b', ',,,'),
    ),
  );
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
      const text = `text,weight,lang\n${rows.join(lineEnd)}${lineEnd}`;
      const plain = await loadWords('w.csv', `${text}z,5,en\n`);
      const quoted = await loadWords('w.csv', `${text}"z",5,en\n`);
      expect(plain.diagnostics).toEqual(quoted.diagnostics);
      expect(plain.config?.vocabularies).toEqual(quoted.config?.vocabularies);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['weight\n5\n', ['csv-header w.csv:1:1']],
  ['text,wieght,note\na,5,x\n', ['csv-header w.csv:1:1']],
  ['text,text\na,b\n', ['csv-header w.csv:1:1']],
  ['text,weight\na,5\nb, c,5\nd\n', ['csv-row w.csv:3:1']],
  ['text\n"a\n', ['csv-syntax w.csv:2:1']],
  ['text,weight\na,five\n,3\nb,\n', ['weight-invalid w.csv:2:1', 'hotword-empty w.csv:3:1']],
  ['text,weight\n"a","1.5"\n', ['weight-invalid w.csv:2:1']],
  ['', ['vocabulary-empty v.yaml:1:7']],
])('refuses the .csv %j', async (content, expected) => {
  expect(summary(await loadWords('w.csv', content))).toEqual(expected);
});

describe('the delimiter', () => {
  it.each([
    ['a comma', 'w.csv', 'text,weight\nAlpha,5\n'],
    ['a semicolon', 'w.csv', 'text;weight\nAlpha;5\n'],
    ['a tab', 'w.csv', 'text\tweight\nAlpha\t5\n'],
    ['a tab in a .tsv', 'w.tsv', 'text\tweight\nAlpha\t5\n'],
    ['a comma in a .tsv', 'w.TSV', 'text,weight\nAlpha,5\n'],
    ["Excel's own line", 'w.csv', 'sep=;\r\ntext;weight\r\nAlpha;5\r\n'],
    ["Excel's own line, quoted, with commas behind it", 'w.csv', '"sep=,",,\ntext,weight,\nAlpha,5,\n'],
    ['a bar, by that line', 'w.csv', 'SEP=|\ntext|weight\nAlpha|5\n'],
    ['a tab, by that line', 'w.csv', 'sep=\t\ntext\tweight\nAlpha\t5\n'],
    ['behind blank lines', 'w.csv', '\n;;\n text ; weight \nAlpha;5\n'],
    ['in a quoted header', 'w.csv', '"text";"weight"\n"Alpha";"5"\n'],
    ['beside others in a quoted header', 'w.csv', '"weight";"a,b,c,d";"text"\n5;;Alpha\n'],
    ['without a line end', 'w.csv', 'text;weight\nAlpha;5'],
    ['with carriage returns alone', 'w.csv', 'text;weight\rAlpha;5\r'],
  ])('is told: %s', async (_, name, content) => {
    const loaded = await loadWords(name, content);
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['Alpha|5|']);
  });

  it.each(['，', '；', '|'])('is no %j', async (sign) => {
    for (const header of ['text', '热词']) {
      const { diagnostics } = await loadWords('w.csv', `${header}${sign}weight\na${sign}5\n`);
      expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
        ['csv-header', expect.stringContaining('separated by')],
      ]);
    }
  });

  it('leaves the lines of the file where they are', async () => {
    const loaded = await loadWords('w.csv', 'sep=;\ntext;weight\n"a\nb";9x\nc;4\n');
    expect(summary(loaded)).toEqual(['hotword-joined w.csv:3:1', 'weight-invalid w.csv:3:1']);
    expect(onlyVocabulary(loaded).entries.map(({ location }) => location.line)).toEqual([5]);
  });

  it('may be written in a text that is quoted', async () => {
    const loaded = await loadWords('w.csv', 'text;weight\n"a;b";5\nc,d;4\n');
    expect(words(loaded)).toEqual(['a;b|5|', 'c,d|4|']);
  });
});

describe('a cell', () => {
  it.each(['4', '4.0', '4.00', '4.', ' 4 ', '+4'])('with the weight %j is 4', async (weight) => {
    for (const delimiter of [',', ';']) {
      const loaded = await loadWords('w.csv', `text${delimiter}weight\na${delimiter}${weight}\n`);
      expect(words(loaded)).toEqual(['a|4|']);
    }
  });

  it('may have a comma for the point where commas delimit nothing', async () => {
    expect(words(await loadWords('w.csv', 'text;weight\na;4,0\n'))).toEqual(['a|4|']);
  });

  it.each(['4.5', '4,5', 'high', '1e1', '４', '4.0.0'])('with the weight %j is an error', async (weight) => {
    const loaded = await loadWords('w.csv', `text;weight\na;${weight}\n`);
    expect(summary(loaded)).toEqual(['weight-invalid w.csv:2:1']);
  });

  it('may be missing at the end of a row, and be surplus there when it is empty', async () => {
    const loaded = await loadWords('w.csv', 'text,weight,lang\na\nb,5\nc,5,en,,,\n');
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['a|4|', 'b|5|', 'c|5|en']);
  });
});

describe('a table with its own headers', () => {
  it.each([
    [
      'Chinese',
      '词,权重\n人工智能,4\n机器学习,5\n',
      '{ text: 词, weight: 权重 }',
      ['人工智能|4|', '机器学习|5|'],
    ],
    [
      'Chinese, semicolons',
      '热词;权重;语言\n人工智能;5;zh\n',
      '{ text: 热词, weight: 权重, lang: 语言 }',
      ['人工智能|5|zh'],
    ],
    ['Japanese', '重み,用語\n5,稟議書\n', '{ text: 用語, weight: 重み }', ['稟議書|5|']],
    [
      'English',
      'Term,Boost,Locale\nAlpha,5,en\n',
      '{ text: Term, weight: Boost, lang: Locale }',
      ['Alpha|5|en'],
    ],
    [
      'a further column',
      'text,weight,lang,comment\nAlpha,4,en,hello\nBeta,,,\n"Ga,mma",5,\n',
      '{ text: text, weight: weight, lang: lang, note: comment }',
      ['Alpha|4|en', 'Beta|4|', 'Ga,mma|5|'],
    ],
    [
      'Chinese, with columns for people',
      '热词,部门,备注,有效期\n人工智能,研发,常被听错,2027-03-31\n',
      '{ text: 热词, note: 备注, expires: 有效期 }',
      ['人工智能|4|'],
    ],
    [
      'Japanese, with columns for people',
      '用語,有効期限,備考\n稟議書,2027-03-31,総務\n',
      '{ text: 用語, note: 備考, expires: 有効期限 }',
      ['稟議書|4|'],
    ],
    [
      'English, with columns for people',
      'Term,Remark,Valid until\nAlpha,ward 3,2027-03-31\n',
      '{ text: Term, note: Remark, expires: Valid until }',
      ['Alpha|4|'],
    ],
    [
      'misspelt columns for people',
      'text,expire,Notes\nAlpha,2027-03-31,ward 3\n',
      '{ text: text, note: Notes, expires: expire }',
      ['Alpha|4|'],
    ],
    [
      'headers that say nothing',
      'Bezeichnung;Abteilung\nAlpha;Ward 3\n',
      '{ text: Bezeichnung }',
      ['Alpha|4|'],
    ],
    [
      'a header that YAML would read otherwise',
      '"词 [必填]: 热词","权重, 1-5"\nAlpha,5\n',
      '{ text: "词 [必填]: 热词", weight: "权重, 1-5" }',
      ['Alpha|5|'],
    ],
    ['a column without a name', 'text,\nAlpha,x\n', '{ text: text }', ['Alpha|4|']],
    ['a misspelt one', 'text,wieght\nAlpha,5\n', '{ text: text, weight: wieght }', ['Alpha|5|']],
    ['no text, and no header of ours', '编号\t热词\n1\tAlpha\n', '{ text: 热词 }', ['Alpha|4|']],
  ])('is told what to write, and that works: %s', async (_, ...[content, columns, expected]) => {
    const followed = await follow(content);
    expect(followed.item).toBe(`{ file: w.csv, columns: ${columns} }`);
    expect(followed.found).toEqual([]);
    expect(followed.words).toEqual(expected);
  });

  it('names the unknown columns, and what one was probably meant to be', async () => {
    const { message, hint } = await follow('text,wieght,remark\na,5,x\n');
    expect(message).toBe('the header has unknown columns: "wieght", "remark"');
    expect(hint).toContain('did you mean "weight"?');
  });

  it('is fine when its unknown columns are empty', async () => {
    const loaded = await loadWords('w.csv', 'text,weight,remark,,\nAlpha,5,,,\nBeta,4, ,,\n');
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['Alpha|5|', 'Beta|4|']);
  });

  it.each([
    ['人工智能,4\n机器学习,5\n', 'text,weight'],
    ['4;人工智能;zh-CN\n', 'weight;text;lang'],
    ['人工智能,4,2027/3/31\n', 'text,weight,expires'],
  ])('is told from a table that has none: %j', async (content, line) => {
    const { message, hint } = await follow(content);
    expect(message).toContain('looks like a row');
    expect(hint).toBe(`put a line above it that names the columns: ${line}`);
  });

  it('is read whatever the case and the space around its headers', async () => {
    const loaded = await included('{ file: w.csv, columns: { text: "hot  word", lang: LANG } }', {
      'w.csv': ' Hot Word ;lang\nAlpha;en\n',
    });
    expect(words(loaded)).toEqual(['Alpha|4|en']);
  });

  it.each([
    [
      'a column that is not there',
      '{ file: w.csv, columns: { text: 热词, weight: ▸权种 } }',
      '热词,权重\na,5\n',
      'csv-header',
      'did you mean "权重"?',
    ],
    [
      'one that is there twice',
      '{ file: w.csv, columns: { text: ▸a } }',
      'a,A\nx,y\n',
      'csv-header',
      'rename one',
    ],
    ['no text', '{ file: w.csv, columns: ▸{ weight: a } }', 'a\nx\n', 'missing-key', 'add `text:`'],
    [
      'a misspelt key',
      '{ file: w.csv, columns: { text: a }, ▸delimiter: ; }',
      'a\nx\n',
      'unknown-key',
      'file, columns',
    ],
    [
      'a misspelt field',
      '{ file: w.csv, columns: { text: a, ▸wieght: b } }',
      'a,b\nx,5\n',
      'unknown-key',
      'did you mean "weight"?',
    ],
    [
      'columns of a text file',
      '{ file: ▸w.txt, columns: { text: a } }',
      'a\n',
      'include-format',
      '.csv or .tsv',
    ],
    ['a list', '▸[w.csv]', 'a\n', 'invalid-value', 'a path, or { file'],
  ])('says where an include is wrong: %s', async (_, ...[marked, content, rule, hint]) => {
    const name = marked.includes('w.txt') ? 'w.txt' : 'w.csv';
    const { diagnostics } = await included(marked.replace('▸', ''), { [name]: content });
    const found = diagnostics.find((one) => one.rule === rule);
    expect(found?.hint).toContain(hint);
    expect(found?.location).toEqual({ file: 'v.yaml', line: 5, column: 5 + marked.indexOf('▸') });
  });
});

describe('a cell with several words in it', () => {
  it.each([
    ['a mark of Chinese', 'text\n心律、心率\n', 'write each word in a row of its own'],
    [
      'a line break',
      'text\n"心律\n心率"\n',
      'write each word in a row of its own, and a space where one is meant',
    ],
  ])('is to be made rows, for a table has no brackets: %s', async (_, text, hint) => {
    const { diagnostics } = await loadWords('w.csv', text);
    expect(diagnostics.map((each) => each.hint)).toEqual([hint]);
  });
});
