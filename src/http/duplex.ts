import type { WebSocket } from 'ws';
import { TransportFailure } from '../model/errors.js';
import type { Duplex } from '../model/recognition/recogniser.js';
import { quotable } from '../model/text/printable.js';
import { reasonOf } from './reason-of.js';

/** Bytes that may wait to be sent before whoever sends has to wait too. */
const roomy = 256 * 1024;

/** Closing for these reasons is an end: done, going away, none given. 1006 is none: the connection just broke. */
const ends: readonly number[] = [1000, 1001, 1005];

/** A connection that stands. When the signal is aborted it is cut, and whoever reads gets the signal's reason. */
export function duplexOver(socket: WebSocket, signal: AbortSignal | undefined): Duplex {
  const inbox = messagesOf(socket);
  const cut = (): void => {
    inbox.end(signal?.reason as Error);
    socket.terminate();
  };
  signal?.addEventListener('abort', cut, { once: true });
  socket.once('close', () => signal?.removeEventListener('abort', cut));
  if (signal?.aborted) cut();
  return {
    messages: inbox.messages,
    send: (message) => send(socket, message),
    close: () => socket.close(1000),
  };
}

function send(socket: WebSocket, message: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(message, (error) => {
      if (error) reject(new TransportFailure('sent', reasonOf(error), error));
      else resolve();
    });
    if (socket.readyState === socket.OPEN && socket.bufferedAmount < roomy) resolve();
  });
}

interface Inbox {
  readonly messages: AsyncIterable<string>;
  /** After what has come in there is no more; `reason`: because of this. The first end counts. */
  end(reason: Error | null): void;
}

function messagesOf(socket: WebSocket): Inbox {
  const waiting: string[] = [];
  let ended: { readonly reason: Error | null } | null = null;
  let wake: (() => void) | null = null;

  function end(reason: Error | null): void {
    ended ??= { reason };
    wake?.();
  }

  function news(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  async function* read(): AsyncGenerator<string> {
    for (;;) {
      for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) yield text;
      if (ended?.reason) throw ended.reason;
      if (ended !== null) return;
      await news();
    }
  }

  socket.on('message', (data, isBinary) => {
    // Nothing that a recogniser says is anything but a text.
    if (isBinary) return;
    waiting.push((data as Buffer).toString());
    wake?.();
  });
  socket.once('error', (error) => end(new TransportFailure('sent', reasonOf(error), error)));
  socket.once('close', (code, reason) => end(ends.includes(code) ? null : broken(code, reason.toString())));
  return { messages: { [Symbol.asyncIterator]: read }, end };
}

function broken(code: number, reason: string): TransportFailure {
  const why = reason === '' ? String(code) : `${code}: ${quotable(reason)}`;
  return new TransportFailure('sent', `the connection was closed (${why})`);
}
