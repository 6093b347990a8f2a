import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { websocketDial } from '../../src/http/dial.js';
import { TransportFailure } from '../../src/model/errors.js';
import { DialRefused, type Duplex } from '../../src/model/recognition/recogniser.js';
import { type Loopback, serveHttp, serveHttps, serveProxy, serveTcp } from './loopback.js';

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function started<Server extends Loopback>(server: Promise<Server>): Promise<Server> {
  const running = await server;
  closings.push(() => running.close());
  return running;
}

interface WebSocketLoopback {
  readonly port: number;
  /** Headers and path of each handshake. */
  readonly handshakes: { url: string | undefined; headers: NodeJS.Dict<string | string[]> }[];
  readonly sockets: Socket[];
}

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const certificate = { cert: fixture('loopback-cert.pem'), key: fixture('loopback-key.pem') };

/** A server of WebSockets that does with each what it is told to. */
async function serveWebSocket(talk: (socket: WebSocket) => void, secure = false): Promise<WebSocketLoopback> {
  const server = secure ? https.createServer(certificate) : createServer();
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const handshakes: WebSocketLoopback['handshakes'] = [];
  const websockets = new WebSocketServer({ server });
  websockets.on('connection', (socket, { url, headers }) => {
    handshakes.push({ url, headers });
    socket.on('error', () => {});
    talk(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, handshakes, sockets };
}

const headers = { authorization: 'Bearer sk-0123456789abcdef', 'user-agent': 'vocabsync/1.2.3' };

function dial(
  port: number,
  {
    timeout_ms = 10_000,
    env = {},
    host = '127.0.0.1',
    secure = false,
    signal,
  }: {
    readonly timeout_ms?: number;
    readonly env?: Record<string, string>;
    readonly host?: string;
    readonly secure?: boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Duplex> {
  const url = `${secure ? 'wss' : 'ws'}://${host}:${port}/api-ws/v1/inference`;
  return websocketDial({ timeout_ms, env })({ url, headers, signal });
}

async function failureOf<Kind>(what: Promise<unknown>, kind: new (...args: never[]) => Kind): Promise<Kind> {
  const error: unknown = await what.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  return error as Kind;
}

async function textsOf({ messages }: Duplex): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of messages) texts.push(text);
  return texts;
}

describe('a connection', () => {
  it('is asked for with the headers, and carries texts and bytes both ways in their order', async () => {
    const heard: string[] = [];
    const server = await serveWebSocket((socket) => {
      socket.send('你好');
      socket.on('message', (data, isBinary) => {
        heard.push(isBinary ? `${(data as Buffer).length} bytes` : (data as Buffer).toString());
        if (heard.length < 3) return;
        socket.send(Buffer.from('not a text'));
        socket.send('bye');
        socket.close(1000);
      });
    });
    const duplex = await dial(server.port);
    await duplex.send('begin');
    await duplex.send(new Uint8Array(3200));
    await duplex.send('end');
    expect(await textsOf(duplex)).toEqual(['你好', 'bye']);
    expect(heard).toEqual(['begin', '3200 bytes', 'end']);
    expect(server.handshakes).toMatchObject([{ url: '/api-ws/v1/inference', headers }]);
  });

  it('has who sends wait while there is no room', async () => {
    const server = await serveWebSocket((socket) => socket.pause());
    const duplex = await dial(server.port);
    const piece = new Uint8Array(64 * 1024);
    let sent = 0;
    const sending = (async () => {
      for (; sent < 1000; sent += 1) await duplex.send(piece);
    })();
    const stuck = async (): Promise<boolean> => {
      const before = sent;
      for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return sent === before;
    };
    await expect.poll(stuck).toBe(true);
    expect(sent).toBeLessThan(1000);
    server.sockets[0]?.destroy();
    await expect(sending).rejects.toBeInstanceOf(TransportFailure);
  });

  it.each([1000, 1001])('ends when the other side closes it with %i', async (code) => {
    const { port } = await serveWebSocket((socket) => socket.close(code));
    expect(await textsOf(await dial(port))).toEqual([]);
  });

  it('breaks when it is closed for a fault, which is told', async () => {
    const { port } = await serveWebSocket((socket) => socket.close(1011, 'out of \u001b order'));
    const failure = await failureOf(dial(port).then(textsOf), TransportFailure);
    expect(failure.phase).toBe('sent');
    expect(failure.message).toBe('the connection was closed (1011: out of \\u{1B} order)');
  });

  it('breaks when the line is cut, after what came before', async () => {
    const server = await serveWebSocket((socket) =>
      socket.send('half', () => setImmediate(() => socket.terminate())),
    );
    const { messages } = await dial(server.port);
    const iterator = messages[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 'half' });
    const failure = await failureOf(iterator.next(), TransportFailure);
    expect(failure.message).toBe('the connection was closed (1006)');
  });

  it('breaks for a message that nobody could want', async () => {
    const { port } = await serveWebSocket((socket) => socket.send('x'.repeat(4 * 1024 * 1024 + 1)));
    const failure = await failureOf(dial(port).then(textsOf), TransportFailure);
    expect(failure.phase).toBe('sent');
  });

  it('is closed in order by whoever has enough of it, again and again', async () => {
    const codes: number[] = [];
    const server = await serveWebSocket((socket) => socket.on('close', (code) => codes.push(code)));
    const duplex = await dial(server.port);
    duplex.close();
    duplex.close();
    expect(await textsOf(duplex)).toEqual([]);
    await expect.poll(() => codes).toEqual([1000]);
  });

  it('is cut when its signal is aborted, and rejects with the reason', async () => {
    const controller = new AbortController();
    const server = await serveWebSocket(() => {});
    const duplex = await dial(server.port, { signal: controller.signal });
    const reading = textsOf(duplex);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await expect.poll(() => server.sockets[0]?.destroyed).toBe(true);
  });
});

describe('a handshake that is refused', () => {
  it.each([401, 403, 404, 429, 503])('with %i says with which answer', async (status) => {
    const server = await started(
      serveHttp((_incoming, outgoing) =>
        outgoing.writeHead(status, { 'X-Request-Id': 'r-1' }).end('{"code":"No"}'),
      ),
    );
    const refused = await failureOf(dial(server.port), DialRefused);
    expect(refused.response).toMatchObject({
      status,
      headers: { 'x-request-id': 'r-1' },
      body: '{"code":"No"}',
    });
    await server.abandoned();
  });

  it('by a redirect is not followed', async () => {
    const other = await serveWebSocket(() => {});
    const location = `ws://127.0.0.1:${other.port}/`;
    const { port } = await started(
      serveHttp((_incoming, outgoing) => outgoing.writeHead(302, { location }).end()),
    );
    expect((await failureOf(dial(port), DialRefused)).response.status).toBe(302);
    expect(other.handshakes).toEqual([]);
  });
});

describe('a handshake that fails was not sent', () => {
  it.each<[string, () => Promise<Loopback>, boolean, string]>([
    ['when the certificate is not trusted', () => serveHttps(() => {}), true, 'self-signed certificate'],
    [
      'when it is cut',
      () => serveTcp((socket) => socket.once('data', () => socket.destroy())),
      false,
      'socket hang up',
    ],
    [
      'when it is not HTTP',
      () => serveTcp((socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))),
      false,
      'Parse Error',
    ],
    [
      'when nobody says anything',
      () => serveTcp((socket) => socket.resume()),
      false,
      'no connection within 300 ms',
    ],
    [
      'when a refusal does not end',
      () => serveHttp((_incoming, outgoing) => outgoing.writeHead(401).write('x')),
      false,
      'no connection within 300 ms',
    ],
  ])('%s', async (...[, serve, secure, part]) => {
    const server = await started(serve());
    const failure = await failureOf(dial(server.port, { secure, timeout_ms: 300 }), TransportFailure);
    expect(failure.phase).toBe('connect');
    expect(failure.message).toContain(part);
    await server.abandoned();
  });

  it('when nobody listens', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    const failure = await failureOf(dial(server.port), TransportFailure);
    expect(failure.message).toContain('ECONNREFUSED');
  });

  it('when it was aborted before, or is meanwhile', async () => {
    const reason = new Error('too late');
    const server = await started(serveTcp((socket) => socket.once('data', () => controller.abort(reason))));
    const controller = new AbortController();
    await expect(dial(server.port, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.connections()).toBe(0);
    await expect(dial(server.port, { signal: controller.signal })).rejects.toBe(reason);
    await server.abandoned();
  });
});

describe('through a proxy', () => {
  it('a connection goes in a tunnel, and the proxy learns nothing but the host', async () => {
    // The fixture's certificate is self-signed; that one is refused otherwise is tested above.
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const vendor = await serveWebSocket((socket) => {
      socket.send('你好');
      socket.close(1000);
    }, true);
    const proxy = await started(serveProxy(vendor.port));
    const env = { HTTPS_PROXY: `http://user:hunter2@127.0.0.1:${proxy.port}` };
    const duplex = await dial(443, { host: 'dashscope.test', secure: true, env });
    expect(await textsOf(duplex)).toEqual(['你好']);
    expect(proxy.tunnels).toMatchObject([{ target: 'dashscope.test:443' }]);
    expect(proxy.requests()).toBe(0);
    expect(vendor.handshakes).toHaveLength(1);
  });

  it('that refuses, a handshake was not sent, and the refusal is not taken for the answer of the vendor', async () => {
    const proxy = await started(
      serveTcp((socket) => socket.once('data', () => socket.write('HTTP/1.1 407 No\r\n\r\n'))),
    );
    const env = { HTTPS_PROXY: `http://user:hunter2@127.0.0.1:${proxy.port}` };
    const answer = dial(443, { host: 'dashscope.test', secure: true, env });
    const failure = await failureOf(answer, TransportFailure);
    expect(failure.message).toBe(
      `the proxy answered 407 to CONNECT (through the proxy http://127.0.0.1:${proxy.port})`,
    );
    await proxy.abandoned();
  });
});
