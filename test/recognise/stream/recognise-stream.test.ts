import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../../src/model/errors.js';
import {
  type Dial,
  DialRefused,
  type RecognitionEvent,
  type RecognitionTask,
} from '../../../src/model/recognition/recogniser.js';
import { caught } from '../../http/caught.js';
import { audioOf, key, lineWith, taskOf } from '../line.js';
import { type Script, sentence, vendor } from '../vendor.js';

const model = 'fun-asr-realtime';

/** What is heard when the server goes by a script. */
function recognise(script: Script, more: Partial<RecognitionTask> = {}) {
  const { dial, calls } = vendor(script);
  const events: RecognitionEvent[] = [];
  const { recogniser } = lineWith({ dial, onEvent: (event) => events.push(event) });
  return { heard: recogniser.recognise(taskOf(model, more)), calls, events };
}

describe('what is sent', () => {
  it('begins a task with the words and hints, then sends the file in pieces of 100 ms, then ends it', async () => {
    const words = { vocabulary_id: 'vocab-ward-1', vocabulary: { 阙里人家: 5 } };
    const { heard, calls } = recognise({}, { words, language_hints: ['zh'] });
    expect(await heard).toMatchObject({ text: '你好', billed_seconds: 1 });
    const task_id = '0'.repeat(32);
    expect(calls[0]?.sent).toEqual([
      {
        header: { action: 'run-task', task_id, streaming: 'duplex' },
        payload: {
          task_group: 'audio',
          task: 'asr',
          function: 'recognition',
          model,
          parameters: {
            format: 'wav',
            sample_rate: 16_000,
            language_hints: ['zh'],
            vocabulary_id: 'vocab-ward-1',
            vocabulary: { 阙里人家: 5 },
          },
          input: {},
        },
      },
      { header: { action: 'finish-task', task_id, streaming: 'duplex' }, payload: { input: {} } },
    ]);
    expect(calls[0]?.bytes.map(({ length }) => length)).toEqual([3226, 3226, 548]);
    expect(calls[0]?.isClosed).toBe(true);
  });

  it('says nothing of words and hints where there are none', async () => {
    const { heard, calls } = recognise({});
    await heard;
    expect(calls[0]?.sent[0]).toMatchObject({
      payload: { parameters: { format: 'wav', sample_rate: 16_000 } },
    });
    expect(JSON.stringify(calls[0]?.sent)).not.toMatch(/vocabulary|language_hints/);
  });

  it('names the rate that the model listens at for a container that tells its own', async () => {
    const audio = audioOf({ format: 'opus', sample_rate: null, duration_ms: null });
    const { dial, calls } = vendor();
    const { recogniser } = lineWith({ dial });
    await recogniser.recognise(taskOf('fun-asr-flash-8k-realtime', { audio }));
    expect(calls[0]?.sent[0]).toMatchObject({ payload: { parameters: { sample_rate: 8000 } } });
    expect(calls[0]?.bytes.map(({ length }) => length)).toEqual([3200, 3200, 600]);
  });

  it('goes to the host of requests, with key and workspace in the handshake', async () => {
    const { dial, calls } = vendor();
    const { recogniser } = lineWith({ dial, workspace: 'llm-1' });
    await recogniser.recognise(taskOf(model));
    expect(calls[0]?.request).toMatchObject({
      url: 'wss://dashscope.test/api-ws/v1/inference',
      headers: {
        authorization: `Bearer ${key}`,
        'x-dashscope-workspace': 'llm-1',
        'user-agent': 'vocabsync/1.2.3',
      },
    });
  });

  it.each([
    ['https://dashscope.test/api/v1/', 'wss://dashscope.test/api-ws/v1/inference'],
    ['http://127.0.0.1:8080/api/v1', 'ws://127.0.0.1:8080/api-ws/v1/inference'],
    ['https://gateway.test/speech/api/v1', 'wss://gateway.test/speech/api-ws/v1/inference'],
    ['https://gateway.test/other', 'wss://gateway.test/api-ws/v1/inference'],
  ])('finds the place of streams beside %s', async (url, expected) => {
    const { dial, calls } = vendor();
    await lineWith({ dial, url }).recogniser.recognise(taskOf(model));
    expect(calls[0]?.request.url).toBe(expected);
  });

  it('sends no audio before the server is ready, and all of it once', async () => {
    const order: string[] = [];
    const { heard } = recognise({
      run: (talk) => {
        talk.raw(JSON.stringify({ header: { event: 'task-queued' }, payload: {} }));
        setImmediate(() => {
          order.push('started');
          talk.say('task-started');
          talk.say('task-started');
        });
      },
      audio: () => order.push('audio'),
    });
    await heard;
    expect(order).toEqual(['started', 'audio', 'audio', 'audio']);
  });

  it('is not sent without a file, however good the URL', async () => {
    const { dial, calls } = vendor();
    const audio = audioOf({ bytes: null, url: 'https://clips.test/1.wav' });
    const error = await caught(() => lineWith({ dial }).recogniser.recognise(taskOf(model, { audio })));
    expect(error.remote?.failure).toBe('permanent');
    expect(calls).toEqual([]);
  });
});

describe('what is heard', () => {
  it('takes partial results for people who wait, and the last of each sentence for the text', async () => {
    const { heard, events } = recognise({
      audio: (talk, bytes) => {
        if (bytes.length !== 548) return;
        talk.say('result-generated', sentence('你', { end_time: null, sentence_end: false }));
        talk.say('result-generated', sentence('你好。'));
        talk.say('result-generated', sentence('世', { sentence_id: 2, end_time: null, sentence_end: false }));
        talk.say('result-generated', sentence('世界。', { sentence_id: 2 }));
        talk.say('result-generated', sentence('你们好。'));
      },
      finish: (talk) => talk.say('task-finished', { output: {}, usage: { duration: 7 } }),
    });
    expect(await heard).toEqual({ text: '你们好。世界。', request_id: '0'.repeat(32), billed_seconds: 7 });
    expect(events.map((event) => event.kind === 'partial' && event.text)).toEqual([
      '你',
      '你好。',
      '你好。世',
      '你好。世界。',
      '你们好。世界。',
    ]);
  });

  it('keeps sentences apart that have no numbers', async () => {
    const more = { sentence_id: undefined };
    const { heard } = recognise({
      finish: (talk) => {
        talk.say('result-generated', sentence('One', { ...more, sentence_end: false }));
        talk.say('result-generated', sentence('One.', more));
        talk.say('result-generated', sentence('Two.', { ...more, sentence_end: undefined }));
        talk.say('result-generated', sentence('Three', { ...more, sentence_end: undefined, end_time: null }));
        talk.say('task-finished');
      },
    });
    expect((await heard).text).toBe('One. Two. Three');
  });

  it('passes over heartbeats, results without a sentence, other tasks and events that nobody knows', async () => {
    const { heard } = recognise({
      finish: (talk) => {
        talk.say('result-generated', sentence('', { sentence_id: 9, heartbeat: true, text: null }));
        talk.say('result-generated', { output: {} });
        talk.say('result-generated', {});
        talk.say('result-generated', sentence('别人的'), { task_id: 'another' });
        talk.say('task-finished', {}, { task_id: 'another' });
        talk.say('something-new', sentence('新的'));
        talk.say('result-generated', { ...sentence('我的'), usage: undefined }, { task_id: undefined });
        talk.say('task-finished');
      },
    });
    expect((await heard).text).toBe('我的');
  });

  it('is nothing when nobody says anything', async () => {
    const { heard } = recognise({ finish: (talk) => talk.say('task-finished') });
    expect(await heard).toMatchObject({ text: '', billed_seconds: null });
  });

  it('never has the key in it, not even where the server says it', async () => {
    const { heard } = recognise({
      finish: (talk) => {
        talk.say('result-generated', sentence(`密钥 ${key}`));
        talk.say('task-finished');
      },
    });
    expect((await heard).text).toBe('密钥 [key]');
  });
});

describe('a connection that dies', () => {
  it.each<[string, Script]>([
    ['is cut midway', { audio: (talk) => talk.connection < 3 && talk.cut() }],
    ['is closed midway', { audio: (talk) => talk.connection < 3 && talk.hangUp() }],
    [
      'is cut before it begins',
      { run: (talk) => (talk.connection < 3 ? talk.cut() : talk.say('task-started')) },
    ],
  ])('has the whole clip sent again when it %s', async (_what, script) => {
    const { heard, calls } = recognise(script);
    expect((await heard).text).toBe('你好');
    expect(calls).toHaveLength(3);
    expect(calls[2]?.bytes.map(({ length }) => length)).toEqual([3226, 3226, 548]);
    expect(calls.map(({ isClosed }) => isClosed)).toEqual([true, true, true]);
  });

  it('is given up after five of them, and nothing of what was heard counts', async () => {
    const { heard, calls } = recognise({
      finish: (talk) => {
        talk.say('result-generated', sentence('一半'));
        talk.hangUp();
      },
    });
    const error = await caught(() => heard);
    expect(error).toMatchObject({ code: 'unavailable', remote: { failure: 'ambiguous', status: null } });
    expect(error.message).toBe(
      `recognition of clips/1.wav with ${model} got no complete answer: the connection was closed before the task was finished`,
    );
    expect(calls).toHaveLength(5);
  });

  it('is noticed when nothing comes or goes any more', async () => {
    const { dial, calls } = vendor({ finish: () => {} });
    const { recogniser, clock } = lineWith({ dial, silence_ms: 1000, retry: (send) => send() });
    const error = caught(() => recogniser.recognise(taskOf(model)));
    await clock.advance(1000);
    expect((await error).message).toContain('nothing was heard for 1000 ms');
    expect((await error).remote?.failure).toBe('ambiguous');
    expect(calls[0]?.isClosed).toBe(true);
  });

  it('is not taken for dead while anything comes', async () => {
    const { dial } = vendor({
      finish: (talk) => {
        void clock.sleep(900).then(() => talk.say('result-generated', sentence('你好')));
        void clock.sleep(1800).then(() => talk.say('task-finished'));
      },
    });
    const { recogniser, clock } = lineWith({ dial, silence_ms: 1000 });
    const heard = recogniser.recognise(taskOf(model));
    await clock.advance(1800);
    expect((await heard).text).toBe('你好');
  });

  it.each([
    ['twice its length and the timeout', audioOf({ duration_ms: 500 }), 3000],
    ['twice its bytes and the timeout where nobody knows its length', audioOf({ duration_ms: null }), 16_000],
  ])('is given up after %s, however many heartbeats come', async (_what, audio, limit) => {
    const { dial, calls } = vendor({
      finish: (talk) => {
        void (async () => {
          for (let beat = 0; beat < limit / 500 + 4; beat += 1) {
            await clock.sleep(500);
            talk.say('result-generated', sentence('', { heartbeat: true, text: null }));
          }
        })();
      },
    });
    const { recogniser, clock } = lineWith({ dial, silence_ms: 1000, retry: (send) => send() });
    let isOver = false;
    const error = caught(() => recogniser.recognise(taskOf(model, { audio }))).finally(() => {
      isOver = true;
    });
    for (let passed = 0; passed < limit - 250; passed += 250) await clock.advance(250);
    expect(isOver).toBe(false);
    for (let passed = 0; passed < 1000; passed += 250) await clock.advance(250);
    expect(isOver).toBe(true);
    expect(await error).toMatchObject({ code: 'unavailable', remote: { failure: 'ambiguous' } });
    expect((await error).message).toContain(`it was not finished after ${limit} ms`);
    expect(calls[0]?.isClosed).toBe(true);
  });
});

describe('a task that fails', () => {
  function failing(error_code: unknown, error_message = 'because'): Script {
    return { finish: (talk) => talk.say('task-failed', {}, { error_code, error_message }) };
  }

  it.each([
    ['InvalidParameter', 'rejected', 'permanent', 1],
    ['ModelNotFound', 'rejected', 'permanent', 1],
    ['AccessDenied', 'forbidden', 'permanent', 1],
    ['Arrearage', 'account-overdue', 'permanent', 1],
    ['Throttling.RateQuota', 'throttled', 'throttled', 5],
    ['Throttling.AllocationQuota', 'throttled', 'throttled', 5],
    ['InternalError', 'unavailable', 'ambiguous', 5],
    ['CLIENT_ERROR', 'unavailable', 'ambiguous', 5],
    [null, 'bad-response', 'ambiguous', 5],
  ])('with the code %s is %s, and %s', async (...[code, expected, failure, tries]) => {
    const { heard, calls } = recognise(failing(code));
    const error = await caught(() => heard);
    expect(error).toMatchObject({
      code: expected,
      remote: { failure, status: null, vendor_code: code, request_id: '0'.repeat(32) },
    });
    expect(error.message).toContain('"because"');
    expect(calls).toHaveLength(tries);
  });

  it('because of a list that is not there says so', async () => {
    const words = { vocabulary_id: 'vocab-gone', vocabulary: null };
    const error = await caught(() => recognise(failing('NotFound'), { words }).heard);
    expect(error.code).toBe('not-found');
    expect(error.hint).toContain('vocabsync ids');
    expect((await caught(() => recognise(failing('NotFound')).heard)).code).toBe('rejected');
  });

  it('counts whatever task it names, and hides the key and what is hidden', async () => {
    const { heard } = recognise({
      run: (talk) =>
        talk.say(
          'task-failed',
          {},
          { task_id: '', error_code: 'InvalidApiKey', error_message: `${key}\u202e` },
        ),
    });
    const error = await caught(() => heard);
    expect(error.code).toBe('unauthenticated');
    expect(error.message).toContain('"[key]\\u{202E}"');
  });

  it('is what is told when the connection is cut right after it', async () => {
    const { heard } = recognise({
      audio: (talk) => {
        talk.say('task-failed', {}, { error_code: 'InvalidParameter', error_message: 'bad audio' });
        talk.cut();
        throw new TransportFailure('sent', 'the pipe is broken');
      },
    });
    expect((await caught(() => heard)).message).toContain('bad audio');
  });

  it.each<[string, Script, string]>([
    ['no JSON', { run: (talk) => talk.raw('<html>') }, 'not the JSON'],
    ['no event', { run: (talk) => talk.raw('{"header":{}}') }, 'not the JSON'],
    [
      'a result whose text is none',
      { finish: (t) => t.say('result-generated', sentence(null as never)) },
      'no text',
    ],
    [
      'the end before the audio was sent',
      { run: (talk) => talk.say('task-finished') },
      'before all of the audio',
    ],
  ])('for %s is an answer that cannot be used', async (_what, script, part) => {
    const error = await caught(() => recognise(script).heard);
    expect(error).toMatchObject({ code: 'bad-response', remote: { failure: 'ambiguous' } });
    expect(error.message).toContain(part);
  });
});

describe('a handshake', () => {
  function refused(status: number, body: string): Dial {
    return () => Promise.reject(new DialRefused({ status, headers: { 'x-request-id': 'r-1' }, body }));
  }

  it.each([
    [
      401,
      '{"code":"InvalidApiKey","message":"no","request_id":"r-2"}',
      'unauthenticated',
      '(HTTP 401, InvalidApiKey, request r-2): "no"',
    ],
    [403, '', 'forbidden', '(HTTP 403, request r-1)'],
    [302, '', 'bad-response', '(HTTP 302, request r-1)'],
    [404, '<html>', 'rejected', '(HTTP 404, request r-1)'],
  ])('that is answered with %i fails for good', async (...[status, body, code, part]) => {
    const { recogniser } = lineWith({ dial: refused(status, body) });
    const error = await caught(() => recogniser.recognise(taskOf(model)));
    expect(error).toMatchObject({ code, remote: { failure: 'permanent', status } });
    expect(error.message).toBe(`recognition of clips/1.wav with ${model} failed ${part}`);
  });

  it.each([429, 503])('that is answered with %i is tried again', async (status) => {
    const { dial, calls } = vendor();
    let tries = 0;
    const busy: Dial = (request) => (tries++ === 0 ? refused(status, '')(request) : dial(request));
    const { recogniser } = lineWith({ dial: busy });
    expect((await recogniser.recognise(taskOf(model))).text).toBe('你好');
    expect(calls).toHaveLength(1);
  });

  it('that never stands was not sent', async () => {
    const dial: Dial = () => Promise.reject(new TransportFailure('connect', `no route for ${key}`));
    const { recogniser } = lineWith({ dial, retry: (send) => send() });
    const error = await caught(() => recogniser.recognise(taskOf(model)));
    expect(error.message).toContain('was not sent: no route for [key]');
    expect(error.remote?.failure).toBe('transient');
  });
});

describe('an aborted recognition', () => {
  it('rejects with the reason of its signal and closes its connection', async () => {
    const controller = new AbortController();
    const { dial, calls } = vendor({ finish: () => controller.abort(new Error('enough')) });
    const { recogniser } = lineWith({ dial });
    await expect(recogniser.recognise(taskOf(model), controller.signal)).rejects.toThrow('enough');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.isClosed).toBe(true);
  });
});
