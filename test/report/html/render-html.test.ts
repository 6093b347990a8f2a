import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/render-html.js';
import type { ReportView } from '../../../src/report/view/report-view.js';
import { hostileTexts } from './hostile-texts.js';
import { changeView, fullView, manyWords, quotaView, reportView, stepView, wordRow } from './view.js';

const look = { version: '1.2.3', account: null };

function page(parts: Partial<ReportView> = {}): string {
  return renderHtml(reportView(parts), look);
}

const fullPage = renderHtml(fullView(), look);

/** What stands between the only such pair of tags. */
function inside(html: string, tag: string): string {
  const found = [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))];
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? '';
}

function headings(html: string): string[] {
  return [...html.matchAll(/<(h[1-6])[ >]/g)].map(([, name]) => name ?? '');
}

function sections(html: string): string[] {
  return [...html.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id ?? '');
}

describe('the page of a report', () => {
  it('names its kind and headline in the title', () => {
    expect(inside(fullPage, 'title')).toBe(
      'Plan: 1 to create, 2 to update, 1 to delete, 1 kept, 2 unchanged',
    );
  });

  it('says what must not be missed first, and the words after what is said of them', () => {
    expect(sections(fullPage)).toEqual([
      'blocked',
      'diagnostics',
      'slots',
      'impact',
      'steps',
      'changes',
      'words',
      'unchanged',
      'unmanaged',
    ]);
  });

  it('leaves out what is empty', () => {
    expect(sections(page())).toEqual(['slots']);
    expect(page()).not.toMatch(
      /<table|<details|<ul[^>]*><\/ul>|<dl[^>]*><\/dl>|class="digest"|role="search"/,
    );
  });

  it('skips no level of heading', () => {
    const levels = headings(fullPage).map((name) => Number(name.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1));
  });

  it('gives each table a caption, and each head a scope', () => {
    const tables = fullPage.split('<table').length - 1;
    expect(tables).toBe(8);
    expect(fullPage.match(/<caption/g)).toHaveLength(tables);
    expect(fullPage).not.toMatch(/<th(?![^>]* scope="(?:col|row)")[ >]/);
  });

  it('has no id twice, and no link or label that leads nowhere', () => {
    const ids = [...fullPage.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...fullPage.matchAll(/ (?:href="#|for="|aria-labelledby=")([^"]*)"/g)];
    expect(targets.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is the same for the same report', () => {
    expect(renderHtml(fullView(), look)).toBe(fullPage);
  });

  it.each([
    ['plan', 'clean', 'Nothing to do'],
    ['plan', 'changes', 'Changes to review'],
    ['diff', 'clean', 'No difference'],
    ['drift', 'clean', 'No drift'],
    ['drift', 'changes', 'Drift'],
    ['diff', 'blocked', 'Blocked'],
  ] as const)('tells in words that a %s is %s', (kind, state, verdict) => {
    expect(page({ kind, state })).toMatch(
      new RegExp(`<p class="verdict ${state}"><svg .*?</svg>${verdict}</p>`),
    );
  });

  it('says what a diff is compared with, and nothing of a time when none was read', () => {
    const diff = page({ kind: 'diff', where: 'origin/main (1a2b3c4)' });
    expect(diff).toContain('<dt>Compared with</dt><dd>origin/main (1a2b3c4)</dd>');
    expect(diff).not.toContain('<time');
    expect(fullPage).toContain('<time datetime="2026-11-22T10:00:48Z">2026-11-22 10:00:48 UTC</time>');
  });

  it('lists the consumers under the title of the report', () => {
    expect(fullPage).toContain('<caption>Consumers it reaches</caption>');
    expect(fullPage).toContain('<dt>Consumers to redeploy</dt><dd><b>batch-transcriber</b></dd>');
  });

  it('ends with the digest and what made it', () => {
    const footer = inside(fullPage, 'footer');
    expect(footer).toContain(`<code>vs2:sha256:${'3f9a'.repeat(16)}</code>`);
    expect(footer).toContain('vocabsync 1.2.3');
  });
});

describe('diagnostics', () => {
  it('come with rule, place and ways out, in no fold', () => {
    const before = fullPage.slice(0, fullPage.indexOf('<details'));
    for (const shown of ['hotword-loss', 'vocabularies/support.yaml:1:7', 'server-clock', 'lang-unused']) {
      expect(before).toContain(`>${shown}<`);
    }
    expect(before).toContain('Ways out, one of these:');
    expect(before).toContain('<li>or allow it with --allow hotword-loss=support@fun-asr-realtime</li>');
  });

  it('name their severity', () => {
    expect([...fullPage.matchAll(/<p class="rule"><b>(\w+)<\/b>/g)].map(([, label]) => label)).toEqual([
      'blocked',
      'warning',
      'info',
    ]);
  });
});

/** The kinds of slots drawn from left to right, of each drawing. */
function drawings(html: string): string[][] {
  const bars = [...html.matchAll(/<svg class="slots".*?<\/svg>/gs)];
  return bars.map(([bar]) => [...bar.matchAll(/<rect class="(\w+)"/g)].map(([, kind]) => kind ?? ''));
}

describe('slots', () => {
  it('are drawn one by one and said in words', () => {
    const gauge = page();
    expect(drawings(gauge)).toEqual([
      ['unmanaged', ...Array<string>(4).fill('ours'), 'needed', ...Array<string>(4).fill('free')],
    ]);
    expect(gauge).toContain('5 of 10 slots in use (1 unmanaged), at most 6 during the run, 5 after it');
    expect(gauge.match(/<\/svg>\d+ [a-z ]+<\/li>/g)).toEqual(
      ['1 unmanaged', '4 ours', '1 more during the run', '4 free'].map((said) => `</svg>${said}</li>`),
    );
  });

  it('are drawn run by run where they are many', () => {
    const quota = quotaView({ limit: 200, ours: 74, unmanaged: 20, peak: 94 });
    expect(drawings(page({ quota }))).toEqual([['unmanaged', 'ours', 'free']]);
    expect(page({ quota })).toContain('<rect class="ours" x="400" width="1478" height="20"/>');
  });

  it('beyond the limit stand behind a line', () => {
    const quota = quotaView({ limit: 2, ours: 3, unmanaged: 0, peak: 3, safe: false });
    expect(drawings(page({ quota }))).toEqual([['ours', 'ours', 'ours', 'limit']]);
    expect(page({ quota })).toContain('Not every step finds a slot.');
    expect(page({ quota })).toContain('</svg>1 over the limit</li>');
  });

  it('of an account that has none and holds nothing can still be drawn', () => {
    const quota = quotaView({ limit: 0, ours: 0, unmanaged: 0, peak: 0 });
    expect(drawings(page({ quota }))).toEqual([[]]);
    expect(page({ quota })).not.toMatch(/NaN|Infinity|width="-/);
  });

  it('are shown before the first step and after each', () => {
    const steps = [
      stepView({ id: '1', op: 'create', slots_after: 3 }),
      stepView({ id: '2', op: 'delete', slots_after: 2, after: ['1'], cooldown: 'not before noon' }),
    ];
    const quota = quotaView({ limit: 4, ours: 1, unmanaged: 1, peak: 3 });
    const timeline = page({ steps, quota });
    expect(drawings(timeline).slice(1)).toEqual([
      ['unmanaged', 'ours', 'free', 'free'],
      ['unmanaged', 'ours', 'taken', 'free'],
      ['unmanaged', 'ours', 'freed', 'free'],
    ]);
    expect([...timeline.matchAll(/<span>(\d+ of \d+)<\/span>/g)].map(([, said]) => said)).toEqual([
      '2 of 4',
      '3 of 4',
      '2 of 4',
    ]);
    expect(timeline).toContain('<td data-label="Waits">after 1, not before noon</td>');
  });
});

describe('the words of a list', () => {
  it('are linked from the table of lists, where there are any', () => {
    const kept = changeView({ address: 'kept@fun-asr', rows: [] });
    const html = page({ changes: [kept, changeView({ address: 'new@fun-asr' })] });
    expect(html).toContain('<a href="#list-2">new@fun-asr</a>');
    expect(html).toContain('<details id="list-2"');
    expect(html).not.toContain('list-1');
    expect(html).toContain('<th scope="row">kept@fun-asr');
  });

  it('mark the letters that another spelling lacks', () => {
    const rows = [
      wordRow('-', 'Exot[]er[m]ic'),
      wordRow('+', 'Exot[h]ermic'),
      wordRow('~', '[EGFR]抑制剂', { detail: 'weight 3 → weight 4' }),
    ];
    const html = page({ changes: [changeView({ rows })] });
    expect([...html.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, word]) => word)).toEqual([
      'Exot<del></del>er<del>m</del>ic',
      'Exot<ins>h</ins>ermic',
      '<mark>EGFR</mark>抑制剂',
    ]);
    expect(html).toContain('<td>weight 3 → weight 4</td>');
  });

  it('have beside them what people say of them, which is isolated like a word', () => {
    const remark = 'asked for by <ward> 3 · expires 2027-03-31';
    const html = page({
      changes: [changeView({ rows: [wordRow('+', 'ECG', { remark }), wordRow('+', 'b')] })],
    });
    expect(html).toContain(
      '<bdi>ECG</bdi>\n<p class="note"><bdi>asked for by &lt;ward&gt; 3 · expires 2027-03-31</bdi></p></th>',
    );
    expect(html).toContain('<bdi>b</bdi></th>');
  });

  it.each([
    [40, true],
    [41, false],
  ])('of %i rows are unfolded: %s', (words, open) => {
    const [details] = /<details id="list-1"[^>]*>/.exec(page({ changes: manyWords(1, words) })) ?? [''];
    expect(details.includes(' open')).toBe(open);
  });

  it('can be filtered by the kinds there are, and by list where there is a choice', () => {
    const one = page({ changes: [changeView({ rows: [wordRow('-', 'gone'), wordRow('+', 'come')] })] });
    expect([...one.matchAll(/name="kind" value="(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      'added',
      'removed',
    ]);
    expect(one).not.toContain('<select');
    expect(fullPage.match(/<option/g)).toHaveLength(5);
  });

  it('stay below a megabyte for ten lists of 500', () => {
    const html = page({ changes: manyWords(10, 500) });
    expect(html.match(/<bdi>/g)).toHaveLength(5000);
    expect(new TextEncoder().encode(html).length).toBeLessThan(1_000_000);
  });
});

describe('the owner', () => {
  it('stands with each list that has one, also with those that stay', () => {
    expect(fullPage).toContain('<p class="note">owner <bdi>王芳, service desk</bdi></p>');
    expect(fullPage).toContain('<p class="note">owner <bdi>front desk</bdi></p>');
    expect(fullPage.match(/>owner </g)).toHaveLength(2);
  });
});

describe('the policy of the page', () => {
  it('allows its own style and script by their hashes, and nothing else', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(fullPage)?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(inside(fullPage, 'style'))}`,
      `script-src ${hash(inside(fullPage, 'script'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('is the same for every report', () => {
    const policyOf = (html: string) => /content="default-src[^"]*"/.exec(html)?.[0];
    expect(policyOf(page())).toBe(policyOf(fullPage));
  });

  it('has nothing to forbid: no request, no attribute that is style or script', () => {
    expect(fullPage).not.toMatch(/<(?:link|img|iframe|object|embed|form|base|audio|video)\b/i);
    expect(fullPage).not.toMatch(/<[^>]*\s(?:src|srcset|style|action|on\w+)=/i);
    expect(fullPage).not.toMatch(/<[^>]*\shref="(?!#)/i);
    expect(inside(fullPage, 'style')).not.toMatch(/url\(|@import/);
    expect(inside(fullPage, 'script')).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval|fetch/);
  });
});

describe('hostile texts', () => {
  // What stands between backticks in a sentence becomes code, and that is all a text can do.
  const tags = (html: string) =>
    html
      .match(/<[^>]*>/g)
      ?.map((tag) => tag.split(/[ >]/)[0])
      .filter((tag) => tag !== '<code' && tag !== '</code');

  it.each(hostileTexts)('are texts wherever they stand: %s', (text) => {
    const everywhere = (word: string): ReportView => replaceTexts(fullView(), word);
    const hostile = renderHtml(everywhere(text), { ...look, account: text });
    expect(tags(hostile)).toEqual(tags(renderHtml(everywhere('harmless'), { ...look, account: 'harmless' })));
  });

  it('keep every character', () => {
    const rows = [wordRow('+', '&amp; <b>"\'`${x}</b>')];
    expect(page({ changes: [changeView({ rows })] })).toContain(
      '<bdi>&amp;amp; &lt;b&gt;&quot;&#39;`${x}&lt;/b&gt;</bdi>',
    );
  });
});

/** Keys whose texts are of a closed set, and shape the page. */
const closed = new Set(['kind', 'state', 'symbol', 'op', 'action', 'severity']);

/** The same report, with every text that comes from outside replaced by one. */
function replaceTexts<T>(value: T, text: string): T {
  const replace = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') return closed.has(key) || inner === '' ? inner : text;
    if (Array.isArray(inner)) return inner.map((item) => replace(item, key));
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, replace(item, name)]));
  };
  return replace(value, '') as T;
}
