import type { ChecksView, CheckView } from '../view/checks-view.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit } from './fit.js';
import { largestComment, type MarkdownLook, opened } from './render-markdown.js';
import { folded, rowsSection, text } from './sections.js';
import { table } from './tables.js';

const mostEvidence = 10;

/** What an examination has found: what needs somebody outside of any fold, with the next step. */
export function renderChecks({ headline, checks }: ChecksView, look: MarkdownLook): string {
  const problems = checks.filter(isProblem);
  const others = checks.filter((check) => !isProblem(check));
  const sections = [
    text(opened({ kind: 'doctor', headline }, look)),
    rowsSection({
      open: '',
      rows: problems.map(item),
      rank: 1,
      most: largestComment,
      noun: 'finding',
      title: 'what needs somebody',
    }),
    folded(
      others.every(({ status }) => status === 'ok')
        ? 'What is well'
        : 'What could not be examined, and what is well',
      table(['', 'Check', 'What was found'], {
        rows: others.map(({ id, status, message, hint }) => [
          status,
          codeSpan(id),
          sentence(clipped(hint === null ? message : `${message}; ${hint}`, 500)),
        ]),
        rank: 2,
        most: 20_000,
        noun: 'check',
        title: 'what is well',
      }),
    ),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}

function isProblem({ status }: CheckView): boolean {
  return status === 'fail' || status === 'warn';
}

function item({ id, status, message, hint, evidence }: CheckView): string {
  const hidden = evidence.length - mostEvidence;
  const lines = [
    `- **${status}** ${codeSpan(id)}: ${sentence(clipped(message, 500))}`,
    ...(hint === null ? [] : [`  - next: ${sentence(clipped(hint, 500))}`]),
    ...evidence.slice(0, mostEvidence).map(({ line }) => `  - ${codeSpan(clipped(line, 300))}`),
    ...(hidden > 0 ? [`  - … and ${hidden} more`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
