import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A host for one recognition, which hears nothing. */
export interface RecognitionHost {
  readonly url: string;
  /** The first message of the client, to the letter: what it wants recognised, and with which words. */
  readonly runTask: Promise<string>;
}

/*
 * As much of WebSocket (RFC 6455) as it takes to be told of a task and to end it: messages in one frame each, and those of a
 * client are masked.
 */

/** Answers `run-task` and `finish-task` as the vendor's page on the WebSocket of recognition has it, and closes. */
export async function hostRecognition(): Promise<RecognitionHost> {
  const server = createServer();
  const runTask = new Promise<string>((resolve) => {
    server.on('upgrade', (request, socket: Duplex) => {
      socket.write(acceptance(request.headers['sec-websocket-key'] ?? ''));
      readFrames(socket, (text) => {
        const { action, task_id } = JSON.parse(text).header;
        if (action === 'run-task') resolve(text);
        socket.write(frame(1, event(action === 'run-task' ? 'task-started' : 'task-finished', task_id)));
        if (action === 'finish-task') socket.end(frame(8, ''));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/api-ws/v1/inference`, runTask };
}

function event(name: string, task_id: string): string {
  const payload = name === 'task-finished' ? { output: {}, usage: { duration: 1 } } : {};
  return JSON.stringify({ header: { event: name, task_id, attributes: {} }, payload });
}

function acceptance(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  return [...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n');
}

function frame(opcode: 1 | 8, text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length > 125) {
    return Buffer.concat([
      Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255]),
      payload,
    ]);
  }
  return Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);
}

/** Hears every text; audio and the rest pass by. */
function readFrames(socket: Duplex, onText: (text: string) => void): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const found = firstFrame(pending);
      if (found === null) return;
      pending = pending.subarray(found.end);
      if (found.opcode === 1) onText(found.payload.toString('utf8'));
    }
  });
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly end: number;
}

function firstFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 127;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const mask = 2 + lengthBytes;
  const start = mask + 4;
  if (bytes.length < start) return null;
  const length =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return null;
  const masked = bytes.subarray(start, start + length);
  const payload = Buffer.from(masked.map((byte, index) => byte ^ bytes.readUInt8(mask + (index % 4))));
  return { opcode: bytes.readUInt8(0) & 15, payload, end: start + length };
}
