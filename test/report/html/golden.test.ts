import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/render-html.js';
import { view, views } from '../scenarios.js';

const options = {
  version: '1.2.3',
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
};

const constant = /<(style|script)>([^]*?)<\/\1>/g;

/** What no report has an influence on: it is the same on every page, and one golden file has it. */
function constantsOf(page: string): string[] {
  return [...page.matchAll(constant)].map(([, , text]) => text ?? '');
}

it.each(Object.entries(views))('%s', async (name, report) => {
  const page = renderHtml(report, options);
  expect(constantsOf(page)).toEqual(constantsOf(renderHtml(view('plan-mixed'), options)));
  const shown = name === 'plan-mixed' ? page : page.replace(constant, '<$1>as in plan-mixed.html</$1>');
  await expect(shown).toMatchFileSnapshot(`../../golden/html/${name}.html`);
});
