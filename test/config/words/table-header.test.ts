import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grapheme } from '../../support/any-text.js';
import { runs } from '../../support/sample.js';
import { loadWords, summary, words } from '../project.js';
import { follow, included } from './follow.js';

describe('a table of which no header is known', () => {
  it.each([
    ['rows without a header', 'Alpha\nBeta\nGamma\n', '{ text: Alpha }', 'columns: text;'],
    [
      'codes beside the words',
      '编号,病名,拼音\n1,感冒,gan mao\n2,发烧,fa shao\n',
      '{ text: 病名 }',
      'columns: ',
    ],
    ['an empty first column', 'A,B\n,x y\n,z\n', '{ text: B }', 'columns: '],
  ])('is told both ways out: %s', async (_, ...[content, columns, header]) => {
    const { hint, item } = await follow(content);
    expect(item).toBe(`{ file: w.csv, columns: ${columns} }`);
    expect(hint).toMatch(
      /^if this is a row, put a line above it that names the columns: .*; if it is the header, write/,
    );
    expect(hint).toContain(header);
  });

  it('is told a header that works, with each of our names once', async () => {
    const rows = 'acme one,first note,4\nacme two,second note,5\n';
    const { hint } = await follow(rows);
    expect((await follow('acme one,first note,x\nacme two,second,y\n')).hint).toContain(
      'names the columns: text,column2,column3; if',
    );
    expect(hint).toContain('names the columns: text,column2,weight, and write the include as: ');
    const item = /as: - (\{.*\} \})/.exec(hint ?? '')?.[1] ?? '';
    const loaded = await included(item, { 'w.csv': `text,column2,weight\n${rows}` });
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], ['acme one|4|', 'acme two|5|']]);
  });

  it.each([
    ['a name twice', '词,词,权重\na,b,4\n'],
    ['numbers alone', 'A,B\n1,2\n'],
    ['a name as long as a page', `${'x'.repeat(400)},y\na,2\n`],
  ])('is told no line that would not work: %s', async (_, content) => {
    const { item, hint } = await follow(content);
    expect(item).toBeUndefined();
    expect(hint).toContain('the header text, each');
  });

  it.each([
    ['text;weight,lang\n心房颤动;4,zh\n', 'separated by a comma and by a semicolon', 'text,weight,lang'],
    [
      'weight;note;text,lang\n4;x;心房颤动,zh\n',
      'separated by a semicolon and by a comma',
      'weight;note;text;lang',
    ],
  ])('is told that two signs separate the columns: %j', async (content, message, hint) => {
    const { diagnostics } = await loadWords('w.csv', content);
    expect(diagnostics).toMatchObject([
      {
        rule: 'csv-header',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(`in every row: ${hint}`),
      },
    ]);
  });

  it.each([
    ['Our hotwords 2026,,\ntext,weight,lang\na,4,zh\n', 'line 2', 'delete line 1,'],
    ['Our hotwords\n\ntext;weight\na;4\n', 'line 3', 'delete lines 1 to 2,'],
    ['热词表,,\n更新于 2026,,\n热词,权重,备注\na,4,\n', 'line 3', 'delete lines 1 to 2,'],
    ['sep=;\nHotwords;\ntext;weight\na;4\n', 'line 3', 'delete line 2,'],
  ])('is told that the header stands below a title: %j', async (content, line, hint) => {
    const { diagnostics } = await loadWords('w.csv', content);
    expect(diagnostics).toMatchObject([
      {
        rule: 'csv-header',
        message: expect.stringContaining(`${line} is one`),
        hint: expect.stringContaining(hint),
      },
    ]);
  });

  it('does not take a word for a header', async () => {
    const { hint } = await follow('Alpha\nWord\nTerm\n');
    expect(hint).toContain('if this is a row');
  });

  it('is told that the line with sep= is wrong', async () => {
    const { message, hint } = await follow('sep=,\ntext;weight\na;4\n');
    expect(message).toBe('the first line says that a comma separates the columns, and it is a semicolon');
    expect(hint).toContain('delete the first line');
  });
});

describe('the delimiter of a table with its own headers', () => {
  it.each([
    [
      'is told by the headers that are known',
      '词;含义, 解释, 例子;权重\nAlpha;a, b;5\n',
      '{ text: 词, weight: 权重 }',
    ],
    [
      'is told by rows of one length',
      'Eins, zwei, drei;B\nfoo, bar;x\nAlpha;y\n',
      '{ text: "Eins, zwei, drei" }',
    ],
  ])('%s', async (_, content, columns) => {
    expect((await follow(content)).item).toBe(`{ file: w.csv, columns: ${columns} }`);
  });
});

describe('what a header means', () => {
  it.each([
    ['词*,权重（1-5）', '{ text: "词*", weight: "权重（1-5）" }'],
    ['热词 [必填]：,权重值', '{ text: "热词 [必填]：", weight: 权重值 }'],
    ['\u200b热词\ufeff,语言代码', '{ text: 热词, lang: 语言代码 }'],
    ['热词编号,热词,热词权重', '{ text: 热词, weight: 热词权重 }'],
    ['产品名称,识别语言', '{ text: 产品名称, lang: 识别语言 }'],
    [
      'Begriff,Gewichtung,Sprache,Bemerkung,gültig bis',
      '{ text: Begriff, weight: Gewichtung, lang: Sprache, note: Bemerkung, expires: gültig bis }',
    ],
    ['Mot-clé,Poids,Langue,Remarque', '{ text: Mot-clé, weight: Poids, lang: Langue, note: Remarque }'],
    ['Término,Peso,Idioma,Observación', '{ text: Término, weight: Peso, lang: Idioma, note: Observación }'],
    [
      'キーワード,ウェイト,言語,コメント',
      '{ text: キーワード, weight: ウェイト, lang: 言語, note: コメント }',
    ],
    ['단어,가중치,언어,비고', '{ text: 단어, weight: 가중치, lang: 언어, note: 비고 }'],
    ['Hot_Word,Language code', '{ text: Hot_Word, lang: Language code }'],
  ])('is found in %j', async (header, columns) => {
    const cells = header
      .split(',')
      .map((name) => (/重|eight|ewicht|oids|eso|ウェイト|가중치/.test(name) ? '5' : ''));
    const { item, hint } = await follow(`${header}\n${['Alpha', ...cells.slice(1)].join(',')}\n`);
    expect([item, hint]).toEqual([
      `{ file: w.csv, columns: ${columns} }`,
      expect.stringMatching(/^write the include as/),
    ]);
  });

  it('needs no line where our own names have invisible characters around them', async () => {
    const loaded = await loadWords('w.csv', '\u200btext,weight\u00ad\na,5\n');
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], ['a|5|']]);
  });

  it('is not written as an escape, unless YAML knows it', async () => {
    expect((await follow('"a: \u200bb"\nx\n')).item).toBe('{ file: w.csv, columns: { text: "a: b" } }');
  });

  it('makes a line that works, whatever the headers', async () => {
    const name = fc.oneof(
      fc.string({ unit: grapheme, maxLength: 12 }),
      fc.constantFrom('null', ' - ', '#', '{a}', "it's", 'a: b'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const cells = names.map((one) => `"${one.replaceAll('"', '""')}"`);
        const row = (word: string) => names.map((_, at) => `"${word} ${at}"`).join(',');
        const content = `${cells.join(',')}\n${row('first')}\n${row('second')}\n`;
        const [first] = (await loadWords('w.csv', content)).diagnostics;
        const item = /- (\{ file: .* \} \})/.exec(first?.hint ?? '')?.[1];
        if (item === undefined) return;
        expect((await included(item, { 'w.csv': content })).diagnostics.map(({ rule }) => rule)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a header as long as the table', () => {
  it('is refused beyond 1,000 columns, and empty ones at its end do not count', async () => {
    const header = (count: number) => `text${',x'.repeat(count - 1)}${','.repeat(5000)}\na\n`;
    expect((await loadWords('w.csv', header(1000))).diagnostics).toEqual([]);
    expect(summary(await loadWords('w.csv', header(1001)))).toEqual(['csv-header w.csv:1:1']);
  });

  it('takes no time for each column of each row', async () => {
    const started = performance.now();
    const loaded = await loadWords('w.csv', `text${','.repeat(50_000)}\n${'a\n'.repeat(50_000)}`);
    expect(words(loaded)).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('columns that an include names', () => {
  const files = { 'w.csv': 'a,b\nx,5\ny,4\n' };

  it.each([
    ['no text', '{ file: w.csv, columns: { weight: b } }', 'missing-key v.yaml:5:29'],
    ['one column for two fields', '{ file: w.csv, columns: { text: a, note: A } }', 'csv-header v.yaml:5:46'],
  ])('are one error, and none of the rows: %s', async (_, item, found) => {
    expect(summary(await included(item, files))).toEqual([found]);
  });
});
