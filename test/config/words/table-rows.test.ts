import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedRows } from '../../../src/config/words/table/quoted-cells.js';
import { runs } from '../../support/sample.js';
import { loadWords, summary, words } from '../project.js';

describe('a row of a table that is not what it seems', () => {
  it.each([
    ['a full-width comma', 'text,weight', '人工智能，4', 'a full-width comma', 'a comma'],
    ['a semicolon', 'text,weight', 'Alpha;4', 'a semicolon', 'a comma'],
    ['a tab', 'text,weight', 'Alpha\t4', 'a tab', 'a comma'],
    ['a bar', 'text;weight', 'Alpha|4', 'a bar', 'a semicolon'],
    ['a comma', 'text\tweight', 'Alpha,4', 'a comma', 'a tab'],
    ['a comma, beside quotes', 'text;"weight"', 'Alpha,4', 'a comma', 'a semicolon'],
  ])('is an error that names %s', async (_, ...[header, row, found, wanted]) => {
    const { diagnostics } = await loadWords('w.csv', `${header}\nBeta\n${row}\n`);
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        rule: 'csv-row',
        location: { line: 3 },
        message: `the row has a single cell with ${found} in it; the columns of this table are separated by ${wanted}`,
        hint: expect.stringContaining(`write ${wanted} behind the cell`),
      },
    ]);
  });

  it.each([
    ['in a table of one column', 'text\nAlpha;4\n', ['Alpha;4|4|']],
    ['with the delimiter behind it', 'text,weight\nAlpha;4,\n', ['Alpha;4|4|']],
    ['with its own delimiter in quotes', 'text,weight\n"Alpha, 4"\n', ['Alpha, 4|4|']],
  ])('is fine %s', async (_, content, expected) => {
    const loaded = await loadWords('w.csv', content);
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], expected]);
  });

  it('is an error where a cell has a tab inside', async () => {
    for (const row of ['Alpha\tBeta,4', '"Alpha\tBeta",4', 'Alpha,4\ten']) {
      const loaded = await loadWords('w.csv', `text,weight,comment\n${row},\n`);
      expect(summary(loaded)).toEqual(['csv-row w.csv:2:1']);
    }
    expect((await loadWords('w.csv', 'text,weight\n\tAlpha\t, 4\t\n')).diagnostics).toEqual([]);
  });

  it.each(['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', 'Err:502'])(
    'is an error where the text is %s, of a formula that has failed',
    async (value) => {
      const { diagnostics } = await loadWords('w.csv', `weight,text\n4,${value}\n5,C#\n`);
      expect(diagnostics).toMatchObject([
        { rule: 'csv-row', location: { line: 2 }, hint: expect.stringContaining('mend the formula') },
      ]);
    },
  );
});

describe('quotes in a table', () => {
  it('are read as another parser reads them, or refused where it refuses them', () => {
    const text = fc
      .array(fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', 'a', 'b"', '"a"', '"a""b"', '"\n"'), {
        maxLength: 12,
      })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';'), (content, delimiter) => {
        expect(attempt(() => Array.from(quotedRows(content, delimiter, 1), ({ cells }) => cells))).toEqual(
          attempt(() => parse(content.replaceAll('\r\n', '\n'), { ...asOurs, delimiter })),
        );
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ['5" disk,4', 'if the quote belongs to the text, write "5"" disk"'],
    ['"5" disk",4', 'if the quote belongs to the text, write "5"" disk"'],
    [' a "b" c ,4', 'if the quote belongs to the text, write "a ""b"" c"'],
    ['"a""b" c,4', 'if the quote belongs to the text, write """a""b"" c"'],
    ['="007",4', 'write 007: that is how a spreadsheet keeps a number a text, and here it is one'],
    [`${'x'.repeat(200)}"y,4`, 'put the cell in quotes, and write each quote in it twice: "5"" disk"'],
  ])('are told how to be written: %.20s', async (row, hint) => {
    const { diagnostics } = await loadWords('w.csv', `text,weight\n"a\nb",5\n${row}\n`);
    expect(diagnostics).toMatchObject([{ rule: 'csv-syntax', hint, location: { line: 4 } }]);
    expect(diagnostics[0]?.message).toMatch(/^not valid CSV: a quote stands inside a cell/);
  });

  it('may have spaces beside them', async () => {
    const loaded = await loadWords('w.csv', '"text", "weight"\n "a, b" , "5" \n\t"c",4\n');
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], ['a, b|5|', 'c|4|']]);
    expect(words(await loadWords('w.csv', 'weight\ttext\n\t"a" \n5\t"b"\n'))).toEqual(['a|4|', 'b|5|']);
  });
});

describe('a weight in a table', () => {
  it.each(['4,0', '4,', '4.0'])('is read as people see it: %s', async (weight) => {
    const loaded = await loadWords('w.csv', `text,weight\na,"${weight}"\n`);
    expect([loaded.diagnostics, words(loaded)]).toEqual([[], ['a|4|']]);
  });

  it('is said to be full-width', async () => {
    const { diagnostics } = await loadWords('w.csv', 'text,weight\na,４\n');
    expect(diagnostics[0]?.message).toBe('the weight ４ is written in full-width characters');
  });

  it('is no null', async () => {
    const { diagnostics } = await loadWords('w.csv', 'text,weight\na,NULL\n');
    expect(diagnostics[0]?.message).toBe('a weight must be a whole number, not "NULL"');
  });

  it('is shown as it is written', async () => {
    const { diagnostics } = await loadWords('w.csv', 'text;weight\na;4,5\n');
    expect(diagnostics[0]?.message).toBe('a weight must be a whole number, not 4,5');
  });
});

const asOurs = { relax_column_count: true, record_delimiter: '\n' };

/** With what surrounds the cells taken off: both leave some of it, and nobody reads it. */
function attempt(read: () => readonly (readonly string[])[]): string[][] | null {
  try {
    return read().map((cells) => cells.map((cell) => cell.replaceAll('\r\n', '\n').trim()));
  } catch {
    return null;
  }
}
