import type { IncomingMessage } from 'node:http';
import type { ClientOptions } from 'ws';
import { TransportFailure } from '../model/errors.js';
import { type Dial, DialRefused, type DialRequest, type Duplex } from '../model/recognition/recogniser.js';
import { agentPool, type GivenUp, type Route } from './agents.js';
import { headOf, readText } from './answer-text.js';
import { duplexOver } from './duplex.js';
import { reasonOf } from './reason-of.js';
import { timeLimit } from './time-limit.js';
import type { TransportOptions } from './transport.js';

/** A refusal says what is wrong in a few lines. */
const longestRefusal = 1024 * 1024;
/** A result has one sentence in it. */
const longestMessage = 4 * 1024 * 1024;
/** How long a connection that is given up may take to say goodbye, in milliseconds. */
const closeTimeout = 1000;

/**
 * WebSockets through the same proxies as requests. A redirect is a refusal like any other: the key must not follow it.
 * Nothing of a task leaves before the connection stands, so that whatever goes wrong until then is of phase `connect`.
 * The time limit is for the handshake alone. An aborted one rejects with the signal's reason.
 */
export function websocketDial({ timeout_ms, env }: TransportOptions): Dial {
  const routeTo = agentPool(env);
  return async (request) => {
    const route = await routeTo(new URL(request.url.replace(/^ws/, 'http')));
    request.signal?.throwIfAborted();
    const limit = timeLimit(timeout_ms, 'no connection', request.signal);
    try {
      return await shakeHands(request, route, limit.givenUp);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (error instanceof DialRefused) throw error;
      const through = route.proxy === null ? '' : ` (through the proxy ${route.proxy})`;
      throw new TransportFailure('connect', `${reasonOf(error)}${through}`, error);
    } finally {
      limit.lift();
    }
  };
}

async function shakeHands(request: DialRequest, route: Route, givenUp: AbortSignal): Promise<Duplex> {
  // Some thirty modules that only a program that streams has to load.
  const { WebSocket } = await import('ws');
  givenUp.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = (reason: Error): void => {
      reject(reason);
      socket.terminate();
    };
    const socket = new WebSocket(request.url, optionsOf(request, { agent: route.agent, givenUp }, stop));
    // It tells of being stopped as of an error, and one that nobody hears ends the process.
    socket.on('error', reject);
    const giveUp = (): void => stop(givenUp.reason as Error);
    givenUp.addEventListener('abort', giveUp, { once: true });
    socket.once('unexpected-response', (_outgoing, incoming) => {
      void refusalIn(incoming).then(stop, stop);
    });
    socket.once('open', () => {
      givenUp.removeEventListener('abort', giveUp);
      resolve(duplexOver(socket, request.signal));
    });
  });
}

/** `closeTimeout` is in its documentation, and not yet in its types. */
type Options = ClientOptions & GivenUp & { readonly closeTimeout: number };

function optionsOf(
  { headers }: DialRequest,
  way: Pick<Route, 'agent'> & GivenUp,
  stop: (reason: Error) => void,
): Options {
  return {
    ...way,
    closeTimeout,
    headers: { ...headers },
    followRedirects: false,
    perMessageDeflate: false,
    maxPayload: longestMessage,
    finishRequest(outgoing) {
      // https-proxy-agent would pass the proxy's refusal off as the vendor's answer.
      outgoing.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) stop(new Error(`the proxy answered ${statusCode} to CONNECT`));
      });
      outgoing.end();
    },
  };
}

async function refusalIn(incoming: IncomingMessage): Promise<DialRefused> {
  return new DialRefused({ ...headOf(incoming), body: await readText(incoming, longestRefusal) });
}
