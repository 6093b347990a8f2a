import type { ApplyResult } from '../model/apply-result.js';
import type { VocabError } from '../model/errors.js';
import type { PublishedOutputs } from '../model/outputs.js';
import type { Plan, Shaping } from '../model/plan.js';
import { printable } from '../model/printable.js';
import type { Sources } from '../report/diagnostics.js';
import { applyDocument, refusedDocument } from '../report/json/documents.js';
import { renderJson } from '../report/json/envelope.js';
import { errorDocument } from '../report/json/fields.js';
import { renderApplied } from '../report/terminal/render-applied.js';
import { type AppliedView, type Purpose, viewApplied } from '../report/view/view-applied.js';
import { viewPlan } from '../report/view/view-plan.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';
import { errorText, paletteFor } from './print.js';
import { showFailure } from './show-failure.js';
import { markedConfig } from './workspace.js';

interface Scene {
  readonly kind: 'apply' | 'restore';
  readonly options: CommonOptions;
  readonly context: Context;
  readonly sources: Sources;
  readonly shaping: Shaping;
  /** The configuration's file, as the user would type it. */
  readonly config: string;
}

interface Applied {
  readonly result: ApplyResult;
  /** Whether the plan stands above. */
  readonly planShown: boolean;
  readonly outputs: PublishedOutputs;
  /** The folder with what was overwritten or deleted; null when nothing was. */
  readonly backups: string | null;
}

const restoring: Purpose = {
  reached: 'The lists are as the backup has them.',
  again: 'run the same restore again',
};

/** What the run did, in the form that was asked for. */
export async function showApplied(applied: Applied, scene: Scene): Promise<void> {
  const { kind, options, context, shaping } = scene;
  const config = markedConfig(scene.config, context);
  const { result, outputs, backups } = applied;
  switch (options.format) {
    case 'text':
      return printApplied(applied, scene);
    case 'github': {
      printApplied(applied, scene);
      const { annotateApplied } = await import('../report/github/annotate-applied.js');
      context.stdout.write(annotateApplied(viewOf(applied, scene)));
      return;
    }
    case 'markdown': {
      const { renderAppliedMarkdown } = await import('../report/markdown/render-applied.js');
      const { diagnostics } = result.plan;
      const told = { kind, config, diagnostics, notes: [...notesOf(applied), ...outputNotes(applied)] };
      context.stdout.write(renderAppliedMarkdown(viewOf(applied, scene), told));
      return;
    }
    case 'json': {
      const document = applyDocument({ kind, version: context.version }, result, shaping);
      const failure = outputs.error === null ? {} : { error: errorDocument(outputs.error) };
      context.stdout.write(renderJson({ ...document, outputs: outputs.written, backups, ...failure }));
    }
  }
}

function printApplied(applied: Applied, scene: Scene): void {
  const { options, context } = scene;
  const { planShown, outputs } = applied;
  const palette = paletteFor(context.stdout, options, context);
  const report = renderApplied(viewOf(applied, scene), { palette, verbose: options.verbose });
  context.stdout.write((planShown ? '\n' : '') + report);
  context.stdout.write(
    notesOf(applied)
      .map((note) => `${note}\n`)
      .join(''),
  );
  const { error, withheld } = outputs;
  if (error !== null) context.stderr.write(errorText(error, paletteFor(context.stderr, options, context)));
  else if (withheld) context.stderr.write(`${outputsWithheld}\n`);
}

const outputsWithheld = 'The output files are left as they are, because not every list is there and OK.';

function notesOf({ backups, outputs }: Applied): string[] {
  const restore = `vocabsync restore ${printable(backups ?? '')}`;
  return [
    ...(backups === null ? [] : [`What was overwritten or deleted is kept: \`${restore}\``]),
    ...outputs.written.map((path) => `Wrote ${printable(path)}`),
  ];
}

/** What went wrong with the output files, for forms that are one document. */
function outputNotes({ outputs: { error, withheld } }: Applied): string[] {
  if (error !== null) return [printable(`${error.code}: ${error.message}`)];
  return withheld ? [outputsWithheld] : [];
}

function viewOf({ result }: Applied, { kind }: Scene): AppliedView {
  return kind === 'restore' ? viewApplied(result, restoring) : viewApplied(result);
}

/** Why nothing was done; except as text, where it was printed before, with the plan that was not carried out. */
export async function showRefused(plan: Plan, error: VocabError, scene: Scene): Promise<void> {
  const { kind, options, context, shaping, sources } = scene;
  const config = markedConfig(scene.config, context);
  if (options.format === 'json') {
    const envelope = { kind, version: context.version };
    context.stdout.write(renderJson(refusedDocument(envelope, plan, { shaping, error })));
    return;
  }
  await showFailure({ kind, error, diagnostics: [], sources }, options, context);
  if (options.format !== 'markdown') return;
  const { largestComment, renderMarkdown } = await import('../report/markdown/render-markdown.js');
  const { largestFailure } = await import('../report/markdown/render-findings.js');
  // Both go into one comment.
  const limit = largestComment - largestFailure;
  context.stdout.write(`\n${renderMarkdown(viewPlan(plan), { config, limit })}`);
}
