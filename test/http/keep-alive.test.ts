import { type AgentOptions, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { agentPool } from '../../src/http/agents.js';
import { httpTransport } from '../../src/http/transport.js';

it('a kept connection carries many requests without piling anything up', async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on('warning', note);
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    process.off('warning', note);
    server.close();
  });
  const send = httpTransport({ timeout_ms: 5000, env: {} });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (let request = 0; request < 15; request++) {
    expect((await send({ url, headers: {}, body: '{}', signal: undefined })).status).toBe(200);
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});

it('a connection that lies idle is given up before a server may close it, with a request on its way', async () => {
  const { agent } = await agentPool({})(new URL('http://127.0.0.1:1/'));
  // Many servers close theirs after five seconds. Its types say nothing of what an agent was made with.
  const { options } = agent as unknown as { readonly options: AgentOptions };
  expect(options.timeout).toBeLessThan(5000);
  expect(options.keepAlive).toBe(true);
});
