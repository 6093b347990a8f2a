import { randomBytes } from 'node:crypto';
import type { Clock, Transport } from '../model/ports.js';
import { addList, type SentEntry, type StoredList } from './account-state.js';
import { type Call, parseCall } from './call.js';
import { checkHeaders, checkRoute, type EmulatorRequest, keyRefused } from './check-request.js';
import { armFaults, isActedOn } from './faults.js';
import { transportTo } from './in-process.js';
import { createRateLimit } from './rate-limit.js';
import {
  answer,
  type Content,
  type EmulatorReply,
  type Envelope,
  internalError,
  renderAnswer,
  renderFault,
  throttled,
} from './reply.js';
import { type Asked, type RequestRecord, recordRequest } from './request-record.js';
import { memoryStorage, type StateStorage } from './storage.js';
import { type Served, serveCall } from './store.js';
import { defaultSwitches, type EmulatorSwitches } from './switches.js';

/** 32 lower-case hexadecimal digits that were never given before. */
export type RandomHex = () => string;

export interface EmulatorOptions {
  readonly clock: Clock;
  /** What is left out is as in `defaultSwitches`. */
  readonly switches?: Partial<EmulatorSwitches>;
  /** In memory unless given. */
  readonly storage?: StateStorage;
  readonly random?: RandomHex;
}

/** A list to start with; whatever is left out is made up as a create does it. Times are epoch milliseconds. */
export interface SeedList {
  readonly vocabulary_id?: string;
  readonly prefix: string;
  readonly target_model: string;
  readonly vocabulary: readonly SentEntry[];
  readonly created_at?: number;
  readonly modified_at?: number;
  readonly ready_at?: number;
}

/** One account of the vendor's API. */
export interface Emulator {
  readonly clock: Clock;
  readonly switches: EmulatorSwitches;
  /** Flips some switches; faults among them are counted from zero. */
  change(switches: Partial<EmulatorSwitches>): void;
  /** Rejects only when the state cannot be read or kept, or with the reason of an abort while the latency passes. */
  handle(request: EmulatorRequest): Promise<EmulatorReply>;
  /** The account for a client in the same process. A hanging request ends with the reason of its signal's abort. */
  readonly transport: Transport;
  /** The lists as they are kept, in the order they came in. */
  account(): Promise<readonly StoredList[]>;
  /** Puts lists there unchecked, past quota and limits. Returns their ids. */
  seed(lists: readonly SeedList[]): Promise<readonly string[]>;
  /** The API requests so far, in the order they were decided: the last of them, if there were very many. */
  readonly requests: readonly RequestRecord[];
  /** How many there were. */
  readonly requestCount: number;
}

/** A long-lived server forgets what is older. */
const requestsRemembered = 10_000;

export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock, random = randomHex, storage = memoryStorage() } = options;
  const requests: RequestRecord[] = [];
  let requestCount = 0;
  const admits = createRateLimit(clock);
  let switches: EmulatorSwitches = { ...defaultSwitches, ...options.switches };
  let pickFault = armFaults(switches.faults);

  function change(changed: Partial<EmulatorSwitches>): void {
    switches = { ...switches, ...changed };
    if (changed.faults) pickFault = armFaults(changed.faults);
  }

  async function handle({ method, path, headers, body, signal }: EmulatorRequest): Promise<EmulatorReply> {
    const misrouted = checkRoute(method, path);
    if (misrouted) return render(misrouted);
    const at = clock.now();
    if (switches.latency_ms > 0) await clock.sleep(switches.latency_ms, signal);
    const call = parseCall(body);
    const refused =
      checkHeaders(headers) ??
      (switches.refuse_keys ? keyRefused : null) ??
      (admits(switches.rate_per_second) ? null : throttled);
    return refused ? record({ call, at, served: null, fault: null }, render(refused)) : reply(call, at);
  }

  async function reply(call: Call | null, at: number): Promise<EmulatorReply> {
    const fault = pickFault(call?.action ?? null);
    const served = fault === null || isActedOn(fault) ? await serve(call) : null;
    const content = served ?? internalError;
    const given = fault === null ? render(content) : renderFault(fault, content, envelope());
    return record({ call, at, served, fault }, given);
  }

  function serve(call: Call | null): Promise<Served> {
    const fresh_hex = random();
    return storage.transact((state) => serveCall(state, call, { now: clock.now(), switches, fresh_hex }));
  }

  function render(content: Content): EmulatorReply {
    return answer(renderAnswer(content, envelope()));
  }

  function envelope(): Envelope {
    const request_id = random().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return { request_id, now: clock.now(), retry_after_seconds: switches.retry_after_seconds };
  }

  function record(asked: Omit<Asked, 'now'>, given: EmulatorReply): EmulatorReply {
    requests.push(recordRequest({ ...asked, now: clock.now() }, given));
    requestCount++;
    if (requests.length > requestsRemembered) requests.shift();
    return given;
  }

  async function seed(seeds: readonly SeedList[]): Promise<readonly string[]> {
    const lists = seeds.map((each) => storedList(each, clock.now(), random));
    await storage.transact((state) => ({ state: lists.reduce(addList, state) }));
    return lists.map(({ vocabulary_id }) => vocabulary_id);
  }

  return {
    clock,
    get switches() {
      return switches;
    },
    change,
    handle,
    transport: transportTo(handle),
    account: async () => (await storage.transact((state) => ({ state }))).state.lists,
    seed,
    requests,
    get requestCount() {
      return requestCount;
    },
  };
}

function storedList(seed: SeedList, now: number, random: RandomHex): StoredList {
  const { vocabulary_id = `vocab-${seed.prefix}-${random()}`, created_at = now } = seed;
  const { modified_at = created_at, ready_at = modified_at } = seed;
  return { ...seed, vocabulary_id, created_at, modified_at, ready_at };
}

function randomHex(): string {
  return randomBytes(16).toString('hex');
}
