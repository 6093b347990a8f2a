import type { DesiredList } from '../model/desired.js';
import { VocabError } from '../model/errors.js';
import { sameHotwords } from '../model/hotword.js';
import { type ListedList, type ObservedList, prefixOf } from '../model/observed.js';
import { compareForBinding } from '../model/ownership.js';
import type { Step } from '../model/plan.js';
import { pauseBeforeRetry } from './retry.js';
import { type Run, send, type Trace } from './run.js';
import { verify } from './verify.js';
import { waitForSlot } from './wait-for-slot.js';

/*
 * Making a list exactly once.
 *
 * The vendor's create is not idempotent and takes no token: sent twice it makes two lists, and the account has ten
 * slots. An answer that is lost, late, broken or a server's error says nothing about whether the list was made.
 *
 * What can be relied upon is that a list cannot be made unseen. The plan knows every id of the account, so a list of
 * this prefix and model whose id the plan does not know came into being since. If its words are the desired ones, it
 * serves as well as one made now, whoever made it: it is adopted. If they are others, somebody else is at work under
 * the same key, and a program must not guess.
 *
 *   look → adopt, or give up, or send → made
 *    ↑                             └──→ refused unread: pause ─┐
 *    │                             └──→ nobody knows: look a few times, since a listing may lag ─┐
 *    └──────────────────────────────────────────────────────────────────────────────────────────┘
 *
 * So no create is ever sent without a look just before, and none is sent again until several looks have shown nothing.
 * What this cannot exclude is a create that takes effect later than all the looks; the read at the end of the run and
 * the next plan find the duplicate.
 */

/** Makes the list, or finds that it was made meanwhile, and waits until it is in effect. */
export async function createOnce(step: Step, run: Run, trace: Trace): Promise<void> {
  const list = step.change.after;
  if (list === null) throw new TypeError('a create has a list after');
  run.options.onEvent({ kind: 'queued', step });
  const vocabulary_id = await run.oneCreate(async () => {
    run.options.onEvent({ kind: 'making', step });
    const id = await waitForSlot(step, trace, { run, make: () => makeOrAdopt(list, run, trace) });
    // Before the next create looks: a restore may make several lists of one key.
    run.made.add(id);
    return id;
  });
  trace.vocabulary_id = vocabulary_id;
  await verify(step, { vocabulary_id, words: list.hotwords }, run);
}

/** Looks after an answer that says nothing, before the one that precedes the next sending. */
const extraLooks = 3;

async function makeOrAdopt(list: DesiredList, run: Run, trace: Trace): Promise<string> {
  const { remote, signal } = run.session;
  for (let attempt = 1; ; attempt++) {
    const found = await look(list, run);
    if (found !== null) return adopt(found, trace);
    try {
      const { value } = await send(trace, () => remote.create(list, signal));
      return checked(value.vocabulary_id, list);
    } catch (error) {
      const late = trace.doubt ? await lookRepeatedly(list, run).catch(addTo(error)) : null;
      if (late !== null) return adopt(late, trace);
      await pauseBeforeRetry(error, attempt, run.session);
    }
  }
}

/**
 * The new list of this key; null when there is none and a slot is free for it.
 * @throws VocabError `conflict` when there is one with other words, `quota-full` when there is no slot
 */
async function look(list: DesiredList, run: Run): Promise<ObservedList | null> {
  const known = new Set([...run.plan.known_ids, ...run.made]);
  const isNew = ({ vocabulary_id }: ListedList) =>
    prefixOf(vocabulary_id) === list.prefix && !known.has(vocabulary_id);
  const account = await run.session.readAccount(isNew, run.session.signal);
  const ofKey = account.read.filter(({ target_model }) => target_model === list.target_model);
  const [equal] = ofKey
    .filter(({ hotwords }) => sameHotwords(hotwords, list.hotwords))
    .sort((one, other) => compareForBinding(one, other));
  if (equal !== undefined) return equal;
  if (ofKey[0] !== undefined) throw taken(list, ofKey[0]);
  const { limit } = run.plan.quota;
  // A listing that lags behind may still show lists that this run has deleted, and not yet those that it has made.
  const listed = account.listed.map(({ vocabulary_id }) => vocabulary_id);
  const count = [...new Set([...listed, ...run.made])].filter((id) => !run.gone.has(id)).length;
  if (count >= limit) throw full(list, count, limit);
  return null;
}

async function lookRepeatedly(list: DesiredList, run: Run): Promise<ObservedList | null> {
  for (let looks = 1; looks <= extraLooks; looks++) {
    const found = await look(list, run);
    if (found !== null) return found;
    await run.session.clock.sleep(1000 * looks, run.session.signal);
  }
  return null;
}

/** That the create was lost matters more than that the look after it failed too. */
function addTo(lost: unknown): (cause: unknown) => never {
  return (cause) => {
    if (!(lost instanceof VocabError) || !(cause instanceof VocabError)) throw cause;
    const { code, hint, remote, message } = lost;
    throw new VocabError(code, `${message}; and the look after it: ${cause.message}`, {
      hint,
      remote,
      cause,
    });
  };
}

/** An id whose prefix cannot be told would be unmanaged to the next plan, which would make the list again. */
function checked(vocabulary_id: string, { address, prefix }: DesiredList): string {
  if (prefixOf(vocabulary_id) === prefix) return vocabulary_id;
  throw new VocabError(
    'bad-response',
    `${address}: the new list has the id ${vocabulary_id}, without its prefix`,
    {
      hint: 'do not apply again: the list would be made once more; please report the form of the id',
    },
  );
}

function adopt({ vocabulary_id }: ObservedList, trace: Trace): string {
  trace.unclaimed = trace.doubt;
  if (!trace.wrote) trace.note = 'adopted a list that was made meanwhile with these words';
  return vocabulary_id;
}

function taken({ address }: DesiredList, { vocabulary_id }: ObservedList): VocabError {
  return new VocabError(
    'conflict',
    `${address}: another list of this prefix and model, ${vocabulary_id}, was made since the plan, with other words`,
    {
      hint: 'plan again and look at its words: the next apply takes the list over; if it is not yours, give the vocabulary another prefix',
    },
  );
}

function full({ address }: DesiredList, count: number, limit: number): VocabError {
  return new VocabError(
    'quota-full',
    `${address}: the account holds ${count} lists by now, and ${limit} are allowed`,
    {
      hint: 'plan again to see who took the slot; if other programs hold slots for seconds only, wait for one with `--wait-slot 2m`',
    },
  );
}
