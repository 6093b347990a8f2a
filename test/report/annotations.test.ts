import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/report/form.js';
import { renderAnnotations } from '../../src/report/github/annotations.js';
import type { DiagnosticView } from '../../src/report/view/diagnostics.js';
import { pointsOfReport } from '../../src/report/view/points.js';
import type { ReportView } from '../../src/report/view/report-view.js';
import { view, views } from './scenarios.js';

const here = { inRepository: (file: string) => file };

function annotate(report: ReportView, look: Pick<Look, 'inRepository'>): string {
  return renderAnnotations(pointsOfReport(report), look);
}

const elsewhere = { location: null, related: null, excerpt: null };

describe('annotations for GitHub', () => {
  it('name files as the repository does, and have no place in files that are not of it', () => {
    const inside = annotate(view('plan-mixed'), { inRepository: (file) => `speech/${file}` });
    expect(inside).toContain('file=speech/vocabularies/medical.yaml,line=7,col=5');
    const outside = annotate(view('plan-mixed'), { inRepository: () => null });
    expect(outside).toContain('::warning title=hotword-repeated::');
    expect(outside).not.toMatch(/file=|line=/);
  });

  it.each(['a\u200b.yaml', 'a\\u{200B}.yaml', 'line\n.yaml', 'sk-0123456789abcdef.yaml', 'sk-….yaml'])(
    'have no place in a file whose name is not printed as it is: %j',
    (file) => {
      const remark = { severity: 'error', rule: 'a', message: 'b', hint: null } as const;
      const diagnostics = [{ ...remark, ...elsewhere, location: { file, line: 1, column: 2 } }];
      expect(annotate({ ...view('plan-nothing'), diagnostics }, here)).toBe('::error title=a::b\n');
    },
  );

  it('say of each list that drifts what it is, and of one that is not ready only once', () => {
    const lines = annotate(view('drift-everything'), here).trimEnd().split('\n');
    for (const label of ['missing', 'changed', 'extra', 'duplicate', 'rival'])
      expect(lines.filter((line) => line.includes(`title=drift%3A ${label} `))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('meetings@'))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/superseded|protected/);
  });

  it('name the lists that change before what is only worth knowing', () => {
    const info: DiagnosticView = { severity: 'info', rule: 'a', message: 'b', hint: null, ...elsewhere };
    const diagnostics = Array.from({ length: 25 }, () => info);
    const lines = annotate({ ...view('plan-mixed'), diagnostics }, here).split('\n');
    expect(lines[0]).toContain('title=plan%3A update medical');
    expect(lines[1]).toContain('title=plan%3A create support');
  });

  it('are one command a line, whatever a name or a message says', () => {
    for (const report of Object.values(views)) {
      for (const line of annotate(report, here).split('\n').slice(0, -1))
        expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,)?title=[^,:]+::/);
    }
  });

  it('are ten of a kind at most, the last of which counts the rest', () => {
    const remark: DiagnosticView = { severity: 'error', rule: 'a', message: 'b', hint: null, ...elsewhere };
    const many = { ...view('plan-nothing'), diagnostics: Array.from({ length: 25 }, () => remark) };
    const lines = annotate(many, here).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('::error title=vocabsync::and 16 more errors');
  });
});
