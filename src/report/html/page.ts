import { contentSecurityPolicy } from './content-security-policy.js';
import { html, type Markup, trusted } from './markup.js';
import { script } from './script.js';
import { style } from './style.js';

export interface Page {
  readonly title: string;
  readonly heading: Markup;
  readonly parts: readonly Markup[];
  readonly closing: Markup;
}

/**
 * Writes one page that needs nothing but itself: it loads nothing, and its policy lets nothing in. It can be read and
 * printed without the script, which only searches, filters and folds.
 */
export function renderPage({ title, heading, parts, closing }: Page): string {
  const policy = trusted(contentSecurityPolicy({ style, script }));
  const shown = parts.filter(({ markup }) => markup !== '');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${heading}
<main id="main" tabindex="-1">
${shown.map(
  (part) => html`${part}
`,
)}</main>
${closing}
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.markup;
}
