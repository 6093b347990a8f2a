import type { VocabError } from '../model/errors.js';
import type { Plan, Shaping } from '../model/plan.js';
import type { Saying } from '../report/form.js';
import { draw, screenOf } from '../report/forms.js';
import { errorOnlyDocument, refusedDocument } from '../report/json/documents.js';
import { viewFailure } from '../report/view/failure-view.js';
import { viewPlan } from '../report/view/view-plan.js';
import { writeWhole } from '../workspace/whole-file.js';
import type { Invocation } from './invocation.js';
import { lookOf } from './look.js';

/** Says something in the files of `--out`, then on stdout in the form of `--format`. @throws VocabError `file-unwritable` */
export async function show(saying: Saying, invocation: Invocation): Promise<void> {
  await writeFiles(saying, invocation);
  await print(saying, invocation);
}

/** Says something in the files of `--out`. @throws VocabError `file-unwritable` */
export async function writeFiles(saying: Saying, invocation: Invocation): Promise<void> {
  const { files, options, context } = invocation;
  for (const { path, format } of files) {
    await writeWhole(path, await draw(format, saying, lookOf(options, context)));
  }
}

/** Says something on stdout in the form of `--format`, with whatever people read on the screen beside it. */
export async function print(saying: Saying, invocation: Invocation): Promise<void> {
  const { options, context } = invocation;
  const { format } = options;
  context.onSaid?.(saying);
  const screen = screenOf(format);
  const isFailure = saying.as === 'failure';
  if (screen === 'everything' || (screen === 'failures' && isFailure)) await printText(saying, invocation);
  if (format === 'text') return;
  context.stdout.write(await draw(format, saying, lookOf(options, context, context.stdout)));
}

/** Says something as text: results on stdout, why there is none on stderr. */
export async function printText(saying: Saying, { options, context }: Invocation): Promise<void> {
  const output = saying.as === 'failure' ? context.stderr : context.stdout;
  output.write(await draw('text', saying, lookOf(options, context, output)));
}

/** A plan that was not carried out. */
export interface Refused {
  readonly plan: Plan;
  readonly shaping: Shaping;
}

/**
 * Says why a command came to nothing, also where a report would be, so that nobody takes an older one for the result. The
 * files of `--out` are left as they are: a plan file is compared and never obeyed.
 */
export async function showFailure(
  error: VocabError,
  invocation: Invocation,
  refused: Refused | null = null,
): Promise<void> {
  await print(refused === null ? failed(error, invocation) : refusal(error, refused, invocation), invocation);
}

/** Says on stderr what went wrong beside the result. */
export async function printError(error: VocabError, invocation: Invocation): Promise<void> {
  const { checked } = invocation;
  await printText(failed(error, { ...invocation, checked: { ...checked, diagnostics: [] } }), invocation);
}

function failed(error: VocabError, { kind, checked, context: { version } }: Invocation): Saying {
  const { diagnostics, sources } = checked;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, diagnostics, sources }),
    document: () => errorOnlyDocument({ kind, version }, error, diagnostics),
  };
}

/** What was found in the configuration is said of the plan. */
function refusal(error: VocabError, { plan, shaping }: Refused, invocation: Invocation): Saying {
  const { kind, checked, context } = invocation;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, report: viewPlan(plan, checked.sources) }),
    document: () => refusedDocument({ kind, version: context.version }, plan, { shaping, error }),
  };
}
