import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, type ProxyLoopback, serveHttps, serveProxy } from './loopback.js';

/** Sends one request to the URL in its argument and writes the text of the answer. */
const program = `
  import { httpTransport } from '../http/transport.js';
  const send = httpTransport({ timeout_ms: 10_000, env: process.env });
  const request = { url: process.argv[2], headers: {}, body: '{}', signal: undefined };
  send(request).then((answer) => process.stdout.write(answer.body));
`;

let folder: string;
let vendor: Loopback;
let proxy: ProxyLoopback;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vocabsync-'));
  const resolveDir = fileURLToPath(new URL('../../src/remote', import.meta.url));
  await build({
    stdin: { contents: program, resolveDir },
    bundle: true,
    platform: 'node',
    outfile: path.join(folder, 'program.cjs'),
  });
  vendor = await serveHttps((_incoming, outgoing) => outgoing.end('answered'));
  proxy = await serveProxy(vendor.port);
});

afterAll(async () => {
  await Promise.all([vendor.close(), proxy.close()]);
  await rm(folder, { recursive: true });
});

/** What the program wrote, and how long it lived on after that, in milliseconds. */
function run(url: string, env: Record<string, string>): Promise<{ output: string; lingered: number }> {
  const ca = fileURLToPath(new URL('fixtures/loopback-cert.pem', import.meta.url));
  const child = spawn(process.execPath, [path.join(folder, 'program.cjs'), url], {
    env: { NODE_EXTRA_CA_CERTS: ca, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let answered = Number.NaN;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    answered = performance.now();
  });
  return new Promise((resolve) => {
    child.once('close', () => resolve({ output, lingered: performance.now() - answered }));
  });
}

describe('a kept connection does not keep the process alive', () => {
  // Node closes idle connections after four seconds: much less shows that none was waited for.
  it('to the vendor, whose certificate is verified', async () => {
    const { output, lingered } = await run(`https://localhost:${vendor.port}/api`, {});
    expect(output).toBe('answered');
    expect(lingered).toBeLessThan(2000);
  });

  it('through a proxy', async () => {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const { output, lingered } = await run('https://dashscope.test/api', env);
    expect(output).toBe('answered');
    expect(proxy.tunnels).toHaveLength(1);
    expect(lingered).toBeLessThan(2000);
  });
});
