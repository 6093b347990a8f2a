import { accountAddress } from '../../library/endpoint-of.js';
import { readBase } from '../../library/planning/read-base.js';
import { requireUsable } from '../../library/require-usable.js';
import { withTrust } from '../../library/untrusted-endpoint.js';
import { VocabError } from '../../model/errors.js';
import { compare } from '../../pipelines/compare.js';
import { affectedDocument } from '../../report/json/overview-documents.js';
import { viewFailure } from '../../report/view/failure-view.js';
import { type ToldAccount, viewOverview } from '../../report/view/overview-view.js';
import { viewDiff } from '../../report/view/view-diff.js';
import { findConfigurations } from '../accounts/find-configurations.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodeOf, exitCodes } from '../exit-code.js';
import { checkConfig, invokeAlone } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { headOf } from '../showing/head-of.js';
import { markedConfig } from '../showing/look.js';
import { show } from '../showing/show.js';

export interface AffectedOptions extends CommonOptions {
  /** A commit, or a folder. */
  readonly base: string;
}

const usualPattern = '**/vocab.config.yaml';

/** Says which configurations ask for something else than at the base. The same comparison as `diff`, once for each. */
export async function affected(
  patterns: readonly string[],
  options: AffectedOptions,
  context: Context,
): Promise<ExitCode> {
  return invokeAlone({ kind: 'affected', options, context }, async (invocation) => {
    const files = await findConfigurations(patterns.length === 0 ? [usualPattern] : patterns, context.cwd);
    const rows: Row[] = [];
    for (const file of files) rows.push(await rowOf(file, options, context));
    const view = viewOverview(
      { kind: 'affected', title: 'Affected', noun: 'configuration' },
      rows.map(({ told }) => told),
    );
    const base = rows.find(({ name }) => name !== null)?.name ?? options.base;
    const document = () => affectedDocument(headOf(invocation), view, base);
    await show({ as: 'overview', view: () => view, document }, invocation);
    return rows.find(({ exitCode }) => exitCode !== exitCodes.done)?.exitCode ?? exitCodes.done;
  });
}

interface Row {
  readonly told: ToldAccount;
  /** What the base is called, for people; null when it was not looked at. */
  readonly name: string | null;
  readonly exitCode: ExitCode;
}

/** One that cannot be read is affected: somebody has to see it, and a matrix without it would pass. */
async function rowOf(file: string, { base }: AffectedOptions, context: Context): Promise<Row> {
  const checked = withTrust(await checkConfig(file, context));
  const config = markedConfig(file, context);
  const account = checked.config?.account.name ?? config;
  try {
    const head = requireUsable(checked);
    const { name, side } = await readBase(base, head.config, context);
    const comparison = compare(name, side, { head, accountOf: accountAddress });
    const view = viewDiff(comparison);
    return { told: { account, config, told: { as: 'report', view } }, name, exitCode: exitCodes.done };
  } catch (error) {
    // Without a base there is nothing to compare any of them with.
    if (!(error instanceof VocabError) || error.code !== 'config-invalid') throw error;
    const { diagnostics, sources } = checked;
    const view = viewFailure({ kind: 'affected', error, diagnostics, sources });
    return {
      told: { account, config, told: { as: 'failure', view } },
      name: null,
      exitCode: exitCodeOf(error.code),
    };
  }
}
