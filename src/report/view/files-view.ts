import type { Diagnostic } from '../../model/diagnostic.js';
import { printable } from '../../model/text/printable.js';
import { count } from '../layout.js';
import { type DiagnosticView, noSources, type Sources, viewDiagnostics } from './diagnostics.js';
import type { ReportState, Symbol } from './report-view.js';

/**
 * What becomes of a file.
 * create: it is new · change: it says something else · keep: it says the same · leave: it is somebody's, and stays as it is.
 */
export type FileAction = 'create' | 'change' | 'keep' | 'leave';

export interface FileOutcome {
  /** As the user would type it. */
  readonly path: string;
  readonly action: FileAction;
  /** What is in it, or why it is left; one line. */
  readonly note: string | null;
}

/** What a command does to files that people edit. */
export interface FilesReport {
  readonly kind: 'init' | 'import' | 'fmt';
  /** Whether it is only said, and nothing is written. */
  readonly dry_run: boolean;
  readonly files: readonly FileOutcome[];
  /** What else people should know, a sentence each; what stands between backticks can be typed. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Commands that come next, as they are typed. */
  readonly next: readonly string[];
}

export interface FileView extends FileOutcome {
  readonly symbol: Symbol;
  /** `created`, `would change`. */
  readonly did: string;
}

export interface FilesView {
  readonly kind: FilesReport['kind'];
  readonly title: string;
  readonly state: ReportState;
  /** What it came to, in a word or two. */
  readonly verdict: string;
  /** `3 files created, 1 unchanged` */
  readonly headline: string;
  readonly files: readonly FileView[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly DiagnosticView[];
  readonly next: readonly string[];
}

const symbols: Readonly<Record<FileAction, Symbol>> = { create: '+', change: '~', keep: '=', leave: '=' };

const done: Readonly<Record<FileAction, string>> = {
  create: 'created',
  change: 'changed',
  keep: 'unchanged',
  leave: 'left alone',
};

const planned: Readonly<Record<FileAction, string>> = {
  ...done,
  create: 'would be created',
  change: 'would change',
};

const titles: Readonly<Record<FilesReport['kind'], string>> = {
  init: 'Init',
  import: 'Import',
  fmt: 'Format',
};

export function viewFiles(report: FilesReport, sources: Sources = noSources): FilesView {
  const { kind, dry_run, files, diagnostics } = report;
  const words = dry_run ? planned : done;
  const hasWork = files.some(({ action }) => action === 'create' || action === 'change');
  return {
    kind,
    title: titles[kind],
    state: dry_run && hasWork ? 'changes' : 'clean',
    verdict: hasWork ? (dry_run ? 'Not written' : 'Written') : 'Nothing to write',
    headline: headlineOf(files, words),
    files: files.map(({ path, action, note }) => ({
      path: printable(path),
      action,
      note: note === null ? null : printable(note),
      symbol: symbols[action],
      did: words[action],
    })),
    notes: report.notes.map(printable),
    diagnostics: viewDiagnostics(diagnostics, sources),
    next: report.next.map(printable),
  };
}

function headlineOf(files: readonly FileOutcome[], words: typeof done): string {
  const actions = Object.keys(words) as FileAction[];
  const counts = actions
    .map((of) => ({ of, amount: files.filter(({ action }) => action === of).length }))
    .filter(({ amount }) => amount > 0);
  const [first, ...rest] = counts.map(({ of, amount }, index) =>
    index === 0 ? `${count(amount, 'file')} ${words[of]}` : `${amount} ${words[of]}`,
  );
  return first === undefined ? 'no files' : [first, ...rest].join(', ');
}
