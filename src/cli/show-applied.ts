import type { ApplyResult } from '../model/apply-result.js';
import type { VocabError } from '../model/errors.js';
import type { Plan } from '../model/plan.js';
import type { Sources } from '../report/diagnostics.js';
import { printable } from '../report/escape.js';
import { applyDocument, errorOnlyDocument, refusedDocument, renderJson } from '../report/json.js';
import { renderApplied } from '../report/terminal.js';
import type { Context } from './context.js';
import { type CommonOptions, type ShapingOptions, shapingOf } from './options.js';
import { errorText, paletteFor } from './print.js';
import type { Outputs } from './publish-outputs.js';

interface Scene {
  readonly options: CommonOptions & ShapingOptions;
  readonly context: Context;
  readonly sources: Sources;
}

interface Applied {
  readonly result: ApplyResult;
  /** Whether the plan stands above. */
  readonly planShown: boolean;
  readonly outputs: Outputs;
}

/** What the run did: as text, or as the one JSON document. */
export function showApplied({ result, outputs, planShown }: Applied, { options, context }: Scene): void {
  if (options.format === 'json') {
    const envelope = { kind: 'apply', version: context.version } as const;
    const document = applyDocument(envelope, result, shapingOf(options));
    const failure = outputs.error === null ? {} : errorOnlyDocument(envelope, outputs.error, []);
    context.stdout.write(renderJson({ ...failure, ...document, outputs: outputs.written }));
    return;
  }
  const colours = paletteFor(context.stdout, options, context);
  const separator = planShown ? '\n' : '';
  context.stdout.write(
    `${separator}${renderApplied(result, { palette: colours, verbose: options.verbose })}`,
  );
  for (const path of outputs.written) context.stdout.write(`Wrote ${printable(path)}\n`);
  const toStderr = paletteFor(context.stderr, options, context);
  if (outputs.error !== null) context.stderr.write(errorText(outputs.error, toStderr));
  else if (outputs.withheld) {
    context.stderr.write('The output files are left as they are, because not every list is there and OK.\n');
  }
}

/** Why nothing was done; as JSON with the plan that was not carried out, which as text was printed before. */
export function showRefused(plan: Plan, error: VocabError, scene: Scene): void {
  const { options, context } = scene;
  if (options.format === 'json') {
    const envelope = { kind: 'apply', version: context.version } as const;
    context.stdout.write(renderJson(refusedDocument(envelope, plan, { shaping: shapingOf(options), error })));
    return;
  }
  context.stderr.write(errorText(error, paletteFor(context.stderr, options, context)));
}
