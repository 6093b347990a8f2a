import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Argument {
  readonly file: string;
  readonly line: string;
  readonly mutants: readonly string[];
  readonly why: string;
}

interface Argued {
  readonly reasons: Readonly<Record<string, string>>;
  readonly survivors: readonly Argument[];
}

const argued: Argued = JSON.parse(readFileSync('bench/mutation/argued.json', 'utf8'));

/** As bench/mutation/judge.mjs has it. */
interface Judge {
  readonly judge: (report: object, argued: Argued) => { readonly stale: readonly object[] };
  readonly renderJudgement: (judgement: object, argued: Argued) => string;
}

const script = '../../bench/mutation/judge.mjs';
const { judge, renderJudgement } = (await import(script)) as Judge;

describe('what is argued of faults that no test can notice', () => {
  it('is about files that are there, each fault once, with a reason in a sentence', () => {
    const keys = argued.survivors.flatMap(({ file, line, mutants }) =>
      mutants.map((mutant) => `${file}\n${line}\n${mutant}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { file, why } of argued.survivors) {
      expect(existsSync(file)).toBe(true);
      expect(argued.reasons[why] ?? why).toMatch(/^[A-Z].* .*\.$/);
    }
  });
});

describe('the judgement of a report', () => {
  const source = 'const a = 1;\nreturn x > 1;\n';
  const mutant = (status: string, replacement: string) => ({
    status,
    replacement,
    location: { start: { line: 2, column: 8 }, end: { line: 2, column: 13 } },
  });
  const report = (...mutants: readonly object[]) => ({ files: { 'src/a.ts': { source, mutants } } });
  const argument = { file: 'src/a.ts', line: 'return x > 1;', mutants: ['x > 1 → x >= 1'], why: 'time' };
  const known = { reasons: { time: 'It is slower.' }, survivors: [argument] };
  const linesOf = (found: object) => renderJudgement(judge(found, known), known).split('\n');

  it('counts what is argued, and names what nobody noticed or argued', () => {
    const found = report(
      mutant('Survived', 'x >= 1'),
      mutant('NoCoverage', 'x\n  < 1'),
      mutant('Killed', 'true'),
      mutant('Timeout', 'false'),
    );
    expect(linesOf(found)).toEqual([
      '1 survive, argued as time: It is slower.',
      'not argued: src/a.ts: x > 1 → x < 1',
      '    return x > 1;',
      '1 survivors are neither noticed nor argued in bench/mutation/argued.json',
    ]);
  });

  it('names arguments about what is noticed by now, and nothing of files that were not tried', () => {
    expect(linesOf(report(mutant('Killed', 'x >= 1')))[0]).toBe(
      'argued, and does not survive any more: src/a.ts: x > 1 → x >= 1',
    );
    expect(judge({ files: {} }, known).stale).toEqual([]);
  });
});
