/*
 * Text that is already printable, made safe for Markdown as GitHub and GitLab render it. Names and words go into code
 * spans, where nothing is formatted, linked or mentioned. Sentences keep the code spans our own texts have; the rest of
 * them is escaped, also against links, mentions and references, which the hosts make after the Markdown is rendered.
 */

/** As it is, in a monospaced font. Backticks inside are no end of it. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const needsRoom = /^[` ]|[` ]$/.test(text);
  return text === '' ? '' : fence + (needsRoom ? ` ${text} ` : text) + fence;
}

/** A sentence; what stands between two backticks becomes a code span. */
export function sentence(text: string): string {
  const parts = text.split(/`([^`]+)`/);
  const markdown = parts.map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeInline(part)));
  // At the start of a line these would begin a heading, a quote or a list.
  return markdown
    .join('')
    .replace(/^(?:[#>+=|-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A cell of a table, where a bar would begin the next one, also inside a code span. */
export function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

/** A fence that nothing inside can close. */
export function fenceFor(lines: readonly string[]): string {
  return '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
}

// Markup, and what the hosts link afterwards: addresses, mentions, references to issues.
const meaningful = /[&<>]|[\\*_~[\]`]|:\/\/|\bwww\.|(?<!\w)@(?=\w)|#(?=\d)/gi;

function escapeInline(text: string): string {
  return text.replace(meaningful, (match) => {
    if (match === '://') return ':&#47;&#47;';
    if (match.length > 1) return `${match.slice(0, -1)}&#46;`;
    if (match === '@' || match === '#') return codeSpan(match);
    return /[&<>]/.test(match) ? `&#${match.charCodeAt(0)};` : `\\${match}`;
  });
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
