import { once } from 'node:events';
import { TransportFailure } from '../model/errors.js';
import type { HttpResponse, Transport } from '../model/ports.js';
import type { EmulatorRequest } from './check-request.js';
import type { EmulatorReply } from './reply.js';

/** Brings requests to an account in the same process as a network would, and its replies back. */
export function transportTo(handle: (request: EmulatorRequest) => Promise<EmulatorReply>): Transport {
  return async ({ method = 'POST', url, headers, body, signal }) => {
    signal?.throwIfAborted();
    const { pathname: path, origin } = new URL(url);
    return arrive(await handle({ method, path, headers, body, signal, origin }), signal);
  };
}

async function arrive(reply: EmulatorReply, signal: AbortSignal | undefined): Promise<HttpResponse> {
  switch (reply.kind) {
    case 'answer':
      return reply.response;
    case 'cut':
      throw new TransportFailure('sent', 'The connection was cut before an answer arrived.');
    case 'hang':
      return untilAborted(signal);
  }
}

/** Without a signal it takes for ever, as a silent server does. */
async function untilAborted(signal = new AbortController().signal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}
