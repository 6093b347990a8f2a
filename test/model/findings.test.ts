import { describe, expect, it } from 'vitest';
import { asError, asWarning, collectFindings, type Diagnostic } from '../../src/model/diagnostic.js';

describe('the findings of a run', () => {
  it('are kept in their order', () => {
    const found = [oneIn('a.txt', 1), asWarning({ rule: 'other', message: 'm' }), oneIn('a.txt', 2)];
    expect(collect(found)).toEqual(found);
  });

  it('are 10,000 of a rule in a file, and one that counts the others', () => {
    const all = collect(Array.from({ length: 10_003 }, (_, index) => oneIn('a.txt', index + 1)));
    expect(all).toHaveLength(10_001);
    expect(all.at(-1)).toEqual({
      ...oneIn('a.txt', 10_001),
      message: '3 more of this kind in a.txt are left out from here on',
      hint: 'mend those that are shown, and look again',
    });
  });

  it('are counted where they stand nowhere, and one that is left out is one', () => {
    const all = collect(
      Array.from({ length: 10_001 }, () => asWarning({ rule: 'nowhere', message: 'm', hint: 'h' })),
    );
    expect(all.at(-1)?.message).toBe('1 more of this kind is left out from here on');
  });

  it('are left out from 100,000 on where one of their kind is kept', () => {
    const files = Array.from({ length: 9 }, (_, index) => `${index}.txt`);
    const many = files.flatMap((file) => Array.from({ length: 10_000 }, () => oneIn(file, 1)));
    const almost = Array.from({ length: 9_999 }, () => oneIn('10.txt', 1));
    const all = collect([...many, ...almost, oneIn('11.txt', 1), oneIn('10.txt', 2)]);
    expect(all).toHaveLength(100_001);
    expect(all.at(-1)?.message).toBe('1 more of this kind in 10.txt is left out from here on');
  });

  it('are counted for each file and each rule', () => {
    const found = ['a.txt', 'b.txt'].flatMap((file) => Array.from({ length: 10_000 }, () => oneIn(file, 1)));
    expect(collect(found)).toHaveLength(20_000);
  });

  it('are one of a kind once there are 100,000 in all, so that no number of files makes too many', () => {
    const files = Array.from({ length: 20 }, (_, index) => `${index}.txt`);
    const all = collect(files.flatMap((file) => Array.from({ length: 9_000 }, () => oneIn(file, 1))));
    expect(all.length).toBeLessThan(110_000);
    expect(new Set(all.map(({ location }) => location?.file)).size).toBe(20);
    expect(all.at(-1)?.message).toBe('8999 more of this kind in 19.txt are left out from here on');
  });
});

function oneIn(file: string, line: number): Diagnostic {
  return asError({ rule: 'some', message: 'm' }, { file, line, column: 1 });
}

function collect(found: readonly Diagnostic[]): Diagnostic[] {
  const findings = collectFindings();
  for (const one of found) findings.report(one);
  return findings.all();
}
