import { expect, it } from 'vitest';
import { escapeHtml } from '../../../src/model/text/html.js';

it('leaves nothing that could be markup, or end an attribute', () => {
  expect(escapeHtml(`<b a="1" c='2'>&amp;</b>`)).toBe(
    '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;',
  );
});
