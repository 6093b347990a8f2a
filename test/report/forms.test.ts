import { describe, expect, it } from 'vitest';
import { draw, formats } from '../../src/report/forms.js';
import { plainLook as look } from '../support/look.js';
import { sayings } from './scenarios.js';

const endings: Readonly<Record<string, string>> = {
  json: 'json',
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  junit: 'xml',
};
/** The style and the script are the same on every page, and one golden file has them. */
const constant = /<(style|script)>([^]*?)<\/\1>/g;

describe.each(formats)('the form %s draws', (format) => {
  it.each(Object.entries(sayings))('%s', async (name, saying) => {
    const text = await draw(format, saying, look);
    const shown =
      format === 'html' && name !== 'plan-mixed'
        ? text.replace(constant, '<$1>as in plan-mixed.html</$1>')
        : text;
    const folder = format === 'text' ? 'terminal' : format;
    await expect(shown).toMatchFileSnapshot(`../golden/${folder}/${name}.${endings[format] ?? 'txt'}`);
  });
});
