import fc from 'fast-check';
import type { Emulator } from '../../src/emulator/emulator.js';
import type { Hotword } from '../../src/model/hotword.js';
import type { HttpRequest, Transport } from '../../src/model/ports.js';
import { sendAsAnother } from '../support/emulator.js';
import { anyWords } from './any-draft.js';
import { inputOf, oneAtATime } from './client.js';
import { models, prefixes, sentEntry } from './scenario.js';

/** What somebody else does, and before which of our requests. */
export interface OtherWrite {
  readonly before: number;
  readonly op: 'create' | 'update' | 'delete';
  /** For an update and a delete: which of the lists that are there then. */
  readonly target: number;
  readonly prefix: string;
  readonly target_model: string;
  readonly words: readonly Hotword[];
}

export const anyOtherWrites: fc.Arbitrary<readonly OtherWrite[]> = fc.array(
  fc.record({
    before: fc.nat(40),
    op: fc.constantFrom('create', 'update', 'delete'),
    target: fc.nat(10),
    prefix: fc.constantFrom(...prefixes),
    target_model: fc.constantFrom(...models),
    words: anyWords,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Whether another’s write may come between our last look and our write. */
export type Manners = 'anywhere' | 'never-between-look-and-write';

/**
 * Lets somebody else write between our requests. The vendor has no conditional update: what is put into a list after
 * we have looked and before we write cannot be seen by anybody. Only good manners keep another’s write out of there,
 * which then comes later.
 */
export function besideOtherWrites(
  emulator: Emulator,
  writes: readonly OtherWrite[],
  manners: Manners,
): (transport: Transport) => Transport {
  const pending = [...writes].sort((left, right) => left.before - right.before);
  let sent = 0;
  return (transport) =>
    oneAtATime(async (request) => {
      for (const write of pending.filter(({ before }) => before <= sent)) {
        const id = await targetOf(emulator, write);
        if (manners === 'never-between-look-and-write' && !isWelcome(id, request)) continue;
        pending.splice(pending.indexOf(write), 1);
        await carryOut(emulator, write, id);
      }
      sent += 1;
      return transport(request);
    });
}

/** A list is looked at right before we write to it, and the whole account from its first page on before we create. */
function isWelcome(id: string | null, request: HttpRequest): boolean {
  const { action, vocabulary_id, page_index } = inputOf(request);
  if (id === null) return action === 'list' && page_index === 0;
  return vocabulary_id !== id || action === 'query';
}

async function targetOf(emulator: Emulator, { op, target }: OtherWrite): Promise<string | null> {
  if (op === 'create') return null;
  const lists = await emulator.account();
  return lists[target % Math.max(1, lists.length)]?.vocabulary_id ?? null;
}

async function carryOut(emulator: Emulator, write: OtherWrite, id: string | null): Promise<void> {
  const { op, prefix, target_model } = write;
  if (op !== 'create' && id === null) return;
  const vocabulary = write.words.map((each) => sentEntry(each));
  const input = {
    create: { prefix, target_model, vocabulary },
    update: { vocabulary_id: id, vocabulary },
    delete: { vocabulary_id: id },
  }[op];
  await sendAsAnother(emulator, { action: `${op}_vocabulary`, ...input });
}
