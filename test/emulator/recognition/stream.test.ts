import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/emulator/faults.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import { TransportFailure } from '../../../src/model/errors.js';
import { DialRefused } from '../../../src/model/recognition/recogniser.js';
import {
  clip,
  command,
  dial,
  eventsOf,
  key,
  kindsOf,
  listFor,
  listId,
  openHearing,
  plainText,
  rightText,
  runTask,
  stream,
  streamUrl,
  sumOf,
  textOf,
} from './account.js';

const quiet = { partial_results: false };

describe('a stream', () => {
  it('tells of each sentence once it has ended, and then that the task has', async () => {
    const { emulator } = await openHearing([], quiet);
    const events = await stream(emulator);
    expect(kindsOf(events)).toEqual([
      'task-started',
      'result-generated',
      'result-generated',
      'task-finished',
    ]);
    expect(new Set(events.map(({ header }) => header.task_id))).toEqual(new Set(['task-1']));
    expect(events[1]?.payload).toMatchObject({
      output: {
        sentence: {
          sentence_id: 1,
          begin_time: 0,
          end_time: 1800,
          text: '游览曲阜缺里人家。',
          sentence_end: true,
          heartbeat: false,
        },
      },
      usage: { duration: 2 },
    });
    expect(events[3]?.payload).toEqual({ output: {}, usage: { duration: 3 } });
  });

  it('knows its audio by the hash of all that came, in whatever pieces', async () => {
    const { emulator } = await openHearing();
    const pieces = [clip.subarray(0, 1), clip.subarray(1, 20), clip.subarray(20)];
    expect(textOf(await stream(emulator, runTask(), pieces))).toBe(plainText);
    expect(emulator.recognitions).toMatchObject([
      { audio: { sha256: sumOf(clip), url: null }, problem: null },
    ]);
  });

  it('hears nothing in audio that nobody has described, and says so on its record', async () => {
    const { emulator } = await openHearing();
    const strange = Buffer.from('another');
    expect(kindsOf(await stream(emulator, runTask(), [strange]))).toEqual(['task-started', 'task-finished']);
    expect(emulator.recognitions).toMatchObject([
      {
        text: '',
        problem: expect.stringMatching(/^no recording with this SHA-256, .* without the header/),
        audio: { sha256: sumOf(strange) },
      },
    ]);
  });

  it('hears a word that a list of the very model holds, and no other list', async () => {
    const right = await openHearing([listFor('fun-asr-realtime')]);
    expect(textOf(await stream(right.emulator, runTask({ vocabulary_id: listId })))).toBe(rightText);
    const wrong = await openHearing([listFor('fun-asr')]);
    expect(textOf(await stream(wrong.emulator, runTask({ vocabulary_id: listId })))).toBe(plainText);
    expect(wrong.emulator.recognitions).toMatchObject([{ list_idle: { kind: 'other-model' } }]);
  });

  it('takes instant hotwords', async () => {
    const { emulator } = await openHearing();
    const task = runTask({ vocabulary: { 阙里人家: 5 } }, 'qwen-audio-3.1-asr-flash-streaming');
    expect(textOf(await stream(emulator, task))).toBe(rightText);
  });

  it('does nothing with a phrase_id, wherever a client puts it', async () => {
    const { emulator } = await openHearing([listFor('fun-asr-realtime')]);
    expect(textOf(await stream(emulator, runTask({ phrase_id: listId })))).toBe(plainText);
    const resources = [{ resource_id: listId, resource_type: 'asr_phrase' }];
    expect(textOf(await stream(emulator, runTask({ resources })))).toBe(plainText);
    expect(emulator.recognitions.map(({ words }) => words[0]?.why?.kind)).toEqual(['phrase-id', 'phrase-id']);
  });

  it('tells of half sentences too, which have no end yet', async () => {
    const { emulator } = await openHearing();
    const sentences = (await stream(emulator)).flatMap(({ payload }) => payload.output?.sentence ?? []);
    const open = sentences.filter(({ sentence_end }) => !sentence_end);
    expect(open.map(({ text }) => text)).toEqual(['游览曲', '游览曲阜缺里', '再', '再见']);
    expect(new Set(open.map(({ end_time }) => end_time))).toEqual(new Set([null]));
  });

  it('sends heartbeats where it shall, which say nothing', async () => {
    const { emulator } = await openHearing([], { ...quiet, heartbeats: true });
    const sentences = (await stream(emulator)).flatMap(({ payload }) => payload.output?.sentence ?? []);
    expect(sentences.map(({ heartbeat, text }) => (heartbeat ? `beat ${text}` : text))).toEqual([
      'beat ',
      'beat ',
      '游览曲阜缺里人家。',
      'beat ',
      '再见！',
    ]);
  });

  it('may carry one task after the other', async () => {
    const { emulator } = await openHearing();
    const connection = await dial(emulator);
    for (const task_id of ['one', 'two']) {
      await connection.send(runTask().replace('task-1', task_id));
      await connection.send(clip);
      await connection.send(command('finish-task', {}, task_id));
    }
    connection.close();
    expect(textOf(await eventsOf(connection))).toBe(plainText + plainText);
  });

  it('is on the record of requests with its list, from the handshake to the end', async () => {
    const { emulator, clock } = await openHearing([], { latency_ms: 100 });
    const at = clock.now();
    await stream(emulator, runTask({ vocabulary_id: listId }));
    const request_id = expect.stringMatching(/^[\da-f]{8}-/);
    expect(emulator.requests).toEqual([
      {
        action: 'stream',
        vocabulary_id: listId,
        at,
        duration_ms: 100,
        status: 200,
        code: null,
        request_id,
        fault: null,
        slots: null,
      },
    ]);
    expect(emulator.recognitionCount).toBe(1);
  });
});

describe('a handshake', () => {
  const refusal = async (
    url: string,
    headers: Readonly<Record<string, string>>,
    switches: Partial<EmulatorSwitches> = {},
  ) => {
    const { emulator } = await openHearing([], switches);
    const error = await emulator.dial({ url, headers, signal: undefined }).catch((reason: unknown) => reason);
    return error instanceof DialRefused
      ? `${error.response.status} ${error.response.body.match(/"code":"(.*?)"/)?.[1]}`
      : error;
  };

  it.each([
    ['without a key', streamUrl, {}, {}, '401 InvalidApiKey'],
    ['with an empty key', streamUrl, { Authorization: 'bearer ' }, {}, '401 InvalidApiKey'],
    ['with a key of another region', streamUrl, key, { refuse_keys: true }, '401 InvalidApiKey'],
    ['at another path', 'wss://emulator.invalid/api-ws/v1/chat', key, {}, '404 NotFound'],
    [
      'that meets a 429',
      streamUrl,
      key,
      { faults: [parseFault('stream:throttle')] },
      '429 Throttling.RateQuota',
    ],
    ['that meets a 500', streamUrl, key, { faults: [parseFault('any:refuse')] }, '500 InternalError'],
  ])('%s is refused', async (...[, url, headers, switches, expected]) => {
    expect(await refusal(url, headers, switches)).toBe(expected);
  });

  it('counts for the rate limit', async () => {
    const { emulator } = await openHearing([], { rate_per_second: 1 });
    (await dial(emulator)).close();
    await expect(dial(emulator)).rejects.toBeInstanceOf(DialRefused);
    expect(emulator.requests).toMatchObject([
      { action: 'stream', status: 429, code: 'Throttling.RateQuota' },
    ]);
  });
});

describe('a task', () => {
  const failureOf = async (...messages: (string | Uint8Array)[]) => {
    const { emulator } = await openHearing([], quiet);
    const connection = await dial(emulator);
    for (const message of messages) await connection.send(message);
    // The server closes behind it.
    const [last] = (await eventsOf(connection)).slice(-1);
    return last?.header.event === 'task-failed'
      ? `${last.header.error_code}: ${last.header.error_message}`
      : last?.header.event;
  };
  const spoilt = (from: string, to: string) => runTask().replace(from, to);

  it.each([
    ['a model that there is not', runTask({}, 'whisper'), /^ModelNotFound: Model not exist\.$/],
    ['a model whose name has a slip', runTask({}, 'fun-asr-realtme'), /^ModelNotFound: Model not exist\.$/],
    ['a model of another version', runTask({}, 'fun-asr-realtime-v9'), /^ModelNotFound: Model not exist\.$/],
    [
      'a model of another way',
      runTask({}, 'fun-asr'),
      /^InvalidParameter: url error, please check url: this model is for files/,
    ],
    ['no model', runTask({}, ''), /^InvalidParameter: model is required$/],
    ['no format', runTask({ format: undefined }), /^InvalidParameter: format must be one of pcm, wav/],
    ['a format that there is not', runTask({ format: 'txt' }), /^InvalidParameter: format must be one of/],
    ['a sample rate that is none', runTask({ sample_rate: 'high' }), /^InvalidParameter: sample_rate/],
    [
      'hints that are no list',
      runTask({ language_hints: 'zh' }),
      /^InvalidParameter: language_hints must be a list of languages$/,
    ],
    [
      'words that have no weights',
      runTask({ vocabulary: { a: 'high' } }),
      /^InvalidParameter: vocabulary must be an object/,
    ],
    [
      'words that are a list',
      runTask({ vocabulary: ['a'] }),
      /^InvalidParameter: vocabulary must be an object/,
    ],
    [
      'an id that is no text',
      runTask({ vocabulary_id: 7 }),
      /^InvalidParameter: vocabulary_id must be a string$/,
    ],
    ['another task', spoilt('"asr"', '"tts"'), /^InvalidParameter: payload\.task must be asr$/],
    ['no task_id', spoilt('task-1', ''), /^InvalidParameter: header\.task_id is required$/],
    ['another action', spoilt('run-task', 'stop-task'), /^InvalidParameter: header\.action/],
    ['no JSON', 'run', /^InvalidParameter: a message must be JSON/],
  ])('with %s fails', async (_, message, expected) => {
    expect(await failureOf(message)).toMatch(expected);
  });

  it.each([
    ['audio comes before it', [clip], /^InvalidParameter: audio came before run-task/],
    ['it is begun twice', [runTask(), runTask()], /^InvalidParameter: a task is under way/],
    [
      'another is finished',
      [runTask(), command('finish-task', {}, 'task-2')],
      /^InvalidParameter: no such task/,
    ],
  ])('fails when %s', async (_, messages, expected) => {
    expect(await failureOf(...messages)).toMatch(expected);
  });

  it('is refused for a list that never was, where the vendor is said to do so, and not for one that was deleted', async () => {
    const { emulator } = await openHearing([listFor('fun-asr-realtime')], {
      ...quiet,
      unknown_list: 'not-found',
    });
    const asked = (vocabulary_id: string) => stream(emulator, runTask({ vocabulary_id }));
    expect(textOf(await asked(listId))).toBe(rightText);
    await emulator.transport({
      url: 'http://emulator.invalid/api/v1/services/audio/asr/customization',
      headers: { ...key, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'speech-biasing',
        input: { action: 'delete_vocabulary', vocabulary_id: listId },
      }),
      signal: undefined,
    });
    expect(textOf(await asked(listId))).toBe(plainText);
    expect(emulator.recognitions.at(-1)).toMatchObject({
      list_idle: { kind: 'no-such-list', was_deleted: true },
    });
    const [failed] = await asked('vocab-none-1');
    expect(failed?.header).toMatchObject({ event: 'task-failed', error_code: 'NotFound' });
    expect(emulator.requests.at(-1)).toMatchObject({ vocabulary_id: 'vocab-none-1', code: 'NotFound' });
    emulator.change({ unknown_list: 'ignored' });
    expect(textOf(await asked('vocab-none-1'))).toBe(plainText);
  });

  it('fails in silence, by the clock of the account', async () => {
    const { emulator, clock } = await openHearing([], quiet);
    const connection = await dial(emulator);
    await connection.send(runTask());
    clock.advance(23_000);
    const [, failed] = await eventsOf(connection);
    expect(failed?.header).toMatchObject({
      error_code: 'CLIENT_ERROR',
      error_message: 'request timeout after 23 seconds.',
    });
  });

  it('does not fail while audio comes', async () => {
    const { emulator, clock } = await openHearing([], quiet);
    const connection = await dial(emulator);
    await connection.send(runTask());
    for (let second = 0; second < 30; second += 15) {
      clock.advance(15_000);
      await connection.send(clip.subarray(second, second + 15));
    }
    await connection.send(clip.subarray(30));
    await connection.send(command('finish-task'));
    connection.close();
    expect(kindsOf(await eventsOf(connection)).at(-1)).toBe('task-finished');
  });

  it('leaves a connection that is closed once nobody says anything on it', async () => {
    const { emulator, clock } = await openHearing([], quiet);
    const connection = await dial(emulator);
    clock.advance(23_000);
    expect(await eventsOf(connection)).toEqual([]);
    await expect(connection.send(runTask())).rejects.toBeInstanceOf(TransportFailure);
  });
});

describe('a stream that meets a fault', () => {
  async function played(kind: string) {
    const { emulator } = await openHearing([], { ...quiet, faults: [parseFault(`stream:${kind}`)] });
    const gaveUp = new AbortController();
    const connection = await dial(emulator, gaveUp.signal);
    for (const message of [runTask(), clip, command('finish-task')])
      await connection.send(message).catch(() => null);
    // Whatever is going to be said in memory has been said before the event loop turns.
    setImmediate(() => gaveUp.abort(new Error('gave up')));
    const said: string[] = [];
    try {
      for await (const text of connection.messages)
        said.push(/"event":"(.*?)"/.exec(text)?.[1] ?? 'unreadable');
    } catch (error) {
      said.push(error instanceof TransportFailure ? 'cut' : (error as Error).message);
    }
    return { said, requests: emulator.requests };
  }

  it.each([
    ['cut-before', ['cut']],
    ['cut-after', ['task-started', 'result-generated', 'cut']],
    ['hang', ['gave up']],
    ['hang-after', ['task-started', 'result-generated', 'gave up']],
    ['code-in-200', ['task-failed']],
    ['act-then-fail', ['task-started', 'result-generated', 'task-failed']],
    ['empty-200', ['task-started', 'task-finished', 'gave up']],
  ])('%s says %j', async (kind, expected) => {
    const { said, requests } = await played(kind);
    expect(said).toEqual(expected);
    const status = /^cut|^hang/.test(kind) ? null : 200;
    expect(requests).toMatchObject([{ action: 'stream', fault: kind, status }]);
  });

  it('broken-json says half a result', async () => {
    const { emulator } = await openHearing([], { ...quiet, faults: [parseFault('stream:broken-json')] });
    const connection = await dial(emulator);
    for (const message of [runTask(), clip, command('finish-task')]) await connection.send(message);
    connection.close();
    await expect(eventsOf(connection)).rejects.toThrow(SyntaxError);
  });

  it('goes well the next time', async () => {
    const { emulator } = await openHearing([], { ...quiet, faults: [parseFault('stream:act-then-fail')] });
    expect(kindsOf(await stream(emulator)).at(-1)).toBe('task-failed');
    expect(textOf(await stream(emulator))).toBe(plainText);
  });
});

describe('a connection in the same process', () => {
  it('ends with the reason of an abort', async () => {
    const { emulator } = await openHearing();
    const [reason, impatient] = [new Error('no time'), new AbortController()];
    const connection = await dial(emulator, impatient.signal);
    await connection.send(runTask());
    impatient.abort(reason);
    await expect(eventsOf(connection)).rejects.toBe(reason);
    expect(emulator.requests).toMatchObject([{ action: 'stream', status: null }]);
  });
});
