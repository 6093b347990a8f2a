import { describe, expect, it } from 'vitest';
import type { AccountOf } from '../../src/library/open-account.js';
import { openRecogniser, type RecognitionOptions } from '../../src/library/open-recogniser.js';
import type { HttpRequest } from '../../src/model/ports.js';
import type { RecognitionTask } from '../../src/model/recognition/recogniser.js';
import { caught } from '../http/caught.js';
import { manualClock } from '../support/emulator.js';
import { temporaryFolder } from '../support/world.js';

const task: RecognitionTask = {
  audio: {
    name: '1.wav',
    bytes: new Uint8Array(4),
    url: null,
    format: 'wav',
    sample_rate: null,
    duration_ms: null,
  },
  model: 'qwen-audio-3.1-asr-flash',
  words: { vocabulary_id: null, vocabulary: null },
  language_hints: null,
};

/** The recogniser of an account that is configured with an endpoint. */
async function open(endpoint: string | null, options: RecognitionOptions, env: Record<string, string> = {}) {
  const directory = await temporaryFolder();
  const location = { file: 'vocab.config.yaml', line: 1, column: 1 };
  const config = {
    directory,
    file: 'vocab.config.yaml',
    account: {
      name: null,
      region: 'beijing',
      endpoint: endpoint === null ? null : { value: endpoint, location },
      workspace: 'llm-1',
      api_key_env: 'KEY',
    },
  } as unknown as AccountOf;
  const machine = {
    cwd: directory,
    env,
    clock: manualClock(),
    version: '1.2.3',
    pid: 1,
    isAlive: () => false,
  };
  return openRecogniser(config, options, machine);
}

describe('recognition of an account', () => {
  it.each([
    ['the region', null, {}, 'https://dashscope.aliyuncs.com/api/v1'],
    [
      'the configuration',
      'https://dashscope-intl.aliyuncs.com',
      {},
      'https://dashscope-intl.aliyuncs.com/api/v1',
    ],
    ['whoever runs it', null, { endpoint: 'http://127.0.0.1:1/api/v1' }, 'http://127.0.0.1:1/api/v1'],
  ])('is at the host of %s', async (...[, configured, options, expected]) => {
    expect((await open(configured, options, { KEY: 'sk-1' })).endpoint).toBe(expected);
  });

  it('needs a key, and a host that may have it', async () => {
    expect((await caught(() => open(null, {}))).code).toBe('key-missing');
    const stolen = await caught(() => open('https://evil.test', {}, { KEY: 'sk-1' }));
    expect(stolen.code).toBe('endpoint-untrusted');
    expect((await open(null, { api_key: () => 'sk-2' })).endpoint).toContain('dashscope');
  });

  it('goes to an account in this process, with its workspace, and passes on how far it is', async () => {
    const asked: HttpRequest[] = [];
    const emulator = {
      transport: async (request: HttpRequest) => {
        asked.push(request);
        return { status: 200, headers: {}, body: '{"output":{"text":"你好"}}' };
      },
      dial: () => Promise.reject(new Error('nobody was to be dialled')),
    };
    const recogniser = await open('emulator', { emulator });
    expect(recogniser.endpoint).toBe('emulator');
    expect((await recogniser.recognise(task)).text).toBe('你好');
    expect(asked[0]?.headers).toMatchObject({ 'x-dashscope-workspace': 'llm-1' });
  });

  it('tries again what fails in passing, from one budget, and tells of it', async () => {
    let [tries, told] = [0, 0];
    const emulator = {
      transport: async () => {
        tries += 1;
        return { status: 503, headers: {}, body: '' };
      },
      dial: () => Promise.reject(new Error('nobody was to be dialled')),
    };
    const onRetry = () => (told += 1);
    const recogniser = await open(null, { emulator, onRetry, random: () => 0 });
    for (let index = 0; index < 12; index += 1) await caught(() => recogniser.recognise(task));
    expect(told).toBe(40);
    expect(tries).toBe(12 + 40);
  });

  it('ends at once with the signal that it was opened with', async () => {
    const emulator = {
      transport: async ({ signal }: HttpRequest) => Promise.reject(signal?.reason as Error),
      dial: () => Promise.reject(new Error('nobody was to be dialled')),
    };
    const signal = AbortSignal.abort(new Error('enough'));
    const recogniser = await open(null, { emulator, signal });
    await expect(recogniser.recognise(task)).rejects.toThrow('enough');
  });
});
