import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../model/loopback.js';
import type { Emulator } from './emulator.js';
import { servePage } from './page/serve-page.js';
import type { FetchAudio } from './recognition/audio.js';
import { serveStreams } from './recognition/stream/serve-streams.js';
import { answer, type EmulatorReply, failure } from './reply.js';

/** Where an account is served. */
export interface ServerAddress {
  /** `127.0.0.1` unless given. */
  readonly host?: string;
  /** Any free port unless given, or with 0. */
  readonly port?: number;
}

/** A served account, until it is closed. */
export interface EmulatorServer {
  /** `http://host:port`: the page; the API is below `/api/v1`. */
  readonly url: string;
  /** Ends all connections, also those that hang. */
  close(): Promise<void>;
}

const maxBodyBytes = 16 * 1024 * 1024;

/** Serves one account over HTTP. Rejects with the error of node:net when the address cannot be had. */
export async function serveEmulator(
  emulator: Emulator,
  address: ServerAddress = {},
): Promise<EmulatorServer> {
  const { host = '127.0.0.1', port = 0 } = address;
  const closing = new AbortController();
  // Every request under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, closing.signal);
  const server = createServer((request, response) => {
    const replied = isForOtherHost(request, host) ? refuseHost() : route(emulator, request, closing.signal);
    void replied.catch(explain).then((reply) => deliver(reply, response));
  });
  const endStreams = serveStreams(server, {
    shake: emulator.shake,
    signal: closing.signal,
    isForOtherHost: (request) => isForOtherHost(request, host),
  });
  const bound = await listen(server, host, port);
  return {
    url: urlOf(bound.address, bound.port),
    close: () => {
      const closed = close(server, closing);
      endStreams();
      return closed;
    },
  };
}

/** A page of another site can give its own name to this machine's address; only the Host header shows that. */
function isForOtherHost(request: IncomingMessage, boundTo: string): boolean {
  const host = hostOf(request.headers.host);
  // A browser resolves these to this machine by itself, and no key is sent to them.
  const isOwn = isLoopback(host) || host.toLowerCase().endsWith('.localhost');
  return isLoopback(boundTo) && !isOwn;
}

async function route(
  emulator: Emulator,
  request: IncomingMessage,
  signal: AbortSignal,
): Promise<EmulatorReply> {
  const { method = '', url = '' } = request;
  const path = url.split('?', 1)[0] ?? '';
  if (method === 'GET' && path === '/') return servePage(emulator, request.headers['if-none-match']);
  if (method === 'GET' && path === '/favicon.ico') return answer({ status: 204, headers: {}, body: '' });
  const body = await readBody(request);
  if (body === null) return refuse(413, 'InvalidParameter', 'the body is too large');
  const headers = flatten(request.headers);
  const origin = `http://${headers['host'] ?? 'localhost'}`;
  return emulator.handle({ method, path, headers, body, signal, origin, fetchAudio });
}

/** Loaded with the first URL that somebody names. */
const fetchAudio: FetchAudio = async (...given) =>
  (await import('./recognition/fetch-audio.js')).fetchAudio(...given);

/** null: too large. Such a body is read to its end all the same, for a client that still sends reads no answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks).toString('utf8') : null;
}

function deliver(reply: EmulatorReply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'answer':
      // The emulator's clock tells the date, not the machine's.
      response.sendDate = false;
      response.writeHead(reply.response.status, reply.response.headers).end(reply.response.body);
      return;
    case 'cut':
      response.destroy();
      return;
    case 'hang':
      return;
  }
}

async function refuseHost(): Promise<EmulatorReply> {
  return refuse(403, 'AccessDenied', 'only requests to a loopback name are served');
}

/** Whoever asked learns why the account cannot be read or kept. */
function explain(error: unknown): EmulatorReply {
  return refuse(500, 'InternalError', error instanceof Error ? error.message : 'the emulator failed');
}

function refuse(status: number, code: string, message: string): EmulatorReply {
  const body = JSON.stringify(failure(status, code, message).body);
  return answer({ status, headers: { 'content-type': 'application/json' }, body });
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server.address() as AddressInfo));
  });
}

function close(server: Server, closing: AbortController): Promise<void> {
  closing.abort();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads the host in a `Host` header, without its port; empty when there is none. */
function hostOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d*$/, '');
}

function urlOf(address: string, port: number): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
