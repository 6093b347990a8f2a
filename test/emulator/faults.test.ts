import { describe, expect, it } from 'vitest';
import {
  armFaults,
  type FaultKind,
  faultKinds,
  isActedOn,
  parseFault,
  spellFault,
} from '../../src/emulator/faults.js';
import { TransportFailure, VocabError } from '../../src/model/errors.js';
import type { HttpResponse, Transport } from '../../src/model/ports.js';
import { emulatorUrl, envelope, jsonHeaders, newList, openAccount } from './account.js';

describe('the text of a fault', () => {
  it.each([
    ['create:cut-after', { kind: 'cut-after', action: 'create', skip: 0, count: 1 }],
    ['create:cut-after*2', { kind: 'cut-after', action: 'create', skip: 0, count: 2 }],
    ['list:refuse@2', { kind: 'refuse', action: 'list', skip: 1, count: 1 }],
    ['any:throttle@3*2', { kind: 'throttle', action: 'any', skip: 2, count: 2 }],
  ])('%s is read, and written the same', (text, fault) => {
    expect(parseFault(text)).toEqual(fault);
    expect(spellFault(parseFault(text))).toBe(text);
  });

  it.each([
    '',
    'create',
    'create:',
    ':refuse',
    'create:refuse@0',
    'create:refuse*0',
    'create:refuse*2@2',
    ' create:refuse',
  ])('%j is a usage error', (text) => {
    expect(() => parseFault(text)).toThrow(
      expect.objectContaining({ code: 'usage', hint: expect.any(String) }),
    );
  });

  it('names what is wrong, and all that is allowed', () => {
    expect(errorOf('creat:refuse')).toMatchObject({
      message: 'the fault "creat:refuse" names the unknown action "creat"',
      hint: expect.stringContaining(
        'create, list, query, update, delete, stream, flash, file, task, result, any',
      ),
    });
    expect(errorOf('create:refused')).toMatchObject({
      message: 'the fault "create:refused" names the unknown kind "refused"',
      hint: expect.stringContaining(faultKinds.join(', ')),
    });
  });
});

describe('faults in turn', () => {
  it('hit the requests they name and no other', () => {
    const pick = armFaults([parseFault('list:refuse@2*2')]);
    const picked = (['list', 'create', 'list', 'list', null, 'list'] as const).map(pick);
    expect(picked).toEqual([null, null, 'refuse', 'refuse', null, null]);
  });

  it('wait for each other when two are due at once', () => {
    const pick = armFaults([parseFault('create:refuse'), parseFault('any:throttle')]);
    expect([pick('create'), pick('create'), pick('create')]).toEqual(['refuse', 'throttle', null]);
  });
});

describe('a create that meets a fault', () => {
  const outcomes: Readonly<Record<FaultKind, string>> = {
    refuse: '500 InternalError',
    'act-then-fail': '500 InternalError',
    'cut-before': 'cut',
    'cut-after': 'cut',
    hang: 'gave up',
    'hang-after': 'gave up',
    throttle: '429 Throttling.RateQuota',
    'html-502': '502 text/html',
    'html-502-after': '502 text/html',
    'broken-json': '200 unreadable',
    'code-in-200': '200 InternalError',
    'empty-200': '200 empty',
  };

  it.each(Object.entries(outcomes))('%s ends with: %s', async (kind, outcome) => {
    const { emulator } = openAccount({ faults: [parseFault(`create:${kind}`)] });
    expect(await tryCreate(emulator.transport)).toBe(outcome);
  });

  it.each(faultKinds)('%s leaves a list behind only if it acts', async (kind) => {
    const { emulator } = openAccount({ faults: [parseFault(`create:${kind}`)] });
    await tryCreate(emulator.transport);
    expect(await emulator.account()).toHaveLength(isActedOn(kind) ? 1 : 0);
  });

  it('goes well once the fault has passed', async () => {
    const { emulator } = openAccount({ faults: [parseFault('create:refuse')] });
    expect([await tryCreate(emulator.transport), await tryCreate(emulator.transport)]).toEqual([
      '500 InternalError',
      '200',
    ]);
  });

  it('can meet one that is armed while the account is in use', async () => {
    const { emulator } = openAccount();
    const before = await tryCreate(emulator.transport);
    emulator.change({ faults: [parseFault('create:cut-before')] });
    expect([before, await tryCreate(emulator.transport)]).toEqual(['200', 'cut']);
  });
});

describe('the kinds that act', () => {
  it('are those whose answer alone is lost', () => {
    const acting = ['act-then-fail', 'cut-after', 'hang-after', 'html-502-after', 'broken-json', 'empty-200'];
    expect(faultKinds.filter(isActedOn)).toEqual(acting);
  });
});

const gaveUp = new Error('gave up');

async function tryCreate(transport: Transport): Promise<string> {
  const patience = new AbortController();
  // Whatever is going to answer in memory has done so before the event loop turns.
  setImmediate(() => patience.abort(gaveUp));
  const body = JSON.stringify(envelope('create', newList));
  const request = { url: emulatorUrl, headers: jsonHeaders, body, signal: patience.signal };
  return transport(request).then(outcomeOf, (error: unknown) => {
    if (error instanceof TransportFailure && error.phase === 'sent') return 'cut';
    return error === gaveUp ? 'gave up' : 'unexpected';
  });
}

function outcomeOf({ status, headers, body }: HttpResponse): string {
  if (headers['content-type'] !== 'application/json') return `${status} ${headers['content-type']}`;
  if (body === '') return `${status} empty`;
  try {
    const { code } = JSON.parse(body) as { readonly code?: string };
    return code === undefined ? `${status}` : `${status} ${code}`;
  } catch {
    return `${status} unreadable`;
  }
}

function errorOf(text: string): VocabError | null {
  try {
    parseFault(text);
  } catch (error) {
    if (error instanceof VocabError) return error;
  }
  return null;
}
