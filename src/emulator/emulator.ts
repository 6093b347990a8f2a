import { randomBytes } from 'node:crypto';
import type { Clock, Transport } from '../model/ports.js';
import type { Dial } from '../model/recognition/recogniser.js';
import { addList, type SentEntry, type StoredList } from './account-state.js';
import { type Call, parseCall } from './call.js';
import { checkHandshake, checkHeaders, type EmulatorRequest, keyRefused } from './check-request.js';
import { armFaults, type FaultKind, isActedOn, isOfHandshake } from './faults.js';
import { transportTo } from './in-process.js';
import { createRateLimit } from './rate-limit.js';
import type { Recording } from './recognition/hearing/recording.js';
import { createRecognition, listNamedIn, type RecognitionRoute } from './recognition/recognition.js';
import type { RecognitionRecord } from './recognition/record.js';
import { dialTo, type Handshake, type StreamReply } from './recognition/stream/dial.js';
import type { TaskEnd } from './recognition/stream/session.js';
import { remember } from './remember.js';
import {
  answer,
  type Content,
  type EmulatorReply,
  type Envelope,
  failure,
  internalError,
  renderAnswer,
  renderFault,
  throttled,
} from './reply.js';
import { type Asked, idIn, type RequestRecord, recordRequest } from './request-record.js';
import { findRoute, isStreamPath } from './route.js';
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
  /** What recognition hears; nothing else is known to it. */
  readonly recordings?: readonly Recording[];
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
  /** Whether it is kept where another process may have it too. */
  readonly isShared: boolean;
  readonly switches: EmulatorSwitches;
  /** Flips some switches; faults among them are counted from zero. */
  change(switches: Partial<EmulatorSwitches>): void;
  /** Rejects only when the state cannot be read or kept, or with the reason of an abort while the latency passes. */
  handle(request: EmulatorRequest): Promise<EmulatorReply>;
  /** The account for a client in the same process. A hanging request ends with the reason of its signal's abort. */
  readonly transport: Transport;
  /** Answers the handshake of a stream. Rejects as `handle` does. */
  readonly shake: (handshake: Handshake) => Promise<StreamReply>;
  /** Recognition by stream for a client in the same process. */
  readonly dial: Dial;
  /** The lists as they are kept, in the order they came in. */
  account(): Promise<readonly StoredList[]>;
  /** Puts lists there unchecked, past quota and limits. Returns their ids. */
  seed(lists: readonly SeedList[]): Promise<readonly string[]>;
  /** The API requests so far, in the order they were decided: the last of them, if there were very many. */
  readonly requests: readonly RequestRecord[];
  /** How many there were. */
  readonly requestCount: number;
  /** What recognition heard so far, and with which words, in the order it was heard: the last of it, if it was very much. */
  readonly recognitions: readonly RecognitionRecord[];
  /** How much there was. */
  readonly recognitionCount: number;
}

const requestsRemembered = 10_000;
const recognitionsRemembered = 1000;

export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock, random = randomHex, storage = memoryStorage(), recordings = [] } = options;
  const requests = remember<RequestRecord>(requestsRemembered);
  const recognitions = remember<RecognitionRecord>(recognitionsRemembered);
  const admits = createRateLimit(clock);
  let switches: EmulatorSwitches = { ...defaultSwitches, ...options.switches };
  let pickFault = armFaults(switches.faults);
  const ears = { clock, storage, recordings, random, switches: () => switches, note: recognitions.add };
  const recognition = createRecognition(ears);

  function change(changed: Partial<EmulatorSwitches>): void {
    // One that is undefined would take the place of how it behaves until now.
    const said = Object.entries(changed).filter(([, value]) => value !== undefined);
    switches = { ...switches, ...Object.fromEntries(said) };
    if (changed.faults) pickFault = armFaults(changed.faults);
  }

  async function handle(request: EmulatorRequest): Promise<EmulatorReply> {
    const route = findRoute(request.method, request.path);
    if ('status' in route) return render(route);
    const at = clock.now();
    if (switches.latency_ms > 0) await clock.sleep(switches.latency_ms, request.signal);
    const refused = gate(checkHeaders(request.headers, route));
    return route.kind === 'customization'
      ? customize(request, { at, refused })
      : recognise(route, request, { at, refused });
  }

  function gate(problem: Content | null): Content | null {
    return (
      problem ??
      (switches.refuse_keys ? keyRefused : null) ??
      (admits(switches.rate_per_second) ? null : throttled)
    );
  }

  async function customize({ body }: EmulatorRequest, { at, refused }: Admission): Promise<EmulatorReply> {
    const call = parseCall(body);
    const { action = null, input } = call ?? {};
    const asked = { action, at, vocabulary_id: idIn(input), slots: null, fault: null };
    if (refused) return record(asked, render(refused));
    const fault = pickFault(action);
    const served = fault === null || isActedOn(fault) ? await serve(call) : null;
    const vocabulary_id = asked.vocabulary_id ?? idIn(served?.body['output']);
    const slots = served?.state.lists.length ?? null;
    return record({ ...asked, vocabulary_id, slots, fault }, reply(fault, served));
  }

  async function recognise(
    route: RecognitionRoute,
    request: EmulatorRequest,
    { at, refused }: Admission,
  ): Promise<EmulatorReply> {
    const asked = { action: route.kind, at, vocabulary_id: listNamedIn(request.body), slots: null };
    if (refused) return record({ ...asked, fault: null }, render(refused));
    const fault = pickFault(route.kind);
    const isServed = fault === null || isActedOn(fault);
    const content = isServed ? await recognition.answer(route, request) : null;
    return record({ ...asked, fault }, reply(fault, content));
  }

  async function shake({ path, headers, signal }: Handshake): Promise<StreamReply> {
    if (!isStreamPath(path)) return render(failure(404, 'NotFound', 'nothing is served at this path'));
    const at = clock.now();
    if (switches.latency_ms > 0) await clock.sleep(switches.latency_ms, signal);
    const asked = { action: 'stream', at, vocabulary_id: null, slots: null } as const;
    const refused = gate(checkHandshake(headers));
    if (refused) return record({ ...asked, fault: null }, render(refused));
    const fault = pickFault('stream');
    if (fault !== null && isOfHandshake(fault)) return record({ ...asked, fault }, reply(fault, null));
    const { request_id } = envelope();
    const onEnd = (end: TaskEnd): void => {
      const duration_ms = Math.max(0, clock.now() - at);
      requests.add({ ...asked, ...end, duration_ms, request_id, fault });
    };
    return { kind: 'open', open: (wire) => recognition.open(wire, { fault, onEnd }) };
  }

  /** What was to be answered; null: nobody knows, as the request was not carried out. */
  function reply(fault: FaultKind | null, served: Content | null): EmulatorReply {
    const content = served ?? internalError;
    return fault === null ? render(content) : renderFault(fault, content, envelope());
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
    requests.add(recordRequest({ ...asked, now: clock.now() }, given));
    return given;
  }

  async function seed(seeds: readonly SeedList[]): Promise<readonly string[]> {
    const lists = seeds.map((each) => storedList(each, clock.now(), random));
    await storage.transact((state) => ({ state: lists.reduce(addList, state) }));
    return lists.map(({ vocabulary_id }) => vocabulary_id);
  }

  return {
    clock,
    isShared: storage.isShared,
    get switches() {
      return switches;
    },
    change,
    handle,
    shake,
    transport: transportTo(handle),
    dial: dialTo(shake),
    account: async () => (await storage.transact((state) => ({ state }))).state.lists,
    seed,
    requests: requests.last,
    get requestCount() {
      return requests.count();
    },
    recognitions: recognitions.last,
    get recognitionCount() {
      return recognitions.count();
    },
  };
}

/** When a request came, and what it is refused with before it is carried out; null: nothing. */
interface Admission {
  readonly at: number;
  readonly refused: Content | null;
}

function storedList(seed: SeedList, now: number, random: RandomHex): StoredList {
  const { vocabulary_id = `vocab-${seed.prefix}-${random()}`, created_at = now } = seed;
  const { modified_at = created_at, ready_at = modified_at } = seed;
  return { ...seed, vocabulary_id, created_at, modified_at, ready_at };
}

function randomHex(): string {
  return randomBytes(16).toString('hex');
}
