import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/render-html.js';
import { views } from '../scenarios.js';

const options = {
  version: '1.2.3',
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
};

it.each(Object.entries(views))('%s', async (name, report) => {
  await expect(renderHtml(report, options)).toMatchFileSnapshot(`../../golden/html/${name}.html`);
});
