import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/model/errors.js';
import type { RecognitionTask } from '../../src/model/recognition/recogniser.js';
import { caught } from '../http/caught.js';
import { audioOf, key, lineWith, type Reply, replies, taskOf } from './line.js';

const model = 'qwen-audio-3.1-asr-flash';

function recognise(given: readonly Reply[], more: Partial<RecognitionTask> = {}) {
  const { transport, asked } = replies(...given);
  const { recogniser } = lineWith({ transport });
  return { heard: recogniser.recognise(taskOf(model, more)), asked };
}

const heardHello = { output: { text: '你好' }, usage: { duration: 5 }, request_id: 'r-1' };

describe('what is sent', () => {
  it('is one request with the recording in it', async () => {
    const words = { vocabulary_id: 'vocab-1', vocabulary: { 张三: 5 } };
    const audio = audioOf({ bytes: new Uint8Array([1, 2, 3, 4]).subarray(1) });
    const { heard, asked } = recognise([heardHello], { words, language_hints: ['zh', 'en'], audio });
    expect(await heard).toEqual({ text: '你好', request_id: 'r-1', billed_seconds: 5 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: 'https://dashscope.test/api/v1/services/aigc/multimodal-generation/generation',
      headers: { 'x-dashscope-sse': 'disable', authorization: `Bearer ${key}` },
    });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      model,
      input: {
        messages: [
          {
            role: 'user',
            content: [{ type: 'input_audio', input_audio: { data: 'data:audio/wav;base64,AgME' } }],
          },
        ],
      },
      parameters: {
        format: 'wav',
        sample_rate: '16000',
        language_hints: ['zh', 'en'],
        vocabulary_id: 'vocab-1',
        vocabulary: { 张三: 5 },
      },
    });
  });

  it('says nothing of what is not known', async () => {
    const { heard, asked } = recognise([heardHello], {
      audio: audioOf({ format: 'mp3', sample_rate: null }),
    });
    await heard;
    const body = JSON.parse(asked[0]?.body ?? '') as { parameters: unknown };
    expect(body.parameters).toEqual({ format: 'mp3' });
    expect(asked[0]?.body).toContain('data:audio/mpeg;base64,');
  });

  it.each([
    ['only the URL is known', null],
    ['the file is more than a request takes', new Uint8Array(10 * 1024 * 1024 + 1)],
  ])('is the URL where %s', async (_when, bytes) => {
    const url = 'https://clips.test/1.wav';
    const { heard, asked } = recognise([heardHello], { audio: audioOf({ bytes, url }) });
    await heard;
    expect(asked[0]?.body).toContain(`"data":"${url}"`);
  });

  it('is the file where both are known, so that what is heard is what was read', async () => {
    const { heard, asked } = recognise([heardHello], { audio: audioOf({ url: 'https://clips.test/1.wav' }) });
    await heard;
    expect(asked[0]?.body).not.toContain('clips.test');
  });
});

describe('what is heard', () => {
  it.each<[string, object]>([
    ['output.text', { output: { text: '你好', sentence: { text: '别的' } } }],
    ['output.sentence.text', { output: { sentence: { text: '你好' } } }],
    ['output.output.text', { output: { output: { text: '你好' } } }],
    ['output.output.sentence.text', { output: { output: { sentence: { text: '你好' } } } }],
    ['text', { text: '你好', output: {} }],
    ['text, without any output', { text: '你好' }],
    ['whichever is not empty', { output: { text: '', sentence: { text: '' } }, text: '你好' }],
    ['whichever is a text', { output: { text: 7, sentence: 'x', output: [] }, text: '你好' }],
  ])('stands in %s', async (_where, answer) => {
    expect((await recognise([answer]).heard).text).toBe('你好');
  });

  it('may be nothing', async () => {
    expect(await recognise([{ output: { text: '' }, usage: 'x' }]).heard).toEqual({
      text: '',
      request_id: null,
      billed_seconds: null,
    });
  });

  it.each<[string, object]>([
    ['no text at all', { output: {} }],
    ['a text that is none', { output: { text: null } }],
    ['something else', { body: '<html>' }],
  ])('is never taken for nothing where the answer has %s', async (_what, answer) => {
    const error = await caught(() => recognise([answer]).heard);
    expect(error).toMatchObject({ code: 'bad-response', remote: { failure: 'ambiguous' } });
  });
});

describe('a failure', () => {
  it('in passing is sent again', async () => {
    const { heard, asked } = recognise([
      new TransportFailure('sent', 'cut'),
      { status: 429, body: '{"code":"Throttling"}' },
      { status: 503, body: '' },
      heardHello,
    ]);
    expect((await heard).text).toBe('你好');
    expect(asked).toHaveLength(4);
  });

  it('for good is told once, in words about recognition', async () => {
    const body = JSON.stringify({ code: 'InvalidParameter', message: `bad audio ${key}` });
    const { heard, asked } = recognise([{ status: 400, body }]);
    const error = await caught(() => heard);
    expect(error.message).toBe(
      `recognition of clips/1.wav with ${model} failed (HTTP 400, InvalidParameter): "bad audio [key]"`,
    );
    expect(error.hint).toContain('audio');
    expect(asked).toHaveLength(1);
  });

  it('names a hostile file harmlessly', async () => {
    const audio = audioOf({ name: 'a\u001b[31m\n.wav' });
    const error = await caught(() => recognise([{ status: 400, body: '' }], { audio }).heard);
    expect(error.message).toContain('a\\u{1B}[31m\\u{A}.wav');
  });
});
