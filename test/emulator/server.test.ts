import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.js';
import { parseFault } from '../../src/emulator/faults.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { fileStorage } from '../../src/emulator/storage.js';
import { manualClock, startEmulator } from '../support/emulator.js';
import { testFiles } from '../support/shared-files.js';
import { type Body, jsonHeaders, newList } from './account.js';

const path = '/api/v1/services/audio/asr/customization';

describe('requests as the vendor’s SDKs send them', () => {
  it('are served in the spelling of the Python SDK', async () => {
    const { url } = await startEmulator();
    const headers = {
      'user-agent': 'dashscope/1.24.6; python/3.12.1; platform/linux; processor/x86_64',
      accept: 'application/json',
      Authorization: 'Bearer sk-test',
      'Content-Type': 'application/json; charset=utf-8',
      'X-DashScope-WorkSpace': 'llm-1',
    };
    const input = { action: 'create_vocabulary', ...newList };
    const body = JSON.stringify({ model: 'speech-biasing', parameters: {}, input });
    const response = await ask(url, { path, headers, body });
    expect(response.status).toBe(200);
    expect(parsed(response).output.vocabulary_id).toMatch(/^vocab-acme-[0-9a-f]{32}$/);
  });

  it('are served in the spelling of the Java SDK, input first and chunked', async () => {
    const { url, emulator } = await startEmulator();
    await emulator.seed([newList]);
    const input = { action: 'list_vocabulary', prefix: 'acme', page_index: 0, page_size: 10 };
    const body = JSON.stringify({ input, parameters: {}, model: 'speech-biasing' });
    const headers = { ...jsonHeaders, 'transfer-encoding': 'chunked' };
    expect(parsed(await ask(url, { path, headers, body })).output.vocabulary_list).toHaveLength(1);
  });

  it('carry words of any alphabet there and back', async () => {
    const { url } = await startEmulator();
    const vocabulary = [{ text: 'EGFR抑制剂', weight: 4, lang: 'zh' }];
    const made = await call(url, { action: 'create_vocabulary', ...newList, vocabulary });
    const { vocabulary_id } = parsed(made).output;
    const shown = await call(url, { action: 'query_vocabulary', vocabulary_id });
    expect(parsed(shown).output.vocabulary).toEqual(vocabulary);
  });
});

describe('an answer over HTTP', () => {
  it('has the headers of the emulator and its clock', async () => {
    const { url } = await startEmulator();
    const response = await call(url, { action: 'list_vocabulary' });
    expect(response.headers).toMatchObject({
      date: 'Mon, 02 Nov 2026 00:00:00 GMT',
      'content-type': 'application/json',
      'x-request-id': parsed(response).request_id,
    });
  });

  it('to another path is a 404 in JSON', async () => {
    const { url } = await startEmulator();
    const response = await ask(url, { path: '/api/v1/services/aigc', headers: jsonHeaders, body: '{}' });
    expect([response.status, parsed(response).code]).toEqual([404, 'NotFound']);
  });

  it('to a request without a key is a 401', async () => {
    const { url } = await startEmulator();
    const response = await ask(url, { path, headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([response.status, parsed(response).code]).toEqual([401, 'InvalidApiKey']);
  });

  it('to a body beyond 16 MiB is a 413', async () => {
    const { url } = await startEmulator();
    const response = await ask(url, { path, headers: jsonHeaders, body: ' '.repeat(16 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });

  it('says what is wrong with the file of the account', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vocabsync-server-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'emulator.json');
    await writeFile(file, 'not ours');
    const server = await serveEmulator(
      createEmulator({ clock: manualClock(), storage: fileStorage(file, testFiles) }),
    );
    onTestFinished(() => server.close());
    const response = await call(server.url, { action: 'list_vocabulary' });
    expect([response.status, parsed(response).message]).toEqual([500, expect.stringContaining(file)]);
  });
});

describe('a fault over HTTP', () => {
  it.each(['cut-before', 'cut-after'])('%s closes the connection without an answer', async (kind) => {
    const { url } = await startEmulator({ faults: [parseFault(`create:${kind}`)] });
    await expect(call(url, { action: 'create_vocabulary', ...newList })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('hang-after leaves the client waiting, and ends when the server closes', async () => {
    const emulator = createEmulator({
      clock: manualClock(),
      switches: { faults: [parseFault('create:hang-after')] },
    });
    const server = await serveEmulator(emulator);
    const hanging = call(server.url, { action: 'create_vocabulary', ...newList }).catch(
      (error: unknown) => error,
    );
    await expect.poll(() => emulator.account()).toHaveLength(1);
    await server.close();
    expect(await hanging).toMatchObject({ code: 'ECONNRESET' });
  });

  it('html-502 answers as a gateway does', async () => {
    const { url } = await startEmulator({ faults: [parseFault('any:html-502')] });
    const response = await call(url, { action: 'list_vocabulary' });
    expect([response.status, response.headers['content-type']]).toEqual([502, 'text/html']);
  });

  it('empty-200 and broken-json answer what cannot be read', async () => {
    const { url } = await startEmulator({
      faults: [parseFault('any:empty-200'), parseFault('any:broken-json')],
    });
    const [empty, broken] = [
      await call(url, { action: 'list_vocabulary' }),
      await call(url, { action: 'list_vocabulary' }),
    ];
    expect([empty.status, empty.body]).toEqual([200, '']);
    expect(broken.status).toBe(200);
    expect(() => parsed(broken)).toThrow(SyntaxError);
  });
});

describe('the page', () => {
  it('is served at the root, shows the account and lets nothing but its own script run', async () => {
    const { url, emulator } = await startEmulator();
    await emulator.seed([newList]);
    const response = await ask(url, { method: 'GET', path: '/' });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; connect-src 'self'; .*frame-ancestors 'none'$/,
    );
    expect(response.body).toContain('Exothermic reaction');
  });

  it('has no icon', async () => {
    const { url } = await startEmulator();
    expect((await ask(url, { method: 'GET', path: '/favicon.ico' })).status).toBe(204);
  });

  it('is sent again only when it is another, and tells the time of the account all the same', async () => {
    const { url, emulator, clock } = await startEmulator();
    const { headers } = await ask(url, { method: 'GET', path: '/' });
    const known = { 'if-none-match': String(headers['etag']) };
    clock.advance(60_000);
    const same = await ask(url, { method: 'GET', path: '/', headers: known });
    expect([same.status, same.body, same.headers['etag'], same.headers['date']]).toEqual([
      304,
      '',
      headers['etag'],
      'Mon, 02 Nov 2026 00:01:00 GMT',
    ]);
    await emulator.seed([newList]);
    const other = await ask(url, { method: 'GET', path: '/', headers: known });
    expect([other.status, other.body.includes('Exothermic reaction')]).toEqual([200, true]);
    expect(other.headers['etag']).not.toBe(headers['etag']);
  });

  it('lists the requests, whatever became of them', async () => {
    const { url } = await startEmulator({ faults: [parseFault('list:throttle')] });
    const { request_id } = parsed(await call(url, { action: 'list_vocabulary' }));
    const { body } = await ask(url, { method: 'GET', path: '/' });
    expect(body).toContain(`<td class="bad">429</td>`);
    expect(body).toContain('Throttling.RateQuota, fault: throttle');
    expect(body).toContain(request_id);
  });

  it('is as fast as ever on a slow account, and not counted as a request to the API', async () => {
    const { url, emulator, clock } = await startEmulator({ latency_ms: 5000 });
    const before = clock.now();
    await ask(url, { method: 'GET', path: '/' });
    expect(clock.now()).toBe(before);
    expect(emulator.requests).toEqual([]);
  });
});

describe('the Host header', () => {
  const unmanaged = [
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
  ];
  it.each(unmanaged)('%j is refused on a loopback address, for page and API', async (host) => {
    const { url, emulator } = await startEmulator();
    expect((await ask(url, { method: 'GET', path: '/', headers: { host } })).status).toBe(403);
    expect((await ask(url, { path, headers: { ...jsonHeaders, host }, body: '{}' })).status).toBe(403);
    expect(emulator.requests).toEqual([]);
  });

  it.each(['localhost', 'LOCALHOST:8080', 'vocab.localhost', '127.0.0.1:1', '[::1]:8080'])(
    '%j is served',
    async (host) => {
      const { url } = await startEmulator();
      expect((await ask(url, { method: 'GET', path: '/', headers: { host } })).status).toBe(200);
    },
  );

  it('is not asked of a server that listens to other machines on purpose', async () => {
    const server = await serveEmulator(createEmulator({ clock: manualClock() }), { host: '0.0.0.0' });
    onTestFinished(() => server.close());
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    expect((await ask(url, { method: 'GET', path: '/', headers: { host: 'build-host' } })).status).toBe(200);
  });
});

describe('the address', () => {
  it('is of the loopback unless another is given', async () => {
    const { url } = await startEmulator();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('that is taken already is an error', async () => {
    const { url } = await startEmulator();
    const second = serveEmulator(createEmulator({ clock: manualClock() }), {
      port: Number(new URL(url).port),
    });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function ask(
  url: string,
  { method = 'POST', path: at, headers = {}, body = '' }: Sent,
): Promise<Answered> {
  const sent = request(url, { method, path: at, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

function call(url: string, input: Readonly<Record<string, unknown>>): Promise<Answered> {
  return ask(url, { path, headers: jsonHeaders, body: JSON.stringify({ model: 'speech-biasing', input }) });
}

function parsed({ body }: Answered): Body {
  return JSON.parse(body) as Body;
}
