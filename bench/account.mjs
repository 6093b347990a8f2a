import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request as send } from 'node:http';
import { createInterface } from 'node:readline';
import { hotwords, prefixOf } from './inputs.mjs';
import { environment } from './processes.mjs';

/** Starts `vocabsync emulator` as a process of its own; resolves to its URL and a way to stop it. */
export async function startEmulator(cli, { cwd, latency, quota }) {
  const args = [cli, 'emulator', '--port', '0', '--memory', '--latency', `${latency}ms`];
  const child = spawn(process.execPath, [...args, '--quota', String(quota)], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume(); // unread output would in the end block the emulator
    return { url, stop };
  }
  throw new Error('the emulator ended before it said where it listens');
}

/** Makes the lists that a configuration asks for, past the client: it would keep to the vendor's rate. */
export async function fill(url, { lists, words }) {
  const all = Array.from({ length: lists }, (_, list) => list);
  while (all.length > 0) {
    await Promise.all(all.splice(0, 50).map((list) => create(url, list, words)));
  }
}

async function create(url, list, words) {
  const input = {
    action: 'create_vocabulary',
    target_model: 'fun-asr-realtime',
    prefix: prefixOf(list),
    vocabulary: hotwords(list, words),
  };
  const response = await fetch(`${url}/services/audio/asr/customization`, {
    method: 'POST',
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'speech-biasing', input }),
  });
  if (!response.ok) throw new Error(`the account could not be filled: ${await response.text()}`);
}

/** Passes requests on to `url` and counts them by action: an observer that both sides know nothing of. */
export async function startCounter(url) {
  const calls = {};
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { action } = JSON.parse(body).input;
    calls[action] = (calls[action] ?? 0) + 1;
    const { method, headers } = request;
    const passed = send(url + request.url, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = () => {
    server.close().closeAllConnections();
    agent.destroy();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, calls, stop };
}
