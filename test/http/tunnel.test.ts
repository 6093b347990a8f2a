import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpTransport } from '../../src/http/transport.js';
import { TransportFailure } from '../../src/model/errors.js';
import type { HttpRequest } from '../../src/model/ports.js';
import { type Loopback, serveHttp, serveHttps, serveProxy, serveTcp } from './loopback.js';

const secret = 'sk-0123456789abcdef';
const request: HttpRequest = {
  url: 'https://dashscope.test/api',
  headers: { authorization: `Bearer ${secret}` },
  body: '{}',
  signal: undefined,
};

const servers: Loopback[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function started<Server extends Loopback>(server: Promise<Server>): Promise<Server> {
  servers.push(await server);
  return server;
}

function through(port: number, timeout_ms = 10_000) {
  return httpTransport({ timeout_ms, env: { HTTPS_PROXY: `http://user:hunter2@127.0.0.1:${port}` } });
}

async function failureOf(answer: Promise<unknown>): Promise<TransportFailure> {
  const error: unknown = await answer.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TransportFailure);
  return error as TransportFailure;
}

describe('through a proxy that lets requests pass', () => {
  // The fixture's certificate is self-signed; that one is refused otherwise is tested elsewhere.
  beforeEach(() => vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'));

  it('a request goes in a tunnel, which the next one uses too, and the proxy learns nothing but the host', async () => {
    const vendor = await started(serveHttps((_incoming, outgoing) => outgoing.end('{"output":{}}')));
    const proxy = await started(serveProxy(vendor.port));
    const send = through(proxy.port);
    expect(await send(request)).toMatchObject({ status: 200, body: '{"output":{}}' });
    await send(request);
    expect(vendor.requests()).toBe(2);
    expect(proxy.requests()).toBe(0);
    expect(proxy.tunnels).toEqual([
      {
        target: 'dashscope.test:443',
        authorization: `Basic ${Buffer.from('user:hunter2').toString('base64')}`,
      },
    ]);
  });

  it('a request that gets no answer in time fails in phase sent', async () => {
    const vendor = await started(serveHttps(() => {}));
    const proxy = await started(serveProxy(vendor.port));
    const failure = await failureOf(through(proxy.port, 500)(request));
    expect(failure.phase).toBe('sent');
    await proxy.abandoned();
  });

  it('an aborted request lets go of the proxy', async () => {
    const controller = new AbortController();
    const vendor = await started(serveHttps(() => controller.abort(new Error('enough'))));
    const proxy = await started(serveProxy(vendor.port));
    const answer = through(proxy.port)({ ...request, signal: controller.signal });
    await expect(answer).rejects.toThrow('enough');
    await proxy.abandoned();
  });
});

describe('a request that a proxy keeps from being sent fails in phase connect', () => {
  it.each([403, 407, 502])(
    'when the proxy answers %i, which is not the answer of the vendor',
    async (status) => {
      const proxy = await started(
        serveTcp((socket) => socket.once('data', () => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`))),
      );
      const failure = await failureOf(through(proxy.port)(request));
      expect(failure.phase).toBe('connect');
      expect(failure.message).toBe(
        `the proxy answered ${status} to CONNECT (through the proxy http://127.0.0.1:${proxy.port})`,
      );
    },
  );

  it('when the proxy refuses connections', async () => {
    const proxy = await serveHttp(() => {});
    await proxy.close();
    const failure = await failureOf(through(proxy.port)(request));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('ECONNREFUSED');
    expect(failure.message).not.toContain('hunter2');
  });

  it('when the proxy hangs up', async () => {
    const proxy = await started(serveTcp((socket) => socket.once('data', () => socket.end())));
    expect((await failureOf(through(proxy.port)(request))).phase).toBe('connect');
  });

  it('when the proxy says nothing, and the proxy is let go', async () => {
    const proxy = await started(serveTcp((socket) => socket.resume()));
    const failure = await failureOf(through(proxy.port, 200)(request));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('no complete answer within 200 ms');
    await proxy.abandoned();
  });

  it('when the certificate behind the proxy is not trusted', async () => {
    const vendor = await started(serveHttps((_incoming, outgoing) => outgoing.end('{}')));
    const proxy = await started(serveProxy(vendor.port));
    const failure = await failureOf(through(proxy.port)(request));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('self-signed certificate');
    expect(vendor.requests()).toBe(0);
  });
});
