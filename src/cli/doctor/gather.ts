import type { AccountFacts, Attempt, Facts, FirstAnswer, Pairing, Scan } from '../../doctor/facts.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import type { Config } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { isVocabError } from '../../model/errors.js';
import { prefixOf, type QueriedList } from '../../model/observed.js';
import { noShaping } from '../../model/plan.js';
import type { Checked } from '../../pipelines/check.js';
import { plan as makePlan, type Session } from '../../pipelines/reconcile.js';
import type { Context } from '../context.js';
import type { Invocation } from '../invocation.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { attempt } from './attempt.js';
import { connectionOf, reachedAccount } from './connection.js';
import { findDesired } from './find-desired.js';
import type { DoctorOptions } from './options.js';
import { readManifests } from './read-manifests.js';
import { readOutputs } from './read-outputs.js';
import { scanSources } from './read-sources.js';

type Call = Pick<Invocation<DoctorOptions>, 'options' | 'context' | 'checked'>;

/**
 * Looks at everything that the checks are about: environment, configuration, files and account, which is only ever read.
 * What cannot be had is a fact too. @throws VocabError `usage` for a folder that is none, `interrupted`
 */
export async function gather({ options, context, checked }: Call): Promise<Facts> {
  const config = needsNone(checked, options) ? null : checked.config;
  const now = context.clock.now();
  const catalogue = catalogueWith(config?.models ?? {});
  const connection = connectionOf(config, options, context);
  const configuration = needsNone(checked, options)
    ? null
    : findDesired(checked, options, { catalogue, now });
  const session = await andThen(connection.endpoint, () => open(config, options, context));
  const reached = await andThen(session, (opened) => reach(opened, context));
  const desired = isForOne(options) ? null : (configuration?.desired ?? null);
  const account = await andThen(reached, (opened) => readAccount(opened, desired));
  const known = { models: [...catalogue.keys()], ids: new Set(account.done ? account.value.known_ids : []) };
  const scan =
    options.scan === undefined ? null : await scanSources(options.scan, { checked, known }, context);
  const plan = account.done ? account.value.plan : null;
  return {
    now,
    catalogue,
    connection,
    answer: reached,
    configuration,
    account,
    outputs:
      plan === null || config === null ? null : await readOutputs(config, { plan, desired: checked.desired }),
    manifests: config === null || isForOne(options) ? [] : await readManifests(config),
    pairing: await pairingOf(options, reached),
    scan: scan === null ? null : await withQueries(scan, account, reached),
  };
}

function isForOne({ vocabularyId }: DoctorOptions): boolean {
  return vocabularyId !== undefined;
}

/** One pairing can be told without a configuration; one that is named must be there all the same. */
function needsNone({ config }: Checked, options: DoctorOptions): boolean {
  return isForOne(options) && config === null && options.config === undefined;
}

async function open(config: Config | null, options: DoctorOptions, context: Context): Promise<Session> {
  const session = await openAccount(reachedAccount(config, options, context), options, context);
  return untilInterrupted(session, context);
}

/** Goes on with what was reached; without it, with why it was not. */
async function andThen<T, U>(earlier: Attempt<T>, run: (value: T) => Promise<U>): Promise<Attempt<U>> {
  return earlier.done ? attempt(() => run(earlier.value)) : earlier;
}

/** A session whose account has answered. */
type Reached = Session & FirstAnswer;

/** The smallest request there is: it shows whether key, host and workspace are right, and what time it is there. */
async function reach(session: Session, { clock }: Context): Promise<Reached> {
  const { server_time } = await session.remote.list({ page_index: 0, page_size: 1 }, session.signal);
  return { ...session, server_time, local_time: clock.now() };
}

async function readAccount(session: Session, desired: Desired | null): Promise<AccountFacts> {
  if (desired === null) {
    const { listed } = await session.readAccount(() => false, session.signal);
    return { known_ids: listed.map(({ vocabulary_id }) => vocabulary_id), plan: null };
  }
  const plan = await makePlan(desired, session, { shaping: noShaping, allow: [] });
  return { known_ids: plan.known_ids, plan };
}

async function pairingOf(
  { vocabularyId, model }: DoctorOptions,
  session: Attempt<Reached>,
): Promise<Pairing | null> {
  if (vocabularyId === undefined) return null;
  const list = await andThen(session, (opened) => queryIfThere(vocabularyId, opened));
  return { vocabulary_id: vocabularyId, model: model ?? null, list };
}

/** An id that is no id of the vendor's is refused in another way than one that is gone, and is as little there. */
async function queryIfThere(vocabulary_id: string, { remote, signal }: Session): Promise<QueriedList | null> {
  try {
    return (await remote.query(vocabulary_id, signal)).value;
  } catch (error) {
    if (
      isVocabError(error, 'not-found') ||
      (isVocabError(error, 'rejected') && prefixOf(vocabulary_id) === null)
    )
      return null;
    throw error;
  }
}

/** So many lists of others are asked for; source code that names more of them names no list of its own. */
const mostQueries = 50;

/** Reads the lists that are named in source code and are none of the plan's. */
async function withQueries(
  scan: Scan,
  account: Attempt<AccountFacts>,
  session: Attempt<Reached>,
): Promise<Scan> {
  if (!account.done || !session.done) return scan;
  const { plan, known_ids } = account.value;
  const planned = new Set(plan?.changes.map(({ before }) => before?.vocabulary_id));
  const known = new Set(known_ids);
  const named = [...new Set(scan.mentions.map(({ vocabulary_id }) => vocabulary_id))];
  const asked = named.filter((id) => known.has(id) && !planned.has(id)).slice(0, mostQueries);
  const queried = new Map<string, QueriedList | null>();
  for (const id of asked) {
    const list = await attempt(() => queryIfThere(id, session.value));
    queried.set(id, list.done ? list.value : null);
  }
  return { ...scan, queried };
}
