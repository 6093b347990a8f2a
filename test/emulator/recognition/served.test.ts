import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { parseFault } from '../../../src/emulator/faults.js';
import { serveEmulator } from '../../../src/emulator/server.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import {
  clip,
  command,
  key,
  listFor,
  listId,
  openHearing,
  plainText,
  recording,
  rightText,
  runTask,
  textOf,
} from './account.js';

async function serve(switches: Partial<EmulatorSwitches> = {}) {
  const { url: _, ...elsewhere } = recording;
  const { emulator } = await openHearing([listFor('fun-asr-realtime')], switches, [elsewhere]);
  const server = await serveEmulator(emulator);
  onTestFinished(() => server.close());
  return {
    emulator,
    server,
    url: server.url,
    stream: `${server.url.replace('http', 'ws')}/api-ws/v1/inference`,
  };
}

function connect(url: string, headers: Readonly<Record<string, string>> = key) {
  const socket = new WebSocket(url, { headers: { ...headers } });
  const said: string[] = [];
  socket.on('message', (data) => said.push((data as Buffer).toString('utf8')));
  // What is wrong shows in how it is closed.
  socket.on('error', () => {});
  return { socket, said };
}

const refusedWith = async (url: string, headers: Readonly<Record<string, string>>) => {
  const [, response] = await once(connect(url, headers).socket, 'unexpected-response');
  return response.statusCode as number;
};

describe('a WebSocket', () => {
  it('carries audio there and what was heard back', async () => {
    const { stream, emulator } = await serve({ partial_results: false });
    const { socket, said } = connect(stream);
    await once(socket, 'open');
    socket.send(runTask({ vocabulary_id: listId }));
    socket.send(clip.subarray(0, 10));
    socket.send(clip.subarray(10));
    socket.send(command('finish-task'));
    await expect.poll(() => said.length).toBe(4);
    expect(textOf(said.map((text) => JSON.parse(text)))).toBe(rightText);
    socket.close();
    await once(socket, 'close');
    expect(emulator.requests).toMatchObject([{ action: 'stream', status: 200, vocabulary_id: listId }]);
  });

  it.each([
    ['without a key', '', {}, 401],
    ['at another path', '/more', key, 404],
    ['by a name of another site', '', { ...key, host: 'attacker.example' }, 403],
  ])('is refused %s', async (...[, path, headers, status]) => {
    expect(await refusedWith(`${(await serve()).stream}${path}`, headers)).toBe(status);
  });

  it.each([
    ['throttle', 429],
    ['refuse', 500],
    ['html-502', 502],
  ])('is refused by the fault %s', async (kind, status) => {
    const { stream } = await serve({ faults: [parseFault(`stream:${kind}`)] });
    expect(await refusedWith(stream, key)).toBe(status);
  });

  it('is closed behind a task that failed', async () => {
    const { socket, said } = connect((await serve()).stream);
    await once(socket, 'open');
    socket.send(runTask({}, 'whisper'));
    await once(socket, 'close');
    expect(said).toEqual([expect.stringContaining('"error_code":"ModelNotFound"')]);
  });

  it('breaks midway where it shall, without a goodbye', async () => {
    const { socket, said } = connect((await serve({ faults: [parseFault('stream:cut-after')] })).stream);
    await once(socket, 'open');
    socket.send(runTask());
    socket.send(clip);
    socket.send(command('finish-task'));
    const [code] = await once(socket, 'close');
    expect([code, said.length]).toEqual([1006, 2]);
  });

  it('ends with the server, also in the middle of a task', async () => {
    const { server, stream, emulator } = await serve();
    const { socket, said } = connect(stream);
    await once(socket, 'open');
    socket.send(runTask());
    await expect.poll(() => said.length).toBe(1);
    const closed = once(socket, 'close');
    await server.close();
    await closed;
    await expect.poll(() => emulator.requests).toMatchObject([{ action: 'stream', status: null }]);
  });

  it('survives frames that are none', async () => {
    const { stream, url } = await serve();
    const { socket } = connect(stream);
    await once(socket, 'open');
    (Reflect.get(socket, '_socket') as Socket).write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await once(socket, 'close');
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('audio that is named by its URL', () => {
  async function clipServer() {
    const server = createServer((request, response) => {
      if (request.url !== '/clip.wav') return void response.writeHead(404).end();
      expect(request.headers.authorization).toBeUndefined();
      response.end(clip);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function transcribe(url: string, file: string) {
    const headers = { ...key, 'content-type': 'application/json', 'x-dashscope-async': 'enable' };
    const body = JSON.stringify({ model: 'fun-asr', input: { file_urls: [file] }, parameters: {} });
    const made = await fetch(`${url}/api/v1/services/audio/asr/transcription`, {
      method: 'POST',
      headers,
      body,
    });
    const { output } = (await made.json()) as { readonly output: { readonly task_id: string } };
    const task = await fetch(`${url}/api/v1/tasks/${output.task_id}`, { headers: key });
    return (await task.json()) as {
      readonly output: { readonly results: readonly { readonly transcription_url: string }[] };
    };
  }

  it('is fetched without the key, and its result is served by the server itself', async () => {
    const [{ url }, clips] = [await serve(), await clipServer()];
    const { output } = await transcribe(url, `${clips}/clip.wav`);
    const at = output.results[0]?.transcription_url ?? '';
    expect(at.startsWith(`${url}/api/v1/transcriptions/`)).toBe(true);
    expect(await (await fetch(at)).json()).toMatchObject({ transcripts: [{ text: plainText }] });
  });

  it.each([
    ['where there is nothing', '/gone.wav', 'the server of the audio answered 404'],
    ['that is no URL of the web', 'file:///etc/passwd', 'only http and https URLs are fetched'],
  ])('fails %s, and the record says why', async (_, path, problem) => {
    const [{ url, emulator }, clips] = [await serve(), await clipServer()];
    const { output } = await transcribe(url, path.startsWith('/') ? `${clips}${path}` : path);
    expect(output).toMatchObject({ task_status: 'FAILED', results: [{ subtask_status: 'FAILED' }] });
    expect(emulator.recognitions).toMatchObject([{ problem }]);
  });
});
