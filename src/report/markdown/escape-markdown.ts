/*
 * Text that is already printable, made safe for Markdown as GitHub and GitLab render it. Names and words go into code
 * spans, where nothing is formatted, linked or mentioned. Sentences keep the code spans our own texts have, and what
 * they quote becomes one: it is somebody's word. The rest of a sentence is escaped, also against what the hosts make of
 * it after the Markdown is rendered: links, mentions, references, emoji, formulas.
 */

/** As it is, in a monospaced font. Backticks inside are no end of it. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const needsRoom = /^[` ]|[` ]$/.test(text);
  return text === '' ? '' : fence + (needsRoom ? ` ${text} ` : text) + fence;
}

/** A sentence; what stands between two backticks or two double quotes becomes a code span. */
export function sentence(text: string): string {
  const markdown = joined(pieces(text)).map(({ text: part, code }) =>
    code ? codeSpan(part) : escaped(part),
  );
  // At the start of a line these would begin a heading, a quote or a list.
  return markdown
    .join('')
    .replace(/^(?:[#>+=|-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A cell of a table, where a bar would begin the next one, also inside a code span or behind a backslash. */
export function cell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (_, before: string) =>
    before.length % 2 === 0 ? `${before}\\|` : `${before}\\\\|`,
  );
}

/** A fence that nothing inside can close. */
export function fenceFor(lines: readonly string[]): string {
  return '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
}

interface Piece {
  readonly text: string;
  readonly code: boolean;
}

const spans = /`([^`]+)`|"([^"]+)"/g;

function* pieces(text: string): Iterable<Piece> {
  let end = 0;
  for (const { 0: match, 1: ours, 2: quoted, index } of text.matchAll(spans)) {
    yield* triggers(text.slice(end, index));
    yield* ours === undefined
      ? [said('"'), { text: quoted ?? '', code: true }, said('"')]
      : [{ text: ours, code: true }];
    end = index + match.length;
  }
  yield* triggers(text.slice(end));
}

// Of the hosts, not of Markdown: no backslash keeps them from it, a code span does.
const meaningful = new RegExp(
  [
    /[a-z][a-z0-9+.-]*:\/\/[^\s,;)]*|(?<![a-z0-9])www\.[^\s,;)]*/, // links
    /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/, // an address of mail
    /(?<!\w)@(?=\w)/, // somebody's name
    /[#!&](?=\d)|\bGH-\d+/, // issues, merge requests, epics
    /%(?=\w)/, // milestones
    /\b[0-9a-f]{40}\b/, // commits
    /:(?!\d\d?:)[\w+-]+:/, // emoji; a time of day is none
    /\$+/, // formulas
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

function* triggers(text: string): Iterable<Piece> {
  let end = 0;
  for (const { 0: match, index } of text.matchAll(meaningful)) {
    yield said(text.slice(end, index));
    yield { text: match, code: true };
    end = index + match.length;
  }
  yield said(text.slice(end));
}

function said(text: string): Piece {
  return { text, code: false };
}

/** Two code spans in a row would be read as one, fences and all. */
function joined(parts: Iterable<Piece>): Piece[] {
  const result: Piece[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === '') continue;
    // After a span, what was the middle of a word is its beginning, and so a name.
    const isGlued = last?.code === true && (part.code || part.text.startsWith('@'));
    if (!isGlued) {
      result.push(part);
      continue;
    }
    const taken = part.code ? part.text : '@';
    result.splice(-1, 1, { text: last.text + taken, code: true });
    if (taken !== part.text) result.push(said(part.text.slice(1)));
  }
  return result;
}

function escaped(text: string): string {
  return text.replace(/[&<>]|[\\*_~[\]`]/g, (match) =>
    /[&<>]/.test(match) ? `&#${match.charCodeAt(0)};` : `\\${match}`,
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
