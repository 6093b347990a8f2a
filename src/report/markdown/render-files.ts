import type { FilesView } from '../view/files-view.js';
import { clipped } from './clip.js';
import { diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit } from './fit.js';
import { largestComment, type MarkdownLook, opened } from './render-markdown.js';
import { items, text } from './sections.js';
import { table } from './tables.js';

/** Writes what became of files, and the commands that come next. */
export function renderFiles(view: FilesView, look: MarkdownLook): string {
  const { kind, headline, files } = view;
  const rows = files.map(({ symbol, path, did, note }) => [
    `${codeSpan(symbol)} ${did}`,
    codeSpan(path),
    note === null ? '' : sentence(clipped(note, 500)),
  ]);
  const notes = view.notes.map((note) => sentence(clipped(note, 1000)));
  const next = view.next.map((line) => `Next: ${codeSpan(clipped(line, 1000))}`);
  const sections = [
    text(opened({ kind, headline }, look)),
    table(['', 'File', ''], { rows, rank: 2, most: 30_000, noun: 'file', title: 'the files' }),
    items({ rows: notes, rank: 1, most: 10_000, noun: 'note', title: 'notes' }),
    items({ rows: next, rank: 3, most: 5_000, noun: 'command', title: 'what comes next' }),
    text('\n'),
    diagnosticRows(view.diagnostics, { rank: 4, most: largestComment }),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}
