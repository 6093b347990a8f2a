import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AccountDocument, parseAccountDocument } from '../../documents/parse-document.js';
import {
  isReported,
  reviveComparison,
  reviveDiagnostics,
  reviveDrift,
  reviveError,
  revivePlan,
  reviveResult,
} from '../../documents/revive.js';
import { type ErrorCode, VocabError } from '../../model/errors.js';
import { nothingPublished } from '../../model/outputs.js';
import { combineDocument } from '../../report/json/overview-documents.js';
import { viewFailure } from '../../report/view/failure-view.js';
import { type ToldAccount, viewOverview } from '../../report/view/overview-view.js';
import { viewResult } from '../../report/view/result-view.js';
import { viewDiff } from '../../report/view/view-diff.js';
import { viewDrift } from '../../report/view/view-drift.js';
import { viewPlan } from '../../report/view/view-plan.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply, exitCodes, worstExitCode } from '../exit-code.js';
import { headOf } from '../head-of.js';
import { invokeAlone } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { show } from '../show.js';

export interface CombineOptions extends CommonOptions {
  readonly detailedExitcode: boolean;
}

interface Named {
  readonly file: string;
  readonly read: AccountDocument;
}

/** Shows several plans, diffs, drifts or results as one report: what one person looks at who answers for all accounts. */
export async function combine(
  files: readonly string[],
  options: CombineOptions,
  context: Context,
): Promise<ExitCode> {
  return invokeAlone({ kind: 'combine', options, context }, async (invocation) => {
    const named: Named[] = [];
    for (const file of files) named.push({ file, read: await readDocument(file, context) });
    const [first] = named;
    if (first === undefined) throw new VocabError('usage', 'combine needs at least one document');
    requireOneKind(named);
    requireDistinct(named);
    const told = named.map(tell);
    const view = viewOverview(titleOf(first.read), told);
    const documents = named.map(({ read }) => read.document);
    const document = () => combineDocument(headOf(invocation), view, documents);
    await show({ as: 'overview', view: () => view, document }, invocation);
    return worstExitCode(named.map(({ read }) => exitCodeOfDocument(read, options)));
  });
}

async function readDocument(file: string, { cwd }: Context): Promise<AccountDocument> {
  try {
    return parseAccountDocument(await readFile(resolve(cwd, file), 'utf8'), file);
  } catch (cause) {
    if (cause instanceof VocabError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new VocabError('document-invalid', `cannot read ${file}: ${why}`, {
      hint: 'name files that `--out FILE.json` has written',
      cause,
    });
  }
}

const titles = {
  plan: 'Plans',
  diff: 'Diffs',
  drift: 'Drift',
  apply: 'Applies',
  restore: 'Restores',
} as const;

function titleOf({ kind }: AccountDocument) {
  return { kind, title: titles[kind], noun: 'account' };
}

/** What is approved, and what was done, cannot be read off one table. */
function requireOneKind(named: readonly Named[]): void {
  const [first] = named;
  const other = named.find(({ read }) => read.kind !== first?.read.kind);
  if (first === undefined || other === undefined) return;
  throw new VocabError(
    'document-invalid',
    `${first.file} is of a ${first.read.kind}, ${other.file} of a ${other.read.kind}`,
    { hint: 'combine documents of one kind; run it once for each kind' },
  );
}

/** One account twice is a copy of an earlier run, and nobody could say which of the two holds. */
function requireDistinct(named: readonly Named[]): void {
  const first = new Map<string, Named>();
  for (const each of named) {
    const key = JSON.stringify(identityOf(each));
    const earlier = first.get(key);
    if (earlier !== undefined) {
      throw new VocabError(
        'document-invalid',
        `${earlier.file} and ${each.file} are of the same account, ${calledOf(each)}`,
        {
          hint: 'leave one of them out; accounts that only seem to be the same get a name: account.name',
        },
      );
    }
    first.set(key, each);
  }
}

function identityOf({ read, file }: Named): readonly unknown[] {
  const { account } = read.document;
  const endpoint = account !== undefined && 'endpoint' in account ? account['endpoint'] : null;
  return account === undefined ? [file] : [account.name ?? null, account.config ?? null, endpoint];
}

function calledOf({ read, file }: Named): string {
  const { account } = read.document;
  return account?.name ?? account?.config ?? file;
}

function tell(named: Named): ToldAccount {
  const { read } = named;
  const config = read.document.account?.config ?? null;
  return { account: calledOf(named), config, told: told(read) };
}

function told(read: AccountDocument): ToldAccount['told'] {
  const failure = failed(read);
  if (failure !== null) return failure;
  switch (read.kind) {
    case 'plan':
      return { as: 'report', view: viewPlan(revivePlan(reported(read.document))) };
    case 'drift':
      return { as: 'report', view: viewDrift(reviveDrift(reported(read.document))) };
    case 'diff':
      return { as: 'report', view: viewDiff(reviveComparison(reported(read.document))) };
    case 'apply':
    case 'restore': {
      const result = reviveResult(read.document);
      if (result === null) throw new TypeError('a document without a report says why');
      const view = viewResult({ kind: read.kind, result, outputs: nothingPublished, backups: null });
      return { as: 'result', view };
    }
  }
}

/** What a document says that has no report, or the report of a plan that was not carried out. */
function failed({ kind, document }: AccountDocument): ToldAccount['told'] | null {
  const isDone = 'remaining' in document;
  if (isDone || !('error' in document) || document.error === undefined) return null;
  const error = reviveError(document.error as Parameters<typeof reviveError>[0]);
  const report =
    isReported(document) && 'digest' in document ? viewPlan(revivePlan(document as never)) : null;
  const diagnostics = reviveDiagnostics(document);
  const view = viewFailure({ kind, error, diagnostics, ...(report === null ? {} : { report }) });
  return { as: 'failure', view };
}

function reported<D extends object>(document: D) {
  if (isReported(document)) return document;
  throw new TypeError('a document without a report says why');
}

function exitCodeOfDocument(read: AccountDocument, { detailedExitcode }: CombineOptions): ExitCode {
  const failure = failed(read);
  if (failure?.as === 'failure') return exitCodeOf(failure.view.error.code as ErrorCode) ?? exitCodes.bug;
  const { view, as } = told(read);
  if (as === 'result') {
    const result = reviveResult(read.document as never);
    return result === null ? exitCodes.bug : exitCodeOfApply(result, null);
  }
  if (as === 'failure') return exitCodes.bug;
  if (view.kind === 'drift') return view.state === 'clean' ? exitCodes.done : exitCodes.changes;
  if (view.kind === 'plan' && view.state === 'blocked') return exitCodes.blocked;
  return detailedExitcode && view.state !== 'clean' ? exitCodes.changes : exitCodes.done;
}
