import type { Palette } from './palette.js';
import type { ChecksView } from './view/checks-view.js';
import type { DiagnosticsView } from './view/diagnostics.js';
import type { EvaluationView } from './view/evaluation-view.js';
import type { FailureView } from './view/failure-view.js';
import type { FilesView } from './view/files-view.js';
import type { OverviewView } from './view/overview-view.js';
import type { ReportView } from './view/report-view.js';
import type { ResultView } from './view/result-view.js';

/*
 * A form is a way to write down whatever a command has to say: as text, as a page, as a document for a program. Each is
 * one module with a `form`, and one line in forms.ts; commands say something and know of no form.
 */

/**
 * What can be said: what a command that only looks has found, what a run did, why there is neither, what a check found,
 * what several accounts come to, what became of files, what an examination has found, whether recognition hears the words.
 */
export interface Views {
  readonly report: ReportView;
  readonly result: ResultView;
  readonly failure: FailureView;
  readonly diagnostics: DiagnosticsView;
  readonly overview: OverviewView;
  readonly files: FilesView;
  readonly checks: ChecksView;
  readonly evaluation: EvaluationView;
}

/** Something said, for people and for programs; each is made only where it is asked for. */
export interface Said<View> {
  readonly view: () => View;
  /** The JSON document; it has what the view has, and the data that it is made of. */
  readonly document: () => object;
}

export type Saying = {
  readonly [As in keyof Views]: Said<Views[As]> & { readonly as: As };
}[keyof Views];

/** What a form may know of where it is shown. */
export interface Look {
  readonly palette: Palette;
  /** Every word and diagnostic, however many. */
  readonly verbose: boolean;
  /** Nothing that is not a result. */
  readonly quiet: boolean;
  /** The configuration's file as its repository calls it, by which a comment is found again. */
  readonly config: string;
  /** What people call the account; null: it has no name, or no configuration was read. */
  readonly account: string | null;
  /** The version of vocabsync. */
  readonly version: string;
  /** Says how the repository calls a file; null: it is none of the repository's. */
  readonly inRepository: (file: string) => string | null;
}

/** Draws everything that can be said. Pure: what is read from the world comes with the view or the look. */
export type Form = {
  readonly [As in keyof Views]: (said: Said<Views[As]>, look: Look) => string;
};
