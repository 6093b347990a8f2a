import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped } from '../../src/report/markdown/clip.js';
import { parseMarker } from '../../src/report/markdown/marker.js';
import { renderFailure } from '../../src/report/markdown/render-failure.js';
import { largestComment, renderMarkdown } from '../../src/report/markdown/render-markdown.js';
import { renderOverview } from '../../src/report/markdown/render-overview.js';
import { renderResult } from '../../src/report/markdown/render-result.js';
import type { DiagnosticView } from '../../src/report/view/diagnostics.js';
import { viewOverview } from '../../src/report/view/overview-view.js';
import type { ReportView } from '../../src/report/view/report-view.js';
import { viewResult } from '../../src/report/view/result-view.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import { account, desired, desiredList, idOf, observedList, word } from '../support/build.js';
import { planOf } from '../support/plan-of.js';
import { partly, view } from './scenarios.js';

const config = 'vocab.config.yaml';
const prefixes = Array.from({ length: 10 }, (_, index) => `acme${index}`);

function half(weight: number) {
  return Array.from({ length: 500 }, (_, index) =>
    word(`血管紧张素转换酶抑制剂 ${index}`, { weight, lang: 'zh' }),
  );
}

const huge = viewPlan(
  planOf(
    desired({
      lists: prefixes.map((prefix, index) =>
        desiredList({ name: `list-${index}`, prefix, hotwords: half(5), consumers: [`consumer-${index}`] }),
      ),
    }),
    account(
      prefixes.map((prefix, index) =>
        observedList({ vocabulary_id: idOf(prefix, index + 1), hotwords: half(4) }),
      ),
    ),
  ),
);

function diagnostics(amount: number): DiagnosticView[] {
  return Array.from({ length: amount }, (_, index) => ({
    severity: 'warning',
    rule: 'hotword-repeated',
    message: `word ${index} is there twice`,
    hint: null,
    location: null,
    related: null,
    excerpt: null,
  }));
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the scenario has some');
  return item;
}

/** The sum of the first group's numbers. */
function total(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].reduce((sum, [, amount]) => sum + Number(amount), 0);
}

describe('a comment of the largest size', () => {
  const largest = renderMarkdown(huge, { config });

  it('holds 10 lists of 500 changed words in 60,000 characters, and says what is left out', () => {
    expect(huge.changes.flatMap(({ rows }) => rows)).toHaveLength(5000);
    expect(largest.length).toBeLessThanOrEqual(60_000);
    expect(largest.length).toBeGreaterThan(55_000);
    expect(countOf(/^! /gm, largest) + total(/and (\d+) more words/g, largest)).toBe(5000);
    expect(largest).toContain('… left out: the order of the steps (10 steps); `--out FILE.html` has all\n\n');
  });

  it('has headline, digest and every list, and shares the room for words evenly', () => {
    expect(largest).toContain('### vocabsync plan: 10 to update');
    expect(largest).toContain(huge.digest ?? 'no digest');
    for (const prefix of prefixes) expect(largest).toContain(idOf(prefix, Number(prefix.slice(4)) + 1));
    const perList = largest
      .split('<details>')
      .slice(1, 11)
      .map((fold) => countOf(/^! /gm, fold));
    expect(Math.max(...perList) - Math.min(...perList)).toBeLessThanOrEqual(2);
  });

  it('gives the room that a short list does not need to a long one', () => {
    const long = first(huge.changes);
    const changes = [long, { ...long, rows: long.rows.slice(0, 2) }];
    const text = renderMarkdown({ ...huge, changes }, { config, limit: 20_000 });
    expect(text.length).toBeGreaterThan(19_500);
  });

  it('cuts nothing but whole rows', () => {
    for (const row of largest.split('\n').filter((line) => line.startsWith('! ')))
      expect(row).toMatch(/^! 血管紧张素转换酶抑制剂 \d+ {2}weight 4 → weight 5$/);
    expect(countOf(/<details>/g, largest)).toBe(countOf(/<\/details>/g, largest));
  });

  it('gives room to warnings before words, and to words before steps', () => {
    const warned = { ...huge, diagnostics: diagnostics(20) };
    for (const limit of [60_000, 30_000, 12_000]) {
      const small = renderMarkdown(warned, { config, limit });
      expect(countOf(/^- warning /gm, small)).toBe(20);
      expect(countOf(/^! /gm, small)).toBeGreaterThan(10);
      expect(small).toMatch(/and \d+ more words/);
      expect(small).toContain('left out: the order of the steps');
    }
    const least = renderMarkdown({ ...huge, diagnostics: diagnostics(300) }, { config, limit: 5000 });
    expect(least).toMatch(/and \d+ more diagnostics/);
    expect(least).toContain('left out: the words of 10 lists');
  });

  it('passes over a row that is too long for it, and shows those after it', () => {
    const long = diagnostics(3).map((remark, index) =>
      index === 0 ? { ...remark, rule: 'x'.repeat(70_000) } : remark,
    );
    const text = renderMarkdown({ ...huge, diagnostics: long }, { config });
    expect(countOf(/^- warning `hotword-repeated`/gm, text)).toBe(2);
    expect(text).toContain('… and 1 more diagnostic;');
  });

  it.each(['x', '`'])('shows the other words of a list that has one of 70,000 %s', (letter) => {
    const [alpha, beta] = first(huge.changes).rows;
    if (alpha === undefined || beta === undefined) throw new Error('the scenario has words');
    const long = { ...alpha, spelling: [{ text: letter.repeat(70_000), changed: false }] };
    const changes = [{ ...first(huge.changes), rows: [long, beta] }];
    const text = renderMarkdown({ ...huge, changes }, { config });
    expect(text).toMatch(/^! [x`]{300} … {2}weight 4 → weight 5$/m);
    expect(countOf(/^! 血管/gm, text)).toBe(1);
  });

  it.each([60, 120])('says first of all what blocks %i lists that find no slot', (amount) => {
    const lists = Array.from({ length: amount }, (_, index) =>
      desiredList({ name: `list-${index}`, prefix: `a${index}`, hotwords: [word(`word ${index}`)] }),
    );
    const blocked = viewPlan(planOf(desired({ lists, list_quota: amount }), account([], amount)));
    const text = renderMarkdown(blocked, { config });
    expect(text).toMatch(/\*\*Blocked\*\*\n\n- `no-slot`: no slot for list-0@fun-asr-realtime: /);
    expect(text).toContain('  - ask the owners of the unmanaged lists\n');
    expect(countOf(/^- `no-slot`/gm, text) + total(/and (\d+) more reasons/g, text)).toBe(amount);
    expect(countOf(/^- `no-slot`/gm, text)).toBeGreaterThan(5);
  });

  it('shows five ways out of what blocks it, and counts the others', () => {
    const hints = Array.from({ length: 60 }, (_, index) => `way ${index}`);
    const blocked = [{ rule: 'no-slot', message: 'no slot', hints, location: null }];
    expect(renderMarkdown({ ...view('plan-blocked'), blocked }, { config })).toContain(
      '  - way 4\n  - and 55 more ways\n',
    );
  });

  it('shows the first reason, however much there is to escape in it', () => {
    const text = '&'.repeat(3000);
    const location = { file: text, line: 1, column: 1 };
    const hints = Array.from({ length: 60 }, () => text);
    const blocked = [{ rule: 'rival', message: text, hints, location }];
    expect(renderMarkdown({ ...view('plan-blocked'), blocked }, { config })).toContain('- `rival` at');
  });
});

describe('in a report of any size and for any limit', () => {
  const change = first(view('plan-mixed').changes);
  const step = first(view('plan-mixed').steps);
  const consumer = first(view('plan-mixed').consumers);
  const repeat = <T>(amount: number, make: (index: number) => T) =>
    Array.from({ length: amount }, (_, index) => make(index));

  interface Size {
    readonly lists: number;
    readonly words: number;
    readonly few: number;
    readonly unmanaged: number;
    readonly long: number;
  }

  function reportOf({ lists, words, few, unmanaged, long }: Size): ReportView {
    const rows = repeat(words, (index) => ({
      symbol: '+' as const,
      spelling: [{ text: `word ${index} ${'x'.repeat(index % 7 === 0 ? long : 0)}`, changed: false }],
      detail: 'weight 4',
      remark: index % 5 === 0 ? 'y'.repeat(long) : '',
    }));
    return {
      ...view('plan-mixed'),
      changes: repeat(lists, (index) => ({
        ...change,
        symbol: '~',
        label: 'update',
        address: `list-${index}@m`,
        owner: 'z'.repeat(long),
        rows,
      })),
      unchanged: [],
      steps: repeat(lists, (index) => ({ ...step, id: String(index), address: `list-${index}@m` })),
      consumers: repeat(few, (index) => ({ ...consumer, name: `consumer-${index}` })),
      unmanaged: repeat(unmanaged, (index) => `vocab-zzz-${index} (OK)`),
      blocked: repeat(few, () => ({
        rule: 'rival',
        message: 'x'.repeat(long),
        hints: ['a', 'b'],
        location: null,
      })),
      diagnostics: diagnostics(few),
    };
  }

  const size: fc.Arbitrary<Size> = fc.record({
    lists: fc.integer({ min: 1, max: 200 }),
    words: fc.integer({ min: 1, max: 60 }),
    few: fc.integer({ min: 0, max: 120 }),
    unmanaged: fc.integer({ min: 0, max: 100 }),
    long: fc.integer({ min: 1, max: 400 }),
  });
  const limits = fc.oneof(fc.integer({ min: 2000, max: 20_000 }), fc.integer({ min: 2000, max: 60_000 }));

  it('every row is shown or counted, every section there or named, and the limit kept', () => {
    const property = fc.property(size, limits, (drawn, limit) => {
      const report = reportOf(drawn);
      const text = renderMarkdown(report, { config, limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).toContain(report.digest);
      const told = (noun: string) =>
        total(new RegExp(`^… and (\\d+) more ${noun}s?;`, 'gm'), text) +
        total(new RegExp(`^… left out: .* \\((\\d+) ${noun}s?\\);`, 'gm'), text);
      const { lists, few, unmanaged } = drawn;
      expect(countOf(/^- `rival`/gm, text) + told('reason')).toBe(few);
      expect(countOf(/^- warning /gm, text) + told('diagnostic')).toBe(few);
      expect(countOf(/^\| `consumer-/gm, text) + told('consumer')).toBe(few);
      expect(countOf(/^\| \d+ \| /gm, text) + told('step')).toBe(lists);
      expect(countOf(/^(\| `~` update|- `vocab-zzz-)/gm, text) + told('list')).toBe(lists + unmanaged);
      expect(countOf(/^<details><summary><code>/gm, text) + total(/the words of (\d+) list/g, text)).toBe(
        lists,
      );
      expect(text).not.toContain('and 0 more');
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('words that are sent anyway make room for those that change, and what is left out of them is said', () => {
    const [some] = view('plan-instant').instant;
    if (some === undefined) throw new Error('the scenario has some');
    const report = reportOf({ lists: 4, words: 60, few: 0, unmanaged: 0, long: 1 });
    const rows = repeat(2000, (index) => ({
      symbol: ' ' as const,
      spelling: [{ text: `sent ${index}`, changed: false }],
      detail: 'weight 4',
      remark: '',
    }));
    const instant = repeat(3, (index) => ({ ...some, name: `names-${index}`, rows }));
    const text = renderMarkdown({ ...report, instant }, { config, limit: 20_000 });
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(countOf(/^\+ word/gm, text)).toBe(240);
    expect(countOf(/^ {2}sent /gm, text) + total(/and (\d+) more words/g, text)).toBe(6000);
    const least = renderMarkdown({ ...report, instant }, { config, limit: 2000 });
    expect(least.length).toBeLessThanOrEqual(2000);
    expect(least).toContain('left out: the table of instant vocabularies (3 vocabularies)');
    expect(least).toContain('left out: the words of 3 vocabularies');
  });

  it('what is left out does not run into what follows', () => {
    const text = renderMarkdown(reportOf({ lists: 200, words: 60, few: 50, unmanaged: 90, long: 1 }), {
      config,
      limit: 3000,
    });
    const lines = text.split('\n');
    const said = lines.flatMap((line, index) => (line.startsWith('… left out') ? [lines[index + 1]] : []));
    expect(said.length).toBeGreaterThan(3);
    expect(new Set(said)).toEqual(new Set(['']));
  });

  it('the first of 200 updates are shown with some words, the last are left out', () => {
    const report = reportOf({ lists: 200, words: 60, few: 0, unmanaged: 0, long: 1 });
    const text = renderMarkdown(report, { config, limit: 40_000 });
    const folds = text.split('<details>').slice(1);
    expect(folds.length).toBeGreaterThan(50);
    expect(text).toContain(`left out: the words of ${200 - folds.length} lists; `);
    folds.forEach((fold, index) => {
      expect(fold).toContain(`<code>~ update list-${index}@m</code>`);
      expect(fold).toContain('+ word ');
    });
  });

  it('marker, headline and digest survive whatever else is said', () => {
    const impact = repeat(60, () => '&'.repeat(5000));
    const text = renderMarkdown({ ...huge, impact }, { config });
    expect(text).toMatch(
      /^<!-- vocabsync:plan config="vocab.config.yaml" digest=.*-->\n### vocabsync plan: 10 /,
    );
    expect(text).toContain(`Approving this approves digest \`${huge.digest}\``);
    expect(text).toMatch(/^- … and \d+ more facts;/m);
    expect(countOf(/^! /gm, text)).toBeGreaterThan(500);
    expect(text.length).toBeLessThanOrEqual(60_000);
  });
});

describe('what a run came to', () => {
  it('names ten things that are left and counts the others', () => {
    const next = Array.from({ length: 5000 }, (_, index) => `list ${index} is left`);
    const outputs = { written: ['build/ids.json'], withheld: false, error: null };
    const result = viewResult({ kind: 'apply', result: partly, outputs, backups: null });
    const text = renderResult({ ...result, next }, { config });
    expect(text).toContain('### vocabsync apply: 1 done, 1 failed, 1 skipped; not everything is done\n');
    expect(text).toContain('- list 9 is left\n- … and 4990 more lines\n- Wrote build/ids.json\n');
    expect(text).toContain('`conflict`');
  });

  it('leaves room for the plan, where it is a refusal', () => {
    const failure = { code: 'blocked', message: '&'.repeat(5000), hint: '&'.repeat(5000) };
    const refused = { kind: 'apply', error: failure, diagnostics: [], report: huge };
    const text = renderFailure(refused, { config });
    expect(text.length).toBeLessThanOrEqual(largestComment);
    expect(text).toContain('### vocabsync apply: failed');
    expect(text).toContain('### vocabsync plan: 10 to ');
  });
});

describe('a text that is too long', () => {
  it.each([
    { title: 'ends with a word', text: 'one two three', limit: 9, expected: 'one two …' },
    { title: 'loses no half of a character', text: '😀😀😀😀', limit: 5, expected: '😀😀 …' },
    { title: 'loses no half of an escape', text: 'ab\\u{200B}cd', limit: 6, expected: 'ab …' },
    {
      title: 'loses no half of a code span',
      text: 'please run `vocabsync plan`',
      limit: 20,
      expected: 'please run …',
    },
    {
      title: 'closes a code span that is most of it',
      text: 'run `abcdefghijklmnopqrstuvwxyz` now',
      limit: 20,
      expected: 'run `abcdefghijklmn …`',
    },
    {
      title: 'closes a quotation that is most of it',
      text: '"abcdefghijklmnopqrstuvwxyz" is long',
      limit: 12,
      expected: '"abcdefghij …"',
    },
    { title: 'is cut anywhere if need be', text: 'abcdefgh', limit: 5, expected: 'abcde …' },
  ])('$title', ({ text, limit, expected }) => {
    expect(clipped(text, limit)).toBe(expected);
  });
});

describe('a comment on very many accounts', () => {
  const plan = viewPlan(planOf(desired({ lists: [desiredList()] }), account([])));
  const digest = (index: number) => `vs2:sha256:${String(index).padStart(64, '0')}`;

  function commentOn(configOf: (index: number) => string): string {
    const accounts = Array.from({ length: 230 }, (_, index) => ({
      account: `c${String(index).padStart(3, '0')}`,
      config: configOf(index),
      told: { as: 'report' as const, view: { ...plan, digest: digest(index) } },
    }));
    const overview = viewOverview({ kind: 'plan', title: 'Plans', noun: 'account' }, accounts);
    return renderOverview(overview, { config: 'envs/*/vocab.config.yaml' });
  }

  it.each([
    ['short', (index: number) => `envs/c${index}/vocab.config.yaml`],
    [
      'in Chinese',
      (index: number) => `客户/浙江大学医学院附属第${index}医院-北京区域-生产环境-语音识别/vocab.config.yaml`,
    ],
    ['very long', (index: number) => `${'envs/'.repeat(60)}c${index}/vocab.config.yaml`],
    ['full of what is encoded', (index: number) => `${'%"'.repeat(60)}c${index}/vocab.config.yaml`],
  ])('is as large as any, and approves what it shows and nothing else: paths that are %s', (_, configOf) => {
    const comment = commentOn(configOf);
    expect(comment.length).toBeLessThanOrEqual(60_001);
    const { digests } = parseMarker(comment) ?? {};
    const body = comment.slice(comment.indexOf('\n'));
    expect(digests?.size).toBeGreaterThan(20);
    for (const approved of digests?.values() ?? []) expect(body).toContain(approved);
    expect([...(digests?.keys() ?? [])][0]).toBe(configOf(0));
    expect(body).toMatch(/… and \d+ more accounts/);
  });
});
