import { requireUsable } from '../../library/require-usable.js';
import type { OutputFormat } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import { collectIds, listsOf } from '../../report/ids/collect-ids.js';
import { ineffectiveLists } from '../../report/ids/ineffective-lists.js';
import { renderIds } from '../../report/ids/render-ids.js';
import { renderJson } from '../../report/json/envelope.js';
import { idsDocument } from '../../report/json/ids-document.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { chooseConsumers } from '../ids/choose-consumers.js';
import { lookUp } from '../ids/look-up.js';
import { requireOutputs, writeOutputFiles } from '../ids/write-outputs.js';
import type { Invocation } from '../invocation.js';
import { invoke } from '../invoke.js';
import type { AccountOptions } from '../options.js';
import { headOf } from '../showing/head-of.js';
import { printError, printFailure } from '../showing/show-failure.js';

export interface IdsOptions extends Omit<AccountOptions, 'format'> {
  readonly format: OutputFormat;
  readonly consumer?: string;
  readonly write: boolean;
}

/** Prints what applications recognise with. Changes nothing in the account, and files only when told to. */
export async function ids(own: IdsOptions, context: Context): Promise<ExitCode> {
  const isJson = own.format === 'json';
  // A form that has no place for a failure leaves it to the text on stderr.
  const options = { ...own, format: isJson ? ('json' as const) : ('text' as const) };
  return invoke({ kind: 'ids', options, context }, async (invocation) => {
    try {
      return await tellIds(own, invocation);
    } catch (error) {
      // Nobody has asked for JSON: its file would hold the reason, and the log none.
      if (isJson && error instanceof VocabError) await printFailure(error, invocation);
      throw error;
    }
  });
}

async function tellIds(own: IdsOptions, invocation: Invocation<AccountOptions>): Promise<ExitCode> {
  const { context } = invocation;
  const checked = requireUsable(invocation.checked);
  const { config, desired, diagnostics } = checked;
  const consumers = chooseConsumers(desired, own);
  if (own.write) requireOutputs(config, own.consumer);
  const isAsked =
    own.consumer === undefined ? desired.lists.length > 0 : consumers.some(({ list }) => list !== null);
  const plan = await lookUp(checked, isAsked, invocation);
  const outputs = own.write
    ? await writeOutputFiles(plan, { config, desired }, { ...context, quiet: own.quiet })
    : [];
  const lists = own.consumer === undefined ? plan : listsOf(consumers, plan);
  const found = collectIds(lists, consumers);
  const ineffective = ineffectiveLists(lists);
  const beside = { outputs, diagnostics: [...diagnostics, ...plan.diagnostics] };
  const told = { account: plan.account, ids: found, ineffective, ...beside };
  const document = () => renderJson(idsDocument(headOf(invocation), told));
  context.stdout.write(own.format === 'json' ? document() : renderIds(found, own.format));
  for (const { message, hint } of ineffective) {
    await printError(new VocabError('not-ready', message, { hint }), invocation);
  }
  if (own.format === 'dotenv' && consumers.length === 0 && !own.quiet)
    context.stderr.write(`${noVariables}\n`);
  return ineffective.length > 0 ? exitCodes.partial : exitCodes.done;
}

const noVariables =
  'dotenv has variables for consumers, and the configuration names none: add programs under `consumers`';
