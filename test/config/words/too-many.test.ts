import { describe, expect, it } from 'vitest';
import { loadWords, summary } from '../project.js';

describe('a file with more entries than any list takes', () => {
  it.each([
    ['lines', 'w.txt', 'a\n'.repeat(4_000_000), 200_001],
    ['rows', 'w.csv', `text,weight\n${'a,,b\n'.repeat(1_600_000)}`, 200_002],
    ['rows with quotes', 'w.csv', `text\n${'"a"\n'.repeat(500_000)}`, 200_002],
    ['rows below one with quotes', 'w.csv', `text\n"a"\n${'a\n'.repeat(3_900_000)}`, 200_002],
    ['numbers', 'w.json', `[${'1,'.repeat(4_000_000)}1]`, 1],
    ['weights', 'w.json', `{${Array.from({ length: 300_000 }, (_, at) => `"w${at}":1`).join()}}`, 1],
    ['items', 'w.yaml', '- a\n'.repeat(2_000_000), 200_001],
  ])('is not read to its end: %s', async (_, ...[name, content, line]) => {
    const started = performance.now();
    const { diagnostics } = await loadWords(name, content);
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        rule: 'file-too-large',
        message: 'the file has more than 200,000 entries; it is not read any further',
        location: { file: name, line },
      },
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('may have so many', async () => {
    for (const [name, head] of [
      ['w.txt', ''],
      ['w.csv', 'text\n'],
    ] as const) {
      const { diagnostics } = await loadWords(name, `${head}${'a\n'.repeat(200_000)}`);
      expect(diagnostics).toEqual([]);
    }
  });
});

describe('a file with more findings than anybody reads', () => {
  it('says 10,000 of a kind, and how many more there are', async () => {
    const loaded = await loadWords('w.csv', `text,weight\n${'a,b\n'.repeat(30_000)}`);
    expect(summary(loaded)).toHaveLength(10_001);
    expect(loaded.diagnostics.at(-1)).toMatchObject({
      rule: 'weight-invalid',
      message: '20000 more of this kind in w.csv are left out from here on',
    });
  });
});
