import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentEntry } from '../../src/emulator/account-state.js';
import { TransportFailure } from '../../src/model/errors.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { openRepository, type Repository } from '../cli/repository.js';
import { caught } from '../http/caught.js';
import { serveHttp } from '../http/loopback.js';
import { idOf } from '../support/build.js';
import type { Ended, Surroundings } from '../support/cli.js';
import { manualClock } from '../support/emulator.js';
import { config } from '../support/world.js';

const plain = 'sk-0123456789abcdefABCDEF0123456789';
/** Of no usual form, so that only who knows it can recognise it. */
const odd = 'acme+key/4?5&6%7=8#90"12\\34<56>78\'9';

/** What of a base64 text depends on its tail alone, whatever stands before it and wherever it ends. */
function tailInBase64(lead: string, secret: string): string {
  const text = Buffer.from(lead + secret).toString('base64');
  return text.slice(Math.ceil((lead.length * 8) / 6), Math.floor(((lead.length + secret.length) * 8) / 6));
}

/** The key as it may be written in a message, a log, a page or a file. */
function spellingsOf(key: string): string[] {
  const json = JSON.stringify(key).slice(1, -1);
  const html = key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inBase64 = ['', 'user:', 'Bearer ', 'x'].map((lead) => tailInBase64(lead, key));
  return [
    key,
    json,
    json.replaceAll('/', '\\/'),
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(key),
    encodeURIComponent(key).replaceAll(/%../g, (escape) => escape.toLowerCase()),
    encodeURI(key),
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ...inBase64.map(encodeURIComponent),
  ];
}

const everySpelling = (key: string): string =>
  [...spellingsOf(key), Buffer.from(`user:${key}`).toString('base64'), `Bearer ${key}`].join(' ');

/** Whether any spelling is in a text, or in what the text says once it is read as JSON. */
function expectNone(texts: readonly string[], key: string): void {
  for (const text of texts) {
    const read = text.replaceAll(/\\u([0-9a-f]{4})/g, (_, hex: string) =>
      String.fromCharCode(Number(`0x${hex}`)),
    );
    for (const spelling of spellingsOf(key)) {
      expect(text).not.toContain(spelling);
      expect(read).not.toContain(spelling);
    }
  }
}

async function filesOf({ directory }: Repository): Promise<string[]> {
  const items = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

const said = ({ stdout, stderr }: Ended): string[] => [stdout, stderr];

const medical = { 'vocab.config.yaml': config({ medical: ['alpha'] }) };
const everyRun = ['plan', 'plan --verbose', 'plan --quiet', 'plan --format json', 'plan --out plan.json'];

describe.each([
  ['of the usual form', plain],
  ['of any form', odd],
])('a key %s', (_, key) => {
  const env = { DASHSCOPE_API_KEY: key };

  /** Answers every request by saying the key, in every spelling and place that HTTP has. */
  async function echoing(status: number, body: (spelt: string) => string): Promise<string> {
    const server = await serveHttp((request, response) => {
      const spelt = everySpelling(key);
      const headers = { 'x-request-id': spelt, 'retry-after': '0', server: spelt, location: encodeURI(key) };
      request.resume().on('end', () => response.writeHead(status, `Not ${key}`, headers).end(body(spelt)));
    });
    onTestFinished(() => server.close());
    return `http://127.0.0.1:${server.port}/api/v1`;
  }

  it.each([
    [
      400,
      'code, message and request id',
      (spelt: string) => JSON.stringify({ code: spelt, message: spelt, request_id: spelt }),
    ],
    [
      401,
      'a message about the key',
      (spelt: string) => JSON.stringify({ code: 'InvalidApiKey', message: spelt }),
    ],
    [200, 'a code', (spelt: string) => JSON.stringify({ code: spelt, message: spelt })],
    [200, 'what is no list', (spelt: string) => JSON.stringify({ output: { [spelt]: spelt } })],
    [302, 'a redirect', (spelt: string) => spelt],
    [502, 'a page', (spelt: string) => `<html><title>${spelt}</title>${spelt}</html>`],
    [
      500,
      'JSON inside of JSON',
      (spelt: string) => JSON.stringify({ code: 'X', message: JSON.stringify({ spelt }) }),
    ],
  ])('is in no output when a server says it with %i in %s', async (status, __, body) => {
    const repository = await openRepository(medical);
    const endpoint = await echoing(status, body);
    for (const args of [...everyRun, 'apply --yes --verbose', 'apply --yes --format json']) {
      const ended = await repository.vocabsync(`${args} --endpoint ${endpoint}`, { env, terminal: true });
      expect([3, 7, 8]).toContain(ended.code);
      expectNone(said(ended), key);
    }
    expectNone(await filesOf(repository), key);
  });

  it('is in no output, plan, backup or other file when the account holds it in every place', async () => {
    const repository = await openRepository(medical, { pending_status: everySpelling(key), deploy_ms: 0 });
    const { emulator, vocabsync } = repository;
    const vocabulary = spellingsOf(key).map(
      (text): SentEntry => ({ text, weight: 4, lang: text, [text]: { deep: [text] } }),
    );
    const list = { prefix: 'acmeold', target_model: everySpelling(key), vocabulary };
    await emulator.seed([
      { ...list, vocabulary_id: idOf('acmeold', 1) },
      { ...list, vocabulary_id: `vocab-zzz-${key}`, ready_at: 8e15 },
    ]);
    const outputs: string[] = [];
    for (const args of [...everyRun, 'apply --yes --verbose', 'plan --verbose', 'plan --format json']) {
      const ended = await vocabsync(args, { env, terminal: true });
      expect(ended.code).toBe(0);
      outputs.push(...said(ended));
    }
    expect(outputs.join('')).toContain('[key]');
    const files = await filesOf(repository);
    expect(files.some((text) => text.includes('vocabulary_id: [vocab-acmeold-'))).toBe(true);
    expectNone([...outputs, ...files], key);
  });

  it('is in no error of a connection that failed', async () => {
    const remote = createDashscopeRemote({
      endpoint: 'x',
      url: 'https://x.invalid',
      key,
      workspace: null,
      version: '0',
      transport: () => Promise.reject(new TransportFailure('connect', `no host ${everySpelling(key)}`)),
    });
    const { message } = await caught(() => remote.list({ page_index: 0, page_size: 1 }));
    expect(message).toContain('[key]');
    expectNone([message], key);
  });

  it.each([
    'https://user:KEY@vendor.invalid/api/v1',
    'https://KEY@vendor.invalid/api/v1',
    'https://vendor.invalid/api/v1?api_key=KEY',
    'https://vendor.invalid/api/v1#KEY',
    'ftp://user:KEY@vendor.invalid',
    'user:KEY@vendor.invalid',
  ])('is in no output when it is a part of the endpoint: %s', async (form) => {
    const { vocabsync } = await openRepository(medical);
    const endpoint = form.replace('KEY', encodeURIComponent(key));
    for (const args of everyRun) {
      const flagged = await vocabsync([...args.split(' '), '--endpoint', endpoint], { env });
      const inherited = await vocabsync(args, { env: { ...env, VOCABSYNC_ENDPOINT: endpoint } });
      expect([flagged.code, inherited.code]).toEqual([3, 3]);
      expectNone([...said(flagged), ...said(inherited)], key);
    }
  });

  it.each([
    'http://user:KEY@127.0.0.1:9',
    'ftp://user:KEY@127.0.0.1:9',
    'http://user:KEY@:9',
    'http://%:KEY@127.0.0.1:9',
  ])('is in no output when it is a part of the proxy: %s', async (form) => {
    const { vocabsync } = await openRepository(medical);
    const HTTPS_PROXY = form.replace('KEY', encodeURIComponent(key));
    for (const args of everyRun) {
      const proxied = { ...env, HTTPS_PROXY, VOCABSYNC_ENDPOINT: 'https://vendor.invalid/api/v1' };
      const ended = await vocabsync(args, { env: proxied });
      expect([3, 8]).toContain(ended.code);
      expectNone(said(ended), key);
    }
  });
});

describe('a key that was put into a file by mistake', () => {
  const base = config({ medical: ['alpha'] });
  const including = (file: string) => base.replace('hotwords: ["alpha"]', `include: [${file}]`);

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['a key of the account', { 'vocab.config.yaml': base.replace('region:', `api_key: ${plain}, region:`) }],
    ['a key with a name of its own', { 'vocab.config.yaml': `${base}whatever: ${plain}\n` }],
    ['the name of a key', { 'vocab.config.yaml': `${base}${plain}: 1\n` }],
    ['a comment', { 'vocab.config.yaml': `# export DASHSCOPE_API_KEY=${plain}\n${base}` }],
    ['a hotword', { 'vocab.config.yaml': base.replace('alpha', plain) }],
    ['a part of a hotword', { 'vocab.config.yaml': base.replace('alpha', `x ${plain} y`) }],
    [
      'an extra field',
      { 'vocab.config.yaml': base.replace('"alpha"', `{ text: a, extra: { t: ${plain} } }`) },
    ],
    ['a note', { 'vocab.config.yaml': base.replace('"alpha"', `{ text: a, note: by ${plain} }`) }],
    ['the owner', { 'vocab.config.yaml': base.replace('name: medical', `name: medical, owner: ${plain}`) }],
    [
      'the day on which a word expires',
      { 'vocab.config.yaml': including('words.yaml'), 'words.yaml': `- { text: a, expires: ${plain} }\n` },
    ],
    [
      'the owner in a vocabulary of its own file',
      {
        'vocab.config.yaml': 'version: 1\naccount: { region: singapore }\nvocabularies: [v.yaml]\n',
        'v.yaml': `name: v\nprefix: acme\ntarget_model: fun-asr\nowner: Dr. ${plain}\nhotwords: [a]\n`,
      },
    ],
    [
      'a note in a table',
      { 'vocab.config.yaml': including('words.csv'), 'words.csv': `text,note\na,"see ${plain}"\n` },
    ],
    [
      'a note in JSON',
      {
        'vocab.config.yaml': including('words.json'),
        'words.json': JSON.stringify([{ text: 'a', note: plain }]),
      },
    ],
    ['the name of a vocabulary', { 'vocab.config.yaml': base.replace('name: medical', `name: ${plain}`) }],
    [
      'the name of a variable',
      { 'vocab.config.yaml': base.replace('region:', `api_key_env: ${plain}, region:`) },
    ],
    [
      'the endpoint',
      { 'vocab.config.yaml': base.replace('region:', `endpoint: https://x:${plain}@y.invalid, region:`) },
    ],
    ['the workspace', { 'vocab.config.yaml': base.replace('region:', `workspace: ${plain}, region:`) }],
    ['a file that is not YAML', { 'vocab.config.yaml': `${base}: [${plain}` }],
    ['the config itself', { 'vocab.config.yaml': plain }],
    ['the path of an include', { 'vocab.config.yaml': including(`${plain}.txt`) }],
    ['words of a text file', { 'vocab.config.yaml': including('words.txt'), 'words.txt': `a\n${plain}\n` }],
    [
      'a vocabulary of its own file',
      {
        'vocab.config.yaml': 'version: 1\naccount: { region: singapore }\nvocabularies: [v.yaml]\n',
        'v.yaml': `name: v\nprefix: acme\ntarget_model: fun-asr\napi_key: ${plain.slice(3)}\nhotwords: [a]\n`,
      },
    ],
    ['a table', { 'vocab.config.yaml': including('words.csv'), 'words.csv': `text,weight\n${plain},4\n` }],
    ['JSON', { 'vocab.config.yaml': including('words.json'), 'words.json': JSON.stringify({ [plain]: 4 }) }],
    ['an included list', { 'vocab.config.yaml': including('words.yaml'), 'words.yaml': `- ${plain}\n` }],
  ])('is refused and shown nowhere: %s', async (_, files) => {
    const { vocabsync, emulator } = await openRepository(files);
    for (const args of [
      'validate --verbose',
      'validate --format json',
      ...everyRun,
      'apply --yes --format json',
    ]) {
      const ended = await vocabsync(args, { env: { DASHSCOPE_API_KEY: plain } });
      expect(ended.code).toBe(3);
      expectNone(said(ended), plain.slice(3));
    }
    expect(emulator.requests).toEqual([]);
  });

  it('is not shown when it stands in a comment beside the words', async () => {
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': including('words.txt'),
      'words.txt': `# ${plain}\nalpha # ${plain}\n${'a '.repeat(8)} # ${plain}\n`,
    });
    for (const args of ['validate --verbose', 'validate --format json', ...everyRun]) {
      const ended = await vocabsync(args);
      expect(ended.stdout + ended.stderr).not.toBe('');
      expectNone(said(ended), plain);
    }
  });
});

describe('a key that was typed in the wrong place', () => {
  it.each([
    [plain],
    ['plan', plain],
    ['plan', `--${plain}`],
    ['plan', '-c', plain],
    ['plan', '--out', plain],
    ['plan', '--allow', plain],
    ['plan', '--timeout', plain],
    ['plan', '--color', plain],
    ['plan', '--endpoint', plain],
    ['plan', '--endpoint', `http://vendor.invalid/${plain}`],
    ['apply', plain],
    ['restore', plain],
    ['emulator', '--fault', plain],
  ])('is not repeated: vocabsync %s %s', async (...args) => {
    const { vocabsync } = await openRepository(medical);
    for (const format of ['text', 'json']) {
      const ended = await vocabsync([...args, `--format=${format}`]);
      expect(ended.code).toBe(3);
      expectNone(said(ended), plain);
    }
  });

  it('is not repeated by the report of a bug', async () => {
    const { vocabsync } = await openRepository(medical);
    const clock: Surroundings['clock'] = {
      ...manualClock(),
      now: () => {
        throw new TypeError(`Bearer ${plain}`);
      },
    };
    const ended = await vocabsync('apply --yes --endpoint emulator', { clock });
    expect(ended.stderr).toContain('This is a bug in vocabsync');
    expectNone(said(ended), plain);
  });
});
