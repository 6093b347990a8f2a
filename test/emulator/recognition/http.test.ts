import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../../src/emulator/emulator.js';
import { parseFault } from '../../../src/emulator/faults.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import {
  clip,
  key,
  listFor,
  listId,
  openHearing,
  plainText,
  recording,
  rightText,
  sumOf,
} from './account.js';

const base = 'http://emulator.invalid/api/v1';
const json = { ...key, 'content-type': 'application/json' };
const async = { ...json, 'X-DashScope-Async': 'enable' };
const url = recording.url ?? '';
const inside = `data:audio/wav;base64,${clip.toString('base64')}`;

/** The fields of all answers together; a test reads those that its request brings. */
interface Answered {
  readonly code: string;
  readonly message: string;
  readonly request_id: string;
  readonly usage: unknown;
  readonly output: {
    readonly text: string;
    readonly task_id: string;
    readonly task_status: string;
    readonly results: readonly { readonly subtask_status: string; readonly transcription_url: string }[];
  };
}

interface Posted {
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(emulator: Emulator, { path, body, headers = json }: Posted) {
  const request = { url: `${base}${path}`, headers, body: JSON.stringify(body), signal: undefined };
  const { status, body: answered } = await emulator.transport(request);
  return { status, body: JSON.parse(answered) as Answered };
}

async function get(emulator: Emulator, from: string, headers: Readonly<Record<string, string>> = key) {
  const request = { method: 'GET' as const, url: from, headers, body: '', signal: undefined };
  const { status, body } = await emulator.transport(request);
  return { status, body: JSON.parse(body) as Answered };
}

const flashPath = '/services/aigc/multimodal-generation/generation';
const flashBody = (
  data: string,
  parameters: Readonly<Record<string, unknown>> = {},
  model = 'fun-asr-flash-2026-06-15',
) => ({
  model,
  input: { messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: { data } }] }] },
  parameters: { format: 'wav', sample_rate: '16000', ...parameters },
});
const flash = (emulator: Emulator, ...asked: Parameters<typeof flashBody>) =>
  post(emulator, { path: flashPath, body: flashBody(...asked) });

describe('recognition in one request', () => {
  it('hears the audio inside it, with the words that it names', async () => {
    const { emulator } = await openHearing([listFor('fun-asr-flash-2026-06-15')]);
    expect((await flash(emulator, inside)).body.output.text).toBe(plainText);
    const { body } = await flash(emulator, inside, { vocabulary_id: listId });
    expect(body).toMatchObject({
      output: { text: rightText, sentence: { text: rightText, begin_time: 0, end_time: 2400 } },
      usage: { duration: 3 },
    });
    expect(body.request_id).toMatch(/^[\da-f]{8}-/);
    const qwen = await flash(emulator, inside, { vocabulary: { 阙里人家: 5 } }, 'qwen-audio-3.1-asr-flash');
    expect(qwen.body.output.text).toBe(rightText);
  });

  it('looks up the audio of a URL that a recording says, and fetches nothing in a program', async () => {
    const { emulator } = await openHearing();
    expect((await flash(emulator, url)).body.output.text).toBe(plainText);
    const failed = await flash(emulator, 'https://clips.example/2.wav');
    expect([failed.status, failed.body.code]).toEqual([400, 'InvalidParameter']);
    expect(emulator.recognitions).toMatchObject([
      { audio: { sha256: sumOf(clip), url } },
      {
        audio: { sha256: null, url: 'https://clips.example/2.wav' },
        problem: expect.stringContaining('fetches nothing'),
      },
    ]);
  });

  it.each<[EmulatorSwitches['flash_shape'], unknown]>([
    ['text', { output: { text: plainText, sentence: { text: plainText } } }],
    ['sentence', { output: { sentence: { text: plainText } } }],
    ['nested', { output: { text: plainText, output: { text: plainText } } }],
    ['top', { text: plainText, output: {} }],
  ])('answers in the shape %s', async (flash_shape, shape) => {
    const { emulator } = await openHearing([], { flash_shape });
    const { body } = await flash(emulator, inside);
    expect(body).toMatchObject(shape as object);
    expect('text' in body.output).toBe(flash_shape === 'text' || flash_shape === 'nested');
  });

  it.each([
    ['no format', flashBody(inside, { format: '' }), 'format is required'],
    ['a model of another way', flashBody(inside, {}, 'fun-asr'), 'url error, please check url'],
    [
      'no audio',
      { ...flashBody(inside), input: { messages: [] } },
      'input.messages must have an input_audio',
    ],
    [
      'a context that is too long',
      {
        ...flashBody(inside),
        input: {
          messages: [
            { content: [{ type: 'input_text', text: 'x'.repeat(401) }] },
            ...flashBody(inside).input.messages,
          ],
        },
      },
      'a context must not exceed 400 characters',
    ],
  ])('refuses %s', async (_, body, message) => {
    const { emulator } = await openHearing();
    const refused = await post(emulator, { path: flashPath, body });
    expect([refused.status, refused.body.code]).toEqual([400, 'InvalidParameter']);
    expect(refused.body.message).toContain(message);
  });

  it.each([
    'data:audio/wav;base64,%%%',
    'data:audio/wav;base64,',
    'data:audio/wav;base64,AA=A',
    'data:audio/wav;base64,=',
    'data:,AAAA',
  ])('refuses audio that is no base64: %s', async (data) => {
    const { emulator } = await openHearing();
    const { status, body } = await flash(emulator, data);
    expect([status, body.message]).toEqual([400, 'data must be a data URI in base64, or a URL']);
  });

  it('refuses more than 10 MB inside', async () => {
    const { emulator } = await openHearing();
    const large = `data:audio/wav;base64,${Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64')}`;
    expect((await flash(emulator, large)).body.message).toBe('the audio must not exceed 10 MB');
  });

  it('fails as any request does, and is on the record', async () => {
    const { emulator } = await openHearing([], {
      faults: ['flash:throttle', 'flash:refuse@2'].map(parseFault),
      latency_ms: 50,
    });
    const statuses = [];
    for (let turn = 0; turn < 3; turn++)
      statuses.push((await flash(emulator, inside, { vocabulary_id: 'vocab-none-1' })).status);
    expect(statuses).toEqual([429, 500, 200]);
    expect(emulator.requests).toMatchObject([
      { action: 'flash', fault: 'throttle', vocabulary_id: 'vocab-none-1', duration_ms: 50, slots: null },
      { action: 'flash', fault: 'refuse' },
      { action: 'flash', fault: null, status: 200 },
    ]);
    expect(emulator.recognitions).toHaveLength(1);
  });
});

const filePath = '/services/audio/asr/transcription';
const fileBody = (file_urls: unknown, parameters = {}, model = 'fun-asr') => ({
  model,
  input: { file_urls },
  parameters,
});

async function submit(emulator: Emulator, urls: readonly string[], parameters = {}): Promise<string> {
  const { status, body } = await post(emulator, {
    path: filePath,
    body: fileBody(urls, parameters),
    headers: async,
  });
  expect([status, body.output.task_status]).toEqual([200, 'PENDING']);
  return body.output.task_id;
}

const taskOf = async (emulator: Emulator, id: string) => (await get(emulator, `${base}/tasks/${id}`)).body;

describe('recognition of files', () => {
  it('is done by and by, and its result is read elsewhere, without a key', async () => {
    const { emulator, clock } = await openHearing([listFor('fun-asr')], { task_ms: 2000 });
    const id = await submit(emulator, [url], { vocabulary_id: listId });
    const statusAfter = async (ms: number) => {
      clock.advance(ms);
      return (await taskOf(emulator, id)).output.task_status;
    };
    expect([await statusAfter(0), await statusAfter(999), await statusAfter(1)]).toEqual([
      'PENDING',
      'PENDING',
      'RUNNING',
    ]);
    expect([await statusAfter(999), await statusAfter(1)]).toEqual(['RUNNING', 'SUCCEEDED']);
    const { output, usage } = await taskOf(emulator, id);
    expect(output).toMatchObject({
      task_id: id,
      results: [{ file_url: url, subtask_status: 'SUCCEEDED' }],
      task_metrics: { TOTAL: 1, SUCCEEDED: 1, FAILED: 0 },
    });
    expect(usage).toEqual({ duration: 3 });
    const transcription_url = output.results[0]?.transcription_url ?? '';
    expect(transcription_url.startsWith(`${base}/transcriptions/`)).toBe(true);
    const { body } = await get(emulator, transcription_url, {});
    expect(body).toMatchObject({
      file_url: url,
      transcripts: [
        { channel_id: 0, text: rightText, sentences: [{ text: '游览曲阜阙里人家。' }, { text: '再见！' }] },
      ],
    });
    expect(body).not.toHaveProperty('request_id');
    expect((await get(emulator, transcription_url, key)).status).toBe(400);
  });

  it('hears with the lists as they were when it was asked', async () => {
    const { emulator, clock } = await openHearing([], { task_ms: 2000 });
    const id = await submit(emulator, [url], { vocabulary_id: listId });
    await emulator.seed([listFor('fun-asr')]);
    clock.advance(2000);
    await taskOf(emulator, id);
    expect(emulator.recognitions).toMatchObject([{ text: plainText, list_idle: { kind: 'no-such-list' } }]);
  });

  it('succeeds where any file does, and fails where none does', async () => {
    const { emulator } = await openHearing();
    const missing = 'https://clips.example/2.wav';
    const some = await taskOf(emulator, await submit(emulator, [missing, url]));
    expect(some.output).toMatchObject({
      task_status: 'SUCCEEDED',
      results: [
        { subtask_status: 'FAILED', code: 'InvalidFile.DownloadFailed' },
        { subtask_status: 'SUCCEEDED' },
      ],
    });
    const none = await taskOf(emulator, await submit(emulator, [missing]));
    expect(none.output).toMatchObject({ task_status: 'FAILED', code: 'InvalidFile.DownloadFailed' });
    expect(emulator.recognitions[0]).toMatchObject({
      problem: expect.stringContaining('no recording says this URL'),
    });
  });

  it.each<[EmulatorSwitches['failed_files'], string, readonly string[]]>([
    ['none', 'SUCCEEDED', ['SUCCEEDED', 'SUCCEEDED']],
    ['first', 'SUCCEEDED', ['FAILED', 'SUCCEEDED']],
    ['all', 'FAILED', ['FAILED', 'FAILED']],
  ])('loses files where it shall: %s', async (failed_files, status, subtasks) => {
    const { emulator } = await openHearing([], { failed_files });
    const { output } = await taskOf(emulator, await submit(emulator, [url, url]));
    expect(output.task_status).toBe(status);
    expect(output.results.map((each) => each.subtask_status)).toEqual(subtasks);
  });

  it('is unknown to whoever asks for another task', async () => {
    const { emulator } = await openHearing();
    expect((await taskOf(emulator, 'nobody')).output).toEqual({ task_id: 'nobody', task_status: 'UNKNOWN' });
    expect((await get(emulator, `${base}/transcriptions/nobody/0.json`, {})).status).toBe(404);
  });

  it.each([
    ['without X-DashScope-Async', fileBody([url]), json, 403, 'AccessDenied'],
    ['without a key', fileBody([url]), { ...async, authorization: '' }, 401, 'InvalidApiKey'],
    ['without files', fileBody([]), async, 400, 'InvalidParameter'],
    ['with files that are no URLs', fileBody([7]), async, 400, 'InvalidParameter'],
    ['with too many files', fileBody(Array.from({ length: 101 }, () => url)), async, 400, 'InvalidParameter'],
    ['with a model that there is not', fileBody([url], {}, 'whisper'), async, 404, 'ModelNotFound'],
    ['with a model of another way', fileBody([url], {}, 'fun-asr-realtime'), async, 400, 'InvalidParameter'],
  ])('is refused %s', async (...[, body, headers, status, code]) => {
    const { emulator } = await openHearing();
    const refused = await post(emulator, { path: filePath, body, headers });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it('fails at each of its requests where it shall', async () => {
    const { emulator } = await openHearing([], {
      faults: ['file:refuse', 'task:throttle', 'result:cut-before'].map(parseFault),
    });
    expect((await post(emulator, { path: filePath, body: fileBody([url]), headers: async })).status).toBe(
      500,
    );
    const id = await submit(emulator, [url]);
    expect((await get(emulator, `${base}/tasks/${id}`)).status).toBe(429);
    const { output } = await taskOf(emulator, id);
    await expect(get(emulator, output.results[0]?.transcription_url ?? '', {})).rejects.toThrow('cut');
    expect(emulator.requests.map(({ action, fault }) => `${action} ${fault}`)).toEqual([
      'file refuse',
      'file null',
      'task throttle',
      'task null',
      'result cut-before',
    ]);
  });
});
