import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/model/errors.js';
import type { RecognitionEvent, RecognitionTask } from '../../src/model/recognition/recogniser.js';
import { caught } from '../http/caught.js';
import { audioOf, key, lineWith, type Reply, replies, taskOf } from './line.js';

const model = 'fun-asr';
const resultUrl = 'https://results.test/1.json?signature=x';
const submitted = { output: { task_id: 'task-1', task_status: 'PENDING' }, request_id: 'r-1' };
const running = { output: { task_id: 'task-1', task_status: 'RUNNING' } };
const transcription = { transcripts: [{ channel_id: 0, text: '你好。' }] };
const audio = audioOf({ bytes: null, url: 'https://clips.test/1.wav' });

function succeeded(file: object = {}, output: object = {}): object {
  const whole = { file_url: audio.url, subtask_status: 'SUCCEEDED', transcription_url: resultUrl, ...file };
  return {
    output: { task_id: 'task-1', task_status: 'SUCCEEDED', results: [whole], ...output },
    usage: { duration: 5 },
  };
}

/** What is heard when the server gives these replies, one after the other; time passes at once. */
function recognise(given: readonly Reply[], more: Partial<RecognitionTask> = {}, base = {}) {
  const { transport, asked } = replies(...given);
  const events: RecognitionEvent[] = [];
  const pauses: number[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      pauses.push(ms);
      now += ms;
    },
  };
  const { recogniser } = lineWith({ transport, clock, onEvent: (event) => events.push(event), ...base });
  const heard = recogniser.recognise(taskOf(model, { audio, ...more }));
  const paths = () => asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  return { heard, asked, events, pauses, paths };
}

const submit = 'POST /api/v1/services/audio/asr/transcription';
const poll = 'GET /api/v1/tasks/task-1';
const fetched = 'GET /1.json';

describe('a task', () => {
  it('is submitted with the URL and the words, looked at until it has ended, and its result is fetched', async () => {
    const words = { vocabulary_id: 'vocab-1', vocabulary: null };
    const { heard, asked, events, paths } = recognise([submitted, running, succeeded(), transcription], {
      words,
      language_hints: ['zh'],
    });
    expect(await heard).toEqual({ text: '你好。', request_id: 'r-1', billed_seconds: 5 });
    expect(paths()).toEqual([submit, poll, poll, fetched]);
    expect(asked[0]?.headers).toMatchObject({ 'x-dashscope-async': 'enable' });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      model,
      input: { file_urls: ['https://clips.test/1.wav'] },
      parameters: { channel_id: [0], language_hints: ['zh'], vocabulary_id: 'vocab-1' },
    });
    expect(events).toEqual([{ kind: 'waiting', audio: 'clips/1.wav', status: 'RUNNING' }]);
  });

  it('is looked at ever more seldom, up to three seconds, and not for ever', async () => {
    const { heard, pauses, paths } = recognise([submitted, running]);
    const error = await caught(() => heard);
    expect(error.message).toContain('has not ended in 30 minutes');
    expect(pauses.slice(0, 7)).toEqual([500, 750, 1125, 1687.5, 2531.25, 3000, 3000]);
    expect(paths().filter((path) => path === submit)).toHaveLength(1);
  });

  it('whose status cannot be asked for is asked for again, and not submitted again', async () => {
    const cut = new TransportFailure('sent', 'cut');
    const { heard, paths } = recognise([submitted, cut, { status: 503 }, succeeded(), transcription]);
    expect((await heard).text).toBe('你好。');
    expect(paths()).toEqual([submit, poll, poll, poll, fetched]);
  });

  it('whose status can never be asked for is given up, and not submitted again', async () => {
    const { heard, paths } = recognise([submitted, { status: 503 }]);
    expect((await caught(() => heard)).code).toBe('unavailable');
    expect(paths()).toEqual([submit, poll, poll, poll, poll, poll]);
  });

  it('that is gone is nothing that a list could be blamed for', async () => {
    const { heard } = recognise([submitted, { status: 404, body: '{"code":"NotFound"}' }]);
    const error = await caught(() => heard);
    expect(error.code).toBe('not-found');
    expect(error.hint).toContain('the task');
  });

  it('is submitted again when submitting it failed in passing', async () => {
    const { heard, paths } = recognise([{ status: 500 }, submitted, succeeded(), transcription]);
    expect((await heard).text).toBe('你好。');
    expect(paths()).toEqual([submit, submit, poll, fetched]);
  });

  it.each(['../../x', '', 'a/b', 7])('with the id %j is none', async (task_id) => {
    const { heard, paths } = recognise([{ output: { task_id } }]);
    expect((await caught(() => heard)).code).toBe('bad-response');
    expect(new Set(paths())).toEqual(new Set([submit]));
  });

  it('is not submitted for a recording without a URL', async () => {
    const { heard, asked } = recognise([submitted], { audio: audioOf() });
    expect((await caught(() => heard)).hint).toContain('URL');
    expect(asked).toEqual([]);
  });
});

/** Nothing is sent again. */
const once = { retry: <T>(send: () => Promise<T>) => send() };

describe('a task that fails', () => {
  const failedFile = { subtask_status: 'FAILED', transcription_url: undefined };

  it.each<[string, object]>([
    [
      'for its file, though it says that it succeeded',
      succeeded({ ...failedFile, code: 'InvalidFile.DownloadFailed', message: 'no such file' }),
    ],
    [
      'as a whole',
      { output: { task_status: 'FAILED', code: 'InvalidFile.DownloadFailed', message: 'no such file' } },
    ],
  ])('%s is told by its code', async (_how, answer) => {
    const { heard, paths } = recognise([submitted, answer]);
    const error = await caught(() => heard);
    expect(error).toMatchObject({
      code: 'rejected',
      remote: { failure: 'permanent', vendor_code: 'InvalidFile.DownloadFailed', request_id: 'task-1' },
    });
    expect(error.message).toContain('"no such file"');
    expect(paths()).toEqual([submit, poll]);
  });

  it('in passing is submitted again', async () => {
    const failed = succeeded({ ...failedFile, code: 'InternalError' });
    const { heard, paths } = recognise([submitted, failed, submitted, succeeded(), transcription]);
    expect((await heard).text).toBe('你好。');
    expect(paths()).toEqual([submit, poll, submit, poll, fetched]);
  });

  it.each(['CANCELED', 'UNKNOWN'])('without a word says that it ended as %s', async (task_status) => {
    const error = await caught(() => recognise([submitted, { output: { task_status } }], {}, once).heard);
    expect(error.message).toContain(`the task ended as ${task_status}`);
    expect(error.code).toBe('bad-response');
  });

  it.each(['SUCCESS_WITH_NO_VALID_FRAGMENT', 'ASR_RESPONSE_HAVE_NO_WORDS'])(
    'because nobody says anything (%s) has heard nothing',
    async (code) => {
      const { heard } = recognise([submitted, succeeded({ ...failedFile, code })]);
      expect(await heard).toEqual({ text: '', request_id: 'r-1', billed_seconds: 5 });
    },
  );
});

describe('the result', () => {
  it('is fetched without the key', async () => {
    const { heard, asked } = recognise([submitted, succeeded(), transcription]);
    await heard;
    expect(asked[1]?.headers).toHaveProperty('authorization');
    expect(asked[2]?.url).toBe(resultUrl);
    expect(JSON.stringify(asked[2])).not.toContain(key);
    expect(asked[2]?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['http://results.test/1.json'],
    ['ftp://results.test/1.json'],
    ['https://user:secret@results.test/1.json'],
    ['file:///etc/passwd'],
    ['nonsense'],
  ])('is not fetched from %s', async (transcription_url) => {
    const { heard, paths } = recognise([submitted, succeeded({ transcription_url })]);
    const error = await caught(() => heard);
    expect(error).toMatchObject({ code: 'bad-response', remote: { failure: 'permanent' } });
    expect(error.message).not.toContain('secret');
    expect(paths()).toEqual([submit, poll]);
  });

  it.each([
    ['this machine', 'http://127.0.0.1:8080/1.json', {}],
    [
      'the server that is asked for everything else',
      'http://emulator.invalid/1.json',
      { url: 'http://emulator.invalid/api/v1' },
    ],
  ])('is fetched from %s in clear text', async (_where, transcription_url, base) => {
    const { heard } = recognise([submitted, succeeded({ transcription_url }), transcription], {}, base);
    expect((await heard).text).toBe('你好。');
  });

  it.each<[string, object, string]>([
    ['the text of all transcripts', { transcripts: [{ text: 'One.' }, { text: 'Two.' }] }, 'One. Two.'],
    [
      'their sentences where there is no text',
      { transcripts: [{ sentences: [{ text: '一。' }, {}, { text: '二。' }] }] },
      '一。二。',
    ],
    ['nothing where nobody said anything', { transcripts: [] }, ''],
  ])('is %s', async (_what, answer, text) => {
    expect((await recognise([submitted, succeeded(), answer]).heard).text).toBe(text);
  });

  it('may stand beside its task in place of in a list', async () => {
    const alone = succeeded({}, { results: undefined, result: { transcription_url: resultUrl } });
    expect((await recognise([submitted, alone, transcription]).heard).text).toBe('你好。');
  });

  it.each<[string, Reply]>([
    ['HTML', { body: '<html>' }],
    ['another document', { transcripts: 'x' }],
    ['a refusal', { status: 403, body: '<Error/>' }],
    ['a redirect', { status: 302, body: '' }],
  ])('that is %s is never taken for nothing', async (_what, reply) => {
    const { heard, paths } = recognise([submitted, succeeded(), reply]);
    const error = await caught(() => heard);
    expect(error.message).toContain('fetching the result');
    expect(paths().filter((path) => path === submit)).toHaveLength(1);
  });

  it('is fetched again when that failed in passing', async () => {
    const cut = new TransportFailure('sent', 'cut');
    const { heard, paths } = recognise([submitted, succeeded(), cut, { status: 503 }, transcription]);
    expect((await heard).text).toBe('你好。');
    expect(paths()).toEqual([submit, poll, fetched, fetched, fetched]);
  });

  it('that is missing though the task succeeded is no success', async () => {
    const error = await caught(() => recognise([submitted, succeeded({ transcription_url: null })]).heard);
    expect(error.code).toBe('bad-response');
  });
});

it('an aborted recognition rejects with the reason of its signal, wherever it is', async () => {
  const controller = new AbortController();
  const { transport } = replies(submitted, running);
  const { recogniser, clock } = lineWith({ transport });
  const heard = recogniser.recognise(taskOf(model, { audio }), controller.signal);
  await clock.advance(600);
  controller.abort(new Error('enough'));
  await expect(heard).rejects.toThrow('enough');
});
