import { sizeOf } from '../desired/size.js';
import type { Comparison } from '../model/comparison.js';
import type { Drift } from '../model/drift.js';
import type { VocabError } from '../model/errors.js';
import { noShaping, type Plan, type Shaping } from '../model/plan.js';
import type { Checked } from '../pipelines/check.js';
import type { Look, Saying } from '../report/form.js';
import { draw as drawSaying, type Format, formats } from '../report/forms.js';
import type { Described, DocumentKind } from '../report/json/envelope.js';
import { palette } from '../report/palette.js';
import { sayCheck as tellCheck } from '../report/say/say-check.js';
import { sayComparison as tellComparison } from '../report/say/say-comparison.js';
import { sayDrift as tellDrift } from '../report/say/say-drift.js';
import { sayEvaluation as tellEvaluation } from '../report/say/say-evaluation.js';
import { sayFailure as tellFailure } from '../report/say/say-failure.js';
import { sayPlan as tellPlan } from '../report/say/say-plan.js';
import { sayResult as tellResult } from '../report/say/say-result.js';
import type { Teller } from '../report/say/teller.js';
import type { LocatedEvaluation } from '../report/view/evaluation/findings.js';
import type { Applied } from './apply.js';
import { given, requireOneOf } from './from-callers.js';
import { version } from './version.js';

/*
 * What the commands say, for programs: something is told once, and drawn in any form.
 */

/** Something told, before a form draws it. */
export interface Told {
  readonly saying: Saying;
  /** Which configuration it is about, for headlines and the marker of a comment; null: none was read. */
  readonly about: Described | null;
}

/** How it looks. Nothing of it is needed. */
export interface LookOptions {
  /** Colours in text: no unless given. */
  readonly color?: boolean | undefined;
  /** Every word, diagnostic and unmanaged list, however many. */
  readonly verbose?: boolean | undefined;
  /** No diagnostics beside a result. */
  readonly quiet?: boolean | undefined;
  /** Says how the repository calls a file, for annotations and code scanning; null: it is none of the repository's. */
  readonly inRepository?: ((file: string) => string | null) | undefined;
}

/** Draws something that was told, in the form of a `--format`. All that is of others is escaped for the form. */
export async function draw(format: Format, told: Told, look: LookOptions = {}): Promise<string> {
  requireOneOf('format', format, formats);
  return drawSaying(format, told.saying, lookOf(told, look));
}

function lookOf(
  { about }: Told,
  { color = false, verbose = false, quiet = false, inRepository = (file) => file }: LookOptions,
): Look {
  const { name: account = null, config = 'vocab.config.yaml' } = about ?? {};
  return { palette: palette(color), verbose, quiet, config, account, version, inRepository };
}

/** Tells what was found in a configuration, and what it asks for. */
export function sayCheck(checked: Checked): Told {
  const { config, diagnostics } = checked;
  const size = config === null ? null : sizeOf(config);
  return tell('validate', checked, (teller) => tellCheck({ size, diagnostics }, teller));
}

/**
 * Tells a plan. Drawn as `json`, it is the file that `apply` and `readPlanFile` take.
 * @param shaping as the plan was made with
 */
export function sayPlan(plan: Plan, checked: Checked, shaping: Partial<Shaping> = {}): Told {
  return tell('plan', checked, (teller) => tellPlan(plan, { ...noShaping, ...given(shaping) }, teller));
}

/** Tells how the account differs from the configuration. */
export function sayDrift(drift: Drift, checked: Checked): Told {
  return tell('drift', checked, (teller) => tellDrift(drift, teller));
}

/** Tells what a change of the configuration comes to. */
export function sayDiff(comparison: Comparison, checked: Checked): Told {
  return tell('diff', checked, (teller) => tellComparison(comparison, teller));
}

/** Tells what a run did. @param shaping as its plan was made with */
export function sayResult(applied: Applied, checked: Checked, shaping: Partial<Shaping> = {}): Told {
  return tell('apply', checked, (teller) =>
    tellResult({ ...applied, kind: 'apply' }, { ...noShaping, ...given(shaping) }, teller),
  );
}

/**
 * Tells whether recognition hears the words. Drawn as `json`, it is what a later evaluation is compared with.
 * @param evaluations each with the `location` at which the configuration asks for it, where it does
 */
export function sayEvaluation(evaluations: readonly LocatedEvaluation[], checked: Checked): Told {
  return tell('eval', checked, (teller) => tellEvaluation(evaluations, checked.diagnostics, teller));
}

/** Tells why something came to nothing, beside what was found in the configuration, where one was read. */
export function sayFailure(error: VocabError, checked: Checked | null = null): Told {
  return tell('error', checked, (teller) => tellFailure(error, checked?.diagnostics ?? [], teller));
}

function tell(kind: DocumentKind, checked: Checked | null, say: (teller: Teller) => Saying): Told {
  const config = checked?.config ?? null;
  const about = config === null ? null : { name: config.account.name, config: config.file };
  const sources = checked?.sources ?? new Map<string, string>();
  return { saying: say({ envelope: { kind, version, about }, sources }), about };
}
