import type { ApplyResult } from '../model/apply-result.js';
import type { VocabError } from '../model/errors.js';
import type { Plan, Shaping } from '../model/plan.js';
import type { Sources } from '../report/diagnostics.js';
import { printable } from '../report/escape.js';
import { applyDocument, errorDocument, refusedDocument, renderJson } from '../report/json.js';
import { type Purpose, renderApplied } from '../report/terminal.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';
import { errorText, paletteFor } from './print.js';
import type { Outputs } from './publish-outputs.js';

interface Scene {
  readonly kind: 'apply' | 'restore';
  readonly options: CommonOptions;
  readonly context: Context;
  readonly sources: Sources;
  readonly shaping: Shaping;
}

interface Applied {
  readonly result: ApplyResult;
  /** Whether the plan stands above. */
  readonly planShown: boolean;
  readonly outputs: Outputs;
  /** The folder with what was overwritten or deleted; null when nothing was. */
  readonly backups: string | null;
}

const restoring: Purpose = {
  reached: 'The lists are as the backup has them.',
  again: 'run the same restore again',
};

/** What the run did: as text, or as the one JSON document. */
export function showApplied(
  { result, outputs, planShown, backups }: Applied,
  { kind, options, context, shaping }: Scene,
): void {
  if (options.format === 'json') {
    const document = applyDocument({ kind, version: context.version }, result, shaping);
    const failure = outputs.error === null ? {} : { error: errorDocument(outputs.error) };
    context.stdout.write(renderJson({ ...document, outputs: outputs.written, backups, ...failure }));
    return;
  }
  const colours = paletteFor(context.stdout, options, context);
  const purpose = kind === 'restore' ? { purpose: restoring } : {};
  const separator = planShown ? '\n' : '';
  context.stdout.write(
    `${separator}${renderApplied(result, { palette: colours, verbose: options.verbose, ...purpose })}`,
  );
  if (backups !== null) {
    const restore = `vocabsync restore ${printable(backups)}`;
    context.stdout.write(`What was overwritten or deleted is kept: \`${restore}\`\n`);
  }
  for (const path of outputs.written) context.stdout.write(`Wrote ${printable(path)}\n`);
  const toStderr = paletteFor(context.stderr, options, context);
  if (outputs.error !== null) context.stderr.write(errorText(outputs.error, toStderr));
  else if (outputs.withheld) {
    context.stderr.write('The output files are left as they are, because not every list is there and OK.\n');
  }
}

/** Why nothing was done; as JSON with the plan that was not carried out, which as text was printed before. */
export function showRefused(plan: Plan, error: VocabError, scene: Scene): void {
  const { kind, options, context, shaping } = scene;
  if (options.format === 'json') {
    const envelope = { kind, version: context.version };
    context.stdout.write(renderJson(refusedDocument(envelope, plan, { shaping, error })));
    return;
  }
  context.stderr.write(errorText(error, paletteFor(context.stderr, options, context)));
}
