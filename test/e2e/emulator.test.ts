import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/world.js';
import { firstLine, start, vocabsync } from './processes.js';

const key = 'sk-0123456789abcdef0123456789abcdef';

/** A folder with a configuration for each name. None has a namespace, so none has a claim on the list of another. */
async function folder(...names: readonly string[]): Promise<string> {
  const cwd = await temporaryFolder();
  for (const name of names) await writeInto(cwd, `${name}/vocab.config.yaml`, configOf(name));
  return cwd;
}

function configOf(name: string): string {
  return `version: 1
account: { region: singapore }
vocabularies:
  - { name: ${name}, prefix: acme${name.slice(0, 3)}, target_model: fun-asr, hotwords: [alpha, beta] }
`;
}

it('serves an account that another process applies to, and shows it as a page', async () => {
  const cwd = await folder('medical');
  const url = await firstLine(start('emulator --memory --quiet', { cwd }));
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: `${url}/api/v1` };
  expect((await vocabsync('apply --yes -c medical/vocab.config.yaml', { cwd, env })).code).toBe(0);
  expect((await vocabsync('plan --detailed-exitcode -c medical/vocab.config.yaml', { cwd, env })).code).toBe(
    0,
  );
  expect(await (await fetch(url)).text()).toContain('vocab-acmemed-');
});

it('serves two processes at once', async () => {
  const cwd = await folder('medical', 'sales');
  const url = await firstLine(start('emulator --memory --latency 5ms', { cwd }));
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: `${url}/api/v1` };
  // Two accounts, since one has one apply at a time on a machine.
  for (const name of ['medical', 'sales']) {
    const file = join(cwd, name, 'vocab.config.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('region:', `name: ${name}, region:`));
  }
  const runs = ['medical', 'sales'].map((name) => vocabsync('apply --yes', { cwd: join(cwd, name), env }));
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0]);
  const page = await (await fetch(url)).text();
  expect(page).toContain('vocab-acmemed-');
  expect(page).toContain('vocab-acmesal-');
});

it('serves the account that a process without a server keeps in its file', async () => {
  const cwd = await folder('medical');
  expect(
    (await vocabsync('apply --yes --endpoint emulator -c medical/vocab.config.yaml', { cwd })).code,
  ).toBe(0);
  const url = await firstLine(start('emulator --quiet -c medical/vocab.config.yaml', { cwd }));
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: `${url}/api/v1` };
  expect((await vocabsync('plan --detailed-exitcode -c medical/vocab.config.yaml', { cwd, env })).code).toBe(
    0,
  );
});

it('says that a port is taken', async () => {
  const cwd = await folder();
  const url = await firstLine(start('emulator --memory --quiet', { cwd }));
  const { code, stderr } = await vocabsync(`emulator --memory --port ${new URL(url).port}`, { cwd });
  expect(stderr).toMatch(/^error\[usage\]: cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE/);
  expect(stderr).toContain('hint: choose another --port\n');
  expect(code).toBe(3);
});

it('says that a host is none of this machine', async () => {
  const { code, stderr } = await vocabsync('emulator --memory --host 192.0.2.1', { cwd: await folder() });
  expect(stderr).toMatch(/^error\[usage\]: cannot listen on 192\.0\.2\.1:0: /);
  expect(stderr).toContain('hint: choose another --host');
  expect(code).toBe(3);
});

it('ends on SIGINT, and its port is free again', async () => {
  const cwd = await folder();
  const server = start('emulator --memory --quiet', { cwd });
  const url = await firstLine(server);
  server.kill('SIGINT');
  await once(server, 'close');
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

it('answers every key as one of another region, where it is told to', async () => {
  const cwd = await folder('medical');
  const url = await firstLine(start('emulator --memory --quiet --refuse-keys', { cwd }));
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: `${url}/api/v1` };
  const { code, stdout } = await vocabsync('doctor -c medical/vocab.config.yaml', { cwd, env });
  expect(code).toBe(7);
  expect(stdout).toContain('a key of beijing is refused in singapore');
});
