import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { key, openRepository } from './repository.js';

const vocabulary = (target_model: string) =>
  `vocabularies:\n  - { name: medical, prefix: acmemed, target_model: ${target_model}, hotwords: [alpha] }\n`;
const configFor = (account: string, target_model = 'fun-asr') =>
  `version: 1\naccount: { ${account} }\n${vocabulary(target_model)}`;

const noOverride = { VOCABSYNC_ENDPOINT: '' };

it.each([
  'https://dashscope.example.com/api/v1',
  'https://dashscope.aliyuncs.com.example.com/api/v1',
  'http://dashscope.aliyuncs.com/api/v1',
  'https://dashscope.aliyuncs.com:8443/api/v1',
  'https://user@dashscope.aliyuncs.com/api/v1',
])('refuses %s from a YAML file, key or no key, before anything is sent', async (url) => {
  const { vocabsync } = await openRepository({
    'vocab.config.yaml': configFor(`region: singapore, endpoint: '${url}'`),
  });
  for (const DASHSCOPE_API_KEY of [key, '']) {
    const env = { ...noOverride, DASHSCOPE_API_KEY };
    const { code, stderr } = await vocabsync('plan', { env });
    expect(stderr).toMatch(/vocab\.config\.yaml:2:\d+|error\[endpoint-untrusted\]/);
    expect(code).toBe(3);
  }
});

it.each(['validate', 'diff --base ./before', 'affected vocab.config.yaml --base ./before'])(
  'is an error of the file to %s, which asks nobody',
  async (command) => {
    const { vocabsync } = await openRepository({
      'before/vocab.config.yaml': configFor('region: singapore'),
      'vocab.config.yaml': configFor('region: singapore, endpoint: "https://dashscope.example.com/api/v1"'),
    });
    const { code, stdout, stderr } = await vocabsync(command, { env: noOverride });
    expect(stdout + stderr).toContain('error[endpoint-untrusted]');
    expect(stdout + stderr).toContain('vocab.config.yaml:2:41');
    expect(code).toBe(3);
  },
);

it('sends nothing to a loopback address that a YAML file names, only to one given by the user', async () => {
  const { vocabsync, write, emulator, base_url } = await openRepository({});
  await write('vocab.config.yaml', configFor(`region: singapore, endpoint: '${base_url}'`));
  expect((await vocabsync('plan', { env: noOverride })).code).toBe(3);
  expect(emulator.requests).toEqual([]);
  await write('vocab.config.yaml', configFor('region: singapore'));
  expect((await vocabsync(['plan', '--endpoint', base_url], { env: noOverride })).code).toBe(0);
  expect(emulator.requests).not.toEqual([]);
});

it.each([
  ['http://dashscope.example.com', 'would have the API key sent in clear text'],
  ['ftp://127.0.0.1/', 'is neither http nor https'],
  ['emulater', 'is not a URL'],
  ['https://user:secret@127.0.0.1/', 'has a user name or password in it'],
  ['https://127.0.0.1/?key=1', 'has a query or fragment'],
])('refuses %s from a flag or a variable', async (url, objection) => {
  const { vocabsync } = await openRepository({ 'vocab.config.yaml': configFor('region: singapore') });
  const flagged = await vocabsync(['plan', '--endpoint', url]);
  const set = await vocabsync('plan', { env: { VOCABSYNC_ENDPOINT: url } });
  expect(flagged.stderr).toContain(objection);
  expect(flagged.stderr).not.toContain('secret');
  expect(flagged.code).toBe(3);
  expect(set).toEqual(flagged);
});

it('keeps the catalogue of the region, wherever the requests go', async () => {
  const mainland = 'paraformer-v2';
  const { vocabsync, write } = await openRepository({
    'vocab.config.yaml': configFor('region: beijing', mainland),
  });
  expect((await vocabsync('plan')).code).toBe(0);
  expect((await vocabsync('plan --endpoint emulator')).code).toBe(0);
  await write('vocab.config.yaml', configFor('region: singapore', mainland));
  for (const target of ['', ' --endpoint emulator']) {
    const { code, stderr } = await vocabsync(`plan${target}`);
    expect(stderr).toContain(mainland);
    expect(code).toBe(3);
  }
});

it('takes the flag before the variable, and the variable before the file', async () => {
  const { vocabsync, emulator, base_url } = await openRepository({
    'vocab.config.yaml': configFor('region: singapore, endpoint: emulator'),
  });
  const endpointOf = async (args: string, env = {}) => {
    const { stdout } = await vocabsync(`plan --format json${args}`, { env });
    return JSON.parse(stdout).account.endpoint;
  };
  expect(await endpointOf('', noOverride)).toBe('emulator');
  expect(emulator.requests).toEqual([]);
  expect(await endpointOf('')).toBe(base_url);
  expect(await endpointOf(' --endpoint emulator')).toBe('emulator');
});

it('runs on the emulator without a key, and keeps its account beside the configuration', async () => {
  const { vocabsync, directory, write } = await openRepository({});
  await write('acme/vocab.config.yaml', configFor('region: singapore, endpoint: emulator'));
  const env = { ...noOverride, DASHSCOPE_API_KEY: '' };
  const config = '-c acme/vocab.config.yaml';
  expect((await vocabsync(`plan ${config}`, { env })).code).toBe(0);
  expect(existsSync(join(directory, 'acme/.vocabsync'))).toBe(false);
  expect((await vocabsync(`apply --yes ${config}`, { env })).code).toBe(0);
  expect(existsSync(join(directory, 'acme/.vocabsync/emulator.json'))).toBe(true);
  expect((await vocabsync(`plan --detailed-exitcode ${config}`, { env })).code).toBe(0);
});

it('reads the key from the variable that the file names', async () => {
  const { vocabsync } = await openRepository({
    'vocab.config.yaml': configFor('region: singapore, api_key_env: ACME_KEY'),
  });
  const { code, stderr } = await vocabsync('plan');
  expect(stderr).toContain('the environment variable ACME_KEY with the API key is not set');
  expect(code).toBe(7);
  expect((await vocabsync('plan', { env: { ACME_KEY: key } })).code).toBe(0);
});
