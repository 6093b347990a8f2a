import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { environment } from './processes.mjs';

/** Starts `vocabsync emulator` as a process of its own; resolves to its URL and a way to stop it. */
export async function startEmulator(cli, { cwd, latency }) {
  const args = [cli, 'emulator', '--port', '0', '--memory', '--latency', latency];
  const child = spawn(process.execPath, args, {
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

/** Passes requests on to `url` and counts them by action: an observer that both sides know nothing of. */
export async function startCounter(url) {
  const calls = {};
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { action } = JSON.parse(body).input;
    calls[action] = (calls[action] ?? 0) + 1;
    const { method, headers } = request;
    const answer = await fetch(url + request.url, { method, headers: forwarded(headers), body });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
    response.end(await answer.text());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = () => server.close().closeAllConnections();
  return { url: `http://127.0.0.1:${server.address().port}`, calls, stop };
}

function forwarded({ authorization, 'content-type': type }) {
  return { authorization, 'content-type': type };
}
