import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { codeSpan, sentence } from '../../src/report/markdown/escape-markdown.js';
import { renderAppliedMarkdown } from '../../src/report/markdown/render-applied.js';
import { renderFindings } from '../../src/report/markdown/render-findings.js';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.js';
import { viewRemarks } from '../../src/report/view/remarks.js';
import { viewApplied } from '../../src/report/view/view-applied.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import { account, desired, desiredList, idOf, observedList, word } from '../support/build.js';
import { planOf } from '../support/plan-of.js';
import { lost, mixed, partly, view, views } from './scenarios.js';

const config = 'vocab.config.yaml';
const findings = viewRemarks([
  {
    severity: 'error',
    rule: 'hotword-too-long',
    message: '"…" has 18 characters; write `short` ones',
    hint: 'shorten it',
    place: { file: 'a|b.yaml', line: 3, column: 5 },
    related: null,
  },
]);
const failure = { code: 'key-missing', message: 'the variable DASHSCOPE_API_KEY is not set', hint: 'set it' };
const applied = { kind: 'apply', config, diagnostics: [], notes: ['Wrote build/ids.json'] } as const;

describe('a report in Markdown', () => {
  it.each(Object.entries(views))('%s', async (name, report) => {
    await expect(renderMarkdown(report, { config })).toMatchFileSnapshot(`../golden/markdown/${name}.md`);
  });

  it.each([
    ['apply-partly', renderAppliedMarkdown(viewApplied(partly), applied)],
    ['apply-lost', renderAppliedMarkdown(viewApplied(lost), applied)],
    ['failure', renderFindings({ kind: 'plan', config, headline: 'failed', remarks: findings, failure })],
    [
      'findings',
      renderFindings({ kind: 'validate', config, headline: '1 error', remarks: findings, failure: null }),
    ],
  ])('%s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../golden/markdown/${name}.md`);
  });

  it('answers what a reviewer must know outside of any fold', () => {
    const text = renderMarkdown(view('plan-mixed'), { config }).replace(/<details>[^]*?<\/details>/g, '');
    expect(text).toContain('1 to create, 1 to update, 1 to delete, 1 kept, 1 unchanged');
    for (const list of mixed.changes) expect(text).toContain(`\`${list.address}\``);
    expect(text).toContain('hotwords +3 \\~2 -3');
    expect(text).toContain('Consumers to redeploy with a new id: call-archive, hotline');
    expect(text).toContain('Quota **safe**');
    expect(text).toContain(`Approving this approves digest \`${mixed.digest}\``);
    expect(text).toContain('`hotword-repeated` at `vocabularies/medical.yaml:7:5`');
  });

  it('gives a blocked plan no digest that could be approved', () => {
    const text = renderMarkdown(view('plan-blocked'), { config });
    expect(text).not.toContain('vs1:sha256');
    expect(text).toContain('Cannot be approved: **blocked** by 2 reasons below');
  });
});

describe('what other people wrote', () => {
  const html = marked.parse(renderMarkdown(view('plan-hostile'), { config: 'x"--><b>.yaml' }), {
    async: false,
  });

  it('makes no markup of its own', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
    const ours = 'h3 ul li strong code p table thead tbody tr th td details summary pre sub'.split(' ');
    expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    expect(html.match(/<!--/g)).toHaveLength(1);
  });

  it('ends no fence and no fold', () => {
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
    const fences = renderMarkdown(view('plan-hostile'), { config }).match(/^`{4}(diff)?$/gm);
    expect(fences).toEqual(['````diff', '````']);
  });

  it.each([
    ['@octocat', '`@`octocat'],
    ['#12 and a/b#3', '`#`12 and a/b`#`3'],
    ['https://evil.example www.evil.example', 'https:&#47;&#47;evil.example www&#46;evil.example'],
    ['[x](y) *b* _i_ ~s~', '\\[x\\](y) \\*b\\* \\_i\\_ \\~s\\~'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['> no quote', '&#62; no quote'],
    ['use `--retire` & go', 'use `--retire` &#38; go'],
    ['C:\\', 'C:\\\\'],
  ])('in a sentence is escaped: %s', (text, markdown) => {
    expect(sentence(text)).toBe(markdown);
  });

  it('keeps its backticks inside a code span', () => {
    expect(codeSpan('a`b')).toBe('``a`b``');
    expect(codeSpan('`')).toBe('`` ` ``');
  });
});

describe('a comment of the largest size', () => {
  const half = (from: number, weight: number) =>
    Array.from({ length: 500 }, (_, index) =>
      word(`血管紧张素转换酶抑制剂 ${from + index}`, { weight, lang: 'zh' }),
    );
  const prefixes = Array.from({ length: 10 }, (_, index) => `acme${index}`);
  const huge = viewPlan(
    planOf(
      desired({
        lists: prefixes.map((prefix, index) =>
          desiredList({
            name: `list-${index}`,
            prefix,
            hotwords: half(0, 5),
            consumers: [`consumer-${index}`],
          }),
        ),
      }),
      account(
        prefixes.map((prefix, index) =>
          observedList({ vocabulary_id: idOf(prefix, index + 1), hotwords: half(0, 4) }),
        ),
      ),
    ),
  );
  const text = renderMarkdown(huge, { config });

  it('holds 10 lists of 500 changed words in 60,000 characters, and says what is left out', () => {
    expect(huge.changes.flatMap(({ rows }) => rows)).toHaveLength(5000);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    const shown = text.match(/^! /gm)?.length ?? 0;
    const hidden = [...text.matchAll(/and (\d+) more words/g)].map(([, amount]) => Number(amount));
    expect(shown + hidden.reduce((sum, amount) => sum + amount, 0)).toBe(5000);
  });

  it('has headline, digest and every list, and shares the room for words evenly', () => {
    expect(text).toContain('### vocabsync plan: 10 to update');
    expect(text).toContain(huge.digest ?? 'no digest');
    for (const prefix of prefixes) expect(text).toContain(idOf(prefix, Number(prefix.slice(4)) + 1));
    const perList = text
      .split('<details>')
      .slice(1, 11)
      .map((fold) => fold.match(/^! /gm)?.length ?? 0);
    expect(Math.max(...perList) - Math.min(...perList)).toBeLessThanOrEqual(2);
  });

  it('cuts nothing but whole rows', () => {
    for (const row of text.split('\n').filter((line) => line.startsWith('! ')))
      expect(row).toMatch(/^! 血管紧张素转换酶抑制剂 \d+ {2}weight 4 → weight 5$/);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it('keeps warnings before words, and words before steps, in however little room', () => {
    const remarks = Array.from({ length: 300 }, () => findings).flat();
    for (const limit of [60_000, 30_000, 12_000, 8000]) {
      const small = renderMarkdown({ ...huge, remarks }, { config, limit });
      expect(small.length).toBeLessThanOrEqual(limit);
      expect(small).toContain(huge.digest ?? 'no digest');
      expect(small).toContain('hotword-too-long');
      expect(small).toMatch(/and \d+ more findings/);
    }
  });
});
