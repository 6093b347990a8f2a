import type { ClientRequest, RequestOptions } from 'node:http';
import { TransportFailure, type TransportPhase } from '../model/errors.js';
import type { HttpRequest, HttpResponse, Transport } from '../model/ports.js';
import { agentPool, type GivenUp, type Route } from './agents.js';
import { headOf, readText } from './answer-text.js';
import type { Environment } from './proxy.js';
import { reasonOf } from './reason-of.js';
import { timeLimit } from './time-limit.js';

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
    const limit = timeLimit(timeout_ms, 'no complete answer', request.signal);
    try {
      return await exchange(request, route, limit.givenUp);
    } finally {
      limit.lift();
    }
  };
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
      readText(incoming, longestAnswer).then((body) => resolve({ ...headOf(incoming), body }), stop);
    });
  });
}
