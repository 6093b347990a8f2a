import type { StoredList } from '../../../src/emulator/account-state.js';
import { type Action, parseCall } from '../../../src/emulator/call.js';
import type { Emulator } from '../../../src/emulator/emulator.js';
import type { BackedUpList } from '../../../src/model/observed.js';
import type { Step } from '../../../src/model/plan.js';

/** A request, in the order in which the account carried them out, and what it did there. */
export interface Witnessed {
  readonly by: 'us' | 'them';
  readonly action: Action | null;
  /** The list that it named or made. */
  readonly vocabulary_id: string | null;
  readonly page_index: number | null;
  readonly isDone: boolean;
  /** The list right before and right after. */
  readonly before: StoredList | null;
  readonly after: StoredList | null;
  /** Slots taken right after. */
  readonly slots: number;
  readonly at: number;
  /** What we had kept by then; only noted for our own writes. */
  readonly kept: readonly BackedUpList[];
}

/** That one of our steps begins. */
export interface Begun {
  readonly begun: Step;
}

export type Entry = Witnessed | Begun;

export interface Witness {
  readonly log: readonly Entry[];
  /** Notes that a step begins. */
  readonly begin: (step: Step) => void;
  /** The account, for a server. One request after the other, so that nothing comes between it and what is noted of it. */
  readonly handle: Emulator['handle'];
}

export interface Watched {
  readonly emulator: Emulator;
  /** What is on the disk at this very moment. */
  readonly kept: () => readonly BackedUpList[];
}

/** The key that vocabsync sends; whoever sends another is somebody else. */
export const ourKey = 'sk-ours';

export function openWitness({ emulator, kept }: Watched): Witness {
  const log: Entry[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const carry: Emulator['handle'] = async (request) => {
    const call = parseCall(request.body);
    const named = textOf(call?.input['vocabulary_id']);
    const then = await emulator.account();
    const by = request.headers['authorization'] === `Bearer ${ourKey}` ? 'us' : 'them';
    const isOurWrite = by === 'us' && call?.action !== 'list' && call?.action !== 'query';
    const keptThen = isOurWrite ? kept() : [];
    const reply = await emulator.handle(request);
    const now = await emulator.account();
    const made = now.find((list) => call?.action === 'create' && !then.includes(list));
    const vocabulary_id = made?.vocabulary_id ?? named;
    const find = (lists: readonly StoredList[]) =>
      lists.find((list) => list.vocabulary_id === vocabulary_id) ?? null;
    log.push({
      by,
      action: call?.action ?? null,
      vocabulary_id,
      page_index: call?.action === 'list' ? Number(call.input['page_index'] ?? 0) : null,
      isDone: reply.kind === 'answer' && reply.response.status === 200,
      before: find(then),
      after: find(now),
      slots: now.length,
      at: emulator.clock.now(),
      kept: keptThen,
    });
    return reply;
  };
  return {
    log,
    begin: (begun) => void log.push({ begun }),
    handle: (request) => {
      const reply = last.then(() => carry(request));
      last = reply.catch(() => {});
      return reply;
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A line for each entry, for whoever reads of a breach. */
export function spellLog(log: readonly Entry[]): string[] {
  return log.map((entry) =>
    'begun' in entry ? `  step ${entry.begun.op} ${entry.begun.change.address}` : spell(entry),
  );
}

function spell({ by, action, vocabulary_id, isDone, before, after, slots }: Witnessed): string {
  const was = before === null ? '' : ` was ${wordsOf(before)}`;
  const is = after === null ? '' : ` is ${wordsOf(after)}`;
  return `${by} ${action} ${vocabulary_id ?? ''}${isDone ? '' : ' (refused)'}${was}${is}, ${slots} slots`;
}

function wordsOf({ vocabulary }: StoredList): string {
  return vocabulary.map(({ text }) => text).join(' ');
}
