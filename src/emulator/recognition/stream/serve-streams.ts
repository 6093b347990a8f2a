import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type EmulatorReply, failure } from '../../reply.js';
import type { Handshake, StreamReply } from './dial.js';
import { answerUpgrade } from './upgrade.js';

export interface StreamHost {
  readonly shake: (handshake: Handshake) => Promise<StreamReply>;
  /** Aborted when the server ends. */
  readonly signal: AbortSignal;
  /** Whether a request is for somebody else, by its Host header. */
  readonly isForOtherHost: (request: IncomingMessage) => boolean;
}

/** Has a server take connections for streams. @returns what ends all of them */
export function serveStreams(server: Server, { shake, signal, isForOtherHost }: StreamHost): () => void {
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that breaks the line has told nobody.
    socket.on('error', () => {});
    const { url = '', headers } = request;
    const path = url.split('?', 1)[0] ?? '';
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const replied = isForOtherHost(request)
      ? Promise.resolve(refusal(403, 'AccessDenied', 'only requests to a loopback name are served'))
      : shake({ path, headers: flat, signal }).catch(explain);
    void replied
      .then((reply) => answerUpgrade(reply, { request, socket, head }))
      .catch(() => socket.destroy());
  });
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

function explain(error: unknown): EmulatorReply {
  return refusal(500, 'InternalError', error instanceof Error ? error.message : 'the emulator failed');
}

function refusal(status: number, code: string, message: string): EmulatorReply {
  const body = JSON.stringify(failure(status, code, message).body);
  return { kind: 'answer', response: { status, headers: { 'content-type': 'application/json' }, body } };
}
