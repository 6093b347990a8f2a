import { describe, expect, it } from 'vitest';
import { annotateApplied } from '../../src/report/github/annotate-applied.js';
import { renderAnnotations } from '../../src/report/github/render-annotations.js';
import type { RemarkView } from '../../src/report/view/report-view.js';
import { viewApplied } from '../../src/report/view/view-applied.js';
import { partly, view, views } from './scenarios.js';

const here = { folder: '' };

describe('annotations for GitHub', () => {
  it.each(Object.entries(views))('%s', async (name, report) => {
    await expect(renderAnnotations(report, here)).toMatchFileSnapshot(`../golden/github/${name}.txt`);
  });

  it('apply-partly', async () => {
    await expect(annotateApplied(viewApplied(partly))).toMatchFileSnapshot(
      '../golden/github/apply-partly.txt',
    );
  });

  it('name files as the repository does, when the configuration is in a folder of it', () => {
    const text = renderAnnotations(view('plan-mixed'), { folder: 'speech/' });
    expect(text).toContain('file=speech/vocabularies/medical.yaml,line=7,col=5');
  });

  it('are one command a line, whatever a name or a message says', () => {
    for (const report of Object.values(views)) {
      for (const line of renderAnnotations(report, here).split('\n').slice(0, -1))
        expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,)?title=[^,:]+::/);
    }
  });

  it('are ten of a kind at most, the last of which counts the rest', () => {
    const remark: RemarkView = { severity: 'error', rule: 'a', message: 'b', hint: null, place: null };
    const many = { ...view('plan-nothing'), remarks: Array.from({ length: 25 }, () => remark) };
    const lines = renderAnnotations(many, here).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('::error title=vocabsync::and 16 more errors');
  });
});
