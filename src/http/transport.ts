import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { TransportFailure, type TransportPhase } from '../model/errors.js';
import type { HttpRequest, HttpResponse, Transport } from '../model/ports.js';
import { quotable } from '../model/text/printable.js';
import { agentPool, type GivenUp, type Route } from './agents.js';
import type { Environment } from './proxy.js';

export interface TransportOptions {
  /** From the start of a request to the last byte of its answer. */
  readonly timeout_ms: number;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up, in either case. */
  readonly env: Environment;
}

/** Far above the largest list; below what would exhaust memory. */
const longestAnswer = 32 * 1024 * 1024;

/**
 * Requests over node:http and node:https with connections kept alive. Redirects are answers like any other: the key
 * must not follow them. A body that is not UTF-8 is given as an empty text rather than with characters replaced. An
 * aborted request rejects with the signal's reason, every other failure is a TransportFailure.
 */
export function httpTransport({ timeout_ms, env }: TransportOptions): Transport {
  const routeTo = agentPool(env);
  return async (request) => {
    const route = await routeTo(new URL(request.url));
    request.signal?.throwIfAborted();
    const limit = timeLimit(timeout_ms, request.signal);
    try {
      return await exchange(request, route, limit.givenUp);
    } finally {
      limit.lift();
    }
  };
}

/** Aborts when the time is over or the caller has had enough. */
function timeLimit(timeout_ms: number, signal: AbortSignal | undefined): GivenUp & { lift(): void } {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(signal?.reason);
  const expire = (): void => controller.abort(new Error(`no complete answer within ${timeout_ms} ms`));
  const timer = setTimeout(expire, timeout_ms);
  signal?.addEventListener('abort', interrupt, { once: true });
  const lift = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  };
  return { givenUp: controller.signal, lift };
}

async function exchange(request: HttpRequest, route: Route, givenUp: AbortSignal): Promise<HttpResponse> {
  const outgoing = open(request, { agent: route.agent, givenUp });
  const phase = phaseOf(outgoing);
  try {
    const answer = answerTo(outgoing, givenUp);
    outgoing.end(request.body);
    return await answer;
  } catch (error) {
    request.signal?.throwIfAborted();
    const through = route.proxy === null ? '' : ` (through the proxy ${route.proxy})`;
    throw new TransportFailure(phase(), `${reasonOf(error)}${through}`, error);
  }
}

function open(request: HttpRequest, options: RequestOptions & GivenUp): ClientRequest {
  const { request: start } = process.getBuiltinModule(
    request.url.startsWith('https:') ? 'node:https' : 'node:http',
  );
  const { method = 'POST', body } = request;
  const length = method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) };
  const headers = { ...request.headers, 'accept-encoding': 'identity', ...length };
  return start(request.url, { ...options, method, headers });
}

/**
 * Nothing of a request leaves before its connection stands, for https before the handshake is done and the certificate
 * is accepted. From then on, and in a connection that was used before, anything may have arrived.
 */
function phaseOf(outgoing: ClientRequest): () => TransportPhase {
  let phase: TransportPhase = 'connect';
  const standing = (): void => {
    phase = 'sent';
  };
  outgoing.once('socket', (socket) => {
    const secure = outgoing.protocol === 'https:';
    const stands = outgoing.reusedSocket || (!secure && !socket.connecting);
    // A connection that stands never says so again, and the listeners of all its requests would pile up.
    if (stands) standing();
    else socket.once(secure ? 'secureConnect' : 'connect', standing);
  });
  return () => phase;
}

function answerTo(outgoing: ClientRequest, givenUp: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    // A request that still waits for its connection tells nobody that it was destroyed, hence the reject.
    const stop = (reason: Error): void => {
      reject(reason);
      outgoing.destroy();
    };
    givenUp.addEventListener('abort', () => stop(givenUp.reason as Error), { once: true });
    outgoing.on('error', reject);
    const vanished = (): void => reject(new Error('the connection was closed without an answer'));
    outgoing.once('close', vanished);
    // https-proxy-agent would pass the proxy's refusal off as the vendor's answer.
    outgoing.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) stop(new Error(`the proxy answered ${statusCode} to CONNECT`));
    });
    outgoing.once('response', (incoming) => {
      outgoing.off('close', vanished);
      readBody(incoming, (body) => resolve({ ...headOf(incoming), body }), stop);
    });
  });
}

function readBody(
  incoming: IncomingMessage,
  done: (body: string) => void,
  stop: (reason: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > longestAnswer) stop(new Error(`the answer is longer than ${longestAnswer} bytes`));
    else chunks.push(chunk);
  });
  incoming.on('error', stop);
  incoming.on('end', () => done(decode(Buffer.concat(chunks))));
}

function headOf({ statusCode = 0, headers }: IncomingMessage): Pick<HttpResponse, 'status' | 'headers'> {
  const lines = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(', '),
  ]);
  return { status: statusCode, headers: Object.fromEntries(lines) };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** Where several addresses were tried, the first one's reason stands for all; the sum has no message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return quotable(error instanceof Error ? error.message : String(error));
}
