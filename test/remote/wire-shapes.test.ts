import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpTransport } from '../../src/http/transport.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { caught } from '../http/caught.js';
import { key } from './canned-transport.js';

const path = '/api/v1/services/audio/asr/customization';
const vocabulary_id = 'vocab-acmemed-0123456789abcdef0123456789abcdef';
const hotwords = [
  { text: 'EGFR抑制剂', weight: 5, lang: 'zh', extra: null },
  { text: 'Exothermic reaction', weight: 4, lang: null, extra: { translation: '放热反应' } },
];
const entries = [
  { text: 'EGFR抑制剂', weight: 5, lang: 'zh' },
  { text: 'Exothermic reaction', weight: 4, translation: '放热反应' },
];

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

function remoteWith(workspace: string | null) {
  return createDashscopeRemote({
    endpoint: 'https://dashscope.aliyuncs.com/api/v1',
    url: 'https://dashscope.aliyuncs.com/api/v1',
    key,
    workspace,
    version: '1.2.3',
    transport: httpTransport({ timeout_ms: 5000, env: {} }),
  });
}

/** Answers only to exactly this input under exactly these headers. */
function expectInput(
  input: Record<string, unknown>,
  badheaders = ['x-dashscope-workspace'],
): nock.Interceptor {
  const reqheaders = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'user-agent': 'vocabsync/1.2.3',
    'accept-encoding': 'identity',
  };
  const scope = nock('https://dashscope.aliyuncs.com', { reqheaders, badheaders });
  return scope.post(path, { model: 'speech-biasing', input } as nock.DataMatcherMap);
}

const success = (output: unknown) => ({ output, usage: { count: 1 }, request_id: 'r-1' });

describe('on the wire', () => {
  it('a listing asks for a page of the whole account', async () => {
    const row = { vocabulary_id, gmt_create: 'a', gmt_modified: 'b', status: 'OK' };
    expectInput({ action: 'list_vocabulary', page_index: 2, page_size: 50 }).reply(
      200,
      success({ vocabulary_list: [row] }),
      { date: 'Sun, 01 Nov 2026 12:00:00 GMT' },
    );
    const answer = await remoteWith(null).list({ page_index: 2, page_size: 50 });
    expect(answer).toEqual({ value: [row], request_id: 'r-1', server_time: Date.UTC(2026, 10, 1, 12) });
  });

  it('a query names the list', async () => {
    const times = { gmt_create: 'a', gmt_modified: 'b', status: 'UNDEPLOYED' };
    expectInput({ action: 'query_vocabulary', vocabulary_id }).reply(
      200,
      success({ ...times, target_model: 'fun-asr', vocabulary: entries }),
    );
    const answer = await remoteWith(null).query(vocabulary_id);
    expect(answer.value).toEqual({ ...times, target_model: 'fun-asr', hotwords });
  });

  it('a create carries model, prefix and entries, with lang only where there is one', async () => {
    expectInput({
      action: 'create_vocabulary',
      target_model: 'fun-asr',
      prefix: 'acmemed',
      vocabulary: entries,
    }).reply(200, success({ vocabulary_id }));
    const list = { prefix: 'acmemed', target_model: 'fun-asr', hotwords };
    expect((await remoteWith(null).create(list)).value).toEqual({ vocabulary_id });
  });

  it('an update replaces the entries', async () => {
    expectInput({ action: 'update_vocabulary', vocabulary_id, vocabulary: entries }).reply(200, success({}));
    expect((await remoteWith(null).update(vocabulary_id, hotwords)).value).toBeNull();
  });

  it('a delete names the list, and the workspace is sent where one is set', async () => {
    nock('https://dashscope.aliyuncs.com', { reqheaders: { 'x-dashscope-workspace': 'llm-1' } })
      .post(path, { model: 'speech-biasing', input: { action: 'delete_vocabulary', vocabulary_id } })
      .reply(200, success({}));
    expect((await remoteWith('llm-1').delete(vocabulary_id)).value).toBeNull();
  });

  it('a refusal becomes an error with the request id of the vendor', async () => {
    expectInput({ action: 'delete_vocabulary', vocabulary_id }).reply(400, {
      code: 'BadRequest.ResourceNotExist',
      message: 'gone',
      request_id: 'r-9',
    });
    const error = await caught(() => remoteWith(null).delete(vocabulary_id));
    expect(error.code).toBe('not-found');
    expect(error.remote?.request_id).toBe('r-9');
  });
});
