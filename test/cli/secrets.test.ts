import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { config } from '../support/world.js';
import { answeringWith, type ServerAnswer } from './answering-with.js';
import { openRepository } from './repository.js';

/** Not of the usual form, so that only who knows it can recognise it. */
const key = 'acme+key/4?5&6%7=8#90123456789';

const base64 = (text: string) => Buffer.from(text).toString('base64');
/** What each spelling holds of the key, whatever stands beside it in the text. */
const spellings = [
  key,
  encodeURIComponent(key),
  base64(key).slice(0, 38),
  base64(`Bearer ${key}`).slice(12, 44),
  Buffer.from(key).toString('base64url').slice(0, 38),
];

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

/** Every text of an answer repeats the key, as a gateway's debug page may. */
const echo = (status: number) => (sent: string) => {
  const text = [sent, encodeURIComponent(sent), base64(sent), base64(`Bearer ${sent}`)].join(' ');
  const headers = { 'x-request-id': encodeURIComponent(sent), 'content-type': 'application/json' };
  const body = { code: `Bad.${sent}`, message: `Authorization: Bearer ${text}`, request_id: sent };
  return { status, headers, body: JSON.stringify(body) };
};

const page = (sent: string): ServerAnswer => ({
  status: 502,
  headers: { 'x-request-id': sent },
  body: `<html>${sent} ${base64(sent)}</html>`,
});

it.each([
  ['400', echo(400)],
  ['401', echo(401)],
  ['403', echo(403)],
  ['429', echo(429)],
  ['500', echo(500)],
  ['200 with a code', echo(200)],
  ['302', echo(302)],
  ['502 as a page', page],
])('prints no key that comes back in a %s, in any spelling, at any verbosity', async (_, answer) => {
  const { vocabsync, directory } = await openRepository(medical);
  const { base_url } = await answeringWith(answer);
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: base_url };
  const everything: string[] = [];
  for (const args of [
    'plan',
    'plan --verbose',
    'plan --quiet',
    'plan --format json',
    'apply --yes --verbose',
  ]) {
    const { code, stdout, stderr } = await vocabsync(args, { env, terminal: true });
    expect([3, 7, 8]).toContain(code);
    everything.push(stdout, stderr);
  }
  everything.push(...(await textsIn(directory)));
  expect(everything.join('\n')).toContain('[key]');
  for (const spelling of spellings) expect(everything.join('\n')).not.toContain(spelling);
});

it('saves no key with a plan, an output file or the account of the emulator', async () => {
  const output = 'outputs: [{ path: build/ids.json, format: json }]\n';
  const { vocabsync, directory } = await openRepository({
    'vocab.config.yaml': config({ medical: ['alpha'] }, output),
  });
  const env = { DASHSCOPE_API_KEY: key };
  const texts = [];
  for (const args of ['plan --out plan.json', 'apply plan.json', 'apply --yes --endpoint emulator']) {
    const { code, stdout, stderr } = await vocabsync(args, { env });
    expect(code).toBe(0);
    texts.push(stdout, stderr);
  }
  const files = await textsIn(directory);
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const spelling of spellings) expect([...texts, ...files].join('\n')).not.toContain(spelling);
});

it('prints no key that was written into the configuration', async () => {
  const literal = 'sk-0123456789abcdef0123456789abcdef';
  for (const line of [`account: { region: singapore, api_key: ${literal} }`, `api_key_env: ${literal}`]) {
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': `version: 1\n${line}\n` });
    for (const args of ['plan', 'validate', 'validate --verbose', 'plan --format json']) {
      const { code, stdout, stderr } = await vocabsync(args);
      expect(stdout + stderr).not.toContain(literal);
      expect(code).toBe(3);
    }
  }
});

it.each(['two words', 'line\nbreak', 'ключ-2026', '“quoted”'])(
  'refuses the key %j that no header can carry, and does not repeat it',
  async (bad) => {
    const { vocabsync, emulator } = await openRepository(medical);
    const { code, stdout, stderr } = await vocabsync('plan', { env: { DASHSCOPE_API_KEY: bad } });
    expect(stderr).toContain('error[key-missing]');
    expect(stdout + stderr).not.toContain(bad);
    expect(code).toBe(7);
    expect(emulator.requests).toEqual([]);
  },
);

async function textsIn(directory: string): Promise<string[]> {
  const items = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}
