import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { codeSpan, sentence } from '../../src/report/markdown/escape-markdown.js';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.js';
import { mixed, view } from './scenarios.js';

const config = 'vocab.config.yaml';
describe('a report in Markdown', () => {
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
    expect(text).not.toContain('vs2:sha256');
    expect(text).toContain('Cannot be approved: **blocked** by 2 reasons below');
  });

  it('asks nobody to approve a plan that writes nothing', () => {
    for (const state of ['clean', 'waiting'] as const)
      expect(renderMarkdown({ ...view('plan-mixed'), state }, { config })).not.toContain('Approving');
  });
});

describe.each(['plan-hostile', 'plan-instant-hostile', 'diff-instant-hostile'])(
  'what other people wrote: %s',
  (name) => {
    const html = marked.parse(renderMarkdown(view(name), { config: 'x"--><b>.yaml' }), {
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
      const fences = renderMarkdown(view(name), { config }).match(/^`{4}(diff)?$/gm);
      expect(fences).toEqual(['````diff', '````']);
    });

    it.each([
      ['@octocat', '`@`octocat'],
      ['ask a@b.co, mailto:c.d@e.example', 'ask `a@b.co`, mailto:`c.d@e.example`'],
      ['support@fun-asr', 'support@fun-asr'],
      ['meetings@qwen-audio-3.0-asr-flash', '`meetings@qwen-audio-3.0-asr-flash`'],
      ['#12 and a/b#3', '`#`12 and a/b`#`3'],
      ['!1 &2 %3 %next GH-12 gh-12', '`!`1 `&`2 `%`3 `%`next `GH-12` `gh-12`'],
      ['50% of it, 3 & 4, go!', '50% of it, 3 &#38; 4, go!'],
      [`in ${'0123456789'.repeat(4)}`, `in \`${'0123456789'.repeat(4)}\``],
      ['$x$ and $$y$$', '`$`x`$` and `$$`y`$$`'],
      [':tada: :+1: a.yaml:100:5', '`:tada:` `:+1:` a.yaml`:100:`5'],
      ['2026-11-22T10:03:00Z', '2026-11-22T10:03:00Z'],
      ['https://evil.example www.evil.example', '`https://evil.example` `www.evil.example`'],
      ['"x" GH-12@octocat', '"`x`" `GH-12@`octocat'],
      ['_www.evil.example', '\\_`www.evil.example`'],
      ['[x](y) *b* _i_ ~s~', '\\[x\\](y) \\*b\\* \\_i\\_ \\~s\\~'],
      ['# no heading', '\\# no heading'],
      ['1. no list', '1\\. no list'],
      ['> no quote', '&#62; no quote'],
      ['use `--retire` & go', 'use `--retire` &#38; go'],
      ['C:\\', 'C:\\\\'],
      ['"*a* @b" is "c`d"', '"`*a* @b`" is "``c`d``"'],
    ])('in a sentence is escaped: %s', (text, markdown) => {
      expect(sentence(text)).toBe(markdown);
    });

    it.each(['$`x`$', '@b$', '#1`a`', '"`" `b`', '"a"@b', ':a:$x$:b:', '#1@b'])(
      'is read as it was written, code span beside code span: %s',
      (text) => {
        const shown = marked.parseInline(sentence(text), { async: false });
        expect(shown.replace(/<\/?code>/g, '').replaceAll('&quot;', '"')).toBe(
          text.replace(/`([^`"]+)`/g, '$1'),
        );
      },
    );

    it('stays in its cell of a table, also with a backslash before its bar', () => {
      const names = ['a|b', 'a\\|b', 'a\\\\|b'];
      const changes = view('plan-mixed')
        .changes.slice(0, names.length)
        .map((change, index) => ({
          ...change,
          because: names[index] ?? '',
          consumers: names.slice(index, index + 1),
        }));
      const text = renderMarkdown({ ...view('plan-mixed'), changes, unchanged: [] }, { config });
      const [lists = ''] = marked.parse(text, { async: false }).split('</table>');
      expect(lists.match(/<td>/g)).toHaveLength(3 * 5);
      expect(lists.match(/<td><code>a\\*\|b<\/code><\/td>/g)).toHaveLength(3);
    });

    it('keeps its backticks inside a code span', () => {
      expect(codeSpan('a`b')).toBe('``a`b``');
      expect(codeSpan('`')).toBe('`` ` ``');
    });
  },
);
