import dns from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpTransport } from '../../src/http/transport.js';
import { TransportFailure } from '../../src/model/errors.js';
import type { HttpRequest } from '../../src/model/ports.js';
import { type Loopback, serveHttp, serveHttps, serveTcp } from './loopback.js';

const servers: Loopback[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function started(server: Promise<Loopback>): Promise<Loopback> {
  servers.push(await server);
  return server;
}

function requestTo(port: number, more: Partial<HttpRequest> = {}): HttpRequest {
  const url = `http://127.0.0.1:${port}/api`;
  return { url, headers: { 'content-type': 'application/json' }, body: '{}', signal: undefined, ...more };
}

function transport(timeout_ms = 10_000) {
  return httpTransport({ timeout_ms, env: {} });
}

async function failureOf(answer: Promise<unknown>): Promise<TransportFailure> {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TransportFailure);
  return error as TransportFailure;
}

/** What the resolver says of every host from now on. */
function stubLookup(error: Error | null, addresses: readonly object[] = []): void {
  type Callback = (error: Error | null, found: readonly object[]) => void;
  const lookup = (_host: string, _options: object, answer: Callback): void => answer(error, addresses);
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a request', () => {
  it('is a POST with its headers and its text in UTF-8, and the answer comes back whole', async () => {
    const { port } = await started(
      serveHttp((incoming, outgoing) => {
        const { method, url, headers } = incoming;
        outgoing.writeHead(418, { 'X-Request-Id': 'r-1', 'Set-Cookie': ['a=1', 'b=2'] });
        void textOf(incoming).then((body) => outgoing.end(JSON.stringify({ method, url, headers, body })));
      }),
    );
    const answer = await transport()(requestTo(port, { body: '{"text":"抑制剂"}' }));
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-request-id': 'r-1', 'set-cookie': 'a=1, b=2' });
    expect(JSON.parse(answer.body)).toMatchObject({
      method: 'POST',
      url: '/api',
      headers: {
        'content-type': 'application/json',
        'content-length': '20',
        'accept-encoding': 'identity',
      },
      body: '{"text":"抑制剂"}',
    });
  });

  it('uses the connection of the one before', async () => {
    const server = await started(serveHttp((_incoming, outgoing) => outgoing.end('{}')));
    const send = transport();
    await send(requestTo(server.port));
    await send(requestTo(server.port));
    expect(server.requests()).toBe(2);
    expect(server.connections()).toBe(1);
  });

  it('follows no redirect', async () => {
    const other = await started(serveHttp((_incoming, outgoing) => outgoing.end('{}')));
    const location = `http://127.0.0.1:${other.port}/`;
    const { port } = await started(
      serveHttp((_incoming, outgoing) => outgoing.writeHead(307, { location }).end()),
    );
    expect((await transport()(requestTo(port))).status).toBe(307);
    expect(other.connections()).toBe(0);
  });
});

describe('the text of an answer', () => {
  async function bodyOf(bytes: Buffer): Promise<string> {
    const { port } = await started(serveHttp((_incoming, outgoing) => outgoing.end(bytes)));
    return (await transport()(requestTo(port))).body;
  }

  it('is UTF-8, without a byte order mark', async () => {
    expect(await bodyOf(Buffer.from('\ufeff{"text":"抑制剂"}'))).toBe('{"text":"抑制剂"}');
  });

  it('is empty rather than garbled when it is not UTF-8', async () => {
    expect(await bodyOf(Buffer.from([0x22, 0xc4, 0xe3, 0x22]))).toBe('');
  });

  it('may not be longer than 32 MiB', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 0x20);
    const { port } = await started(
      serveHttp((_incoming, outgoing) => {
        for (let index = 0; index < 33; index += 1) outgoing.write(mebibyte);
        outgoing.end();
      }),
    );
    const failure = await failureOf(transport()(requestTo(port)));
    expect(failure.phase).toBe('sent');
    expect(failure.message).toContain('longer than 33554432 bytes');
  });
});

describe('a request that certainly was not sent fails in phase connect', () => {
  it('when nobody listens', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    const failure = await failureOf(transport()(requestTo(server.port)));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('ECONNREFUSED');
  });

  it('when nobody listens at any of several addresses', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    stubLookup(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
    const url = `http://gateway.test:${server.port}`;
    const failure = await failureOf(transport()(requestTo(0, { url })));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('ECONNREFUSED');
  });

  it('when the host has no address', async () => {
    stubLookup(new Error('getaddrinfo ENOTFOUND gateway.test'));
    const failure = await failureOf(transport()(requestTo(0, { url: 'https://gateway.test' })));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toBe('getaddrinfo ENOTFOUND gateway.test');
  });

  it('when the certificate is not trusted', async () => {
    const server = await started(serveHttps((_incoming, outgoing) => outgoing.end('{}')));
    const failure = await failureOf(
      transport()(requestTo(0, { url: `https://127.0.0.1:${server.port}/api` })),
    );
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain('self-signed certificate');
    expect(server.requests()).toBe(0);
  });

  it('when the handshake is cut', async () => {
    const { port } = await started(serveTcp((socket) => socket.once('data', () => socket.destroy())));
    const failure = await failureOf(transport()(requestTo(0, { url: `https://127.0.0.1:${port}/api` })));
    expect(failure.phase).toBe('connect');
  });

  it('when the handshake takes longer than the time limit', async () => {
    const server = await started(serveTcp((socket) => socket.resume()));
    const url = `https://127.0.0.1:${server.port}/api`;
    const failure = await failureOf(transport(100)(requestTo(0, { url })));
    expect(failure.phase).toBe('connect');
    expect(failure.message).toBe('no complete answer within 100 ms');
    await server.abandoned();
  });
});

describe('a request that may have arrived fails in phase sent', () => {
  it('when the line is cut before the answer', async () => {
    const { port } = await started(serveHttp((incoming) => incoming.socket.destroy()));
    expect((await failureOf(transport()(requestTo(port)))).phase).toBe('sent');
  });

  it.each([
    ['whose length was announced', { 'content-length': '100' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('when the line is cut inside an answer %s', async (_what, headers) => {
    const { port } = await started(
      serveHttp((incoming, outgoing) => {
        outgoing.writeHead(200, headers).write('{"output":{}}', () => incoming.socket.destroy());
      }),
    );
    expect((await failureOf(transport()(requestTo(port)))).phase).toBe('sent');
  });

  it('when no answer comes within the time limit', async () => {
    const server = await started(serveHttp(() => {}));
    const failure = await failureOf(transport(100)(requestTo(server.port)));
    expect(failure.phase).toBe('sent');
    expect(failure.message).toBe('no complete answer within 100 ms');
    await server.abandoned();
  });

  it('when an answer begins in time but does not end in time', async () => {
    const server = await started(
      serveHttp((_incoming, outgoing) => {
        const drip = setInterval(() => outgoing.write(' '), 10);
        outgoing.on('close', () => clearInterval(drip));
      }),
    );
    const failure = await failureOf(transport(200)(requestTo(server.port)));
    expect(failure.phase).toBe('sent');
    expect(failure.message).toBe('no complete answer within 200 ms');
    await server.abandoned();
  });

  it('when a kept connection turns out to be closed, since the server may have read it first', async () => {
    let served = 0;
    const server = await started(
      serveHttp((incoming, outgoing) => {
        served += 1;
        if (served === 1) outgoing.end('{}');
        else incoming.socket.destroy();
      }),
    );
    const send = transport();
    await send(requestTo(server.port));
    expect((await failureOf(send(requestTo(server.port)))).phase).toBe('sent');
    expect(server.connections()).toBe(1);
  });

  it('when the answer is not HTTP', async () => {
    const { port } = await started(
      serveTcp((socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))),
    );
    expect((await failureOf(transport()(requestTo(port)))).phase).toBe('sent');
  });

  it('when the server switches to another protocol', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
    const { port } = await started(serveTcp((socket) => socket.once('data', () => socket.write(switching))));
    expect((await failureOf(transport(5000)(requestTo(port)))).message).toContain('closed without an answer');
  });
});

describe('an aborted request', () => {
  it('rejects with the reason of its signal and lets go of the connection', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = await started(serveHttp(() => controller.abort(reason)));
    const answer = transport()(requestTo(server.port, { signal: controller.signal }));
    await expect(answer).rejects.toBe(reason);
    await server.abandoned();
  });

  it('is not sent at all when it was aborted before', async () => {
    const server = await started(serveHttp((_incoming, outgoing) => outgoing.end('{}')));
    const reason = new Error('too late');
    const answer = transport()(requestTo(server.port, { signal: AbortSignal.abort(reason) }));
    await expect(answer).rejects.toBe(reason);
    expect(server.connections()).toBe(0);
  });
});
