import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AccountDocument, parseAccountDocuments } from '../../documents/parse-document.js';
import { VocabError } from '../../model/errors.js';
import { messageOf } from '../../model/text/message-of.js';
import { errorOnlyDocument } from '../../report/json/documents.js';
import { combineDocument } from '../../report/json/overview-documents.js';
import { viewOverview } from '../../report/view/overview-view.js';
import { labelOf, type Named, requireDistinct } from '../accounts/tell-apart.js';
import { type ToldDocument, tellDocument } from '../accounts/tell-document.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes, worstExitCode } from '../exit-code.js';
import { invokeAlone } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { headOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

export interface CombineOptions extends CommonOptions {
  readonly detailedExitcode: boolean;
}

/** Shows several plans, diffs, drifts, evaluations or results as one report: what one person looks at who answers for all accounts. */
export async function combine(
  files: readonly string[],
  options: CombineOptions,
  context: Context,
): Promise<ExitCode> {
  return invokeAlone({ kind: 'combine', options, context, reads: files }, async (invocation) => {
    const named = await readAll(files, context);
    const [first] = named;
    if (first === undefined) throw new VocabError('usage', 'combine needs at least one document');
    requireOneKind(named);
    requireDistinct(named);
    const accounts = named.map((each) => ({ ...tellDocument(each.read), each }));
    const rows = accounts.map(({ told, each }) => ({
      account: labelOf(each, named),
      config: each.read.document.account?.config ?? null,
      told,
    }));
    const view = viewOverview(titleOf(first.read), rows);
    const documents = named.map(({ read }) => read.document);
    const document = () => combineDocument(headOf(invocation), view, documents);
    await show({ as: 'overview', view: () => view, document }, invocation);
    return worstExitCode(accounts.map((account) => exitCodeOfAccount(account, options)));
  });
}

/**
 * Reads the documents. A file that a job has not written, or not to its end, is the row of an account that failed: it must hold up
 * no other, and must not go unnoticed either. @throws VocabError `document-invalid` where no file can be read
 */
async function readAll(files: readonly string[], context: Context): Promise<Named[]> {
  const tried: (Named | Unread)[] = [];
  for (const file of files) tried.push(...(await readDocuments(file, context)));
  const first = tried.find((one) => 'read' in one);
  const [unread] = tried.flatMap((one) => ('error' in one ? one : []));
  if (first === undefined && unread !== undefined) throw unread.error;
  if (first === undefined) return [];
  const { kind } = first.read;
  return tried.flatMap((one) => ('read' in one ? one : failed(one, kind, context)));
}

interface Unread {
  readonly file: string;
  readonly error: VocabError;
}

async function readDocuments(file: string, { cwd }: Context): Promise<(Named | Unread)[]> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) =>
    unreadable(`cannot read ${file}: ${messageOf(cause)}`),
  );
  if (typeof text !== 'string') return [{ file, error: text }];
  if (text.trim() === '') return [{ file, error: unreadable(`${file} is empty`) }];
  if (isCutOff(text)) {
    return [{ file, error: unreadable(`${file} is no whole document: it was not written to its end`) }];
  }
  return parseAccountDocuments(text, file).map((read) => ({ file, read }));
}

/** Whether the parser runs out of text: what is wrong before its end, and what never was a document, is told by who reads it. */
function isCutOff(text: string): boolean {
  const whole = text.replace(/^\ufeff/, '').trimEnd();
  if (!/^\s*\{/.test(whole)) return false;
  try {
    JSON.parse(whole);
    return false;
  } catch (error) {
    const message = messageOf(error);
    const [, position] = /position (\d+)/.exec(message) ?? [];
    return position === undefined || message.includes('Unterminated') || Number(position) >= whole.length;
  }
}

function unreadable(message: string): VocabError {
  return new VocabError('document-invalid', message, {
    hint: 'see why the job that was to write it did not: name files that `--out FILE.json` has written',
  });
}

/** The row of an account of which nothing was written. */
function failed({ file, error }: Unread, kind: AccountDocument['kind'], { version }: Context): Named[] {
  const document = errorOnlyDocument({ kind, version, about: null }, error, []);
  return parseAccountDocuments(JSON.stringify(document), file).map((read) => ({ file, read }));
}

const titles = {
  plan: 'Plans',
  diff: 'Diffs',
  drift: 'Drift',
  eval: 'Evaluations',
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
    `${first.file} is of ${withArticle(first)}, ${other.file} of ${withArticle(other)}`,
    { hint: 'combine documents of one kind; run it once for each kind' },
  );
}

function withArticle({ read: { kind } }: Named): string {
  return `${kind === 'eval' || kind === 'apply' ? 'an' : 'a'} ${kind}`;
}

/** Changes that are only planned end a command with 2 where somebody asks for details; drift and evaluations always do. */
function exitCodeOfAccount({ told, exitCode }: ToldDocument, { detailedExitcode }: CombineOptions): ExitCode {
  const isPlanned = told.as === 'report' && told.view.kind !== 'drift' && exitCode === exitCodes.changes;
  return isPlanned && !detailedExitcode ? exitCodes.done : exitCode;
}
