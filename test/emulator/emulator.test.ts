import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.js';
import { parseFault } from '../../src/emulator/faults.js';
import { manualClock } from '../support/emulator.js';
import { emulatorUrl, envelope, jsonHeaders, newList, openAccount, send } from './account.js';

const list = JSON.stringify(envelope('list', {}));

describe('every answer', () => {
  it('carries the clock, a request id in header and body, and says that it is JSON', async () => {
    const { headers, body } = await openAccount().ask('list');
    expect(headers).toEqual({
      date: 'Mon, 02 Nov 2026 00:00:00 GMT',
      'content-type': 'application/json',
      'x-request-id': body.request_id,
    });
    expect(body.request_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('has a request id of its own, also when it refuses', async () => {
    const account = openAccount();
    const ids = [(await account.ask('list')).body, (await account.ask('drop')).body].map(
      (body) => body.request_id,
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('the headers of a request', () => {
  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic c2VjcmV0'])(
    'are refused with the key %j',
    async (authorization) => {
      const { emulator } = openAccount();
      const { authorization: _, ...rest } = jsonHeaders;
      const headers = authorization === undefined ? rest : { ...rest, authorization };
      const answered = await emulator.transport({ url: emulatorUrl, headers, body: list, signal: undefined });
      expect([answered.status, answered.body]).toEqual([401, expect.stringContaining('"InvalidApiKey"')]);
    },
  );

  it.each([
    ['application/json; charset=utf-8', 200],
    ['Application/JSON', 200],
    ['application/jsonp', 400],
    ['text/plain', 400],
  ])('with the content-type %s bring %i, whatever the case of their names', async (type, status) => {
    const { emulator } = openAccount();
    const headers = { Authorization: 'bearer k', 'Content-Type': type };
    expect(
      (await emulator.transport({ url: emulatorUrl, headers, body: list, signal: undefined })).status,
    ).toBe(status);
  });

  it('may name a workspace', async () => {
    const { emulator } = openAccount();
    const headers = { ...jsonHeaders, 'X-DashScope-WorkSpace': 'llm-1' };
    expect(
      (await emulator.transport({ url: emulatorUrl, headers, body: list, signal: undefined })).status,
    ).toBe(200);
  });
});

describe('a path', () => {
  it.each([
    ['POST', '/api/v1/services/audio/asr/customization', 200],
    ['POST', '/services/audio/asr/customization', 200],
    ['POST', '/api/v1/services/audio/asr/synthesis', 404],
    ['GET', '/api/v1/services/audio/asr/customization', 405],
  ])('%s %s answers %i', async (method, path, status) => {
    const reply = await openAccount().emulator.handle({ method, path, headers: jsonHeaders, body: list });
    expect(reply).toMatchObject({ kind: 'answer', response: { status } });
  });
});

describe('the latency', () => {
  it('passes on the clock before a request is carried out', async () => {
    const account = openAccount({ latency_ms: 300 });
    await account.create();
    expect(await account.emulator.account()).toMatchObject([{ created_at: account.clock.now() }]);
    expect((await account.ask('list')).headers['date']).toBe('Mon, 02 Nov 2026 00:00:00 GMT');
    account.clock.advance(400);
    expect((await account.ask('list')).headers['date']).toBe('Mon, 02 Nov 2026 00:00:01 GMT');
  });

  it('ends with the reason of an abort, and the request is not carried out', async () => {
    const [reason, impatient] = [new Error('no time'), new AbortController()];
    const sleep = async (_: number, signal?: AbortSignal) => {
      impatient.abort(reason);
      signal?.throwIfAborted();
    };
    const emulator = createEmulator({ clock: { ...manualClock(), sleep }, switches: { latency_ms: 300 } });
    const body = JSON.stringify(envelope('create', newList));
    const request = { url: emulatorUrl, headers: jsonHeaders, body, signal: impatient.signal };
    await expect(emulator.transport(request)).rejects.toBe(reason);
    expect(await emulator.account()).toEqual([]);
  });
});

describe('the record of requests', () => {
  it('tells what was asked for, what was answered and the slots after', async () => {
    const account = openAccount({ faults: [parseFault('delete:cut-after'), parseFault('update:refuse')] });
    const vocabulary_id = await account.create();
    await account.ask('update', { vocabulary_id });
    await account.ask('delete', { vocabulary_id }).catch(() => null);
    await account.ask('drop');
    const request_id = expect.stringMatching(/^[\da-f]{8}-/);
    const common = { at: account.clock.now(), duration_ms: 0, code: null, fault: null, request_id };
    expect(account.emulator.requests).toEqual([
      { ...common, action: 'create', vocabulary_id, status: 200, slots: 1 },
      {
        ...common,
        action: 'update',
        vocabulary_id,
        status: 500,
        slots: null,
        code: 'InternalError',
        fault: 'refuse',
      },
      {
        ...common,
        action: 'delete',
        vocabulary_id,
        status: null,
        slots: 0,
        fault: 'cut-after',
        request_id: null,
      },
      { ...common, action: null, vocabulary_id: null, status: 400, slots: 0, code: 'InvalidParameter' },
    ]);
    expect(account.emulator.requestCount).toBe(4);
  });

  it('tells when it came and how long it took', async () => {
    const account = openAccount({ latency_ms: 300 });
    const at = account.clock.now();
    await account.ask('list');
    expect(account.emulator.requests).toMatchObject([{ at, duration_ms: 300 }]);
  });
});

describe('seeding', () => {
  it('puts lists there past quota and limits, with the ids and times it is given', async () => {
    const account = openAccount({ quota: 1 });
    const unmanaged = {
      ...newList,
      vocabulary_id: 'somebody-elses',
      created_at: 1000,
      modified_at: 2000,
      ready_at: 3000,
    };
    const [, made] = await account.emulator.seed([unmanaged, { ...newList, vocabulary: [] }]);
    const now = account.clock.now();
    expect(await account.emulator.account()).toEqual([
      unmanaged,
      { ...newList, vocabulary: [], vocabulary_id: made, created_at: now, modified_at: now, ready_at: now },
    ]);
    expect(made).toMatch(/^vocab-acme-[0-9a-f]{32}$/);
  });
});

describe('switches', () => {
  it('can be flipped between requests, one by one', async () => {
    const account = openAccount({ quota: 1, latency_ms: 5 });
    await account.create();
    account.emulator.change({ quota: 2 });
    expect((await account.ask('create', newList)).status).toBe(200);
    expect(account.emulator.switches).toMatchObject({ quota: 2, latency_ms: 5 });
  });
});

describe('ids', () => {
  it('come from the source of randomness that is given', async () => {
    const emulator = createEmulator({ clock: manualClock(), random: () => 'ab'.repeat(16) });
    const { body } = await send(emulator, envelope('create', newList));
    expect(body.output.vocabulary_id).toBe(`vocab-acme-${'ab'.repeat(16)}`);
  });
});
