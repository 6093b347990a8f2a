import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.js';
import { httpTransport } from '../../src/http/transport.js';
import type { Transport } from '../../src/model/ports.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { manualClock, startEmulator } from '../support/emulator.js';
import { describeRemote } from './describe-remote.js';
import { failureOf } from './failure-of.js';
import { newList, type OpenRemote } from './open-remote.js';

const key = 'sk-0123456789abcdef0123456789abcdef';
const http = httpTransport({ timeout_ms: 10_000, env: {} });

function remoteAt(url: string, transport: Transport) {
  return createDashscopeRemote({ endpoint: url, url, key, workspace: null, version: '1.2.3', transport });
}

/** Loses the key, as a proxy may that cleans headers. */
function keyless(transport: Transport): Transport {
  return ({ headers: { authorization: _, ...headers }, ...request }) => transport({ ...request, headers });
}

const openInProcess: OpenRemote = async (options = {}) => {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches: options.switches ?? {} });
  const transport = options.keyless ? keyless(emulator.transport) : emulator.transport;
  return { remote: remoteAt('http://emulator.invalid/api/v1', transport), emulator, clock };
};

const openOverHttp: OpenRemote = async (options = {}) => {
  const { emulator, clock, base_url } = await startEmulator(options.switches);
  return { remote: remoteAt(base_url, options.keyless ? keyless(http) : http), emulator, clock };
};

describeRemote('the vendor’s account in process', openInProcess);
describeRemote('the vendor’s account over HTTP', openOverHttp);

describe('the vendor’s account over a network that fails', () => {
  it.each([
    ['hang', 0],
    ['hang-after', 1],
  ] as const)('a create that meets %s is ambiguous when its time is over', async (kind, lists) => {
    const faults = [{ kind, action: 'create', skip: 0, count: 1 }] as const;
    const { emulator, base_url } = await startEmulator({ faults });
    const remote = remoteAt(base_url, httpTransport({ timeout_ms: 100, env: {} }));
    expect(await failureOf(() => remote.create(newList))).toMatchObject({
      code: 'unavailable',
      remote: { failure: 'ambiguous', status: null, request_id: null },
    });
    expect(await emulator.account()).toHaveLength(lists);
  });

  it('a request that finds nobody never left, so it may be sent again', async () => {
    const remote = remoteAt(`http://127.0.0.1:${await freePort()}/api/v1`, http);
    expect(await failureOf(() => remote.list({ page_index: 0, page_size: 10 }))).toMatchObject({
      code: 'unavailable',
      remote: { failure: 'transient', status: null },
    });
  });
});

/** A port of the loopback where nobody listens any more. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
