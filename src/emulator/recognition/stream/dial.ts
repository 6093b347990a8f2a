import { TransportFailure } from '../../../model/errors.js';
import { type Dial, DialRefused, type Duplex } from '../../../model/recognition/recogniser.js';
import type { EmulatorReply } from '../../reply.js';
import { mailbox } from './mailbox.js';
import type { StreamSession, Wire } from './session.js';

/** What the handshake of a connection comes to: a refusal, or a session for whoever carries its messages. */
export type StreamReply =
  | EmulatorReply
  | { readonly kind: 'open'; readonly open: (wire: Wire) => StreamSession };

export interface Handshake {
  /** The path of the URL, without its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Brings connections to an account in the same process as a network would. */
export function dialTo(shake: (handshake: Handshake) => Promise<StreamReply>): Dial {
  return async ({ url, headers, signal }) => {
    signal?.throwIfAborted();
    const reply = await shake({ path: new URL(url).pathname, headers, signal });
    switch (reply.kind) {
      case 'answer':
        throw new DialRefused(reply.response);
      case 'cut':
        throw new TransportFailure('sent', 'The connection was cut before the handshake was answered.');
      case 'hang':
        return untilAborted(signal);
      case 'open':
        return connect(reply.open, signal);
    }
  };
}

function connect(open: (wire: Wire) => StreamSession, signal: AbortSignal | undefined): Duplex {
  const inbox = mailbox();
  const session = open({
    send: inbox.put,
    close: inbox.end,
    cut: () => inbox.fail(new TransportFailure('sent', 'The connection was cut.')),
  });
  const abort = (): void => {
    session.leave();
    inbox.fail(signal?.reason);
  };
  signal?.addEventListener('abort', abort, { once: true });
  return {
    async send(message) {
      signal?.throwIfAborted();
      if (inbox.isClosed()) throw new TransportFailure('sent', 'The connection is closed.');
      await session.receive(message);
    },
    messages: inbox.messages,
    close() {
      signal?.removeEventListener('abort', abort);
      session.leave();
      inbox.end();
    },
  };
}

/** Without a signal it takes for ever, as a silent server does. */
function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
