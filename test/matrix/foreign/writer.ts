import type { Action } from '../../../src/emulator/call.js';
import type { Emulator } from '../../../src/emulator/emulator.js';
import type { Chance } from '../../support/chance.js';
import { anyKey, anyWords, isOurs, theirKey, vocabularyOf, type Wanted } from './drawn-account.js';

/*
 * Somebody else who writes to the account, with no manners at all: as a program beside, whenever it likes, and by
 * waylaying our requests. The latter is what makes it mean. A write of ours is most often met in the moment after we have
 * looked and before we write; a list that we have made is deleted before we learn that it was made.
 */

/** What one of our requests asks for. */
export interface Passing {
  readonly action: Action | null;
  readonly vocabulary_id: string | null;
}

export interface Writer {
  /** Before one of our requests is carried out. */
  readonly waylay: (passing: Passing) => Promise<void>;
  /** After it was, and before we have the answer. */
  readonly follow: (passing: Passing) => Promise<void>;
  /** Makes room and takes rivals away, as somebody may do who was told of them: else no later run would get far. */
  readonly relent: () => Promise<void>;
  /** Writes at random instants until it is told to stop. */
  readonly roam: () => Promise<void>;
  readonly stop: () => void;
}

export interface WriterOptions {
  readonly emulator: Emulator;
  readonly url: string;
  readonly chance: Chance;
  /** From 0, what does nothing, to 1. */
  readonly zeal: number;
  readonly list_quota: number;
  /** What our configuration asks for just now. */
  readonly wanted: () => readonly Wanted[];
}

/** How often each request of ours is met before and after it is carried out, at full zeal. */
const waylaid: Readonly<Record<Action, number>> = {
  list: 0.1,
  query: 0.1,
  create: 0.5,
  update: 0.5,
  delete: 0.5,
};
const followed: Readonly<Record<Action, number>> = {
  list: 0.15,
  query: 0.1,
  create: 0.5,
  update: 0.3,
  delete: 0.3,
};

export function openWriter(options: WriterOptions): Writer {
  const { emulator, chance, zeal, list_quota, wanted } = options;
  const send = sender(options.url);
  const stopping = new AbortController();

  async function waylay(passing: Passing): Promise<void> {
    if (stopping.signal.aborted || passing.action === null || !chance.is(zeal * waylaid[passing.action]))
      return;
    await meet(passing);
  }

  async function follow(passing: Passing): Promise<void> {
    if (stopping.signal.aborted || passing.action === null || !chance.is(zeal * followed[passing.action]))
      return;
    await meet(passing);
  }

  /** At the list that our request is about, if there is one: or just anything. */
  async function meet({ action, vocabulary_id }: Passing): Promise<void> {
    if (vocabulary_id !== null && chance.is(0.7)) return spoil(vocabulary_id);
    if (action === 'create' && chance.is(0.4)) return fill();
    if ((action === 'create' || action === 'list') && chance.is(0.4)) return double();
    await anything();
  }

  async function spoil(vocabulary_id: string): Promise<void> {
    const list = (await emulator.account()).find((each) => each.vocabulary_id === vocabulary_id);
    if (list === undefined) return;
    const { prefix, target_model, vocabulary } = list;
    if (chance.is(0.5)) return send('update', { vocabulary_id, vocabulary: words() });
    await send('delete', { vocabulary_id });
    // Made again, as it was or otherwise.
    const again = chance.pick([vocabulary, vocabulary, words(), null]);
    if (again !== null) await send('create', { prefix, target_model, vocabulary: again });
  }

  /** Takes slots until none is left, or one. */
  async function fill(): Promise<void> {
    const left = list_quota - (await emulator.account()).length - chance.below(2);
    for (let count = 0; count < left; count++) await make(theirKey(chance), anyWords(chance));
  }

  /** A list of one of our keys: with the words that are wanted it is a duplicate, with others a rival. */
  async function double(): Promise<void> {
    const all = wanted();
    if (all.length === 0) return;
    const one = chance.pick(all);
    await make(one, chance.is(0.6) ? one.words : anyWords(chance));
  }

  /** Mostly with lists of their own, so that the account does not fill up for good. */
  async function anything(): Promise<void> {
    const lists = await emulator.account();
    const theirs = lists.filter(({ vocabulary_id }) => !isOurs(vocabulary_id));
    const targets = theirs.length > 0 && chance.is(0.7) ? theirs : lists;
    const draw = chance.next();
    if (draw < 0.3 || targets.length === 0) return make(anyKey(chance), anyWords(chance));
    const { vocabulary_id } = chance.pick(targets);
    if (draw < 0.6) return send('update', { vocabulary_id, vocabulary: words() });
    await send('delete', { vocabulary_id });
  }

  function make(key: Pick<Wanted, 'prefix' | 'target_model'>, texts: readonly string[]): Promise<void> {
    const { prefix, target_model } = key;
    return send('create', { prefix, target_model, vocabulary: vocabularyOf(texts) });
  }

  const words = () => vocabularyOf([...anyWords(chance), ...(chance.is(0.5) ? ['theirs'] : [])]);

  async function roam(): Promise<void> {
    while (!stopping.signal.aborted) {
      const turns = chance.below(Math.ceil(60 / Math.max(zeal, 0.1)));
      for (let turn = 0; turn < turns && !stopping.signal.aborted; turn++) await nextTurn();
      if (!stopping.signal.aborted) await (chance.is(0.3) ? double() : anything());
    }
  }

  async function relent(): Promise<void> {
    const lists = await emulator.account();
    const keys = lists.map(({ prefix, target_model }) => `${prefix}@${target_model}`);
    const many = lists.filter((_, index) => keys.indexOf(keys[index] ?? '') !== index);
    const room = lists.filter((list) => !isOurs(list.vocabulary_id) && !many.includes(list));
    const going = [...many, ...room.slice(0, Math.max(0, lists.length - many.length - list_quota + 3))];
    for (const { vocabulary_id } of going) await send('delete', { vocabulary_id });
  }

  return { waylay, follow, relent, roam, stop: () => stopping.abort() };
}

/** Sends a write over HTTP; that it is refused, for a list that is gone or a slot that there is not, is no matter. */
function sender(url: string) {
  return async (action: 'create' | 'update' | 'delete', input: object): Promise<void> => {
    const body = JSON.stringify({
      model: 'speech-biasing',
      input: { action: `${action}_vocabulary`, ...input },
    });
    const answer = await fetch(`${url}/api/v1/services/audio/asr/customization`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-theirs', 'content-type': 'application/json' },
      body,
    });
    await answer.text();
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
