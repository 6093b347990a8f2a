import { expect, it } from 'vitest';
import type { Action } from '../../src/emulator/call.js';
import { type Fault, type FaultKind, faultKinds } from '../../src/emulator/faults.js';
import type { ErrorCode, FailureClass, VocabError } from '../../src/model/errors.js';
import { words } from '../support/build.js';
import { failureOf } from './failure-of.js';
import { firstPage, newList, type OpenRemote } from './open-remote.js';

interface Consequence {
  readonly code: ErrorCode;
  readonly failure: FailureClass;
  readonly status: number | null;
  /** Whether the account was changed all the same. */
  readonly acted: boolean;
}

type AnsweredFault = Exclude<FaultKind, 'hang' | 'hang-after'>;

const lost = { code: 'unavailable', failure: 'ambiguous', status: null } as const;
const failed = { code: 'unavailable', failure: 'ambiguous', status: 500 } as const;
const badGateway = { code: 'unavailable', failure: 'ambiguous', status: 502 } as const;
const unreadable = { code: 'bad-response', failure: 'ambiguous', status: 200 } as const;

const consequences: Readonly<Record<AnsweredFault, Consequence>> = {
  refuse: { ...failed, acted: false },
  'act-then-fail': { ...failed, acted: true },
  'cut-before': { ...lost, acted: false },
  'cut-after': { ...lost, acted: true },
  throttle: { code: 'throttled', failure: 'throttled', status: 429, acted: false },
  'html-502': { ...badGateway, acted: false },
  'html-502-after': { ...badGateway, acted: true },
  'broken-json': { ...unreadable, acted: true },
  'code-in-200': { code: 'unavailable', failure: 'ambiguous', status: 200, acted: false },
  'empty-200': { ...unreadable, acted: true },
};

function isAnswered(kind: FaultKind): kind is AnsweredFault {
  return kind !== 'hang' && kind !== 'hang-after';
}

export function describeFaults(open: OpenRemote): void {
  const answered = faultKinds.filter(isAnswered).map((kind) => ({ kind, ...consequences[kind] }));

  it.each(answered)('a create that meets $kind is $failure', async ({ kind, acted, ...expected }) => {
    const { remote, emulator } = await open({ switches: { faults: [fault('create', kind)] } });
    expect(summary(await failureOf(() => remote.create(newList)))).toEqual(expected);
    expect(await emulator.account()).toHaveLength(acted ? 1 : 0);
  });

  it.each(answered)('an update that meets $kind is $failure', async ({ kind, acted, ...expected }) => {
    const { remote, emulator } = await open({ switches: { faults: [fault('update', kind)] } });
    const { vocabulary_id } = (await remote.create(newList)).value;
    expect(summary(await failureOf(() => remote.update(vocabulary_id, words('gamma'))))).toEqual(expected);
    expect((await emulator.account())[0]?.vocabulary).toHaveLength(acted ? 1 : 2);
  });

  it.each(answered)('a delete that meets $kind is $failure', async ({ kind, acted, ...expected }) => {
    const { remote, emulator } = await open({ switches: { faults: [fault('delete', kind)] } });
    const { vocabulary_id } = (await remote.create(newList)).value;
    expect(summary(await failureOf(() => remote.delete(vocabulary_id)))).toEqual(expected);
    expect(await emulator.account()).toHaveLength(acted ? 0 : 1);
  });

  it.each(answered)('reads that meet $kind fail and are never taken for empty', async ({ kind, ...rest }) => {
    const { acted: _, ...expected } = rest;
    const { remote, emulator } = await open();
    const { vocabulary_id } = (await remote.create(newList)).value;
    emulator.change({ faults: [fault('list', kind), fault('query', kind)] });
    expect(summary(await failureOf(() => remote.list(firstPage)))).toEqual(expected);
    expect(summary(await failureOf(() => remote.query(vocabulary_id)))).toEqual(expected);
  });
}

export function describeAborts(open: OpenRemote): void {
  const reason = new Error('enough');

  it('come before the request when they came before the call', async () => {
    const { remote, emulator } = await open();
    await expect(remote.create(newList, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(emulator.requests).toEqual([]);
  });

  it.each([
    ['hang', 0],
    ['hang-after', 1],
  ] as const)('end a create that meets %s, with their reason', async (kind, lists) => {
    const { remote, emulator } = await open({ switches: { faults: [fault('create', kind)] } });
    const controller = new AbortController();
    const pending = remote.create(newList, controller.signal);
    await expect.poll(() => emulator.requests.length).toBe(1);
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect(await emulator.account()).toHaveLength(lists);
  });
}

/** Goes wrong once. */
function fault(action: Action, kind: FaultKind): Fault {
  return { kind, action, skip: 0, count: 1 };
}

function summary({ code, remote }: VocabError): Omit<Consequence, 'acted'> {
  if (remote === null) throw new Error(`nothing is known of the request that failed as ${code}`);
  return { code, failure: remote.failure, status: remote.status };
}
