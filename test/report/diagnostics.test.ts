import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { palette } from '../../src/report/palette.js';
import { renderDiagnostics } from '../../src/report/terminal/render-diagnostics.js';
import { countBySeverity, inReadingOrder, viewDiagnostics } from '../../src/report/view/diagnostics.js';

function diagnostic(fields: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    rule: 'hotword-too-long',
    message: '"…" has 18 characters',
    hint: 'shorten it',
    location: { file: 'words.yaml', line: 2, column: 5 },
    related: null,
    ...fields,
  };
}

function render(one: Diagnostic, text: string): string {
  const look = { palette: palette(false), verbose: true, quiet: false };
  return renderDiagnostics(viewDiagnostics([one], new Map([['words.yaml', text]])), look).slice(0, -1);
}

describe('a diagnostic', () => {
  it('has its rule, place, source line with a caret, and a hint', () => {
    expect(render(diagnostic(), 'hotwords:\n  - alpha\n')).toBe(
      [
        'error[hotword-too-long]: "…" has 18 characters',
        '  --> words.yaml:2:5',
        '  2 |   - alpha',
        '    |     ^',
        '  hint: shorten it',
        '',
      ].join('\n'),
    );
  });

  it('puts the caret below a letter that follows wide ones', () => {
    const location = { file: 'words.yaml', line: 1, column: 4 };
    expect(render(diagnostic({ location }), '心房颤动').split('\n')[3]).toBe('    |       ^');
  });

  it('shows a long line around its column', () => {
    const location = { file: 'words.yaml', line: 1, column: 301 };
    const [, , line = '', caret = ''] = render(
      diagnostic({ location }),
      `${'x'.repeat(300)}HERE${'y'.repeat(300)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line.indexOf('HERE')).toBe(caret.indexOf('^'));
  });

  it('names a second place, and does without any', () => {
    expect(render(diagnostic({ related: { file: 'other.csv', line: 7, column: 1 } }), '')).toContain(
      'see also other.csv:7:1',
    );
    expect(render(diagnostic({ location: null, hint: null }), '')).toBe(
      'error[hotword-too-long]: "…" has 18 characters\n',
    );
  });

  it('shows nothing of a source line that could harm a terminal or give a key away', () => {
    const text = render(
      diagnostic({ message: '::error::x\r\u001b[31m' }),
      '\n - \u001b[2J sk-0123456789abcdef\u202e',
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(text).not.toContain('0123456789');
  });
});

describe('several diagnostics', () => {
  it('come file by file and line by line, those without a place first', () => {
    const at = (file: string, line: number) => diagnostic({ location: { file, line, column: 1 } });
    const sorted = inReadingOrder([at('b', 1), at('a', 10), at('a', 2), diagnostic({ location: null })]);
    expect(
      sorted.map(({ location }) => (location === null ? null : `${location.file}:${location.line}`)),
    ).toEqual([null, 'a:2', 'a:10', 'b:1']);
  });

  it('are counted by severity', () => {
    const all = [
      diagnostic(),
      diagnostic(),
      diagnostic({ severity: 'warning' }),
      diagnostic({ severity: 'info' }),
    ];
    expect(countBySeverity(all)).toBe('2 errors, 1 warning, 1 info');
    expect(countBySeverity([])).toBe('');
  });
});

describe('many findings of one rule', () => {
  const many = (file: string, amount: number, rule = 'hotword-too-long') =>
    Array.from({ length: amount }, (_, index) =>
      diagnostic({
        rule,
        message: `${file} ${rule} ${index + 1}`,
        location: { file, line: index + 1, column: 1 },
      }),
    );

  function shown(diagnostics: readonly Diagnostic[], verbose = false): string[] {
    const look = { palette: palette(false), verbose, quiet: false };
    return renderDiagnostics(viewDiagnostics(diagnostics), look)
      .split('\n')
      .filter((line) => /^(?:error|…|\d)/.test(line));
  }

  it.each(['words.txt', 'words.csv', 'words.tsv', 'words.json'])(
    'in %s: three are shown, the rest is counted',
    (file) => {
      expect(shown(many(file, 4))).toEqual([
        ...[1, 2, 3].map((n) => `error[hotword-too-long]: ${file} hotword-too-long ${n}`),
        `… and 1 more of hotword-too-long in ${file}; --verbose shows more, --format json all`,
        '4 errors',
      ]);
      expect(shown(many(file, 3))).toHaveLength(4);
    },
  );

  it('are counted by file and by rule', () => {
    const rows = shown([...many('a.txt', 4), ...many('b.txt', 5), ...many('a.txt', 4, 'lang-unsupported')]);
    expect(rows.filter((row) => row.startsWith('…'))).toEqual([
      '… and 1 more of hotword-too-long in a.txt; --verbose shows more, --format json all',
      '… and 1 more of lang-unsupported in a.txt; --verbose shows more, --format json all',
      '… and 2 more of hotword-too-long in b.txt; --verbose shows more, --format json all',
    ]);
  });

  it('are all shown in YAML, which people write by hand, and with --verbose', () => {
    expect(shown(many('words.yaml', 40))).toHaveLength(41);
    expect(shown(many('words.YML', 40))).toHaveLength(41);
    expect(shown(many('words.txt', 40), true)).toHaveLength(41);
  });

  it('are a thousand at most', () => {
    expect(shown(many('words.yaml', 1002)).at(-2)).toBe(
      '… and 2 more of hotword-too-long in words.yaml; --verbose shows more, --format json all',
    );
  });
});
