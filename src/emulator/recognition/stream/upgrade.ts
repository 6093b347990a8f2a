import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { StreamReply } from './dial.js';
import type { Wire } from './session.js';

/** A message of more is no 100 ms of audio. */
const longestMessage = 16 * 1024 * 1024;

let accepting: Promise<WebSocketServer> | null = null;

/** The package is loaded with the first connection, and not by those who serve lists alone. */
function acceptor(): Promise<WebSocketServer> {
  accepting ??= import('ws').then(
    ({ WebSocketServer: Server }) => new Server({ noServer: true, maxPayload: longestMessage }),
  );
  return accepting;
}

/** A request for a WebSocket, as node:http hands it over. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Does over a socket what the handshake came to. A socket that hangs is left open. */
export async function answerUpgrade(reply: StreamReply, { request, socket, head }: Upgrade): Promise<void> {
  switch (reply.kind) {
    case 'answer':
      return void socket.end(spell(reply.response));
    case 'cut':
      return void socket.destroy();
    case 'hang':
      return;
    case 'open':
      (await acceptor()).handleUpgrade(request, socket, head, (connection) => carry(connection, reply.open));
  }
}

function carry(connection: WebSocket, open: Extract<StreamReply, { readonly kind: 'open' }>['open']): void {
  const wire: Wire = {
    send: (text) => connection.send(text),
    close: () => connection.close(),
    cut: () => connection.terminate(),
  };
  const session = open(wire);
  connection.on('message', (data: Buffer, isBinary) => {
    void session.receive(isBinary ? data : data.toString('utf8'));
  });
  connection.on('close', () => session.leave());
  // What is wrong with a frame closes the connection, which is all there is to do.
  connection.on('error', () => {});
}

function spell({
  status,
  headers,
  body,
}: Extract<StreamReply, { readonly kind: 'answer' }>['response']): string {
  const lines = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\n${head.join('')}\r\n${body}`;
}
