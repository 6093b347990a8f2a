import { expand } from '../../../desired/expand.js';
import { mayBeOurs } from '../../../diff/ownership.js';
import { isWanted, missingIn, type Wanted } from '../../../import/account/choose-lists.js';
import { catalogueWith, type Region, regions } from '../../../model/catalogue/target-models.js';
import type { Config } from '../../../model/config.js';
import type { Desired } from '../../../model/desired.js';
import { isVocabError, VocabError } from '../../../model/errors.js';
import { type Account, type ListedList, prefixOf } from '../../../model/observed.js';
import type { Session } from '../../../pipelines/reconcile.js';
import type { Invocation } from '../../invocation.js';
import { openAccount, untilInterrupted } from '../../open-account.js';
import type { ImportListsOptions } from './list-options.js';
import { openNew, type Start } from './start.js';

/** The configuration, and the account that it is for, read once: everything that follows is about this moment. */
export interface Reading {
  readonly start: Start;
  /** What the configuration asks for by now; where a pattern finds nothing yet, what the rest of it asks for. */
  readonly desired: Desired;
  readonly session: Session;
  readonly account: Account;
  /** What people should know of it, a sentence each. */
  readonly remarks: readonly string[];
}

export interface ReadingFor {
  /** null: somebody will be asked, so every list is read. */
  readonly wanted: Wanted | null;
  readonly folder: string;
}

/** Reads the account that the configuration is for, and begins one where there is none. @throws VocabError `usage`, or of the account */
export async function readLists(
  start: Start | null,
  asked: ReadingFor,
  invocation: Invocation<ImportListsOptions>,
): Promise<Reading> {
  if (start === null) return readWithout(asked, invocation);
  const { config } = await start.checkWith(new Map(), start.text);
  if (config === null) throw new VocabError('config-invalid', `${start.file} cannot be read any more`);
  const { region } = config.account;
  const { region: given } = invocation.options;
  if (given !== undefined && given !== region) {
    throw new VocabError(
      'usage',
      `--region ${given} is for a new configuration, and this one says ${region}`,
      {
        hint: 'leave --region out, or name another configuration with -c FILE',
      },
    );
  }
  return { ...(await readAccount(config, asked, invocation)), start, remarks: [] };
}

/**
 * Where there is no configuration, the key tells the region: it works in one only, so a region that refuses it is not the
 * one. Another host than the vendor's takes any key and says nothing.
 */
async function readWithout(asked: ReadingFor, invocation: Invocation<ImportListsOptions>): Promise<Reading> {
  const { options } = invocation;
  const isElsewhere = options.endpoint !== undefined;
  const [first, ...others] = options.region === undefined ? regions : [options.region];
  const tried = isElsewhere ? [] : others;
  try {
    return await readIn(first ?? 'singapore', asked, invocation);
  } catch (error) {
    const [next] = tried;
    if (next === undefined || !isVocabError(error, 'unauthenticated')) throw error;
    // That both refuse it says no more than the first answer.
    return readIn(next, asked, invocation).catch((second: unknown) => {
      throw isVocabError(second, 'unauthenticated') ? error : second;
    });
  }
}

async function readIn(
  region: Region,
  asked: ReadingFor,
  invocation: Invocation<ImportListsOptions>,
): Promise<Reading> {
  const { options } = invocation;
  const start = openNew(invocation, region, asked.folder);
  const { config } = await start.checkWith(new Map(), start.text);
  if (config === null) throw new Error('a new configuration must be readable');
  const guessed = options.endpoint !== undefined && options.region === undefined;
  const remarks = guessed
    ? [
        `The new configuration says \`region: ${region}\`, which ${options.endpoint} does not tell: give \`--region\` if it is another.`,
      ]
    : [];
  return { ...(await readAccount(config, asked, invocation)), start, remarks };
}

async function readAccount(
  config: Config,
  { wanted }: ReadingFor,
  { options, context }: Invocation<ImportListsOptions>,
): Promise<Pick<Reading, 'desired' | 'session' | 'account'>> {
  const desired = expand(config, catalogueWith(config.models));
  const session = untilInterrupted(await openAccount(config, options, context), context);
  const isOurs = mayBeOurs(desired);
  const isNear = nearTo(wanted);
  const account = await session.readAccount((list) => isOurs(list) || isNear(list), session.signal);
  requireThere(account, wanted);
  return { desired, session, account };
}

/** What is asked for, and whatever has the same prefix: it may dispute a key, or be the same words for another model. */
function nearTo(wanted: Wanted | null): (list: ListedList) => boolean {
  const near = wanted ?? { kind: 'all' };
  if (near.kind === 'all') return (list) => isWanted(list, near);
  const prefixes = [...near.prefixes, ...near.ids.flatMap((id) => prefixOf(id) ?? [])];
  return (list) => isWanted(list, { ...near, prefixes });
}

function requireThere({ listed }: Account, wanted: Wanted | null): void {
  const [first, ...others] = wanted === null ? [] : missingIn(listed, wanted);
  if (first === undefined) return;
  throw new VocabError('usage', [first, ...others].join('. Also, '), {
    hint: 'nothing was written; correct it, or take every list with --all',
  });
}
