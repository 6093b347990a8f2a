import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { websocketDial } from '../../../src/http/dial.js';
import { audioOf, lineWith, taskOf } from '../line.js';

let server: WebSocketServer | null = null;
afterEach(() => {
  for (const client of server?.clients ?? []) client.terminate();
  server?.close();
});

/** Says how many bytes of audio it got; the first `cuts` connections it cuts after the first piece. */
async function serve(cuts: number): Promise<string> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  let connections = 0;
  server.on('connection', (socket) => answer(socket, connections++ < cuts));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

function answer(socket: WebSocket, isToBeCut: boolean): void {
  let bytes = 0;
  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      bytes += (data as Buffer).length;
      if (isToBeCut) socket.terminate();
      return;
    }
    const { header } = JSON.parse((data as Buffer).toString()) as { header: Record<string, string> };
    const say = (event: string, payload: object): void =>
      socket.send(JSON.stringify({ header: { event, task_id: header['task_id'] }, payload }));
    if (header['action'] === 'run-task') return say('task-started', {});
    const sentence = { sentence_id: 1, end_time: 1, sentence_end: true, text: `${bytes} bytes` };
    say('result-generated', { output: { sentence } });
    say('task-finished', { output: {}, usage: { duration: 31 } });
  });
}

it.each([0, 1, 3])(
  'a megabyte is recognised over a true connection, %i of which are cut first',
  async (cuts) => {
    const url = await serve(cuts);
    const { recogniser } = lineWith({ url, dial: websocketDial({ timeout_ms: 10_000, env: {} }) });
    const audio = audioOf({ bytes: new Uint8Array(1_000_001), duration_ms: 31_250 });
    const heard = await recogniser.recognise(taskOf('fun-asr-realtime', { audio }));
    expect(heard).toMatchObject({ text: '1000001 bytes', billed_seconds: 31 });
  },
);
