import type { ApplyEvent } from '../../src/apply/run.js';
import type { StoredList } from '../../src/emulator/account-state.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import type { Hotword } from '../../src/model/hotword.js';
import type { BackedUpList, ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import type { Clock, HttpRequest, Transport } from '../../src/model/ports.js';
import type { ApplyResult } from '../../src/model/result/apply-result.js';
import { sha256 } from '../../src/model/text/sha256.js';
import { openSession, plan, planRestore, reconcile } from '../../src/pipelines/reconcile.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { manualClock } from '../support/emulator.js';
import { allAllowances, allowancesOf, type Scenario } from './scenario.js';
import { hotwordsOf, wordsKey } from './stored-words.js';

/** One account, in memory, and whoever works on it. */
export interface Account {
  readonly emulator: Emulator;
  readonly clock: Clock;
  readonly scenario: Scenario;
}

/** A write that the account has carried out, and what it did there. */
export interface Write {
  readonly action: 'create' | 'update' | 'delete';
  readonly vocabulary_id: string;
  /** What the list was at that very moment; null for a create. */
  readonly before: StoredList | null;
  /** What the client was last told of its words. */
  readonly seen: readonly Hotword[] | null;
  /** Whether the client had kept a copy of exactly these words by then. */
  readonly isKept: boolean;
  /** Slots taken right after. */
  readonly slots: number;
}

export interface Turn {
  /** How long to wait for what was written to be seen, in milliseconds. */
  readonly wait?: number;
  readonly stop?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
}

/** The program, with a witness at its side. */
export interface Client {
  readonly writes: readonly Write[];
  /** What was kept before it was overwritten or deleted. */
  readonly backups: readonly ObservedList[];
  /** Every id that a request has named. */
  readonly named: ReadonlySet<string>;
  /** Every plan that was made, also on the way. */
  readonly plans: readonly Plan[];
  plan(): Promise<Plan>;
  carryOut(approved: Plan, turn?: Turn): Promise<ApplyResult>;
  planRestore(backups: readonly BackedUpList[]): Promise<Plan>;
  carryOutRestore(approved: Plan, backups: readonly BackedUpList[]): Promise<ApplyResult>;
}

export async function openAccount(scenario: Scenario, clock: Clock = manualClock()): Promise<Account> {
  let serial = 0;
  const emulator = createEmulator({
    clock,
    switches: scenario.switches,
    random: () => sha256(`${serial++}`).slice(0, 32),
  });
  await emulator.seed(scenario.seeds);
  return { emulator, clock, scenario };
}

/** Longer than any list takes to be `OK`, however slow the others are. */
const longWait = 600_000;

export function openClient(
  { emulator, clock, scenario }: Account,
  interpose: (transport: Transport) => Transport = (transport) => transport,
): Client {
  const { desired, shaping, parallelism } = scenario;
  const allow = allowancesOf(scenario);
  const log: Log = { writes: [], backups: [], named: new Set(), seen: new Map() };
  const plans: Plan[] = [];
  const session = openSession({
    remote: createDashscopeRemote({
      endpoint: 'emulator',
      url: 'http://emulator.invalid/api/v1',
      key: 'any',
      workspace: null,
      version: '0',
      transport: interpose(watched(emulator, log)),
    }),
    account: { endpoint: 'emulator', workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    clock,
    random: () => 0.5,
    parallelism,
  });

  const remember = (made: Plan): Plan => {
    plans.push(made);
    return made;
  };
  const restoring = { shaping: { retire: false, delete_first: false }, allow: allAllowances(desired) };
  const makePlan = async () => remember(await plan(desired, session, { shaping, allow }));
  const makeRestore = async (backups: readonly BackedUpList[]) =>
    remember(await planRestore({ backups, desired }, session, restoring));
  const options = ({ wait = longWait, stop, onEvent = () => {} }: Turn) => ({
    ...restoring,
    wait,
    waitSlot: 0,
    stop,
    onEvent,
    saveBackup: async (list: ObservedList) => void log.backups.push(list),
  });

  return {
    ...log,
    plans,
    plan: makePlan,
    carryOut: (approved, turn = {}) =>
      reconcile({ approved, replan: makePlan }, session, { ...options(turn), shaping, allow }),
    planRestore: makeRestore,
    carryOutRestore: (approved, backups) =>
      reconcile({ approved, replan: () => makeRestore(backups) }, session, options({})),
  };
}

interface Log {
  readonly writes: Write[];
  readonly backups: ObservedList[];
  readonly named: Set<string>;
  /** By id: the words in the last answer to a query. */
  readonly seen: Map<string, readonly Hotword[]>;
}

function watched(emulator: Emulator, log: Log): Transport {
  return oneAtATime((request) => witness(request, emulator, log));
}

/** Carries one request after the other, so that nothing of ours happens between what is noted of one. */
export function oneAtATime(transport: Transport): Transport {
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const answer = last.then(() => transport(request));
    last = answer.catch(() => {});
    return answer;
  };
}

async function witness(request: HttpRequest, emulator: Emulator, log: Log) {
  const { action, vocabulary_id } = inputOf(request);
  if (vocabulary_id !== undefined) log.named.add(vocabulary_id);
  const lists = await emulator.account();
  const list = lists.find((each) => each.vocabulary_id === vocabulary_id) ?? null;
  const served = emulator.requests.length;
  try {
    return await emulator.transport(request);
  } finally {
    const record = emulator.requests[served];
    if (action === 'query' && list !== null) log.seen.set(list.vocabulary_id, hotwordsOf(list));
    if (isWriteAction(action) && record?.slots !== null && record?.status === 200) {
      log.writes.push(writeOf({ action, before: list, record }, log));
    }
  }
}

function writeOf(
  { action, before, record }: Pick<Write, 'action' | 'before'> & { record: Emulator['requests'][number] },
  { seen, backups }: Log,
): Write {
  const vocabulary_id = record.vocabulary_id ?? '';
  const isKept = backups.some(
    (list) =>
      list.vocabulary_id === vocabulary_id &&
      before !== null &&
      wordsKey(list.hotwords) === wordsKey(hotwordsOf(before)),
  );
  const words = seen.get(vocabulary_id) ?? null;
  return { action, vocabulary_id, before, seen: words, isKept, slots: record.slots ?? 0 };
}

interface Input {
  /** Without its `_vocabulary`. */
  readonly action: string;
  readonly vocabulary_id?: string;
  readonly page_index?: number;
}

/** What a request asks for. */
export function inputOf({ body }: HttpRequest): Input {
  const { input } = JSON.parse(body) as { readonly input: Input };
  return { ...input, action: input.action.replace('_vocabulary', '') };
}

function isWriteAction(action: string): action is Write['action'] {
  return action === 'create' || action === 'update' || action === 'delete';
}

/** What the account holds, in alphabetical order. */
export async function contents({ emulator }: Account): Promise<string[]> {
  return (await emulator.account()).map(contentOf).sort();
}

/** What it would hold after one apply that nobody disturbs. */
export async function contentsInPeace(scenario: Scenario): Promise<string[]> {
  const account = await openAccount(scenario);
  const client = openClient(account);
  await client.carryOut(await client.plan());
  return contents(account);
}

/** `acmea@fun-asr: …`: a text that two lists of the same key and words share. */
export function contentOf(list: Pick<StoredList, 'prefix' | 'target_model' | 'vocabulary'>): string {
  return `${list.prefix}@${list.target_model}: ${wordsKey(hotwordsOf(list))}`;
}
